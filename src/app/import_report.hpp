#pragma once

#include <span>
#include <string>

#include "app/metadata_file.hpp"
#include "app/organization_import.hpp"

// What operators are told of an import.
namespace rejoinder::app {

// In lines, the new passwords last. `files` is what became of each file of a metadata folder.
std::string report_text(const Import& import, std::span<const FileReport> files);

// As JSON, without passwords.
std::string report_json(const Import& import, std::span<const FileReport> files);

}  // namespace rejoinder::app

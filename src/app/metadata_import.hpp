#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/metadata_file.hpp"
#include "app/organization_file.hpp"
#include "app/problems.hpp"
#include "base/record_id.hpp"
#include "record/change.hpp"

// The configuration of the original, as its Metadata API writes it: a folder with an XML file for
// each object (product spec 2.2 to 2.4; docs/operating.md says what becomes of what).
namespace rejoinder::app {

// Whether a file of this name is read: the objects' XML files, `ids*.csv` and `quickText*.csv`.
bool is_metadata_file(std::string_view name);

struct MetadataImport {
    OrganizationFile file;
    std::vector<FileReport> reports;
};

// Reads the files into rows of the organization, whose own row stays as it is `stored`. Objects
// keep the id that `ids*.csv` or their file gives them; others get one that is made of the
// organization, the kind and the full name, and so is the same every time. What the files do not
// say stays as it is stored. Agents are not made; those that are there get the skills that the
// files assign to them.
//
// `others` are names of files that are not read; the reports name them, and why.
//
// Fails with all problems there are, those of one file in its order.
std::expected<MetadataImport, Problems> read_metadata(std::span<const TextFile> files,
                                                      std::span<const std::string> others,
                                                      const OrganizationId& organization,
                                                      const record::Snapshot& stored);

}  // namespace rejoinder::app

#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "app/organization_file.hpp"
#include "app/problems.hpp"
#include "base/error.hpp"

// The files and folders that organizations are imported from and exported to.
namespace rejoinder::app {

// Files in and below one folder, their bytes, and folders within folders, at the most.
inline constexpr std::size_t folder_files_max = 10'000;
inline constexpr std::size_t folder_bytes_max = 256 << 20;
inline constexpr int folder_depth_max = 16;

// What is found where an operator says.
struct ImportFiles {
    enum class Kind : std::uint8_t { toml, metadata };

    Kind kind = Kind::toml;
    // To be read; their names begin with the path that was given.
    std::vector<TextFile> files;
    // Names of the other files of a metadata folder.
    std::vector<std::string> others;
};

// The TOML file at `path`, or those right in the folder there, or the metadata in it and below;
// hidden files and folders are passed over. Fails when there is neither, or both.
std::expected<ImportFiles, Problems> read_import_files(const std::filesystem::path& path);

// Writes the files into the folder, which is made when missing. Fails with `internal` and a detail
// for the operator.
Result<void> write_files(const std::filesystem::path& folder, const std::vector<TextFile>& files);

}  // namespace rejoinder::app

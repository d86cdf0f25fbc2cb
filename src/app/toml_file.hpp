#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "app/problems.hpp"

// Files that operators write: reading them, and telling where in them something is wrong.
namespace rejoinder::app {

// Larger files are refused.
inline constexpr std::uintmax_t text_file_bytes_max = 16 << 20;

// The whole file, or `file: why it cannot be read`.
std::expected<std::string, std::string> read_text_file(const std::filesystem::path& file);

// The file's text as a table; what is no TOML is told in `problems`, and the table is empty then.
toml::table parse_toml(std::string_view text, std::string_view file, ProblemList& problems);

// Where a node or a key of `file` stands.
Place place_of(std::string_view file, const toml::source_region& source);

}  // namespace rejoinder::app

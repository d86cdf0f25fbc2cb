#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rejoinder::app::files {

inline constexpr std::size_t file_name_bytes_max = 255;

// What a file may be called: the last part of a path, in UTF-8, without characters that are not
// seen or turn the reading direction round, of at most `file_name_bytes_max` bytes. Too long a name
// keeps its ending. Never empty: `file` when nothing is left.
std::string clean_file_name(std::string_view name);

// What is behind the last dot, in lower case; empty when there is none.
std::string file_extension(std::string_view name);

// The value of a Content-Disposition header that has a browser save a file under this name.
std::string attachment(std::string_view name);

}  // namespace rejoinder::app::files

#pragma once

#include <cstddef>
#include <string_view>

namespace rejoinder {

// The length of the UTF-8 character at the start of `text`, which is not empty; 0 when it is none
// (RFC 3629).
std::size_t utf8_length(std::string_view text);

// Whether all of it is UTF-8.
bool is_utf8(std::string_view text);

}  // namespace rejoinder

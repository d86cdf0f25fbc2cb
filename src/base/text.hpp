#pragma once

#include <string_view>

// Texts of ASCII, as headers and lists are.
namespace rejoinder {

// The text without the blanks and tabs around it.
constexpr std::string_view trim(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

// Takes the part of `rest` before the next `separator` away from it, and the separator; all of it
// when there is none.
constexpr std::string_view take_until(std::string_view& rest, char separator) {
    const std::string_view part = rest.substr(0, rest.find(separator));
    rest.remove_prefix(part.size() < rest.size() ? part.size() + 1 : part.size());
    return part;
}

}  // namespace rejoinder

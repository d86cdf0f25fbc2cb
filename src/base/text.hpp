#pragma once

#include <algorithm>
#include <string>
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

// With small letters for A to Z; all other bytes stay.
constexpr char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}
inline std::string lower(std::string text) {
    for (char& letter : text) letter = lower(letter);
    return text;
}

// Whether `part` is in `text`, without regard to the case of A to Z. An empty part always is.
constexpr bool contains_in_any_case(std::string_view text, std::string_view part) {
    const auto is_same = [](char one, char other) { return lower(one) == lower(other); };
    return part.empty() || !std::ranges::search(text, part, is_same).empty();
}

}  // namespace rejoinder

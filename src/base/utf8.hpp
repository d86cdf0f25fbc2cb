#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Texts as they travel and are stored: UTF-8 (RFC 3629).
namespace rejoinder::utf8 {

struct Character {
    char32_t code = 0;
    std::size_t bytes = 0;
};

// The character that `text` begins with; nothing when it is none. `text` is not empty.
std::optional<Character> first(std::string_view text);

// Whether all of it is UTF-8.
bool is_valid(std::string_view text);

// The characters of a text; nothing when it is not UTF-8.
std::optional<std::u32string> decode(std::string_view text);

void append(std::string& out, char32_t character);

// What follows is for texts that are UTF-8.

// Whether a character begins at `place`, or the text ends there.
inline bool is_boundary(std::string_view text, std::size_t place) {
    return place >= text.size() || (static_cast<unsigned char>(text[place]) & 0xC0U) != 0x80U;
}

// The first place after `place` where a character begins, or one past the text's end from there.
inline std::size_t next(std::string_view text, std::size_t place) {
    do ++place;
    while (!is_boundary(text, place));
    return place;
}

// Cuts the text to `bytes_max` at most, between two characters.
inline void truncate(std::string& text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return;
    while (!is_boundary(text, bytes_max)) --bytes_max;
    text.resize(bytes_max);
}

std::size_t count_characters(std::string_view text);

// The first `count` characters of `text`, never half of one.
std::string_view first_characters(std::string_view text, std::size_t count);

}  // namespace rejoinder::utf8

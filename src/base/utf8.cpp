#include "base/utf8.hpp"

namespace rejoinder::utf8 {
namespace {

constexpr char32_t character_max = 0x10FFFF;

}  // namespace

std::optional<Character> first(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (byte(0) < 0x80) return Character{byte(0), 1};
    const std::size_t size = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
    if (byte(0) < 0xC2 || byte(0) > 0xF4 || text.size() < size) return std::nullopt;
    char32_t code = byte(0) & (0x7FU >> size);
    for (std::size_t at = 1; at < size; ++at) {
        if (is_boundary(text, at)) return std::nullopt;
        code = code << 6 | (byte(at) & 0x3FU);
    }
    const bool is_too_long = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (is_too_long || is_surrogate || code > character_max) return std::nullopt;
    return Character{code, size};
}

bool is_valid(std::string_view text) {
    while (!text.empty()) {
        const auto character = first(text);
        if (!character) return false;
        text.remove_prefix(character->bytes);
    }
    return true;
}

std::optional<std::u32string> decode(std::string_view text) {
    std::u32string characters;
    while (!text.empty()) {
        const auto character = first(text);
        if (!character) return std::nullopt;
        characters += character->code;
        text.remove_prefix(character->bytes);
    }
    return characters;
}

void append(std::string& out, char32_t character) {
    const auto add = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (character < 0x80) return add(character);
    if (character < 0x800) {
        add(0xC0 | character >> 6);
    } else if (character < 0x10000) {
        add(0xE0 | character >> 12);
        add(0x80 | (character >> 6 & 0x3F));
    } else {
        add(0xF0 | character >> 18);
        add(0x80 | (character >> 12 & 0x3F));
        add(0x80 | (character >> 6 & 0x3F));
    }
    add(0x80 | (character & 0x3F));
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t place = 0; place < text.size(); ++place) count += is_boundary(text, place);
    return count;
}

std::string_view first_characters(std::string_view text, std::size_t count) {
    for (std::size_t place = 0; place < text.size(); ++place)
        if (is_boundary(text, place) && count-- == 0) return text.substr(0, place);
    return text;
}

}  // namespace rejoinder::utf8

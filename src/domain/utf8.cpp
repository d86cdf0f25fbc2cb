#include "domain/utf8.hpp"

#include <cstdint>

namespace rejoinder::domain::utf8 {
namespace {

constexpr char32_t character_max = 0x10FFFF;

// How many bytes follow the first one; -1 when no character begins so.
int followers_of(std::uint8_t first) {
    if (first < 0x80) return 0;
    if (first < 0xC2) return -1;
    if (first < 0xE0) return 1;
    if (first < 0xF0) return 2;
    return first < 0xF5 ? 3 : -1;
}

char32_t least_with(int followers) {
    constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    return least[followers];
}

}  // namespace

std::optional<std::u32string> decode(std::string_view text) {
    std::u32string characters;
    for (std::size_t place = 0; place < text.size();) {
        const auto first = static_cast<std::uint8_t>(text[place++]);
        const int followers = followers_of(first);
        if (followers < 0) return std::nullopt;
        char32_t character = followers == 0 ? first : first & (0x3FU >> followers);
        for (int i = 0; i < followers; ++i) {
            if (place == text.size() || is_boundary(text, place)) return std::nullopt;
            character = character << 6 | (static_cast<std::uint8_t>(text[place++]) & 0x3FU);
        }
        const bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
        if (is_surrogate || character > character_max || character < least_with(followers))
            return std::nullopt;
        characters += character;
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

}  // namespace rejoinder::domain::utf8

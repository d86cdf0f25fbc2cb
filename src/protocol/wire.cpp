#include "protocol/wire.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace rejoinder::protocol {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

// Which bytes stand in a text as they are.
constexpr auto plain_bytes = [] {
    std::array<bool, 256> is_plain;
    is_plain.fill(true);
    for (std::size_t control = 0; control < 0x20; ++control) is_plain[control] = false;
    is_plain['"'] = is_plain['\\'] = false;
    return is_plain;
}();

bool is_plain(char c) { return plain_bytes[static_cast<unsigned char>(c)]; }

void write_escape(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    out += "\\u00";
    out += hex_digits[(c >> 4) & 0x0f];
    out += hex_digits[c & 0x0f];
}

}  // namespace

void write_text(std::string& out, std::string_view text) {
    out += '"';
    std::size_t start = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (is_plain(text[place])) continue;
        out.append(text, start, place - start);
        write_escape(out, text[place]);
        start = place + 1;
    }
    out.append(text, start);
    out += '"';
}

void write_number(std::string& out, std::int64_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void write_number(std::string& out, double number) {
    // JSON has no words for these.
    if (!std::isfinite(number)) number = 0;
    constexpr double exact_max = 9007199254740992.0;
    if (std::trunc(number) == number && std::abs(number) < exact_max)
        return write_number(out, static_cast<std::int64_t>(number));
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

}  // namespace rejoinder::protocol

#include "http/query.hpp"

#include "base/text.hpp"

namespace rejoinder::http {
namespace {

// The value of a hexadecimal digit, or -1.
int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_unreserved(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

}  // namespace

std::string percent_decode(std::string_view text, Plus plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            const int high = digit_of(text[i + 1]);
            const int low = digit_of(text[i + 2]);
            if (high >= 0 && low >= 0) {
                decoded.push_back(static_cast<char>(high * 16 + low));
                i += 2;
                continue;
            }
        }
        decoded.push_back(text[i] == '+' && plus == Plus::is_space ? ' ' : text[i]);
    }
    return decoded;
}

std::string percent_encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (is_unreserved(c)) {
            encoded.push_back(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded.push_back('%');
        encoded.push_back(digits[byte >> 4]);
        encoded.push_back(digits[byte & 15]);
    }
    return encoded;
}

bool QueryReader::next() {
    while (!rest_.empty()) {
        std::string_view piece = take_until(rest_, '&');
        if (piece.empty()) continue;
        name_ = take_until(piece, '=');
        value_ = piece;
        return true;
    }
    return false;
}

std::optional<std::string> parameter(std::string_view query, std::string_view name) {
    for (QueryReader reader(query); reader.next();) {
        if (reader.name() == name) return reader.value();
    }
    return std::nullopt;
}

std::vector<std::string> parameters(std::string_view query, std::string_view name) {
    std::vector<std::string> values;
    for (QueryReader reader(query); reader.next();) {
        if (reader.name() == name) values.push_back(reader.value());
    }
    return values;
}

}  // namespace rejoinder::http

#include "domain/pattern_escapes.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.hpp"

namespace rejoinder::domain {
namespace {

constexpr char32_t character_max = 0x10FFFF;

// The white space of JavaScript, and everything else.
constexpr const char* space_set =
    "\\x{9}-\\x{D}\\x{20}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}"
    "\\x{3000}\\x{FEFF}";
constexpr const char* not_space_set =
    "\\x{0}-\\x{8}\\x{E}-\\x{1F}\\x{21}-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}"
    "\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}"
    "\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}";

// JavaScript's long names of the general categories that rules are likely to name.
struct Category {
    std::string_view name;
    std::string_view short_name;
};
constexpr std::array categories = {
    Category{"Letter", "L"},
    Category{"Lowercase_Letter", "Ll"},
    Category{"Uppercase_Letter", "Lu"},
    Category{"Mark", "M"},
    Category{"Number", "N"},
    Category{"Decimal_Number", "Nd"},
    Category{"Punctuation", "P"},
    Category{"Symbol", "S"},
    Category{"Separator", "Z"},
    Category{"Space_Separator", "Zs"},
    Category{"Control", "Cc"},
    Category{"Other", "C"},
};

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::optional<char32_t> hexadecimal_value(char32_t c) {
    if (is_digit(c)) return c - U'0';
    if (c >= U'a' && c <= U'f') return c - U'a' + 10;
    if (c >= U'A' && c <= U'F') return c - U'A' + 10;
    return std::nullopt;
}

bool is_known_property(const std::string& text) {
    RE2::Options options;
    options.set_log_errors(false);
    return RE2(text, options).ok();
}

}  // namespace

std::string escaped(char32_t character) {
    if (is_ascii_letter(character) || is_digit(character))
        return std::string(1, static_cast<char>(character));
    std::array<char, 8> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                   static_cast<std::uint32_t>(character), 16)
                         .ptr;
    return "\\x{" + std::string(digits.data(), end) + "}";
}

bool PatternReader::take(char32_t character) {
    if (!sees(character)) return false;
    ++place_;
    return true;
}

bool PatternReader::take(std::u32string_view characters) {
    if (!rest().starts_with(characters)) return false;
    place_ += characters.size();
    return true;
}

std::unexpected<Error> PatternReader::refuse(std::string_view what, std::size_t place) const {
    return fail(Errc::bad_request, "The pattern, at character " +
                                       std::to_string(offset_ + place + 1) + ": " +
                                       std::string(what));
}

Result<PatternEscape> PatternReader::read(bool is_in_class) {
    const std::size_t begins_at = place_++;
    if (is_at_end()) return refuse("nothing follows this \\", begins_at);
    const char32_t letter = next();
    ++place_;
    const auto set = [](std::string text) { return PatternEscape{std::nullopt, std::move(text)}; };
    const auto character = [](char32_t c) { return PatternEscape{c, {}}; };
    switch (letter) {
        case U'd':
            return set("\\d");
        case U'D':
            return set("\\D");
        case U'w':
            return set("\\w");
        case U'W':
            return set("\\W");
        case U's':
            return set(space_set);
        case U'S':
            return set(not_space_set);
        case U'f':
            return character(U'\f');
        case U'n':
            return character(U'\n');
        case U'r':
            return character(U'\r');
        case U't':
            return character(U'\t');
        case U'v':
            return character(U'\v');
        default:
            return read_other(letter, is_in_class, begins_at);
    }
}

Result<PatternEscape> PatternReader::read_other(char32_t letter, bool is_in_class,
                                                std::size_t begins_at) {
    const auto character = [](char32_t c) { return PatternEscape{c, {}}; };
    if (letter == U'b' && is_in_class) return character(U'\b');
    if (letter == U'0' && !is_digit(next())) return character(U'\0');
    if (is_digit(letter)) {
        return refuse(is_in_class || letter == U'0'
                          ? "write \\xHH for a character by its number"
                          : "a backreference cannot be matched in linear time",
                      begins_at);
    }
    if (letter == U'k' && !is_in_class)
        return refuse("a backreference cannot be matched in linear time", begins_at);
    if (letter == U'c') {
        const char32_t control = next();
        if (!is_ascii_letter(control)) return refuse("a letter must follow \\c", begins_at);
        ++place_;
        return character(control & 0x1FU);
    }
    if (letter == U'p' || letter == U'P') {
        TRY(std::string property, read_property(letter == U'P', begins_at));
        return PatternEscape{std::nullopt, std::move(property)};
    }
    if (letter == U'u') {
        TRY(const char32_t read, read_unicode(begins_at));
        return character(read);
    }
    if (letter == U'x') {
        if (const auto read = take_hexadecimal(2)) return character(*read);
    }
    // The others stand for themselves; with the flag u only those that mean something bare.
    constexpr std::u32string_view syntax = U"^$\\.*+?()[]{}|/";
    const bool is_syntax = syntax.find(letter) != syntax.npos || (is_in_class && letter == U'-');
    if (flags_.unicode && !is_syntax) return refuse("there is no such escape", begins_at);
    return character(letter);
}

std::optional<char32_t> PatternReader::take_hexadecimal(std::size_t digits) {
    const std::u32string_view text = rest().substr(0, digits);
    if (text.size() < digits) return std::nullopt;
    char32_t number = 0;
    for (const char32_t c : text) {
        const auto value = hexadecimal_value(c);
        if (!value) return std::nullopt;
        number = number * 16 + *value;
    }
    place_ += digits;
    return number;
}

std::optional<char32_t> PatternReader::take_in_braces() {
    const std::u32string_view text = rest();
    const std::size_t end = text.find(U'}');
    if (text.empty() || text[0] != U'{' || end == text.npos || end == 1) return std::nullopt;
    char32_t number = 0;
    for (const char32_t c : text.substr(1, end - 1)) {
        const auto value = hexadecimal_value(c);
        if (!value || number > character_max) return std::nullopt;
        number = number * 16 + *value;
    }
    if (number > character_max) return std::nullopt;
    place_ += end + 1;
    return number;
}

Result<char32_t> PatternReader::read_unicode(std::size_t begins_at) {
    const bool is_in_braces = sees(U'{');
    const auto first = is_in_braces ? take_in_braces() : take_hexadecimal(4);
    if (!first) {
        if (flags_.unicode || is_in_braces)
            return refuse("a character's number must follow \\u", begins_at);
        return U'u';
    }
    const auto is_between = [](char32_t c, char32_t low, char32_t high) {
        return c >= low && c <= high;
    };
    if (!is_between(*first, 0xD800, 0xDFFF)) return *first;
    if (!is_in_braces && *first < 0xDC00 && take(U"\\u")) {
        const auto second = take_hexadecimal(4);
        if (second && is_between(*second, 0xDC00, 0xDFFF))
            return 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00);
    }
    return refuse("half of a surrogate pair is no character; write \\u{…}", begins_at);
}

Result<std::string> PatternReader::read_property(bool is_negated, std::size_t begins_at) {
    const std::u32string_view text = rest();
    const std::size_t end = text.find(U'}');
    if (text.empty() || text[0] != U'{' || end == text.npos)
        return refuse("a property in braces must follow \\p", begins_at);
    std::string name;
    for (const char32_t c : text.substr(1, end - 1)) {
        if (!is_ascii_letter(c) && c != U'_' && c != U'=')
            return refuse("there is no such property", begins_at);
        name += static_cast<char>(c);
    }
    place_ += end + 1;
    if (const auto equals = name.find('='); equals != name.npos) {
        const std::string kind = name.substr(0, equals);
        constexpr auto kinds =
            std::to_array<std::string_view>({"Script", "sc", "General_Category", "gc"});
        if (std::ranges::find(kinds, kind) == kinds.end())
            return refuse("there is no such property", begins_at);
        name.erase(0, equals + 1);
    }
    const auto category = std::ranges::find(categories, name, &Category::name);
    if (category != categories.end()) name = category->short_name;
    std::string property = (is_negated ? "\\P{" : "\\p{") + name + "}";
    if (!is_known_property(property)) return refuse("there is no such property", begins_at);
    return property;
}

Result<std::string> PatternReader::read_name() {
    const std::size_t begins_at = place_;
    std::string name;
    while (!is_at_end() && !sees(U'>')) {
        const char32_t c = next();
        const bool is_part = is_ascii_letter(c) || c == U'_' || c == U'$' || c >= 0x80 ||
                             (is_digit(c) && !name.empty());
        if (!is_part) break;
        utf8::append(name, c);
        ++place_;
    }
    if (name.empty() || !take(U'>')) return refuse("this is no name for a group", begins_at);
    return name;
}

}  // namespace rejoinder::domain

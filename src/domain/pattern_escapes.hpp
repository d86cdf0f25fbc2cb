#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.hpp"

// How `translate_pattern` reads the characters of a pattern.
namespace rejoinder::domain {

// What the letters behind `/…/` say; g is always on.
struct PatternFlags {
    bool ignore_case = false;
    bool multiline = false;
    bool dot_all = false;
    bool unicode = false;
};

// RE2's form of any character, of any that ends no line, and of none.
inline constexpr const char* any_text = "(?s:.)";
inline constexpr const char* any_in_line_text = "[^\\n\\r\\x{2028}\\x{2029}]";
inline constexpr const char* nothing_text = "[^\\x{0}-\\x{10FFFF}]";

// RE2's form of one character, inside a class or outside.
std::string escaped(char32_t character);

// What `\…` stands for: one character, or what stands in a class for a set of them.
struct PatternEscape {
    std::optional<char32_t> character;
    std::string set;
};

// Goes through a pattern from its first character to its last.
class PatternReader {
public:
    // `offset` characters stood before `pattern`: they count where places are told.
    PatternReader(std::u32string_view pattern, std::size_t offset, PatternFlags flags)
        : pattern_(pattern), offset_(offset), flags_(flags) {}

    std::size_t place() const { return place_; }
    bool is_at_end() const { return place_ == pattern_.size(); }
    std::u32string_view rest() const { return pattern_.substr(place_); }
    // The next character; 0 at the end.
    char32_t next() const { return is_at_end() ? U'\0' : pattern_[place_]; }
    bool sees(char32_t character) const { return !is_at_end() && next() == character; }
    void skip(std::size_t count) { place_ += count; }
    // Goes past what is here if it is this.
    bool take(char32_t character);
    bool take(std::u32string_view characters);

    // Reads an escape, its `\` included. In a class some mean something else.
    Result<PatternEscape> read(bool is_in_class);
    // Reads a group's name up to its `>`.
    Result<std::string> read_name();

    std::unexpected<Error> refuse(std::string_view what) const { return refuse(what, place_); }
    std::unexpected<Error> refuse(std::string_view what, std::size_t place) const;

private:
    // A number of exactly `digits` hexadecimal digits, if it is here.
    std::optional<char32_t> take_hexadecimal(std::size_t digits);
    std::optional<char32_t> take_in_braces();
    Result<char32_t> read_unicode(std::size_t begins_at);
    Result<std::string> read_property(bool is_negated, std::size_t begins_at);
    Result<PatternEscape> read_other(char32_t letter, bool is_in_class, std::size_t begins_at);

    std::u32string_view pattern_;
    std::size_t offset_;
    PatternFlags flags_;
    std::size_t place_ = 0;
};

}  // namespace rejoinder::domain

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace rejoinder::domain {

// A regular expression of JavaScript, as RE2 can carry it out.
struct Pattern {
    // Longer ones are refused, in bytes.
    static constexpr std::size_t bytes_max = 4'000;
    // How deep groups may stand in each other.
    static constexpr std::size_t nesting_max = 100;
    // How often something may be repeated, also when repeats stand in each other; RE2's own bound.
    static constexpr std::size_t repeats_max = 1'000;

    // Groups have the numbers they have in JavaScript.
    std::string re2;
    // The numbers of the groups that have a name.
    std::map<std::string, int, std::less<>> groups;
    int group_count = 0;
    // How long a match can be, in bytes; none when there is no bound.
    std::optional<std::size_t> match_bytes_max;
};

// Understands a pattern as it is written in a rule, `\d{16}`, or as in a script, `/\d{16}/i` with
// the flags g, i, m, s and u. It means what it means to JavaScript, with these differences: a
// character is a whole one, never half of a surrogate pair; `\u{…}` and `\p{…}` need no flag; lines
// end with \n only.
//
// Fails with `bad_request` for what JavaScript refuses, and for what cannot be matched in linear
// time (lookahead, lookbehind, backreferences) or is beyond a bound. The detail says what it is and
// at which character, from 1.
Result<Pattern> translate_pattern(std::string_view javascript);

}  // namespace rejoinder::domain

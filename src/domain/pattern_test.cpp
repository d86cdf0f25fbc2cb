#include "domain/pattern.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <string>

namespace rejoinder::domain {
namespace {

using testing::HasSubstr;

// The first match of a pattern in a text, in brackets; "-" for none, the refusal when there is one.
std::string first_match(std::string_view pattern, std::string_view text) {
    const auto translated = translate_pattern(pattern);
    if (!translated) return translated.error().detail;
    const RE2 program(translated->re2, RE2::Quiet);
    if (!program.ok()) return "RE2: " + program.error();
    re2::StringPiece match;
    if (!program.Match(text, 0, text.size(), RE2::UNANCHORED, &match, 1)) return "-";
    return "[" + match.as_string() + "]";
}

struct Meaning {
    std::string_view pattern;
    std::string_view text;
    std::string_view match;
};

TEST(Pattern, MeansWhatItMeansToJavaScript) {
    constexpr Meaning meanings[] = {
        {R"(\d{16})", "card 1234567812345678!", "[1234567812345678]"},
        {R"([0-9]{3}-[0-9]{2}-[0-9]{4})", "SSN 123-45-6789", "[123-45-6789]"},
        {R"(\w+@\w+\.com)", "to jo@example.com", "[jo@example.com]"},
        {"a.c",
         "a\nc a\r\nc a\xE2\x80\xA8"
         "c abc",
         "[abc]"},
        {"/a.c/s", "a\nc", "[a\nc]"},
        {"[^]", "\n", "[\n]"},
        {"a[]|b", "ab", "[b]"},
        {R"(\s)",
         "a\xC2\xA0"
         "b",
         "[\xC2\xA0]"},
        {R"(\S+)",
         "\xEF\xBB\xBF"
         "ab\xC2\xA0",
         "[ab]"},
        {R"([^\s]+)",
         "\xE3\x80\x80"
         "ab ",
         "[ab]"},
        {R"([\S]+)", " ab ", "[ab]"},
        {R"(\bcat\b)", "concat cat", "[cat]"},
        {R"([\b])", "a\bc", "[\b]"},
        {R"(\B-\B)", "a-b - c", "[-]"},
        {"^b", "a\nb", "-"},
        {"/^b$/m", "a\nb\nc", "[b]"},
        {"a$", "a\n", "-"},
        {"/CAT/i", "a cat", "[cat]"},
        {"/\xC3\xA4/i", "\xC3\x84", "[\xC3\x84]"},
        {R"(<.+?>)", "<a><b>", "[<a>]"},
        {"a{2,}?", "aaaa", "[aa]"},
        {"a{2,3}", "aaaa", "[aaa]"},
        {R"(\/\-\.)", "/-.", "[/-.]"},
        {"a{,3}", "a{,3}", "[a{,3}]"},
        {"{x}", "{x}", "[{x}]"},
        {"]}", "]}", "[]}]"},
        {R"([\]\\^-])", "-", "[-]"},
        {R"([a\-z])", "-", "[-]"},
        {R"([\d-x])", "-", "[-]"},
        {"[[:alpha:]]", "a]", "[a]]"},
        {R"(\x41\u0042\u{43}\cJ\0)", std::string_view("ABC\n\0", 5), "[ABC\n"},
        {R"(\uD83D\uDE00)", "\xF0\x9F\x98\x80", "[\xF0\x9F\x98\x80]"},
        {R"(/\u{1F600}+/u)", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80",
         "[\xF0\x9F\x98\x80\xF0\x9F\x98\x80]"},
        {R"([\u0080-\uFFFF]+)", "a\xF0\x9F\x98\x80\xC3\xA4z", "[\xF0\x9F\x98\x80\xC3\xA4]"},
        {"\xC3\xA4.\xC3\xB6", "\xC3\xA4\xF0\x9F\x98\x80\xC3\xB6",
         "[\xC3\xA4\xF0\x9F\x98\x80\xC3\xB6]"},
        {R"(/\p{Lu}\p{Letter}+\P{L}/u)", "x Abc.", "[Abc.]"},
        {R"([\p{Script=Greek}]+)", "ab\xCE\xB1\xCE\xB2", "[\xCE\xB1\xCE\xB2]"},
        {"(?<year>\\d{4})-(?:\\d\\d)", "in 2026-01", "[2026-01]"},
        {R"(\x4)", "x4", "[x4]"},
        {R"(\u12)", "u12", "[u12]"},
        {R"(\a\_\!)", "a_!", "[a_!]"},
        {"/api/v1", "see /api/v1", "[/api/v1]"},
        {"/a[/]b/", "a/b", "[a/b]"},
        {"a|b|", "c", "[]"},
        {"(a{10}){100}", std::string_view(), "-"},
    };
    for (const Meaning& meaning : meanings) {
        const std::string found = first_match(meaning.pattern, meaning.text);
        EXPECT_TRUE(found.starts_with(meaning.match)) << meaning.pattern << " is " << found;
    }
}

struct Refused {
    std::string pattern;
    std::string_view why;
};

TEST(Pattern, IsRefusedWithWhatIsWrongAndWhere) {
    const Refused refusals[] = {
        {"", "must not be empty"},
        {std::string(Pattern::bytes_max + 1, 'a'), "must not be longer"},
        {"a\xFF", "not UTF-8"},
        {"ab(?=c)", "character 3: a lookahead"},
        {"a(?!b)", "character 2: a lookahead"},
        {"(?<=a)b", "character 1: a lookbehind"},
        {"/x(?<!a)b/i", "character 3: a lookbehind"},
        {R"((a)\1)", "character 4: a backreference"},
        {R"((?<n>a)\k<n>)", "character 8: a backreference"},
        {R"(\07)", "character 1: write \\xHH"},
        {R"([\1])", "character 2: write \\xHH"},
        {"a{1001}", "character 2: this repeats more than 1000 times"},
        {"a{5,99999999999999999999}", "character 2: this repeats"},
        {"(?:a{50}){21}", "character 10: this repeats"},
        {"a{3,2}", "character 2: the numbers are out of order"},
        {"*a", "character 1: there is nothing to repeat"},
        {"a**", "character 3: there is nothing to repeat"},
        {"a++", "character 3: there is nothing to repeat"},
        {"^*", "character 2: there is nothing to repeat"},
        {R"(\b+)", "character 3: there is nothing to repeat"},
        {"{2}", "character 1: there is nothing to repeat"},
        {"(a", "character 1: this ( is not closed"},
        {"a)b", "character 2: this ) closes nothing"},
        {"[a", "character 1: this [ is not closed"},
        {"[a-", "character 1: this [ is not closed"},
        {"[z-a]", "character 2: the range is out of order"},
        {R"(/[\d-z]/u)", "character 3: a range needs two characters"},
        {"a\\", "character 2: nothing follows"},
        {R"(\c1)", "character 1: a letter must follow"},
        {R"(\u{110000})", "character 1: a character's number"},
        {R"(\u{})", "character 1: a character's number"},
        {R"(/\u12/u)", "character 2: a character's number"},
        {R"(\uD83Dx)", "character 1: half of a surrogate pair"},
        {R"([\uD800-\uDBFF])", "character 2: half of a surrogate pair"},
        {R"(\p{Nope})", "character 1: there is no such property"},
        {R"(\p{Case=Lu})", "character 1: there is no such property"},
        {R"(\pL)", "character 1: a property in braces"},
        {R"(/\q/u)", "character 2: there is no such escape"},
        {"/a}/u", "character 3: write a \\"},
        {"(?i)a", "character 1: there is no group of this kind"},
        {"(?<1>a)", "character 4: this is no name"},
        {"(?<n", "character 4: this is no name"},
        {"(?<n>a)(?<n>b)", "character 8: two groups"},
        {"/a/gg", "character 5: the flags are"},
        {"/a/y", "character 4: the flags are"},
        {std::string(Pattern::nesting_max + 1, '(') + std::string(Pattern::nesting_max + 1, ')'),
         "character 101: groups are nested too deep"},
    };
    for (const Refused& refusal : refusals) {
        const auto translated = translate_pattern(refusal.pattern);
        ASSERT_FALSE(translated) << refusal.pattern << " is " << translated->re2;
        EXPECT_EQ(translated.error().code, Errc::bad_request);
        EXPECT_THAT(translated.error().detail, HasSubstr(refusal.why)) << refusal.pattern;
    }
}

TEST(Pattern, MayBeAsLongAndAsDeepAndRepeatAsOftenAsTheBoundsSay) {
    EXPECT_TRUE(translate_pattern(std::string(Pattern::bytes_max, 'a')));
    const std::size_t depth = Pattern::nesting_max;
    EXPECT_TRUE(translate_pattern(std::string(depth, '(') + std::string(depth, ')')));
    EXPECT_TRUE(translate_pattern("(?:a{50}){20}"));
    EXPECT_TRUE(translate_pattern("a{1000}"));
}

TEST(Pattern, KnowsItsGroupsAndHowLongAMatchCanBe) {
    const auto pattern = translate_pattern("(a)(?:b)(?<last>c{2})");
    ASSERT_TRUE(pattern);
    EXPECT_EQ(pattern->group_count, 2);
    EXPECT_EQ(pattern->groups.at("last"), 2);
    EXPECT_EQ(pattern->match_bytes_max, 16u);
    EXPECT_EQ(translate_pattern("a+")->match_bytes_max, std::nullopt);
    EXPECT_EQ(translate_pattern("^*?a|b*$").has_value(), false);
    EXPECT_EQ(translate_pattern("(?:^|a{3})b")->match_bytes_max, 16u);
}

}  // namespace
}  // namespace rejoinder::domain

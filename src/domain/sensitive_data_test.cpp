#include "domain/sensitive_data.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/utf8.hpp"
#include "domain/pattern.hpp"

namespace rejoinder::domain {
namespace {

using record::SensitiveDataAction;
using testing::ElementsAre;
using testing::HasSubstr;

using Rules = std::map<SensitiveDataRuleId, record::SensitiveDataRule>;

record::SensitiveDataRule& add(Rules& rules, std::string name, std::string pattern,
                               std::string replacement) {
    record::SensitiveDataRule rule;
    rule.id = SensitiveDataRuleId::numbered(rules.size() + 1);
    rule.name = std::move(name);
    rule.pattern = std::move(pattern);
    rule.replacement = std::move(replacement);
    rule.is_enabled = true;
    return rules[rule.id] = rule;
}

SensitiveData compiled(const Rules& rules) {
    SensitiveData data;
    data.update(rules);
    return data;
}

// What one rule that replaces makes of a visitor's text.
std::string replaced(std::string pattern, std::string replacement, std::string_view text) {
    Rules rules;
    add(rules, "Rule", std::move(pattern), std::move(replacement));
    return compiled(rules).clean(text, Speaker::visitor).text;
}

std::vector<std::string> names_of(const SensitiveData::Cleaned& cleaned) {
    std::vector<std::string> names;
    for (const auto* rule : cleaned.fired) names.push_back(rule->name);
    return names;
}

TEST(SensitiveData, IsReplacedOrRemoved) {
    Rules rules;
    add(rules, "Card", R"(\b\d{16}\b)", "****");
    add(rules, "Secret", "/secret\\s*/i", "ignored").action_type = SensitiveDataAction::remove;
    const SensitiveData data = compiled(rules);

    const auto cleaned =
        data.clean("My Secret card is 1234567812345678, not 12345", Speaker::visitor);
    EXPECT_EQ(cleaned.text, "My card is ****, not 12345");
    EXPECT_THAT(names_of(cleaned), ElementsAre("Card", "Secret"));
    EXPECT_EQ(
        json_of_rules(cleaned.fired),
        R"([{"id":"0GO000000000001","name":"Card"},{"id":"0GO000000000002","name":"Secret"}])");

    const auto untouched = data.clean("Hello", Speaker::visitor);
    EXPECT_EQ(untouched.text, "Hello");
    EXPECT_TRUE(untouched.fired.empty());
}

TEST(SensitiveData, CountsForThoseItIsEnforcedOn) {
    Rules rules;
    add(rules, "Agents", "a", "1").enforce_on = 1;
    add(rules, "Visitors", "b", "2").enforce_on = 2;
    add(rules, "Supervisors", "c", "4").enforce_on = 4;
    add(rules, "Two of them", "d", "5").enforce_on = 5;
    add(rules, "Off", "e", "0").is_enabled = false;
    const SensitiveData data = compiled(rules);
    EXPECT_EQ(data.clean("abcde", Speaker::agent).text, "1bc5e");
    EXPECT_EQ(data.clean("abcde", Speaker::visitor).text, "a2cde");
    EXPECT_EQ(data.clean("abcde", Speaker::supervisor).text, "ab45e");
}

TEST(SensitiveData, IsAppliedByPriorityThenById) {
    Rules rules;
    add(rules, "Late", "cat", "dog").priority = 3;
    add(rules, "First", "c.t|x", "cat").priority = 1;
    add(rules, "Second", "cat", "cat!").priority = 2;
    add(rules, "Also second", "!", "?").priority = 2;
    const SensitiveData data = compiled(rules);
    const auto cleaned = data.clean("cut", Speaker::visitor);
    EXPECT_EQ(cleaned.text, "dog?");
    EXPECT_THAT(names_of(cleaned), ElementsAre("First", "Second", "Also second", "Late"));
}

TEST(SensitiveData, UnderstandsReplacementTextsOfJavaScript) {
    EXPECT_EQ(replaced(R"((\d{4})\d{8}(\d{4}))", "$1********$2", "1234567812345678"),
              "1234********5678");
    EXPECT_EQ(replaced("b", "[$&]", "abc"), "a[b]c");
    EXPECT_EQ(replaced("b", "$$1$", "abc"), "a$1$c");
    EXPECT_EQ(replaced("(?<two>b.)", "<$<two>$<none>>", "abcd"), "a<bc>d");
    EXPECT_EQ(replaced("b", "$<two>", "abc"), "a$<two>c");
    EXPECT_EQ(replaced("(b)", "$01$10$2$0", "abc"), "abb0$2$0c");
    EXPECT_EQ(replaced("(b)|(c)", "<$1$2>", "abc"), "a<b><c>");
    EXPECT_EQ(replaced("b", "$`$'", "abc"), "a$`$'c") << "what stands around stays out";
}

TEST(SensitiveData, MatchesTheEmptyTextAsJavaScriptDoes) {
    EXPECT_EQ(replaced("b*", "-", "abc"), "-a--c-");
    EXPECT_EQ(replaced("^", "> ", "abc"), "> abc");
    EXPECT_EQ(replaced("$", "!", "abc"), "abc!");
    EXPECT_EQ(replaced("", "!", "abc"), "abc") << "no pattern";
    EXPECT_EQ(replaced("x?", "-", ""), "-");
    EXPECT_EQ(replaced("/^/m", "> ", "a\nb"), "> a\n> b");
    // Never inside of a character.
    EXPECT_EQ(replaced("x*", ".", "\xC3\xA4\xF0\x9F\x98\x80"), ".\xC3\xA4.\xF0\x9F\x98\x80.");
    EXPECT_EQ(replaced(R"(\B)", ".", "a\xC3\xA4"), "a\xC3\xA4.");

    Rules rules;
    add(rules, "Nothing", "x*", "").action_type = SensitiveDataAction::remove;
    EXPECT_TRUE(compiled(rules).clean("abc", Speaker::visitor).fired.empty());
}

TEST(SensitiveData, FiresWhenItPutsBackWhatItFound) {
    Rules rules;
    add(rules, "Noticed", "cat", "$&");
    const SensitiveData data = compiled(rules);
    const auto cleaned = data.clean("a cat", Speaker::agent);
    EXPECT_EQ(cleaned.text, "a cat");
    EXPECT_THAT(names_of(cleaned), ElementsAre("Noticed"));
}

// A matcher that goes back would need longer than the universe has.
TEST(SensitiveData, StaysLinearOnPatternsThatExplodeElsewhere) {
    const std::string text = std::string(16'000, 'a') + "!";
    for (const char* pattern :
         {"(a+)+$", "(a|aa)+$", "(a|a?)+$", "(.*a){20}$", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$",
          "(?:a?){500}a{500}b", R"((\w+\s?)+\d)"}) {
        ASSERT_TRUE(check_pattern(pattern)) << pattern;
        EXPECT_EQ(replaced(pattern, "", text), text) << pattern;
    }
}

TEST(SensitiveData, CutsATextThatWouldNeedTooMuchWork) {
    // Each match is short, and each has to look at all that follows.
    Rules rules;
    add(rules, "Greedy", "a.*b.*c.*d|a", "x");
    const SensitiveData data = compiled(rules);
    const auto usual = data.clean(std::string(2'000, 'a'), Speaker::visitor);
    EXPECT_EQ(usual.text, std::string(2'000, 'x'));

    const auto cut = data.clean(std::string(16'384, 'a') + "secret", Speaker::visitor);
    EXPECT_LT(cut.text.size(), 16'384u);
    EXPECT_EQ(cut.text, std::string(cut.text.size(), 'x')) << "nothing unseen is let through";
    EXPECT_THAT(names_of(cut), ElementsAre("Greedy"));

    // Matches that cannot be long need not look far.
    EXPECT_EQ(replaced(R"(\d)", "*", std::string(16'384, '7')), std::string(16'384, '*'));
}

TEST(SensitiveData, LetsATextGrowToABound) {
    const std::string text = "\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4";
    const std::string grown = replaced("\xC3\xA4", std::string(8'191, '*') + "\xC3\xB6", text);
    EXPECT_LE(grown.size(), text.size() + SensitiveData::growth_max);
    EXPECT_GT(grown.size(), SensitiveData::growth_max);
    EXPECT_TRUE(utf8::decode(grown));
    EXPECT_EQ(replaced("a", std::string(4'000, '*'), "a").size(), 4'000u);
}

TEST(SensitiveData, LeavesOutRulesItCannotCarryOut) {
    Rules rules;
    add(rules, "Broken", "(?=a)b", "x");
    add(rules, "Works", "b", "y");
    const SensitiveData data = compiled(rules);
    EXPECT_EQ(data.clean("abc", Speaker::visitor).text, "ayc");
    EXPECT_EQ(data.rules_for_visitors().size(), 1u);
}

TEST(SensitiveData, HasABoundOnItsRules) {
    Rules rules;
    for (std::size_t i = 0; i < SensitiveData::rules_max; ++i) add(rules, "Rule", "b", "b");
    add(rules, "One too many", "a", "x").priority = 2;
    EXPECT_EQ(compiled(rules).clean("a", Speaker::visitor).text, "a");
    rules.erase(rules.begin());
    EXPECT_EQ(compiled(rules).clean("a", Speaker::visitor).text, "x");
}

TEST(SensitiveData, PatternsAreRefusedThatNeedTooMuchMemory) {
    EXPECT_TRUE(check_pattern(R"(\p{L}+ \p{L}+)"));
    const auto huge = check_pattern(R"((?:\p{L}{10}\s){50})");
    ASSERT_FALSE(huge);
    EXPECT_THAT(huge.error().detail, HasSubstr("too much memory"));
    EXPECT_FALSE(check_pattern("(?=a)"));
}

TEST(SensitiveData, ClientsOfVisitorsAreToldTheirRules) {
    Rules rules;
    add(rules, "Second", "b", "y");
    add(rules, "Agents only", "c", "z").enforce_on = 1;
    auto& removes = add(rules, "First", "/a/i", "unused");
    removes.priority = 0;
    removes.action_type = SensitiveDataAction::remove;
    SensitiveData data = compiled(rules);
    EXPECT_EQ(protocol::to_json(data.rules_for_visitors()),
              R"([{"name":"First","pattern":"/a/i","id":"0GO000000000003","actionType":"Remove"},)"
              R"({"name":"Second","pattern":"b","id":"0GO000000000001","replacement":"y",)"
              R"("actionType":"Replace"}])");

    rules.begin()->second.is_enabled = false;
    data.update(rules);
    EXPECT_EQ(data.rules_for_visitors().size(), 1u);
    EXPECT_EQ(data.clean("ab", Speaker::visitor).text, "b");
    rules.begin()->second.is_enabled = true;
    rules.begin()->second.replacement = "new";
    data.update(rules);
    EXPECT_EQ(data.clean("ab", Speaker::visitor).text, "new");
}

}  // namespace
}  // namespace rejoinder::domain

#include "protocol/wire.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace rejoinder::protocol {
namespace {

struct Inner {
    std::int64_t number = 0;
};
WIRE(Inner, number);

struct Everything {
    std::string plain_text;
    bool is_it = false;
    double with_fraction = 0;
    std::optional<std::string> maybe_text;
    std::optional<Inner> maybe_inner;
    std::vector<Inner> inners;
    LooseText loose_text;
    RawJson raw;
};
WIRE(Everything, plain_text, is_it, with_fraction, maybe_text, maybe_inner, inners, loose_text,
     raw);

struct Nothing {};
WIRE_EMPTY(Nothing);

struct Sparse {
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> second;
};
WIRE(Sparse, first, second);

std::string text_json(std::string_view text) { return to_json(std::string(text)); }

TEST(Wire, NamesPropertiesByRule) {
    EXPECT_EQ(PropertyName("text").view(), "text");
    EXPECT_EQ(PropertyName("estimated_wait_time").view(), "estimatedWaitTime");
    EXPECT_EQ(PropertyName("is_it").view(), "isIt");
    EXPECT_EQ(PropertyName("wait_time").field_name(), "WaitTime");
    EXPECT_EQ(PropertyName("is_it").key(true), R"("isIt":)");
    EXPECT_EQ(PropertyName("is_it").key(false), R"(,"isIt":)");
}

TEST(Wire, KnowsTheNamesOfAShape) {
    EXPECT_EQ(wire_name_of(static_cast<const Everything*>(nullptr)), "Everything");
    EXPECT_EQ(property_names<Everything>.size(), 8u);
    EXPECT_EQ(property_names<Everything>[4].view(), "maybeInner");
    EXPECT_TRUE(has_properties<Everything>({"plainText", "raw"}));
    EXPECT_FALSE(has_properties<Everything>({"plain_text"}));
}

TEST(Wire, WritesPlainMembersAlwaysAndOptionalOnesWhenSet) {
    Everything everything;
    EXPECT_EQ(to_json(everything),
              R"({"plainText":"","isIt":false,"withFraction":0,"inners":[],"looseText":"",)"
              R"("raw":{}})");

    everything.maybe_text = "";
    everything.maybe_inner = Inner{7};
    everything.inners = {{1}, {-2}};
    everything.raw.text = R"({"a":[1]})";
    EXPECT_EQ(to_json(everything),
              R"({"plainText":"","isIt":false,"withFraction":0,"maybeText":"",)"
              R"("maybeInner":{"number":7},"inners":[{"number":1},{"number":-2}],)"
              R"("looseText":"","raw":{"a":[1]}})");
}

TEST(Wire, WritesNoCommaBeforeTheFirstPropertyThatIsThere) {
    EXPECT_EQ(to_json(Sparse{}), "{}");
    EXPECT_EQ(to_json(Sparse{.first = {}, .second = 2}), R"({"second":2})");
    EXPECT_EQ(to_json(Nothing{}), "{}");
    EXPECT_EQ(to_json(std::vector<Nothing>(2)), "[{},{}]");
    EXPECT_EQ(to_json(std::vector<std::string>{}), "[]");
}

TEST(Wire, AppendsToWhatIsThere) {
    std::string out = "before ";
    write(out, Inner{5});
    EXPECT_EQ(out, R"(before {"number":5})");
}

TEST(Wire, EscapesWhatJsonDoesNotTakeAsItIs) {
    EXPECT_EQ(text_json(R"(say "hi" \o/)"), R"("say \"hi\" \\o/")");
    EXPECT_EQ(text_json("a\nb\rc\td"), R"("a\nb\rc\td")");
    EXPECT_EQ(text_json(std::string_view("\0\x01\x1f\x7f", 4)), "\"\\u0000\\u0001\\u001f\x7f\"");
    EXPECT_EQ(text_json("Grüße, 你好 🙂"), "\"Grüße, 你好 🙂\"");
    EXPECT_EQ(text_json("\""), R"("\"")");
    EXPECT_EQ(text_json(""), R"("")");
}

TEST(Wire, EscapesEveryControlCharacter) {
    for (char c = 0; c < 0x20; ++c) {
        const std::string json = text_json(std::string(1, c));
        EXPECT_EQ(json[1], '\\') << int{c};
    }
}

TEST(Wire, WritesWholeNumbersToTheEndsOfTheirRange) {
    EXPECT_EQ(to_json(std::numeric_limits<std::int64_t>::max()), "9223372036854775807");
    EXPECT_EQ(to_json(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
}

TEST(Wire, WritesDoublesWithoutAFractionWhereThereIsNone) {
    EXPECT_EQ(to_json(0.0), "0");
    EXPECT_EQ(to_json(-0.0), "0");
    EXPECT_EQ(to_json(-1.0), "-1");
    EXPECT_EQ(to_json(42.0), "42");
    EXPECT_EQ(to_json(13.4), "13.4");
    EXPECT_EQ(to_json(0.1 + 0.2), "0.30000000000000004");
    EXPECT_EQ(to_json(1e300), "1e+300");
    EXPECT_EQ(to_json(std::numeric_limits<double>::quiet_NaN()), "0");
    EXPECT_EQ(to_json(std::numeric_limits<double>::infinity()), "0");
}

}  // namespace
}  // namespace rejoinder::protocol

#include "protocol/reader.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::protocol {
namespace {

struct Inner {
    std::string label;
    std::int64_t number = 3;
};
WIRE(Inner, label, number);
WIRE_REQUIRED(Inner, "label");

struct Outer {
    std::string text = "unset";
    bool is_it = false;
    std::int64_t number = -1;
    double fraction = 0.5;
    LooseText loose = "unset";
    std::optional<std::int64_t> maybe;
    std::vector<std::string> texts;
    std::vector<Inner> inners;
    std::optional<Inner> inner;
    RawJson raw;
};
WIRE(Outer, text, is_it, number, fraction, loose, maybe, texts, inners, inner, raw);
WIRE_ALIASES(Outer, {"words", "texts"}, {"strings", "texts"});

Outer outer(std::string_view json) {
    auto read_outer = read<Outer>(json);
    EXPECT_TRUE(read_outer) << json << " " << (read_outer ? "" : read_outer.error().detail);
    return read_outer ? *std::move(read_outer) : Outer{};
}

// What is said of a text that is not understood.
std::string complaint(std::string_view json) {
    const auto read_outer = read<Outer>(json);
    if (read_outer) return "understood";
    EXPECT_EQ(read_outer.error().code, Errc::bad_request);
    return read_outer.error().detail;
}

constexpr std::string_view not_json = "The body is not valid JSON";

// `inner` within `depth` arrays.
std::string nested(std::size_t depth, std::string_view inner) {
    return std::string(depth, '[') + std::string(inner) + std::string(depth, ']');
}

TEST(Reader, KeepsTheDefaultOfWhatIsAbsentOrNull) {
    for (const std::string_view json :
         {"{}", R"({"text":null,"isIt":null,"number":null,"fraction":null,"loose":null,)"
                R"("maybe":null,"texts":null,"inners":null,"inner":null,"raw":null})"}) {
        const Outer shape = outer(json);
        EXPECT_EQ(shape.text, "unset");
        EXPECT_FALSE(shape.is_it);
        EXPECT_EQ(shape.number, -1);
        EXPECT_EQ(shape.fraction, 0.5);
        EXPECT_EQ(shape.loose.text, "unset");
        EXPECT_EQ(shape.maybe, std::nullopt);
        EXPECT_TRUE(shape.texts.empty());
        EXPECT_TRUE(shape.inners.empty());
        EXPECT_FALSE(shape.inner);
        EXPECT_EQ(shape.raw.text, "{}");
    }
}

TEST(Reader, IgnoresUnknownProperties) {
    EXPECT_EQ(outer(R"({"x":[{"y":1}],"text":"t","Text":"u","text ":1})").text, "t");
}

TEST(Reader, UnderstandsBooleansAsTexts) {
    EXPECT_TRUE(outer(R"({"isIt":true})").is_it);
    EXPECT_TRUE(outer(R"({"isIt":"true"})").is_it);
    EXPECT_FALSE(outer(R"({"isIt":"false"})").is_it);
    for (const std::string_view json : {R"({"isIt":"yes"})", R"({"isIt":""})", R"({"isIt":1})"})
        EXPECT_EQ(complaint(json), "isIt: must be true or false");
}

TEST(Reader, UnderstandsWholeNumbersInSeveralForms) {
    EXPECT_EQ(outer(R"({"number":0})").number, 0);
    EXPECT_EQ(outer(R"({"number":-12})").number, -12);
    EXPECT_EQ(outer(R"({"number":7.0})").number, 7);
    EXPECT_EQ(outer(R"({"number":1e3})").number, 1000);
    EXPECT_EQ(outer(R"({"number":"42"})").number, 42);
    EXPECT_EQ(outer(R"({"number":"-42"})").number, -42);
    EXPECT_EQ(outer(R"({"maybe":"42"})").maybe, 42);
    for (const std::string_view json :
         {R"({"number":1.5})", R"({"number":true})", R"({"number":"1.5"})", R"({"number":""})",
          R"({"number":" 1"})", R"({"number":"+1"})", R"({"number":[1]})"})
        EXPECT_EQ(complaint(json), "number: must be a whole number");
}

TEST(Reader, ReadsWholeNumbersToTheEndsOfTheirRangeAndNotBeyond) {
    EXPECT_EQ(outer(R"({"number":9223372036854775807})").number,
              std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(outer(R"({"number":-9223372036854775808})").number,
              std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(outer(R"({"number":"9223372036854775807"})").number,
              std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(outer(R"({"number":9007199254740992.0})").number, 9007199254740992);

    for (const std::string_view json :
         {R"({"number":9223372036854775808})", R"({"number":18446744073709551615})",
          R"({"number":"9223372036854775808"})", R"({"number":1e17})", R"({"number":-1e17})"})
        EXPECT_EQ(complaint(json), "number: must be a whole number") << json;
}

TEST(Reader, RefusesNumbersThatNothingCanHold) {
    for (const std::string_view number : {"18446744073709551616", "-9223372036854775809", "1e999",
                                          "-1e999", "123456789012345678901234567890"})
        EXPECT_EQ(complaint(R"({"loose":)" + std::string(number) + "}"), not_json) << number;
    EXPECT_EQ(outer(R"({"fraction":1e-999})").fraction, 0);
}

TEST(Reader, ReadsNumbersWithAFraction) {
    EXPECT_EQ(outer(R"({"fraction":52.52})").fraction, 52.52);
    EXPECT_EQ(outer(R"({"fraction":-3})").fraction, -3);
    EXPECT_EQ(outer(R"({"fraction":18446744073709551615})").fraction, 18446744073709551615.0);
    EXPECT_EQ(complaint(R"({"fraction":"1"})"), "fraction: must be a number");
}

TEST(Reader, TakesNumbersAndBooleansAsLooseText) {
    EXPECT_EQ(outer(R"({"loose":"a"})").loose.text, "a");
    EXPECT_EQ(outer(R"({"loose":""})").loose.text, "");
    EXPECT_EQ(outer(R"({"loose":17})").loose.text, "17");
    EXPECT_EQ(outer(R"({"loose":-17})").loose.text, "-17");
    EXPECT_EQ(outer(R"({"loose":18446744073709551615})").loose.text, "18446744073709551615");
    EXPECT_EQ(outer(R"({"loose":1.50})").loose.text, "1.5");
    EXPECT_EQ(outer(R"({"loose":true})").loose.text, "true");
    EXPECT_EQ(outer(R"({"loose":false})").loose.text, "false");
    EXPECT_EQ(complaint(R"({"loose":{}})"), "loose: must be a string");
    EXPECT_EQ(complaint(R"({"loose":[]})"), "loose: must be a string");
}

TEST(Reader, KeepsAnObjectAsItsText) {
    EXPECT_EQ(outer(R"({"raw": {"a" : [1, "x\n"], "b":null} })").raw.text,
              R"({"a":[1,"x\n"],"b":null})");
    EXPECT_EQ(outer(R"({"raw":"{\"a\":1}"})").raw.text, R"({"a":1})") << "a text of JSON";
    EXPECT_EQ(complaint(R"({"raw":[]})"), "raw: must be an object");
}

TEST(Reader, ReadsArraysWithoutTheirNulls) {
    EXPECT_EQ(outer(R"({"texts":["a",null,""]})").texts, (std::vector<std::string>{"a", ""}));
    EXPECT_TRUE(outer(R"({"texts":[]})").texts.empty());
}

TEST(Reader, RefusesASingleValueForAnArray) {
    EXPECT_EQ(complaint(R"({"texts":"a"})"), "texts: must be an array");
    EXPECT_EQ(complaint(R"({"inners":{"label":"a"}})"), "inners: must be an array");
    EXPECT_EQ(complaint(R"({"inners":{}})"), "inners: must be an array");
}

TEST(Reader, UnderstandsOtherSpellings) {
    EXPECT_EQ(outer(R"({"words":["a"]})").texts, std::vector<std::string>{"a"});
    EXPECT_EQ(outer(R"({"strings":["a"]})").texts, std::vector<std::string>{"a"});
    EXPECT_EQ(complaint(R"({"words":1})"), "texts: must be an array");
}

TEST(Reader, TakesTheLastOfAPropertyThatComesTwice) {
    EXPECT_EQ(outer(R"({"text":"a","text":"b"})").text, "b");
    EXPECT_EQ(outer(R"({"text":"a","text":null})").text, "a");
    EXPECT_EQ(outer(R"({"texts":["a"],"words":["b"]})").texts, std::vector<std::string>{"b"});
    EXPECT_EQ(outer(R"({"words":["b"],"texts":null})").texts, std::vector<std::string>{"b"});
    const Outer twice = outer(
        R"({"inner":{"label":"a","number":9},"inner":{"label":"b"},"texts":["a"],"texts":[]})");
    EXPECT_EQ(twice.inner->label, "b");
    EXPECT_EQ(twice.inner->number, 3);
    EXPECT_TRUE(twice.texts.empty());
}

TEST(Reader, NamesThePropertyThatIsWrongAndNotItsValue) {
    EXPECT_EQ(complaint(R"({"text":17})"), "text: must be a string");
    EXPECT_EQ(complaint(R"({"inners":[{"label":"a"},null,{"label":5}]})"),
              "inners[2].label: must be a string");
    EXPECT_EQ(complaint(R"({"inner":{}})"), "inner.label: is required");
    EXPECT_EQ(complaint(R"({"inner":{"label":null}})"), "inner.label: is required");
    EXPECT_EQ(complaint(R"({"texts":["a",["b"]]})"), "texts[1]: must be a string");
    EXPECT_EQ(complaint(R"({"inner":"x"})"), "inner: must be an object");
}

TEST(Reader, WantsAnObjectAtTheTop) {
    for (const std::string_view json : {"[]", "null", "1", R"("{}")", "true"})
        EXPECT_EQ(complaint(json), "The body must be an object") << json;
}

TEST(Reader, RefusesWhatIsNotJson) {
    for (const std::string_view json : {"",
                                        " ",
                                        "{",
                                        "}",
                                        "{}x",
                                        "{},",
                                        R"({"text":"a")",
                                        R"({"text":"a)",
                                        R"({'text':'a'})",
                                        R"({text:"a"})",
                                        R"({"text":"a",})",
                                        R"({"x":tru})",
                                        R"({"x":01})",
                                        R"({"x":.5})",
                                        R"({"x":+1})",
                                        R"({"x":NaN})",
                                        "{\"x\":[1,,2]}",
                                        "{\"text\":\"a\nb\"}",
                                        R"({"x":"\x"})",
                                        R"({"x":"\u12"})",
                                        "// {}",
                                        "\xef\xbb\xbf{}"})
        EXPECT_EQ(complaint(json), not_json) << json;
}

TEST(Reader, RefusesTextThatIsNotUtf8) {
    for (const std::string_view bytes :
         {"\x80", "\xff", "\xc3", "\xc0\xaf", "\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80",
          "\xf8\x88\x80\x80\x80"})
        EXPECT_EQ(complaint(R"({"text":")" + std::string(bytes) + R"("})"), not_json);
    EXPECT_EQ(complaint("{\"x\xc3\":1}"), not_json);
}

TEST(Reader, RefusesHalfASurrogatePair) {
    EXPECT_EQ(outer(R"({"text":"\ud83d\ude42"})").text, "🙂");
    for (const std::string_view escape : {R"(\ud83d)", R"(\ude42)", R"(\ud83dx)", R"(\ud83d\n)",
                                          R"(\ud83d\u0041)", R"(\ude42\ud83d)"})
        EXPECT_EQ(complaint(R"({"text":")" + std::string(escape) + R"("})"), not_json) << escape;
}

TEST(Reader, ReadsEscapesAndZeroBytes) {
    EXPECT_EQ(outer(R"({"te\u0078t":"\"\\\/\b\f\n\r\t\u00fc"})").text, "\"\\/\b\f\n\r\tü");
    EXPECT_EQ(outer(R"({"text":"a\u0000b"})").text, std::string("a\0b", 3));
}

TEST(Reader, BoundsHowDeepATextIsNested) {
    const auto property = [](std::size_t depth) { return R"({"x":)" + nested(depth, "1") + "}"; };
    EXPECT_EQ(complaint(property(nesting_max - 2)), "understood");
    EXPECT_EQ(complaint(property(nesting_max)), not_json);
    EXPECT_EQ(complaint(property(500'000)), not_json);
    EXPECT_EQ(complaint(std::string(500'000, '[')), not_json);
    EXPECT_EQ(complaint(std::string(100'000, '{')), not_json);
}

TEST(Reader, BoundsHowLongATextIs) {
    const auto padded = [](std::size_t size) {
        const std::string_view ends = R"({"text":""})";
        return std::string(R"({"text":")") + std::string(size - ends.size(), 'a') + R"("})";
    };
    EXPECT_EQ(outer(padded(json_size_max)).text.size(), json_size_max - 11);
    EXPECT_EQ(complaint(padded(json_size_max + 1)), not_json);
    EXPECT_EQ(outer(R"({"text":"still here"})").text, "still here");
}

TEST(Reader, ReadsArraysAtTheTop) {
    const auto inners = read<std::vector<Inner>>(R"([{"label":"a"},{"label":"b","number":4}])");
    ASSERT_TRUE(inners);
    ASSERT_EQ(inners->size(), 2u);
    EXPECT_EQ((*inners)[1].number, 4);
    EXPECT_EQ(read<std::vector<Inner>>("[{}]").error().detail, "[0].label: is required");
    EXPECT_EQ(read<std::vector<Inner>>("{}").error().detail, "The body must be an array");
}

}  // namespace
}  // namespace rejoinder::protocol

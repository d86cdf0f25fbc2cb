#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace rejoinder::utf8 {
namespace {

TEST(Utf8, CharactersOfAllLengthsAre) {
    EXPECT_TRUE(is_valid(""));
    EXPECT_TRUE(is_valid("a\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80"));
}

TEST(Utf8, CutOverlongAndSurrogateSequencesAreNot) {
    for (const char* text : {"\xC3", "\xE2\x82", "\xFF", "\x80", "\xC0\x80", "\xE0\x80\x80",
                             "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80", "a\xE4z"})
        EXPECT_FALSE(is_valid(text)) << text;
}

TEST(Utf8, WhatIsDecodedCanBePutTogetherAgain) {
    const std::string text = "a\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF";
    const auto characters = decode(text);
    ASSERT_EQ(characters, U"aü€\U0001F600\U0010FFFF");
    std::string again;
    for (const char32_t character : *characters) append(again, character);
    EXPECT_EQ(again, text);
    EXPECT_FALSE(decode("a\xC3"));
}

TEST(Utf8, IsCutBetweenCharacters) {
    EXPECT_EQ(count_characters("aüb"), 3u);
    EXPECT_EQ(count_characters(""), 0u);
    EXPECT_EQ(first_characters("aüb", 2), "aü");
    EXPECT_EQ(first_characters("aüb", 3), "aüb");
    EXPECT_EQ(first_characters("", 3), "");
    std::string text = "aüb";
    truncate(text, 4);
    EXPECT_EQ(text, "aüb");
    truncate(text, 2);
    EXPECT_EQ(text, "a");
}

}  // namespace
}  // namespace rejoinder::utf8

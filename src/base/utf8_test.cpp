#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace rejoinder {
namespace {

TEST(Utf8, CharactersOfAllLengthsAre) {
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8("a\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80"));
}

TEST(Utf8, CutOverlongAndSurrogateSequencesAreNot) {
    for (const char* text : {"\xC3", "\xE2\x82", "\xFF", "\x80", "\xC0\x80", "\xE0\x80\x80",
                             "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80", "a\xE4z"})
        EXPECT_FALSE(is_utf8(text)) << text;
}

}  // namespace
}  // namespace rejoinder

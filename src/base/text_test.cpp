#include "base/text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace rejoinder {
namespace {

TEST(Text, IsTrimmedOfBlanksAndTabsAroundIt) {
    EXPECT_EQ(trim(" \t a b\t "), "a b");
    EXPECT_EQ(trim("a"), "a");
    EXPECT_EQ(trim("\na\r"), "\na\r");
    EXPECT_EQ(trim(" \t"), "");
    EXPECT_EQ(trim(""), "");
}

TEST(Text, IsTakenPartByPart) {
    const auto parts = [](std::string_view rest) {
        std::vector<std::string> found;
        while (!rest.empty()) found.emplace_back(take_until(rest, ','));
        return found;
    };
    using List = std::vector<std::string>;
    EXPECT_EQ(parts("a, b"), (List{"a", " b"}));
    EXPECT_EQ(parts("a,,b"), (List{"a", "", "b"}));
    EXPECT_EQ(parts(",a,"), (List{"", "a"}));
    EXPECT_EQ(parts("a"), (List{"a"}));
    EXPECT_EQ(parts(""), List{});
}

TEST(Text, IsFoundInAnyCaseOfItsLetters) {
    EXPECT_EQ(lower("ÄaZ[9"), "Äaz[9");
    EXPECT_TRUE(contains_in_any_case("Where is it?", "IS"));
    EXPECT_TRUE(contains_in_any_case("WHERE", "where"));
    EXPECT_TRUE(contains_in_any_case("text", ""));
    EXPECT_TRUE(contains_in_any_case("", ""));
    EXPECT_FALSE(contains_in_any_case("", "a"));
    EXPECT_FALSE(contains_in_any_case("wher", "where"));
    EXPECT_FALSE(contains_in_any_case("{", "["));
}

}  // namespace
}  // namespace rejoinder

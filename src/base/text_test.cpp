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

}  // namespace
}  // namespace rejoinder

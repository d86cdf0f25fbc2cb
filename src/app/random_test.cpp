#include "app/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace rejoinder::app {
namespace {

TEST(Random, UuidsDifferAndAreOfVersionFour) {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const std::string text = random_uuid().str();
        EXPECT_EQ(text[14], '4') << text;
        EXPECT_NE(std::string_view("89ab").find(text[19]), std::string_view::npos) << text;
        EXPECT_TRUE(seen.insert(text).second);
    }
}

TEST(Random, TokensAreBase64UrlWithoutPadding) {
    const std::string token = random_token();
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(
        token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
        std::string::npos);
    EXPECT_NE(token, random_token());
    EXPECT_EQ(random_token(16).size(), 22U);
    EXPECT_EQ(random_token(0), "");
}

TEST(Random, PasswordsHaveFourGroupsOfFive) {
    const std::string password = random_password();
    ASSERT_EQ(password.size(), 23U);
    EXPECT_EQ(password[5], '-');
    EXPECT_EQ(password[17], '-');
    EXPECT_NE(password, random_password());
}

TEST(Random, NumbersStayBelowTheirBound) {
    EXPECT_EQ(random_below(0), 0U);
    EXPECT_EQ(random_below(1), 0U);
    std::array<int, 4> counts{};
    for (int i = 0; i < 400; ++i) ++counts.at(random_below(4));
    for (const int count : counts) EXPECT_GT(count, 0);
}

}  // namespace
}  // namespace rejoinder::app

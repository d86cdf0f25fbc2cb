#include "app/password.hpp"

#include <gtest/gtest.h>

namespace rejoinder::app {
namespace {

TEST(Password, FitsItsOwnHashOnly) {
    const std::string hash = password::hash("horse battery");
    EXPECT_TRUE(hash.starts_with("$argon2id$")) << hash;
    EXPECT_TRUE(password::verify(hash, "horse battery"));
    EXPECT_FALSE(password::verify(hash, "horse batterz"));
    EXPECT_FALSE(password::verify(hash, ""));
}

TEST(Password, IsSaltedSoThatTwoHashesDiffer) {
    EXPECT_NE(password::hash("same"), password::hash("same"));
}

TEST(Password, FitsNoHashThatIsNotOne) {
    EXPECT_FALSE(password::verify("", "x"));
    EXPECT_FALSE(password::verify("plain", "plain"));
    EXPECT_FALSE(password::verify(std::string(1000, '$'), "x"));
}

TEST(Password, IsRefusedOneByteBeyondTheBound) {
    const std::string longest(password::bytes_max, 'p');
    const std::string hash = password::hash(longest);
    EXPECT_TRUE(password::verify(hash, longest));
    EXPECT_FALSE(password::verify(hash, longest + "p"));
}

}  // namespace
}  // namespace rejoinder::app

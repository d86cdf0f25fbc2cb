#include "protocol/members.hpp"

#include <gtest/gtest.h>

namespace rejoinder::protocol {
namespace {

TEST(Members, HaveTheKindsOfValuesThatConfigurationHas) {
    const auto members = read_members(
        R"({"a":true,"b":-7,"c":1.5,"d":"x","e":["p","q"],"f":[],"g":[1],"h":{},"i":null})");
    ASSERT_TRUE(members);
    ASSERT_EQ(members->size(), 8U);
    EXPECT_EQ((*members)[0].value, MemberValue(true));
    EXPECT_EQ((*members)[1].value, MemberValue(std::int64_t{-7}));
    EXPECT_EQ((*members)[2].value, MemberValue(1.5));
    EXPECT_EQ((*members)[3].value, MemberValue(std::string("x")));
    EXPECT_EQ((*members)[4].value, MemberValue(std::vector<std::string>{"p", "q"}));
    EXPECT_EQ((*members)[5].value, MemberValue(std::vector<std::string>{}));
    EXPECT_EQ((*members)[6].value, MemberValue(OtherValue{}));
    EXPECT_EQ((*members)[7].value, MemberValue(OtherValue{}));
    EXPECT_EQ((*members)[7].name, "h");
}

TEST(Members, AreThoseOfAnObject) {
    for (const char* text : {"", "[]", "1", "{", "{\"a\":}"})
        EXPECT_EQ(read_members(text).error().code, Errc::bad_request) << text;
}

}  // namespace
}  // namespace rejoinder::protocol

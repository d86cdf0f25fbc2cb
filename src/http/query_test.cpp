#include "http/query.hpp"

#include <gtest/gtest.h>

namespace rejoinder::http {
namespace {

TEST(PercentDecode, ReplacesEscapesAndKeepsBrokenOnes) {
    EXPECT_EQ(percent_decode("a%20b%2Fc"), "a b/c");
    EXPECT_EQ(percent_decode("%c3%BC"), "\xc3\xbc");
    EXPECT_EQ(percent_decode("100%"), "100%");
    EXPECT_EQ(percent_decode("%4"), "%4");
    EXPECT_EQ(percent_decode("%zz%41"), "%zzA");
    EXPECT_EQ(percent_decode(""), "");
}

TEST(PercentDecode, TakesAPlusForASpaceOnlyWhenAsked) {
    EXPECT_EQ(percent_decode("a+b"), "a+b");
    EXPECT_EQ(percent_decode("a+b%2B", Plus::is_space), "a b+");
}

TEST(PercentEncode, ComesBackWhenDecoded) {
    EXPECT_EQ(percent_encode("a b/c~"), "a%20b%2Fc~");
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes.push_back(static_cast<char>(i));
    EXPECT_EQ(percent_decode(percent_encode(bytes), Plus::is_space), bytes);
}

TEST(QueryReader, KeepsRawBracketsAndRepeatedNames) {
    const std::string_view query = "org_id=00D1&Availability.ids=[5731,5732]&a=1&a=2+3";
    EXPECT_EQ(parameter(query, "Availability.ids"), "[5731,5732]");
    EXPECT_EQ(parameter(query, "a"), "1");
    EXPECT_EQ(parameters(query, "a"), (std::vector<std::string>{"1", "2 3"}));
    EXPECT_EQ(parameter(query, "b"), std::nullopt);
}

TEST(QueryReader, LeavesOutEmptyParameters) {
    QueryReader reader("&&flag&x=&=y&k=a=b&");
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.name(), "flag");
    EXPECT_EQ(reader.value(), "");
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.name(), "x");
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.value(), "y");
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.value(), "a=b");
    EXPECT_FALSE(reader.next());
    EXPECT_FALSE(QueryReader("").next());
}

}  // namespace
}  // namespace rejoinder::http

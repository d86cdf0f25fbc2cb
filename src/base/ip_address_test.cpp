#include "base/ip_address.hpp"

#include <gtest/gtest.h>

namespace rejoinder {
namespace {

TEST(IpAddress, ReadsBothKinds) {
    const auto four = parse_ip_address("192.0.2.7");
    ASSERT_TRUE(four);
    EXPECT_EQ(four->version, IpVersion::v4);
    EXPECT_EQ(four->bytes[0], 192);
    EXPECT_EQ(four->bytes[3], 7);

    const auto six = parse_ip_address("2001:db8::7");
    ASSERT_TRUE(six);
    EXPECT_EQ(six->version, IpVersion::v6);
    EXPECT_EQ(six->bytes[15], 7);
}

TEST(IpAddress, AreOrderedAsNumbers) {
    EXPECT_LT(parse_ip_address("9.255.255.255"), parse_ip_address("10.0.0.0"));
    EXPECT_LT(parse_ip_address("2001:db8::f"), parse_ip_address("2001:db8::10"));
    EXPECT_EQ(parse_ip_address("2001:0db8:0::7"), parse_ip_address("2001:DB8::7"));
}

TEST(IpAddress, ReadsNothingElse) {
    for (const char* text : {"", "1.2.3", "1.2.3.256", "01.2.3.4.5", "::g", "fe80::1%eth0",
                             "1.2.3.4 ", "localhost", "10.0.0.0/8"})
        EXPECT_FALSE(parse_ip_address(text)) << text;
}

}  // namespace
}  // namespace rejoinder

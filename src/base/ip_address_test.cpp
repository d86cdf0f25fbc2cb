#include "base/ip_address.hpp"

#include <gtest/gtest.h>

namespace rejoinder {
namespace {

TEST(IpAddress, IsReadInAllItsForms) {
    EXPECT_EQ(parse_ip_address("1.2.3.4"), parse_ip_address("::ffff:1.2.3.4"));
    EXPECT_EQ(parse_ip_address("1.2.3.4"), parse_ip_address("0:0:0:0:0:FFFF:102:304"));
    EXPECT_EQ(parse_ip_address("2001:db8::1"), parse_ip_address("2001:0DB8:0:0:0:0:0:1"));
    EXPECT_EQ(parse_ip_address("::"), parse_ip_address("0:0:0:0:0:0:0:0"));
    EXPECT_EQ(parse_ip_address("1::"), parse_ip_address("1:0:0:0:0:0:0:0"));
    EXPECT_EQ(parse_ip_address("1:2:3:4:5:6:7::"), parse_ip_address("1:2:3:4:5:6:7:0"));
    EXPECT_TRUE(parse_ip_address("1.2.3.4")->is_ipv4());
    EXPECT_FALSE(parse_ip_address("::1.2.3.4")->is_ipv4());
    EXPECT_LT(parse_ip_address("9.255.255.255"), parse_ip_address("10.0.0.0"));
}

TEST(IpAddress, IsNothingElse) {
    for (const char* text : {"",
                             "1",
                             "1.2.3",
                             "1.2.3.4.5",
                             "1.2.3.256",
                             "1.2.3.04",
                             "1.2.3.",
                             ".1.2.3",
                             "1.2.3.4 ",
                             "-1.2.3.4",
                             "0x1.2.3.4",
                             "a.b.c.d",
                             ":",
                             ":::",
                             "1:2:3:4:5:6:7",
                             "1:2:3:4:5:6:7:8:9",
                             "1::2::3",
                             "1:2:3:4:5:6:7::8",
                             "12345::",
                             "g::",
                             "::1.2.3",
                             "1.2.3.4::",
                             ":1::",
                             "1:",
                             "::1:",
                             "::ffff:1.2.3.4:5",
                             "fe80::1%eth0",
                             "[::1]",
                             "localhost"})
        EXPECT_FALSE(parse_ip_address(text)) << text;
}

TEST(IpAddress, AreOrderedAsNumbers) {
    EXPECT_LT(parse_ip_address("9.255.255.255"), parse_ip_address("10.0.0.0"));
    EXPECT_LT(parse_ip_address("2001:db8::f"), parse_ip_address("2001:db8::10"));
}

}  // namespace
}  // namespace rejoinder

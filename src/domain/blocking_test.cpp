#include "domain/blocking.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace rejoinder::domain {
namespace {

using testing::HasSubstr;
using Ranges = std::vector<std::pair<std::string, std::string>>;

Blocking blocking(const Ranges& ranges) {
    std::map<BlockingRuleId, record::BlockingRule> rules;
    for (const auto& [from, to] : ranges) {
        record::BlockingRule rule;
        rule.id = BlockingRuleId::numbered(rules.size() + 1);
        rule.from_address = from;
        rule.to_address = to;
        rules[rule.id] = rule;
    }
    Blocking made;
    made.update(rules);
    return made;
}

TEST(Address, IsReadInAllItsForms) {
    EXPECT_EQ(parse_address("1.2.3.4"), parse_address("::ffff:1.2.3.4"));
    EXPECT_EQ(parse_address("1.2.3.4"), parse_address("0:0:0:0:0:FFFF:102:304"));
    EXPECT_EQ(parse_address("2001:db8::1"), parse_address("2001:0DB8:0:0:0:0:0:1"));
    EXPECT_EQ(parse_address("::"), parse_address("0:0:0:0:0:0:0:0"));
    EXPECT_EQ(parse_address("1::"), parse_address("1:0:0:0:0:0:0:0"));
    EXPECT_EQ(parse_address("1:2:3:4:5:6:7::"), parse_address("1:2:3:4:5:6:7:0"));
    EXPECT_TRUE(parse_address("1.2.3.4")->is_ipv4());
    EXPECT_FALSE(parse_address("::1.2.3.4")->is_ipv4());
    EXPECT_LT(parse_address("9.255.255.255"), parse_address("10.0.0.0"));
}

TEST(Address, IsNothingElse) {
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
        EXPECT_FALSE(parse_address(text)) << text;
}

TEST(Address, ARangeHasBothEndsOfOneKindInOrder) {
    EXPECT_TRUE(check_range("1.2.3.4", ""));
    EXPECT_TRUE(check_range("1.2.3.4", "1.2.3.4"));
    EXPECT_TRUE(check_range("1.2.3.4", "::ffff:1.2.3.9"));
    EXPECT_TRUE(check_range("2001:db8::", "2001:db8::ffff"));
    EXPECT_THAT(check_range("1.2.3.4", "1.2.3.3").error().detail, HasSubstr("above"));
    EXPECT_THAT(check_range("1.2.3.4", "2001:db8::").error().detail, HasSubstr("both IPv6"));
    EXPECT_THAT(check_range("", "").error().detail, HasSubstr("IPv4 or IPv6"));
    EXPECT_THAT(check_range("1.2.3.4", "x").error().detail, HasSubstr("IPv4 or IPv6"));
}

TEST(Blocking, HoldsForRangesWithBothEnds) {
    const Blocking blocked = blocking({{"10.0.0.5", "10.0.0.9"},
                                       {"10.0.0.7", "10.0.1.0"},
                                       {"10.0.0.6", ""},
                                       {"192.168.0.1", ""},
                                       {"2001:db8::", "2001:db8::ffff"},
                                       {"broken", ""}});
    for (const char* address : {"10.0.0.5", "10.0.0.9", "10.0.0.255", "10.0.1.0", "192.168.0.1",
                                "::ffff:192.168.0.1", "2001:db8::1", "2001:db8::1%eth0"})
        EXPECT_TRUE(blocked.is_blocked(address)) << address;
    for (const char* address : {"10.0.0.4", "10.0.1.1", "192.168.0.2", "2001:db8::1:0", "::1", "",
                                "somewhere", "9.0.0.0", "255.255.255.255"})
        EXPECT_FALSE(blocked.is_blocked(address)) << address;
    EXPECT_FALSE(blocking({}).is_blocked("10.0.0.5"));
}

}  // namespace
}  // namespace rejoinder::domain

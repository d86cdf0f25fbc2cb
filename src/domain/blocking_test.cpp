#include "domain/blocking.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace rejoinder::domain {
namespace {

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

TEST(Blocking, ARangeHasBothEndsOfOneKindInOrder) {
    const auto blocks = [](std::string from, std::string to) {
        const std::string address = from;
        return blocking({{std::move(from), std::move(to)}}).is_blocked(address);
    };
    EXPECT_TRUE(blocks("1.2.3.4", ""));
    EXPECT_TRUE(blocks("1.2.3.4", "1.2.3.4"));
    EXPECT_TRUE(blocks("1.2.3.4", "::ffff:1.2.3.9"));
    EXPECT_TRUE(blocks("2001:db8::", "2001:db8::ffff"));
    EXPECT_FALSE(blocks("1.2.3.4", "1.2.3.3"));
    EXPECT_FALSE(blocks("1.2.3.4", "2001:db8::"));
    EXPECT_FALSE(blocks("", ""));
    EXPECT_FALSE(blocks("1.2.3.4", "x"));
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

#include "http/connection_limits.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace rejoinder::http {
namespace {

using boost::asio::ip::make_address;

TEST(ConnectionLimits, AdmitsUpToEachBoundAndNotOneMore) {
    ConnectionLimits limits(3, 2);
    std::vector<ConnectionLimits::Lease> leases;
    for (const char* peer : {"10.0.0.1", "10.0.0.1"}) {
        auto lease = limits.admit(make_address(peer));
        ASSERT_TRUE(lease);
        leases.push_back(std::move(*lease));
    }
    EXPECT_FALSE(limits.admit(make_address("10.0.0.1")));
    auto other = limits.admit(make_address("10.0.0.2"));
    ASSERT_TRUE(other);
    EXPECT_FALSE(limits.admit(make_address("10.0.0.3")));
    EXPECT_EQ(limits.open(), 3U);

    other.reset();
    EXPECT_TRUE(limits.admit(make_address("10.0.0.3")));
    leases.clear();
    EXPECT_EQ(limits.open(), 0U);
    EXPECT_TRUE(limits.admit(make_address("10.0.0.1")));
}

TEST(ConnectionLimits, CountsANetworkOfIpv6AddressesAsOne) {
    ConnectionLimits limits(10, 1);
    const auto lease = limits.admit(make_address("2001:db8::1"));
    ASSERT_TRUE(lease);
    EXPECT_FALSE(limits.admit(make_address("2001:db8::2")));
    EXPECT_TRUE(limits.admit(make_address("2001:db8:0:1::1")));
    EXPECT_TRUE(limits.admit(make_address("0.0.0.1")));
}

}  // namespace
}  // namespace rejoinder::http

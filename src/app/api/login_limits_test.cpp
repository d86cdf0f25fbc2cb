#include "app/api/login_limits.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace rejoinder::app::api {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr Instant start = instant_from_epoch(1'790'000'000'000);

LoginLimits::Try guess(std::string_view username, std::uint64_t network = 1) {
    return LoginLimits::make_try("00D000000000001", username, network);
}

class LoginLimitsTest : public testing::Test {
protected:
    // How many of `tries` are let through.
    int let_through(int tries, std::string_view username, std::uint64_t network, Instant now) {
        int count = 0;
        for (int i = 0; i < tries; ++i)
            if (!limits_.count(guess(username, network), now)) ++count;
        return count;
    }

    LoginLimits limits_{
        {.failures_max = 10, .failures_per_address_max = 25, .window = std::chrono::minutes{5}}};
};

TEST_F(LoginLimitsTest, AnAccountHasTenTriesAndThenOneEachHalfMinute) {
    EXPECT_EQ(let_through(20, "ann", 1, start), 10);
    EXPECT_EQ(limits_.count(guess("ann"), start), seconds{30});
    EXPECT_EQ(limits_.count(guess("ann"), start + seconds{20}), seconds{10});
    EXPECT_EQ(let_through(5, "ann", 1, start + seconds{30}), 1);
    EXPECT_EQ(let_through(20, "ann", 1, start + minutes{10}), 10);
}

TEST_F(LoginLimitsTest, AGuesserDoesNotStopOthers) {
    let_through(10, "ann", 1, start);
    EXPECT_EQ(let_through(1, "bob", 1, start), 1);
    EXPECT_EQ(let_through(1, "ann", 2, start), 0) << "the account is guarded everywhere";
}

TEST_F(LoginLimitsTest, ANetworkThatTriesManyAccountsIsHeldBack) {
    int count = 0;
    for (int i = 0; i < 100; ++i) count += let_through(1, "agent" + std::to_string(i), 1, start);
    EXPECT_EQ(count, 25);
    EXPECT_EQ(let_through(1, "agent90", 2, start), 1);
    EXPECT_EQ(let_through(5, "agent91", 1, start + seconds{12}), 1);
}

TEST_F(LoginLimitsTest, TheLongIdIsTheSameAccount) {
    let_through(10, "ann", 1, start);
    EXPECT_TRUE(limits_.count(LoginLimits::make_try("00D000000000001EAA", "ann", 1), start));
    EXPECT_FALSE(limits_.count(LoginLimits::make_try("00D000000000002", "ann", 1), start));
}

TEST_F(LoginLimitsTest, TheRightPasswordForgivesTheAccountAndNotItsNetwork) {
    let_through(9, "ann", 1, start);
    ASSERT_FALSE(limits_.count(guess("ann"), start));
    limits_.forgive(guess("ann"));
    // 9 of the network's 25 are used, as ann's tenth was right.
    EXPECT_EQ(let_through(20, "ann", 1, start), 10);
    EXPECT_EQ(let_through(20, "bob", 1, start), 6);
}

TEST_F(LoginLimitsTest, ATryThatWasNotCheckedIsGivenBack) {
    let_through(10, "ann", 1, start);
    limits_.give_back(guess("ann"));
    EXPECT_EQ(let_through(5, "ann", 1, start), 1);
}

TEST_F(LoginLimitsTest, WhatIsCountedAtOnceIsBounded) {
    TryMeter meter(10, minutes{5});
    for (std::size_t i = 0; i < TryMeter::subjects_max; ++i) meter.take(std::to_string(i), start);
    EXPECT_EQ(meter.wait("one more", start), seconds{30});
    EXPECT_EQ(meter.wait("1", start), seconds{0});
    EXPECT_EQ(meter.wait("one more", start + seconds{30}), seconds{0});
}

}  // namespace
}  // namespace rejoinder::app::api

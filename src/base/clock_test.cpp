#include "base/clock.hpp"

#include <gtest/gtest.h>

namespace rejoinder {
namespace {

using namespace std::chrono_literals;

TEST(Clock, NeverRunsBackwards) {
    const Clock clock;

    Instant before = clock.now();
    for (int reading = 0; reading < 1000; ++reading) {
        const Instant now = clock.now();
        ASSERT_GE(now, before);
        before = now;
    }
}

TEST(Clock, StartsFromTheWallClock) {
    const Instant before{std::chrono::floor<Duration>(std::chrono::system_clock::now())};
    const Instant now = Clock().now();

    EXPECT_GE(now, before);
    EXPECT_LT(now, before + 1min);
}

TEST(Stopwatch, NeverRunsBackwards) {
    const Stopwatch stopwatch;

    const auto first = stopwatch.elapsed();
    EXPECT_GE(first, 0us);
    EXPECT_GE(stopwatch.elapsed(), first);
    EXPECT_LT(stopwatch.elapsed(), 1min);
}

TEST(Instant, IsMillisecondsSinceTheEpochBothWays) {
    EXPECT_EQ(epoch_milliseconds(instant_from_epoch(1771977600123)), 1771977600123);
    EXPECT_EQ(instant_from_epoch(0) + 28s, instant_from_epoch(28000));
}

}  // namespace
}  // namespace rejoinder

#include "base/time_zone.hpp"

#include <gtest/gtest.h>

namespace rejoinder {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;
using std::chrono::sys_days;

TimeZone zone(std::string_view name) {
    const auto found = TimeZone::find(name);
    EXPECT_TRUE(found) << name;
    return found.value_or(TimeZone());
}

TEST(TimeZone, UtcIsTheInstantItself) {
    const Instant at = sys_days(2026y / 2 / 3) + 4h + 5ms;
    EXPECT_EQ(zone("UTC").local(at), local_days(2026y / 2 / 3) + 4h + 5ms);
    EXPECT_EQ(zone("UTC").first(local_days(2026y / 2 / 3) + 4h), sys_days(2026y / 2 / 3) + 4h);
    EXPECT_EQ(zone("UTC").last(local_days(2026y / 2 / 3) + 4h), sys_days(2026y / 2 / 3) + 4h);
}

TEST(TimeZone, TheWallClockFollowsTheSeasons) {
    const TimeZone berlin = zone("Europe/Berlin");
    EXPECT_EQ(berlin.local(sys_days(2026y / 1 / 15) + 12h), local_days(2026y / 1 / 15) + 13h);
    EXPECT_EQ(berlin.local(sys_days(2026y / 7 / 15) + 12h), local_days(2026y / 7 / 15) + 14h);
    EXPECT_EQ(berlin.first(local_days(2026y / 7 / 15) + 14h), sys_days(2026y / 7 / 15) + 12h);
    EXPECT_EQ(zone("Asia/Kathmandu").local(sys_days(2026y / 1 / 1)),
              local_days(2026y / 1 / 1) + 5h + 45min);
    EXPECT_EQ(zone("America/New_York").local(sys_days(2026y / 1 / 1) + 1h),
              local_days(2025y / 12 / 31) + 20h);
}

TEST(TimeZone, ATimeThatIsSkippedIsWhenTheClockIsSet) {
    const TimeZone berlin = zone("Europe/Berlin");
    const Instant set = sys_days(2026y / 3 / 29) + 1h;
    for (const auto minutes : {0min, 1min, 30min, 59min}) {
        EXPECT_EQ(berlin.first(local_days(2026y / 3 / 29) + 2h + minutes), set);
        EXPECT_EQ(berlin.last(local_days(2026y / 3 / 29) + 2h + minutes), set);
    }
    EXPECT_EQ(berlin.first(local_days(2026y / 3 / 29) + 3h), set);
    EXPECT_EQ(berlin.local(set - 1ms), local_days(2026y / 3 / 29) + 2h - 1ms);
    EXPECT_EQ(berlin.local(set), local_days(2026y / 3 / 29) + 3h);
}

TEST(TimeZone, ATimeThatComesTwiceHasAFirstAndALast) {
    const TimeZone berlin = zone("Europe/Berlin");
    const LocalTime twice = local_days(2026y / 10 / 25) + 2h + 30min;
    EXPECT_EQ(berlin.first(twice), sys_days(2026y / 10 / 25) + 30min);
    EXPECT_EQ(berlin.last(twice), sys_days(2026y / 10 / 25) + 1h + 30min);
    const LocalTime once = local_days(2026y / 10 / 25) + 3h;
    EXPECT_EQ(berlin.first(once), sys_days(2026y / 10 / 25) + 2h);
    EXPECT_EQ(berlin.last(once), berlin.first(once));
}

// Where this fails, the database was compiled "slim": see ADR 8.
TEST(TimeZone, TheDatabaseReachesThroughTheThirties) {
    EXPECT_EQ(zone("Europe/Berlin").local(sys_days(2037y / 7 / 1)), local_days(2037y / 7 / 1) + 2h);
}

TEST(TimeZone, WhatIsNoZoneIsToldByItsName) {
    for (const std::string_view name : {"", "Berlin", "Europe/Bielefeld", "europe/berlin",
                                        "../../etc/passwd", "/etc/localtime"}) {
        const auto found = TimeZone::find(name);
        ASSERT_FALSE(found) << name;
        EXPECT_EQ(found.error().code, Errc::bad_request);
        EXPECT_NE(found.error().text().find(name), std::string_view::npos);
    }
}

}  // namespace
}  // namespace rejoinder

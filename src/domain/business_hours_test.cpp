#include "domain/business_hours.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace rejoinder::domain {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using ::testing::HasSubstr;

using Lines = std::vector<std::string>;

Result<Schedule> compiled(const Lines& weekly, const Lines& exceptions = {},
                          const std::string& time_zone = "UTC") {
    record::BusinessHours hours;
    hours.time_zone = time_zone;
    hours.weekly = weekly;
    hours.exceptions = exceptions;
    return Schedule::compile(hours);
}

Schedule schedule(const Lines& weekly, const Lines& exceptions = {},
                  const std::string& time_zone = "UTC") {
    const auto made = compiled(weekly, exceptions, time_zone);
    EXPECT_TRUE(made) << made.error().text();
    return made.value_or(Schedule());
}

std::string problem(const Lines& weekly, const Lines& exceptions = {}) {
    const auto made = compiled(weekly, exceptions);
    return made ? "" : std::string(made.error().text());
}

// 2026-01-05 is a Monday.
constexpr auto monday = sys_days(2026y / 1 / 5);
constexpr auto tuesday = monday + std::chrono::days(1);
const Lines every_day = {"Mon 00:00-24:00", "Tue 00:00-24:00", "Wed 00:00-24:00", "Thu 00:00-24:00",
                         "Fri 00:00-24:00", "Sat 00:00-24:00", "Sun 00:00-24:00"};

TEST(BusinessHours, ARangeIsOpenFromItsBeginToBeforeItsEnd) {
    const Schedule hours = schedule({"Mon 09:00-12:30 13:30-18:00"});
    EXPECT_FALSE(hours.is_open(monday + 9h - 1ms));
    EXPECT_TRUE(hours.is_open(monday + 9h));
    EXPECT_TRUE(hours.is_open(monday + 12h + 30min - 1ms));
    EXPECT_FALSE(hours.is_open(monday + 12h + 30min));
    EXPECT_TRUE(hours.is_open(monday + 13h + 30min));
    EXPECT_FALSE(hours.is_open(monday + 18h));
    EXPECT_FALSE(hours.is_open(tuesday + 10h));
    EXPECT_TRUE(hours.is_open(monday + 7 * 24h + 10h));
}

TEST(BusinessHours, ADayMayStandInSeveralLines) {
    const Schedule hours = schedule({"Mon 09:00-10:00", "Tue 09:00-10:00", "Mon 15:00-16:00"});
    EXPECT_TRUE(hours.is_open(monday + 9h));
    EXPECT_TRUE(hours.is_open(monday + 15h));
    EXPECT_FALSE(hours.is_open(tuesday + 15h));
}

TEST(BusinessHours, TheNextChangeIsToldFromEverywhere) {
    const Schedule hours = schedule({"Mon 09:00-12:30 13:30-18:00", "Wed 08:00-09:00"});
    EXPECT_EQ(hours.next_change(monday), monday + 9h);
    EXPECT_EQ(hours.next_change(monday + 9h), monday + 12h + 30min);
    EXPECT_EQ(hours.next_change(monday + 12h + 30min), monday + 13h + 30min);
    EXPECT_EQ(hours.next_change(monday + 18h), monday + 48h + 8h);
    EXPECT_EQ(hours.next_change(monday + 48h + 9h), monday + 7 * 24h + 9h);
}

TEST(BusinessHours, RangesInAnyOrderThatTouchOrOverlapAreOneOpening) {
    const Schedule hours = schedule({"Mon 14:00-18:00 09:00-12:00 12:00-13:00 11:00-14:00"});
    EXPECT_EQ(hours.next_change(monday), monday + 9h);
    EXPECT_EQ(hours.next_change(monday + 10h), monday + 18h);
}

TEST(BusinessHours, WithoutALineItIsNeverOpenAndNeverChanges) {
    const Schedule hours = schedule({});
    EXPECT_FALSE(hours.is_open(monday + 12h));
    EXPECT_EQ(hours.next_change(monday), std::nullopt);
}

TEST(BusinessHours, OpenAroundTheClockItDoesNotChange) {
    const Schedule hours = schedule(every_day, {}, "Europe/Berlin");
    for (auto at = monday; at < monday + std::chrono::days(400); at += std::chrono::days(1))
        ASSERT_TRUE(hours.is_open(at + 22h + 30min));
    EXPECT_EQ(hours.next_change(monday), std::nullopt);
}

TEST(BusinessHours, TheSearchForAChangeHasAnEnd) {
    const auto last = sys_days(monday) + Schedule::search_max;
    const auto text = [](sys_days day) {
        const std::chrono::year_month_day date(day);
        const auto two = [](unsigned number) {
            return (number < 10 ? "-0" : "-") + std::to_string(number);
        };
        return std::to_string(static_cast<int>(date.year())) +
               two(static_cast<unsigned>(date.month())) + two(static_cast<unsigned>(date.day()));
    };
    EXPECT_EQ(schedule({}, {text(last) + " 00:00-01:00"}).next_change(monday), last);
    EXPECT_EQ(schedule({}, {text(last) + " 00:01-01:00"}).next_change(monday), std::nullopt);
    EXPECT_EQ(schedule(every_day, {text(last) + " closed"}).next_change(monday), last);
    EXPECT_EQ(schedule(every_day, {text(last) + " 00:00-00:01"}).next_change(monday), std::nullopt);
}

TEST(BusinessHours, TwentyFourIsTheEndOfTheDay) {
    const Schedule hours = schedule({"Mon 22:00-24:00", "Tue 00:00-01:00"});
    EXPECT_TRUE(hours.is_open(tuesday - 1ms));
    EXPECT_EQ(hours.next_change(monday + 23h), tuesday + 1h);
    EXPECT_FALSE(schedule({"Mon 22:00-24:00"}).is_open(tuesday));
    EXPECT_EQ(schedule({"Mon 22:00-00:00"}).next_change(monday + 23h), tuesday);
}

TEST(BusinessHours, ARangeThatEndsBeforeItBeginsGoesOverMidnight) {
    const Schedule hours = schedule({"Mon 22:00-06:00"});
    EXPECT_FALSE(hours.is_open(monday + 5h));
    EXPECT_TRUE(hours.is_open(monday + 22h));
    EXPECT_TRUE(hours.is_open(tuesday));
    EXPECT_TRUE(hours.is_open(tuesday + 6h - 1ms));
    EXPECT_FALSE(hours.is_open(tuesday + 6h));
    EXPECT_EQ(hours.next_change(monday + 23h), tuesday + 6h);
}

TEST(BusinessHours, TheWeekIsARing) {
    const Schedule hours = schedule({"Sun 22:00-02:00"});
    EXPECT_TRUE(hours.is_open(monday + 1h));
    EXPECT_FALSE(hours.is_open(tuesday + 1h));
}

TEST(BusinessHours, AnExceptionReplacesItsDay) {
    const Schedule hours = schedule(
        {"Mon 09:00-18:00", "Tue 09:00-18:00"},
        {"2026-01-05 closed", "2026-01-06 20:00-21:00", "2026-01-07 09:00-10:00 11:00-12:00"});
    EXPECT_FALSE(hours.is_open(monday + 10h));
    EXPECT_FALSE(hours.is_open(tuesday + 10h));
    EXPECT_TRUE(hours.is_open(tuesday + 20h));
    EXPECT_TRUE(hours.is_open(tuesday + 24h + 11h));
    EXPECT_TRUE(hours.is_open(monday + 7 * 24h + 10h)) << "the week after is as ever";
    EXPECT_EQ(hours.next_change(monday), tuesday + 20h);
}

TEST(BusinessHours, ANightBelongsToTheDayItBeginsOn) {
    const Lines nights = {"Mon 22:00-06:00", "Tue 22:00-06:00"};
    const Schedule closed_tuesday = schedule(nights, {"2026-01-06 closed"});
    EXPECT_TRUE(closed_tuesday.is_open(tuesday + 5h)) << "Monday's night goes on";
    EXPECT_FALSE(closed_tuesday.is_open(tuesday + 23h));
    EXPECT_FALSE(closed_tuesday.is_open(tuesday + 24h + 5h)) << "Tuesday's does not begin";
    const Schedule closed_monday = schedule(nights, {"2026-01-05 closed"});
    EXPECT_FALSE(closed_monday.is_open(tuesday + 5h));
    EXPECT_TRUE(closed_monday.is_open(tuesday + 23h));
    const Schedule long_monday = schedule({}, {"2026-01-05 22:00-04:00"});
    EXPECT_TRUE(long_monday.is_open(tuesday + 3h));
}

TEST(BusinessHours, LeapDaysAreDates) {
    const Schedule hours = schedule({"Tue 09:00-10:00"}, {"2028-02-29 closed"});
    EXPECT_FALSE(hours.is_open(sys_days(2028y / 2 / 29) + 9h));
    EXPECT_TRUE(hours.is_open(sys_days(2028y / 2 / 22) + 9h));
    EXPECT_THAT(problem({}, {"2027-02-29 closed"}), HasSubstr("a date such as"));
}

TEST(BusinessHours, TheDayIsThePlaces) {
    // Monday 08:00 in Auckland is Sunday 19:00 UTC in their summer.
    const Schedule hours = schedule({"Mon 08:00-10:00"}, {"2026-01-12 closed"}, "Pacific/Auckland");
    EXPECT_TRUE(hours.is_open(monday - 5h));
    EXPECT_FALSE(hours.is_open(monday - 3h));
    EXPECT_EQ(hours.next_change(monday - 24h), monday - 5h);
    EXPECT_FALSE(hours.is_open(monday + 7 * 24h - 5h));
}

TEST(BusinessHours, TheSameHoursAreOtherInstantsInSummer) {
    const Schedule hours = schedule({"Thu 09:00-17:00", "Wed 09:00-17:00"}, {}, "Europe/Berlin");
    EXPECT_TRUE(hours.is_open(sys_days(2026y / 1 / 15) + 8h));
    EXPECT_FALSE(hours.is_open(sys_days(2026y / 1 / 15) + 7h));
    EXPECT_TRUE(hours.is_open(sys_days(2026y / 7 / 15) + 7h));
    EXPECT_FALSE(hours.is_open(sys_days(2026y / 7 / 15) + 15h));
}

// 2026-03-29, a Sunday: at 01:00 UTC the clock in Berlin goes from 02:00 to 03:00.
TEST(BusinessHours, TheHourThatIsSkippedIsNotOpen) {
    constexpr auto day = sys_days(2026y / 3 / 29);
    const Schedule around = schedule({"Sun 01:00-04:00"}, {}, "Europe/Berlin");
    EXPECT_EQ(around.next_change(day - 12h), day);
    EXPECT_EQ(around.next_change(day), day + 2h) << "two hours long instead of three";

    const Schedule into = schedule({"Sun 01:00-02:30"}, {}, "Europe/Berlin");
    EXPECT_EQ(into.next_change(day), day + 1h);
    const Schedule out = schedule({"Sun 02:30-04:00"}, {}, "Europe/Berlin");
    EXPECT_FALSE(out.is_open(day + 1h - 1ms));
    EXPECT_EQ(out.next_change(day), day + 1h);
    EXPECT_EQ(out.next_change(day + 1h), day + 2h);

    const Schedule within = schedule({"Sun 02:10-02:50"}, {}, "Europe/Berlin");
    EXPECT_FALSE(within.is_open(day + 1h));
    EXPECT_EQ(within.next_change(day), day + 7 * 24h + 10min) << "a week later it is there";

    const Schedule night = schedule({"Sat 22:00-06:00"}, {}, "Europe/Berlin");
    EXPECT_EQ(night.next_change(day - 3h), day + 4h);
}

// 2026-10-25, a Sunday: at 01:00 UTC the clock in Berlin goes from 03:00 back to 02:00.
TEST(BusinessHours, TheHourThatComesTwiceIsOpenBothTimes) {
    constexpr auto day = sys_days(2026y / 10 / 25);
    const Schedule around = schedule({"Sun 01:00-04:00"}, {}, "Europe/Berlin");
    EXPECT_EQ(around.next_change(day - 12h), day - 1h);
    EXPECT_EQ(around.next_change(day - 1h), day + 3h) << "four hours long instead of three";

    const Schedule into = schedule({"Sun 01:00-02:30"}, {}, "Europe/Berlin");
    EXPECT_TRUE(into.is_open(day + 45min)) << "no break in the hour's first pass";
    EXPECT_EQ(into.next_change(day - 1h), day + 1h + 30min);
    const Schedule out = schedule({"Sun 02:30-04:00"}, {}, "Europe/Berlin");
    EXPECT_EQ(out.next_change(day - 1h), day + 30min);
    EXPECT_TRUE(out.is_open(day + 1h + 15min));
    EXPECT_EQ(out.next_change(day + 30min), day + 3h);
    const Schedule within = schedule({"Sun 02:10-02:50"}, {}, "Europe/Berlin");
    EXPECT_EQ(within.next_change(day), day + 10min);
    EXPECT_EQ(within.next_change(day + 10min), day + 1h + 50min);
}

// In Havana the clock goes from 01:00 back to 00:00, in Asuncion it went from 24:00 back to 23:00.
TEST(BusinessHours, AClockSetBackOverMidnightShowsYesterdayAgain) {
    const Schedule hours = schedule({"Sat 20:00-23:30"}, {}, "America/Asuncion");
    constexpr auto day = sys_days(2024y / 3 / 24);  // 03:00 UTC: 24:00 becomes 23:00
    EXPECT_EQ(hours.next_change(day), day + 3h + 30min);
    EXPECT_TRUE(hours.is_open(day + 3h + 15min));
    EXPECT_FALSE(hours.is_open(day + 3h + 45min));
}

TEST(BusinessHours, WhatCannotBeReadIsToldWithItsLine) {
    EXPECT_EQ(problem({"Mon 09:00-10:00", "Tue 9-10"}),
              "\"Tue 9-10\": \"9-10\" is no range such as 09:00-12:30");
    for (const char* range :
         {"09:00", "09:00-", "-10:00", "9:00-10:00", "09:60-10:00", "25:00-26:00", "09:00-24:01",
          "24:00-06:00", "09.00-10.00", "09:00-10:00-11:00", "a9:00-10:00", "09:00–10:00", "closed",
          "+9:00-10:00", "09:00 - 10:00", "09:00-10:00,"})
        EXPECT_THAT(problem({std::string("Mon ") + range}), HasSubstr("is no range")) << range;
    EXPECT_THAT(problem({"Mon 09:00-09:00"}), HasSubstr("the whole day is 00:00-24:00"));
    for (const char* line : {"", "Monday 09:00-10:00", "mon 09:00-10:00", "09:00-10:00", "Mon,Tue"})
        EXPECT_THAT(problem({line}), HasSubstr("does not begin with Mon")) << line;
    EXPECT_THAT(problem({"Mon"}), HasSubstr("has no range"));
    for (const char* line : {"closed", "2026-13-01 closed", "2026-02-30 closed", "26-02-03 closed",
                             "2026-2-3 closed", "2026/02/03 closed", "2026-00-10 closed"})
        EXPECT_THAT(problem({}, {line}), HasSubstr("does not begin with a date")) << line;
    EXPECT_THAT(problem({}, {"2026-01-01"}), HasSubstr("has no range"));
    EXPECT_THAT(problem({}, {"2026-01-01 closed 09:00-10:00"}), HasSubstr("is no range"));
    EXPECT_THAT(problem({}, {"2026-01-01 closed", "2026-01-01 09:00-10:00"}),
                HasSubstr("another line"));
    const auto lost = compiled({}, {}, "Europe/Atlantis");
    ASSERT_FALSE(lost);
    EXPECT_THAT(std::string(lost.error().text()), HasSubstr("Europe/Atlantis"));
}

TEST(BusinessHours, LinesAndRangesAreBounded) {
    Lines lines(Schedule::lines_max, "Mon 09:00-10:00");
    EXPECT_EQ(problem(lines), "");
    lines.emplace_back("Mon 09:00-10:00");
    EXPECT_THAT(problem(lines), HasSubstr("at most 1000 lines"));

    std::string line = "Mon";
    for (std::size_t i = 0; i < Schedule::ranges_max; ++i) line += " 09:00-10:00";
    EXPECT_EQ(problem({line}), "");
    EXPECT_THAT(problem({line + " 09:00-10:00"}), HasSubstr("more than 24 ranges"));
}

}  // namespace
}  // namespace rejoinder::domain

#include "app/duration.hpp"

#include <gtest/gtest.h>

namespace rejoinder::app {
namespace {

using namespace std::chrono_literals;

TEST(Durations, AreANumberWithItsUnit) {
    EXPECT_EQ(parse_duration("500ms"), 500ms);
    EXPECT_EQ(parse_duration("28s"), 28s);
    EXPECT_EQ(parse_duration("2m"), 2min);
    EXPECT_EQ(parse_duration("12h"), 12h);
    EXPECT_EQ(parse_duration("0s"), 0s);
    EXPECT_EQ(parse_duration("10000h"), 10'000h);
}

TEST(Durations, AreNothingElse) {
    for (const std::string_view text : {"", "s", "28", "28 s", " 28s", "-1s", "+1s", "1.5s", "28S",
                                        "1d", "1h30m", "10001h", "99999999999999999999ms"}) {
        EXPECT_EQ(parse_duration(text), std::nullopt) << text;
    }
}

TEST(Durations, AreWrittenInTheLargestUnitThatFits) {
    EXPECT_EQ(duration_text(0s), "0s");
    EXPECT_EQ(duration_text(1500ms), "1500ms");
    EXPECT_EQ(duration_text(150s), "150s");
    EXPECT_EQ(duration_text(120s), "2m");
    EXPECT_EQ(duration_text(12h), "12h");
}

}  // namespace
}  // namespace rejoinder::app

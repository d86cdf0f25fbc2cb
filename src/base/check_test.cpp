#include "base/check.hpp"

#include <gtest/gtest.h>

namespace rejoinder {
namespace {

TEST(Check, GoesOnWhenItsConditionHolds) { CHECK(1 + 1 == 2); }

TEST(CheckDeathTest, StopsTheProcessAndSaysWhere) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH(CHECK(1 + 1 == 3), "check_test.cpp:[0-9]+: CHECK\\(1 \\+ 1 == 3\\) failed");
}

}  // namespace
}  // namespace rejoinder

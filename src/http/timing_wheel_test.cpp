#include "http/timing_wheel.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <memory>

namespace rejoinder::http {
namespace {

struct Alarm final : Timed {
    void on_deadline() override {
        ++rung;
        if (then) then();
    }
    int rung = 0;
    std::function<void()> then;
};

void pass(TimingWheel& wheel, std::uint32_t ticks) {
    for (std::uint32_t i = 0; i < ticks; ++i) wheel.tick();
}

TEST(TimingWheel, RingsOnceWhenDueAndNotBefore) {
    for (const std::uint32_t ticks : {1U, 2U, 511U, 512U, 513U, 1024U, 5000U}) {
        TimingWheel wheel;
        Alarm alarm;
        wheel.set(alarm, ticks);
        pass(wheel, ticks - 1);
        EXPECT_EQ(alarm.rung, 0) << ticks;
        pass(wheel, 1);
        EXPECT_EQ(alarm.rung, 1) << ticks;
        pass(wheel, 2000);
        EXPECT_EQ(alarm.rung, 1) << ticks;
    }
}

TEST(TimingWheel, ANewDeadlineReplacesTheOld) {
    TimingWheel wheel;
    Alarm alarm;
    wheel.set(alarm, 3);
    wheel.set(alarm, 10);
    pass(wheel, 9);
    EXPECT_EQ(alarm.rung, 0);
    wheel.clear(alarm);
    pass(wheel, 1000);
    EXPECT_EQ(alarm.rung, 0);
}

TEST(TimingWheel, AlarmsMaySetClearAndDestroy) {
    TimingWheel wheel;
    Alarm first;
    Alarm second;
    auto third = std::make_unique<Alarm>();
    first.then = [&] {
        wheel.clear(second);
        third.reset();
        wheel.set(first, 1);
    };
    wheel.set(first, 1);
    wheel.set(second, 1);
    wheel.set(*third, 1);
    pass(wheel, 3);
    EXPECT_EQ(first.rung, 3);
    EXPECT_EQ(second.rung, 0);
}

}  // namespace
}  // namespace rejoinder::http

#include "base/clock.hpp"

namespace rejoinder {

Clock::Clock()
    : started_(std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now())),
      started_steady_(std::chrono::steady_clock::now()) {}

Instant Clock::now() const {
    return started_ +
           std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - started_steady_);
}

Stopwatch::Stopwatch() : started_(std::chrono::steady_clock::now()) {}

std::chrono::microseconds Stopwatch::elapsed() const {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                                 started_);
}

}  // namespace rejoinder

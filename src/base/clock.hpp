#pragma once

#include "base/time.hpp"

namespace rejoinder {

// Reads the time. Owned by `app/`, which hands instants to everybody else.
//
// The first reading takes the wall clock; later ones add what the monotonic clock measured since.
// So the time never runs backwards while the process lives, however the wall clock is set.
class Clock {
public:
    Clock();

    Instant now() const;

private:
    Instant started_;
    std::chrono::steady_clock::time_point started_steady_;
};

// Tells how long something took, for metrics; never what time it is.
class Stopwatch {
public:
    // Starts at once.
    Stopwatch();

    std::chrono::microseconds elapsed() const;

private:
    std::chrono::steady_clock::time_point started_;
};

}  // namespace rejoinder

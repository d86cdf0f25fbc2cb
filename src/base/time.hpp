#pragma once

#include <chrono>
#include <cstdint>

namespace rejoinder {

using Duration = std::chrono::milliseconds;

// A point in time, in milliseconds since 1970-01-01 UTC. Handed in everywhere: nothing but
// `base/clock.cpp` reads a real clock.
using Instant = std::chrono::sys_time<Duration>;

constexpr std::int64_t epoch_milliseconds(Instant at) { return at.time_since_epoch().count(); }

constexpr Instant instant_from_epoch(std::int64_t milliseconds) {
    return Instant{Duration{milliseconds}};
}

}  // namespace rejoinder

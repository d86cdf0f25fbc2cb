#pragma once

#include <string_view>

#include "base/error.hpp"
#include "base/time.hpp"

namespace date {
class time_zone;
}

namespace rejoinder {

// What a wall clock shows, in milliseconds since 1970-01-01 00:00 on that clock.
using LocalTime = std::chrono::local_time<Duration>;

// A place's wall clock, by the rules of the IANA database on this machine (tzdata). Copies are
// cheap; any thread may use them.
class TimeZone {
public:
    // UTC, which needs no database.
    TimeZone() = default;

    // The zone of an IANA name, such as `Europe/Berlin`. Fails with `bad_request` when the database
    // does not know it.
    static Result<TimeZone> find(std::string_view name);

    // What the wall clock shows at that time.
    LocalTime local(Instant at) const;

    // When the wall clock shows that time: for the first time, and for the last, which differ only
    // in the hour that comes twice when the clock is set back. A time that the clock skips when it
    // is set forward is when it is set.
    Instant first(LocalTime local) const;
    Instant last(LocalTime local) const;

private:
    explicit TimeZone(const date::time_zone* zone) : zone_(zone) {}

    // Null for UTC; lives as long as the process.
    const date::time_zone* zone_ = nullptr;
};

}  // namespace rejoinder

#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "base/error.hpp"
#include "base/time.hpp"
#include "base/time_zone.hpp"
#include "record/organization.hpp"

namespace rejoinder::domain {

// Business hours in a form that answers: when is it open?
//
// A range belongs to the day it begins on, also when it goes over midnight: an exception replaces
// the ranges that begin on its date, and the night before ends as it always does. A range begins
// when the wall clock shows its first minute for the first time, and ends when it shows its end for
// the last time. So what begins in an hour that the clock skips begins when the clock is set, and
// an hour that comes twice is open both times.
//
// May be copied; any thread may ask.
class Schedule {
public:
    // Lines, and ranges in one line, at the most.
    static constexpr std::size_t lines_max = 1000;
    static constexpr std::size_t ranges_max = 24;
    // How far `next_change` looks: a year and what is left of a month.
    static constexpr std::chrono::days search_max{400};

    // Reads the texts of `record::BusinessHours`. Fails with `bad_request`, naming the text that
    // cannot be read.
    static Result<Schedule> compile(const record::BusinessHours& hours);

    bool is_open(Instant now) const;

    // When it opens if it is closed, when it closes if it is open; nothing when that is more than
    // `search_max` away.
    std::optional<Instant> next_change(Instant now) const;

private:
    // Minutes after the midnight that begins the day; more than a day's for what goes over the
    // midnight that ends it.
    struct Range {
        std::chrono::minutes from;
        std::chrono::minutes to;
    };
    using Ranges = std::vector<Range>;
    struct Span {
        Instant from;
        Instant to;
    };

    static Result<Range> read_range(std::string_view text);
    static Result<Ranges> read_ranges(std::string_view text);
    Result<void> read_weekly(std::string_view line);
    Result<void> read_exception(std::string_view line);

    const Ranges& ranges_of(std::chrono::local_days day) const;
    Span span_of(std::chrono::local_days day, const Range& range) const;
    // Until when it is open at this time by one of its ranges; nothing when it is closed.
    std::optional<Instant> open_until(Instant at) const;

    TimeZone zone_;
    // From Sunday on, as `weekday::c_encoding` counts.
    std::array<Ranges, 7> weekly_;
    std::map<std::chrono::local_days, Ranges> exceptions_;
};

}  // namespace rejoinder::domain

#include "domain/business_hours.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

namespace rejoinder::domain {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

constexpr std::array<std::string_view, 7> day_names = {"Sun", "Mon", "Tue", "Wed",
                                                       "Thu", "Fri", "Sat"};

// The number that `text` is, written with exactly `digits` digits.
std::optional<int> read_number(std::string_view text, std::size_t digits) {
    if (text.size() != digits) return std::nullopt;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!std::ranges::all_of(text, is_digit)) return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// `09:30`, up to `24:00`.
std::optional<minutes> read_clock(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = read_number(text.substr(0, 2), 2);
    const auto minute = read_number(text.substr(3), 2);
    if (!hour || !minute || *minute > 59) return std::nullopt;
    const minutes read = std::chrono::hours(*hour) + minutes(*minute);
    return read <= days(1) ? std::optional(read) : std::nullopt;
}

// `2026-12-24`.
std::optional<local_days> read_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = read_number(text.substr(0, 4), 4);
    const auto month = read_number(text.substr(5, 2), 2);
    const auto day = read_number(text.substr(8), 2);
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    return date.ok() ? std::optional(local_days(date)) : std::nullopt;
}

// Takes the first word off `text`; empty when there is none.
std::string_view take_word(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::unexpected<Error> bad_line(std::string_view line, std::string_view what) {
    return fail(Errc::bad_request, quoted(line) + ": " + std::string(what));
}

}  // namespace

Result<Schedule::Range> Schedule::read_range(std::string_view text) {
    const auto dash = std::min(text.find('-'), text.size());
    const auto from = read_clock(text.substr(0, dash));
    const auto to = read_clock(text.substr(std::min(dash + 1, text.size())));
    if (!from || !to || *from == days(1))
        return fail(Errc::bad_request, quoted(text) + " is no range such as 09:00-12:30");
    if (*from == *to)
        return fail(Errc::bad_request, quoted(text) + " is empty; the whole day is 00:00-24:00");
    return Range{*from, *to < *from ? *to + days(1) : *to};
}

Result<Schedule::Ranges> Schedule::read_ranges(std::string_view text) {
    Ranges ranges;
    for (std::string_view word = take_word(text); !word.empty(); word = take_word(text)) {
        if (ranges.size() == ranges_max)
            return fail(Errc::bad_request,
                        "has more than " + std::to_string(ranges_max) + " ranges");
        TRY(const Range range, read_range(word));
        ranges.push_back(range);
    }
    if (ranges.empty()) return fail(Errc::bad_request, "has no range such as 09:00-12:30");
    return ranges;
}

Result<void> Schedule::read_weekly(std::string_view line) {
    std::string_view rest = line;
    const auto day = std::ranges::find(day_names, take_word(rest));
    if (day == day_names.end())
        return bad_line(line, "does not begin with Mon, Tue, Wed, Thu, Fri, Sat or Sun");
    const auto read = read_ranges(rest);
    if (!read) return bad_line(line, read.error().text());
    Ranges& ranges = weekly_[static_cast<std::size_t>(day - day_names.begin())];
    ranges.insert(ranges.end(), read->begin(), read->end());
    return {};
}

Result<void> Schedule::read_exception(std::string_view line) {
    std::string_view rest = line;
    const auto date = read_date(take_word(rest));
    if (!date) return bad_line(line, "does not begin with a date such as 2026-12-24");
    if (exceptions_.contains(*date)) return bad_line(line, "the date stands in another line too");
    std::string_view after = rest;
    if (take_word(after) == "closed" && take_word(after).empty()) {
        exceptions_[*date];
        return {};
    }
    auto read = read_ranges(rest);
    if (!read) return bad_line(line, read.error().text());
    exceptions_[*date] = *std::move(read);
    return {};
}

Result<Schedule> Schedule::compile(const record::BusinessHours& hours) {
    if (hours.weekly.size() + hours.exceptions.size() > lines_max)
        return fail(Errc::bad_request,
                    "business hours have at most " + std::to_string(lines_max) + " lines");
    Schedule schedule;
    TRY(schedule.zone_, TimeZone::find(hours.time_zone));
    for (const std::string& line : hours.weekly) TRY_VOID(schedule.read_weekly(line));
    for (const std::string& line : hours.exceptions) TRY_VOID(schedule.read_exception(line));
    return schedule;
}

const Schedule::Ranges& Schedule::ranges_of(local_days day) const {
    const auto exception = exceptions_.find(day);
    if (exception != exceptions_.end()) return exception->second;
    return weekly_[std::chrono::weekday(day).c_encoding()];
}

Schedule::Span Schedule::span_of(local_days day, const Range& range) const {
    return {zone_.first(day + range.from), zone_.last(day + range.to)};
}

std::optional<Instant> Schedule::open_until(Instant at) const {
    const auto today = std::chrono::floor<days>(zone_.local(at));
    std::optional<Instant> until;
    // A clock set back over midnight shows yesterday again after today has begun.
    for (const local_days day : {today - days(1), today, today + days(1)}) {
        for (const Range& range : ranges_of(day)) {
            const Span span = span_of(day, range);
            if (span.from <= at && at < span.to && (!until || *until < span.to)) until = span.to;
        }
    }
    return until;
}

bool Schedule::is_open(Instant now) const { return open_until(now).has_value(); }

std::optional<Instant> Schedule::next_change(Instant now) const {
    const Instant end = now + search_max;
    if (auto until = open_until(now)) {
        // Ranges that touch or overlap are one opening.
        while (const auto longer = open_until(*until)) {
            if (*longer > end) return std::nullopt;
            until = longer;
        }
        return *until <= end ? until : std::nullopt;
    }
    const auto today = std::chrono::floor<days>(zone_.local(now));
    for (local_days day = today - days(1); day <= today + search_max; day += days(1)) {
        std::optional<Instant> opens;
        for (const Range& range : ranges_of(day)) {
            const Span span = span_of(day, range);
            if (span.from > now && span.from < span.to && (!opens || span.from < *opens))
                opens = span.from;
        }
        if (opens) return *opens <= end ? opens : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace rejoinder::domain

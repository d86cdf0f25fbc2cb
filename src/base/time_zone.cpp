#include "base/time_zone.hpp"

#include <date/tz.h>

#include <stdexcept>
#include <string>

namespace rejoinder {
namespace {

date::local_info info_of(const date::time_zone& zone, LocalTime local) {
    // The database counts in seconds; a part of one does not change which rule holds.
    const auto seconds = std::chrono::floor<std::chrono::seconds>(local.time_since_epoch());
    return zone.get_info(date::local_seconds(seconds));
}

Instant instant_of(LocalTime local, std::chrono::seconds offset) {
    return Instant(local.time_since_epoch() - offset);
}

}  // namespace

Result<TimeZone> TimeZone::find(std::string_view name) {
    if (name == "UTC") return TimeZone();
    try {
        return TimeZone(date::locate_zone(name));
    } catch (const std::runtime_error&) {
        return fail(Errc::bad_request,
                    "\"" + std::string(name) + "\" is no time zone that this machine knows");
    }
}

LocalTime TimeZone::local(Instant at) const {
    const Duration since = at.time_since_epoch();
    if (zone_ == nullptr) return LocalTime(since);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
    return LocalTime(since + zone_->get_info(date::sys_seconds(seconds)).offset);
}

Instant TimeZone::first(LocalTime local) const {
    if (zone_ == nullptr) return Instant(local.time_since_epoch());
    const date::local_info info = info_of(*zone_, local);
    if (info.result == date::local_info::nonexistent) return Instant(info.first.end);
    return instant_of(local, info.first.offset);
}

Instant TimeZone::last(LocalTime local) const {
    if (zone_ == nullptr) return Instant(local.time_since_epoch());
    const date::local_info info = info_of(*zone_, local);
    if (info.result == date::local_info::nonexistent) return Instant(info.first.end);
    const bool is_twice = info.result == date::local_info::ambiguous;
    return instant_of(local, is_twice ? info.second.offset : info.first.offset);
}

}  // namespace rejoinder

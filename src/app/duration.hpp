#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace rejoinder::app {

// Reads a time as operators write it: a whole number with its unit, `500ms`, `28s`, `2m` or `12h`.
// Nothing when it is written in any other way or longer than ten thousand hours.
std::optional<Duration> parse_duration(std::string_view text);

// The same text again, in the largest unit that has no remainder.
std::string duration_text(Duration duration);

}  // namespace rejoinder::app

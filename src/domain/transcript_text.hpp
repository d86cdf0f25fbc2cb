#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/time.hpp"

// Texts for people, as transcripts need them. Everything is UTF-8.
namespace rejoinder::domain::transcript {

// The first `count` characters of `text`, never half of one.
std::string_view first_characters(std::string_view text, std::size_t count);
std::size_t count_characters(std::string_view text);

// `2026-01-31 12:00:05Z`
std::string time_text(Instant at);

}  // namespace rejoinder::domain::transcript

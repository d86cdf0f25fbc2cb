#pragma once

#include <string>

#include "base/time.hpp"

// Texts for people, as transcripts need them.
namespace rejoinder::domain::transcript {

// `2026-01-31 12:00:05Z`
std::string time_text(Instant at);

}  // namespace rejoinder::domain::transcript

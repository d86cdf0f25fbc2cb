#pragma once

#include "base/time.hpp"
#include "domain/effects.hpp"

namespace rejoinder::domain {

// One step of the core: its time, and where its effects go.
struct Turn {
    Instant now;
    Effects& effects;
};

}  // namespace rejoinder::domain

#pragma once

#include "app/config.hpp"

namespace rejoinder::app {

// Serves until it is told to stop by SIGTERM or SIGINT. Returns the exit code.
int serve(const Config& config);

}  // namespace rejoinder::app

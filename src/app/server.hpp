#pragma once

#include "app/config.hpp"
#include "app/web/asset.hpp"

namespace rejoinder::app {

// Serves, also `console`, until it is told to stop by SIGTERM or SIGINT. Returns the exit code.
int serve(const Config& config, web::Assets console);

}  // namespace rejoinder::app

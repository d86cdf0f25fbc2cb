#pragma once

#include "app/web/asset.hpp"

namespace rejoinder::app {

// The whole program: does what the command line says and returns the exit code (`exit_code.hpp`).
// `console` is the web front end it serves.
int run_command_line(int argc, char** argv, web::Assets console);

}  // namespace rejoinder::app

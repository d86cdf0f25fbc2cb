#pragma once

namespace rejoinder::app {

// The whole program: does what the command line says and returns the exit code (`exit_code.hpp`).
int run_command_line(int argc, char** argv);

}  // namespace rejoinder::app

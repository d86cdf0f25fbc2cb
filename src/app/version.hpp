#pragma once

#include <string>
#include <string_view>

namespace rejoinder::app {

// `0.1.0`
std::string_view version();

// The version, and what the program was built with, a line each.
std::string version_text();

}  // namespace rejoinder::app

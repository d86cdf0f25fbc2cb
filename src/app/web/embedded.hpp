#pragma once

#include "app/web/asset.hpp"

namespace rejoinder::app::web {

// The console. Written at build time and linked into the program `rejoinder` alone, see
// `console.cmake`: unit tests need no web front end.
extern const Assets console_assets;

}  // namespace rejoinder::app::web

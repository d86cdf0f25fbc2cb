#pragma once

#include <span>

#include "app/api/routes.hpp"

namespace rejoinder::app::api {

// Visitors' records, and keeping visitors out.
std::span<const Route> record_routes();

}  // namespace rejoinder::app::api

#pragma once

#include <span>

#include "app/api/routes.hpp"

namespace rejoinder::app::api {

// The administration's operations below `/api/v1/admin`, and the quick texts for all agents.
std::span<const Route> admin_routes();

}  // namespace rejoinder::app::api

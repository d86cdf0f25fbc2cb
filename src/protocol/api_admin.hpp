#pragma once

#include <string>

#include "protocol/wire.hpp"

// The JSON shapes of the administration API, `/api/v1/admin`, besides the configured objects
// themselves: those are the rows of `record/`, by `domain/configuration.hpp`.
namespace rejoinder::protocol::api {

// PUT /admin/agents/{id}/password
struct SetPassword {
    std::string password = {};
};
WIRE(SetPassword, password);
WIRE_REQUIRED(SetPassword, "password");

// The answer to POST /admin/agents/{id}/api-key: the only time the key is shown.
struct ApiKey {
    std::string api_key = {};
};
WIRE(ApiKey, api_key);

}  // namespace rejoinder::protocol::api

#pragma once

#include "base/error.hpp"
#include "domain/effects.hpp"
#include "http/response.hpp"

namespace rejoinder::app::api {

// What the core answered, as HTTP.
http::Response render(domain::Reply reply);

// An error as an RFC 9457 problem. What passes by itself (a limit, a store that fails) is 503 with
// Retry-After.
http::Response render(const Error& error);

// 200 with a JSON body that nobody may keep.
http::Response json_response(std::string body);

}  // namespace rejoinder::app::api

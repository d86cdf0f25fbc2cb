#pragma once

#include <string_view>

namespace rejoinder::app::api {

// `openapi.yaml` as JSON. Written at build time, see `openapi.cmake`.
extern const std::string_view openapi_json;

}  // namespace rejoinder::app::api

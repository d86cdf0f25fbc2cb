#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "domain/request.hpp"
#include "http/request.hpp"

namespace rejoinder::app::api {

// How a route is served.
enum class Service : std::uint8_t { action, login, logout, stream, description };

// Turns a request into what the core is asked; `chat_key` is the path's, if it has one.
using Parse = Result<domain::agent::Action> (*)(const http::Request& request,
                                                std::string_view chat_key);

// One operation of `openapi.yaml`. `path` is written as there, `{chatKey}` included.
struct Route {
    http::Method method;
    std::string_view path;
    Service service;
    Parse parse;  // null unless the service is an action or a log-out
};

std::span<const Route> routes();

// What a method and a path lead to.
struct Match {
    // Null when there is none.
    const Route* route = nullptr;
    std::string_view chat_key;
    // The methods the path has, for `Allow`; empty for an unknown path.
    std::string allow;
};

// HEAD is served like GET.
Match match(http::Method method, std::string_view path);

}  // namespace rejoinder::app::api

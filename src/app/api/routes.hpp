#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "domain/request.hpp"
#include "http/request.hpp"

namespace rejoinder::app::api {

// How a route is served.
enum class Service : std::uint8_t {
    action,
    login,
    logout,
    stream,
    set_password,
    upload,
    description,
    report
};

// What stands in a path where its pattern has `{…}`, in their order.
using PathValues = std::array<std::string_view, 2>;

// Turns a request into what the core is asked.
using Parse = Result<domain::agent::Action> (*)(const http::Request& request,
                                                const PathValues& values);

// One operation of `openapi.yaml`. `path` is written as there, `{chatKey}` included; a value is one
// segment of the path, and not empty.
struct Route {
    http::Method method;
    std::string_view path;
    Service service;
    Parse parse;  // null unless the service is an action, a log-out or a new password
};

// The tables of routes, each by what it is about.
std::span<const std::span<const Route>> route_tables();

// What a method and a path lead to. Of several routes the first one counts.
struct Match {
    // Null when there is none.
    const Route* route = nullptr;
    PathValues values;
    // The methods the path has, for `Allow`; empty for an unknown path.
    std::string allow;
};

// HEAD is served like GET.
Match match(http::Method method, std::string_view path);

}  // namespace rejoinder::app::api

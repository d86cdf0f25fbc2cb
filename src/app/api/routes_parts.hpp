#pragma once

#include <span>
#include <string_view>

#include "app/api/routes.hpp"
#include "base/error.hpp"
#include "base/uuid.hpp"
#include "domain/request.hpp"
#include "http/request.hpp"

// What the tables of routes share, and the tables beside the one in `routes.cpp`.
namespace rejoinder::app::api {

extern const std::span<const Route> handover_routes;
extern const std::span<const Route> files_routes;
// What is read from the store (report_request.cpp).
extern const std::span<const Route> report_routes;

// Fails with `not_found` for what is no chat key.
Result<SessionId> parse_chat_key(std::string_view text);
// Reads a `SetPresence`.
Result<domain::agent::SetPresence> parse_presence(const http::Request& request);

// The actions that a chat's key says all about.
template <class Action>
Result<domain::agent::Action> parse_chat_action(const http::Request&, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    return Action{chat};
}

}  // namespace rejoinder::app::api

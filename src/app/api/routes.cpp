#include "app/api/routes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "app/api/routes_admin.hpp"
#include "app/api/routes_parts.hpp"
#include "app/api/routes_records.hpp"
#include "base/utf8.hpp"
#include "http/query.hpp"
#include "protocol/api_handover.hpp"
#include "protocol/wire.hpp"
#include "record/login.hpp"

namespace rejoinder::app::api {

namespace {

namespace agent = domain::agent;
namespace wire = protocol::api;
using http::Method;

// Characters in the reason of a presence.
constexpr std::size_t reason_max = 255;
// Items of a bot's footer menu.
constexpr std::size_t footer_items_max = 100;

std::optional<record::PresenceState> presence_state(std::string_view text) {
    constexpr auto names = enum_names_of(static_cast<const record::PresenceState*>(nullptr));
    const auto found = std::ranges::find(names, text);
    if (found == names.end()) return std::nullopt;
    return static_cast<record::PresenceState>(found - names.begin());
}

Result<agent::Action> parse_logout(const http::Request&, const PathValues&) {
    return agent::Logout{};
}

Result<agent::Action> parse_get_me(const http::Request&, const PathValues&) {
    return agent::GetMe{};
}

Result<agent::Action> parse_set_presence(const http::Request& request, const PathValues&) {
    TRY(auto presence, parse_presence(request));
    return presence;
}

Result<agent::Action> parse_list_chats(const http::Request& request, const PathValues&) {
    static constexpr auto states =
        std::to_array<std::string_view>({"requested", "engaged", "waiting"});
    auto state = http::parameter(request.query, "state");
    if (state && std::ranges::find(states, *state) == states.end()) {
        return fail(Errc::bad_request, "state must be requested, engaged or waiting");
    }
    const auto scope = http::parameter(request.query, "scope");
    if (scope && *scope != "mine" && *scope != "all")
        return fail(Errc::bad_request, "scope must be mine or all");
    return agent::ListChats{std::move(state).value_or(std::string()), scope == "all"};
}

// The body may be left out.
Result<agent::Action> parse_accept(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    if (request.body.empty()) return agent::Accept{chat, {}};
    TRY(wire::Accept body, protocol::read<wire::Accept>(request.body));
    if (body.footer_items.size() > footer_items_max)
        return fail(Errc::bad_request, "footerItems must have at most 100 elements");
    agent::Accept accept{chat, {}};
    for (wire::FooterItem& item : body.footer_items)
        accept.footer_items.push_back({std::move(item.text), std::move(item.dialog_id), {}, {}});
    return accept;
}

Result<agent::Action> parse_end(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    if (request.body.empty()) return agent::EndChat{chat};
    TRY(const wire::End body, protocol::read<wire::End>(request.body));
    return agent::EndChat{chat, body.by_action};
}

Result<agent::Action> parse_message(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    TRY(wire::SendMessage body, protocol::read<wire::SendMessage>(request.body));
    if (body.text.empty()) return fail(Errc::bad_request, "text must not be empty");
    return agent::SendMessage{chat, std::move(body.text)};
}

Result<agent::Action> parse_typing(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    TRY(wire::SetTyping body, protocol::read<wire::SetTyping>(request.body));
    return agent::SetTyping{chat, body.is_typing, std::move(body.text)};
}

Result<agent::Action> parse_custom_event(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    TRY(wire::SendCustomEvent body, protocol::read<wire::SendCustomEvent>(request.body));
    if (body.type.empty()) return fail(Errc::bad_request, "type must not be empty");
    return agent::SendCustomEvent{chat, std::move(body.type), std::move(body.data)};
}

constexpr Route route_table[] = {
    {Method::get, "/api/openapi.json", Service::description, nullptr},
    {Method::post, "/api/v1/login", Service::login, nullptr},
    {Method::del, "/api/v1/login", Service::logout, parse_logout},
    {Method::get, "/api/v1/stream", Service::stream, nullptr},
    {Method::get, "/api/v1/me", Service::action, parse_get_me},
    {Method::put, "/api/v1/me/presence", Service::action, parse_set_presence},
    {Method::get, "/api/v1/chats", Service::action, parse_list_chats},
    {Method::get, "/api/v1/chats/{chatKey}", Service::action, parse_chat_action<agent::GetChat>},
    {Method::post, "/api/v1/chats/{chatKey}/accept", Service::action, parse_accept},
    {Method::post, "/api/v1/chats/{chatKey}/decline", Service::action,
     parse_chat_action<agent::Decline>},
    {Method::post, "/api/v1/chats/{chatKey}/messages", Service::action, parse_message},
    {Method::post, "/api/v1/chats/{chatKey}/typing", Service::action, parse_typing},
    {Method::post, "/api/v1/chats/{chatKey}/events", Service::action, parse_custom_event},
    {Method::post, "/api/v1/chats/{chatKey}/end", Service::action, parse_end},
};

// Whether `path` fits `pattern`; `values` then holds what stands for its `{…}`.
bool fits(std::string_view pattern, std::string_view path, PathValues& values) {
    std::size_t count = 0;
    while (true) {
        const std::string_view wanted = pattern.substr(0, pattern.find('/'));
        const std::string_view found = path.substr(0, path.find('/'));
        if (wanted.starts_with('{')) {
            if (found.empty()) return false;
            values.at(count++) = found;
        } else if (wanted != found) {
            return false;
        }
        const bool is_last = wanted.size() == pattern.size();
        if (is_last || found.size() == path.size()) return is_last && found.size() == path.size();
        pattern.remove_prefix(wanted.size() + 1);
        path.remove_prefix(found.size() + 1);
    }
}

}  // namespace

Result<SessionId> parse_chat_key(std::string_view text) {
    const auto chat = SessionId::parse(text);
    if (!chat) return fail(Errc::not_found, "No such chat");
    return *chat;
}

Result<agent::SetPresence> parse_presence(const http::Request& request) {
    TRY(wire::SetPresence body, protocol::read<wire::SetPresence>(request.body));
    const auto state = presence_state(body.state);
    if (!state) return fail(Errc::bad_request, "state must be Online, Away or Offline");
    std::string reason = std::move(body.reason).value_or(std::string());
    if (utf8::count_characters(reason) > reason_max) {
        return fail(Errc::bad_request, "reason must not be longer than 255 characters");
    }
    return agent::SetPresence{*state, std::move(reason)};
}

std::span<const std::span<const Route>> route_tables() {
    static const std::span<const Route> tables[] = {
        route_table, handover_routes, admin_routes(), record_routes(), files_routes, report_routes};
    return tables;
}

Match match(Method method, std::string_view path) {
    const Method served = method == Method::head ? Method::get : method;
    Match found;
    for (const auto& table : route_tables()) {
        for (const Route& route : table) {
            PathValues values;
            if (!fits(route.path, path, values)) continue;
            if (route.method == served && !found.route) {
                found.route = &route;
                found.values = values;
            }
            if (found.allow.contains(http::name_of(route.method))) continue;
            if (!found.allow.empty()) found.allow += ", ";
            found.allow += http::name_of(route.method);
            if (route.method == Method::get) found.allow += ", HEAD";
        }
    }
    return found;
}

}  // namespace rejoinder::app::api

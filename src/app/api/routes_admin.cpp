#include "app/api/routes_admin.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "app/api/authentication.hpp"
#include "app/password.hpp"
#include "app/random.hpp"
#include "http/query.hpp"
#include "protocol/api_admin.hpp"
#include "protocol/wire.hpp"

namespace rejoinder::app::api {
namespace {

namespace agent = domain::agent;
using agent::ObjectKind;
using http::Method;

// Bytes in what a list is narrowed by.
constexpr std::size_t search_max = 255;

std::optional<std::string> if_match_of(const http::Request& request) {
    const auto value = request.header("If-Match");
    return value ? std::optional(std::string(*value)) : std::nullopt;
}

std::uint64_t random_number() {
    std::uint64_t number = 0;
    fill_random(std::as_writable_bytes(std::span(&number, 1)));
    return number;
}

Result<agent::Page> page_of(const http::Request& request, std::size_t limit_default) {
    agent::Page page{.cursor = http::parameter(request.query, "cursor").value_or(std::string()),
                     .limit = limit_default};
    const auto text = http::parameter(request.query, "limit");
    if (!text) return page;
    const char* const end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, page.limit);
    if (error != std::errc{} || stop != end || page.limit < 1 || page.limit > page.limit_max)
        return fail(Errc::bad_request, "limit must be from 1 to 1000");
    return page;
}

Result<std::string> search_text(const http::Request& request, std::string_view name) {
    auto text = http::parameter(request.query, name).value_or(std::string());
    if (text.size() > search_max)
        return fail(Errc::bad_request, std::string(name) + " must not be longer than 255 bytes");
    return text;
}

template <ObjectKind kind>
Result<agent::Action> parse_list(const http::Request& request, const PathValues&) {
    TRY(agent::Page page, page_of(request, agent::Page::limit_default));
    return agent::Administer{agent::ListObjects{kind, std::move(page)}};
}

template <ObjectKind kind>
Result<agent::Action> parse_create(const http::Request& request, const PathValues&) {
    return agent::Administer{agent::CreateObject{kind, std::string(request.body), random_number()}};
}

template <ObjectKind kind>
Result<agent::Action> parse_get(const http::Request&, const PathValues& values) {
    return agent::Administer{agent::GetObject{kind, std::string(values[0])}};
}

template <ObjectKind kind>
Result<agent::Action> parse_replace(const http::Request& request, const PathValues& values) {
    return agent::Administer{agent::ReplaceObject{kind, std::string(values[0]),
                                                  std::string(request.body), if_match_of(request)}};
}

template <ObjectKind kind>
Result<agent::Action> parse_remove(const http::Request& request, const PathValues& values) {
    return agent::Administer{
        agent::RemoveObject{kind, std::string(values[0]), if_match_of(request)}};
}

Result<agent::Action> parse_get_organization(const http::Request&, const PathValues&) {
    return agent::Administer{agent::GetOrganization{}};
}

Result<agent::Action> parse_replace_organization(const http::Request& request, const PathValues&) {
    return agent::Administer{
        agent::ReplaceOrganization{std::string(request.body), if_match_of(request)}};
}

Result<agent::Action> parse_set_password(const http::Request& request, const PathValues& values) {
    TRY(const auto body, protocol::read<protocol::api::SetPassword>(request.body));
    if (body.password.empty() || body.password.size() > password::bytes_max)
        return fail(Errc::bad_request, "password must have 1 to 1024 bytes");
    return agent::Administer{agent::SetPassword{std::string(values[0]), {}}};
}

Result<agent::Action> parse_create_api_key(const http::Request&, const PathValues& values) {
    std::string key = random_token();
    std::string hash = hash_of(key);
    return agent::Administer{
        agent::CreateApiKey{std::string(values[0]), std::move(key), std::move(hash)}};
}

Result<agent::Action> parse_remove_api_key(const http::Request&, const PathValues& values) {
    return agent::Administer{agent::RemoveApiKey{std::string(values[0])}};
}

Result<agent::Action> parse_list_quick_texts(const http::Request& request, const PathValues&) {
    TRY(std::string category, search_text(request, "category"));
    TRY(std::string search, search_text(request, "search"));
    TRY(agent::Page page, page_of(request, agent::Page::limit_max));
    return agent::ListQuickTexts{std::move(category), std::move(search), std::move(page)};
}

// What can be done with the objects of one kind: all of them at `list`, one of them at `one`.
template <ObjectKind kind>
constexpr std::array<Route, 5> routes_of(std::string_view list, std::string_view one) {
    return {{{Method::get, list, Service::action, parse_list<kind>},
             {Method::post, list, Service::action, parse_create<kind>},
             {Method::get, one, Service::action, parse_get<kind>},
             {Method::put, one, Service::action, parse_replace<kind>},
             {Method::del, one, Service::action, parse_remove<kind>}}};
}

constexpr std::array<Route, 6> other_routes = {{
    {Method::get, "/api/v1/admin/organization", Service::action, parse_get_organization},
    {Method::put, "/api/v1/admin/organization", Service::action, parse_replace_organization},
    {Method::put, "/api/v1/admin/agents/{id}/password", Service::set_password, parse_set_password},
    {Method::post, "/api/v1/admin/agents/{id}/api-key", Service::action, parse_create_api_key},
    {Method::del, "/api/v1/admin/agents/{id}/api-key", Service::action, parse_remove_api_key},
    {Method::get, "/api/v1/quick-texts", Service::action, parse_list_quick_texts},
}};

template <std::size_t... sizes>
constexpr auto joined(const std::array<Route, sizes>&... tables) {
    std::array<Route, (sizes + ...)> all{};
    std::size_t place = 0;
    const auto append = [&](const auto& table) {
        for (const Route& route : table) all[place++] = route;
    };
    (append(tables), ...);
    return all;
}

constexpr auto route_table =
    joined(routes_of<ObjectKind::deployment>("/api/v1/admin/deployments",
                                             "/api/v1/admin/deployments/{id}"),
           routes_of<ObjectKind::business_hours>("/api/v1/admin/business-hours",
                                                 "/api/v1/admin/business-hours/{id}"),
           routes_of<ObjectKind::skill>("/api/v1/admin/skills", "/api/v1/admin/skills/{id}"),
           routes_of<ObjectKind::button>("/api/v1/admin/buttons", "/api/v1/admin/buttons/{id}"),
           routes_of<ObjectKind::agent>("/api/v1/admin/agents", "/api/v1/admin/agents/{id}"),
           routes_of<ObjectKind::agent_config>("/api/v1/admin/agent-configs",
                                               "/api/v1/admin/agent-configs/{id}"),
           routes_of<ObjectKind::quick_text>("/api/v1/admin/quick-texts",
                                             "/api/v1/admin/quick-texts/{id}"),
           routes_of<ObjectKind::sensitive_data_rule>("/api/v1/admin/sensitive-data-rules",
                                                      "/api/v1/admin/sensitive-data-rules/{id}"),
           routes_of<ObjectKind::blocking_rule>("/api/v1/admin/blocking-rules",
                                                "/api/v1/admin/blocking-rules/{id}"),
           other_routes);

}  // namespace

std::span<const Route> admin_routes() { return route_table; }

}  // namespace rejoinder::app::api

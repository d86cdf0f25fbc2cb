#include "app/api/api.hpp"

#include <optional>
#include <utility>
#include <variant>

#include "app/api/authentication.hpp"
#include "app/api/openapi.hpp"
#include "app/api/render.hpp"
#include "app/api/routes_parts.hpp"
#include "app/caller.hpp"
#include "app/network.hpp"
#include "base/check.hpp"
#include "http/multipart.hpp"
#include "protocol/api_admin.hpp"
#include "protocol/api_login.hpp"
#include "protocol/wire.hpp"

namespace rejoinder::app::api {

namespace {

// Bytes in an idempotency key.
constexpr std::size_t idempotency_key_max = 128;

Transport transport_of(const http::Request& request, std::string_view public_url) {
    return request.is_tls || public_url.starts_with("https:") ? Transport::tls : Transport::plain;
}

Result<std::string> idempotency_key_of(const http::Request& request) {
    const auto key = request.header("Idempotency-Key");
    if (!key || request.method != http::Method::post) return std::string();
    if (key->empty() || key->size() > idempotency_key_max) {
        return fail(Errc::bad_request, "Idempotency-Key must have 1 to 128 characters");
    }
    return std::string(*key);
}

domain::AgentRequest agent_request(const Route& route, const PathValues& values,
                                   const http::Request& request, std::string_view token) {
    auto key = idempotency_key_of(request);
    if (!key) return {hash_of(token), {}, std::unexpected(std::move(key).error())};
    return {hash_of(token), *std::move(key), route.parse(request, values)};
}

http::Response refuse_method(const http::Request& request, const std::string& allow) {
    http::Response response = request.method == http::Method::options
                                  ? http::Response{.status = 204}
                                  : render(Error{Errc::method_not_allowed});
    response.add_header("Allow", allow);
    return response;
}

}  // namespace

Api::Api(Config config, Links links, const Clock& clock)
    : config_(std::move(config)),
      links_(std::move(links)),
      streams_(links_.submit),
      logins_({.workers = config_.login_workers,
               .pending_max = config_.login_queue,
               .lifetime = config_.session_lifetime,
               .limits = config_.login_limits},
              {links_.submit, links_.answer}, clock),
      reports_({links_.submit, links_.answer, links_.send}) {}

void Api::handle(const http::Request& request, http::Ticket ticket) {
    auto response = respond(request, ticket);
    if (response) links_.answer(ticket, *std::move(response));
}

std::optional<http::Response> Api::respond(const http::Request& request, http::Ticket ticket) {
    const Match found = match(request.method, request.path);
    if (!found.route) {
        if (found.allow.empty()) return render(Error{Errc::not_found});
        return refuse_method(request, found.allow);
    }
    switch (found.route->service) {
        case Service::description:
            return json_response(std::string(openapi_json));
        case Service::login:
            return log_in(request, ticket);
        case Service::stream:
            return open_stream(request, ticket);
        case Service::upload:
            return render(Error{Errc::bad_request, "This needs a form, multipart/form-data"});
        case Service::report:
            return report(*found.route, found.values, request, ticket);
        case Service::action:
        case Service::logout:
        case Service::set_password:
            break;
    }
    return carry_out(*found.route, found.values, request, ticket);
}

std::optional<http::Response> Api::log_in(const http::Request& request, http::Ticket ticket) {
    const auto allowed = check_origin(request, config_.public_url);
    if (!allowed) return render(allowed.error());
    auto login = protocol::read<protocol::api::Login>(request.body);
    if (!login) return render(login.error());
    return logins_.log_in(*std::move(login), ticket, transport_of(request, config_.public_url),
                          network_of(request.peer));
}

std::optional<http::Response> Api::open_stream(const http::Request& request, http::Ticket ticket) {
    if (!request.is_upgrade || request.method != http::Method::get) {
        return render(Error{Errc::bad_request, "This needs a WebSocket handshake"});
    }
    const auto token = token_of(request);
    if (!token) return render(Error{Errc::unauthorized});
    const auto allowed = check_origin(request, config_.public_url);
    if (!allowed) return render(allowed.error());
    links_.accept_web_socket(request, ticket, streams_.open(hash_of(token->text)));
    return std::nullopt;
}

bool Api::streams_body(http::Method method, std::string_view path) {
    if (method != http::Method::post || !owns(path) || !path.ends_with("/files")) return false;
    const Match found = match(method, path);
    return found.route && found.route->service == Service::upload;
}

std::unique_ptr<http::BodySink> Api::open_body(const http::Request& head, http::Ticket ticket) {
    auto upload = check_upload(head);
    if (upload) return links_.open_upload(head, ticket, *std::move(upload));
    links_.answer(ticket, render(upload.error()));
    return nullptr;
}

Result<AgentUpload> Api::check_upload(const http::Request& head) const {
    const auto token = token_of(head);
    if (!token) return fail(Errc::unauthorized);
    TRY_VOID(check_csrf(head, token->source));
    TRY(auto key, idempotency_key_of(head));
    TRY(const SessionId chat, parse_chat_key(match(head.method, head.path).values[0]));
    TRY_VOID(http::MultipartReader::boundary_of(head.header("Content-Type").value_or("")));
    return AgentUpload{hash_of(token->text), std::move(key), chat};
}

std::optional<http::Response> Api::report(const Route& route, const PathValues& values,
                                          const http::Request& request, http::Ticket ticket) {
    const auto token = token_of(request);
    if (!token) return render(Error{Errc::unauthorized});
    const auto begun =
        reports_.begin(hash_of(token->text), parse_report(route.path, request, values), ticket);
    if (!begun) return render(begun.error());
    return std::nullopt;
}

std::optional<http::Response> Api::carry_out(const Route& route, const PathValues& values,
                                             const http::Request& request, http::Ticket ticket) {
    const auto token = token_of(request);
    if (!token) return render(Error{Errc::unauthorized});
    const auto allowed = check_csrf(request, token->source);
    if (!allowed) return render(allowed.error());

    auto asked = agent_request(route, values, request, token->text);
    if (route.service == Service::logout) {
        const auto begun =
            logins_.log_out(std::move(asked), ticket, transport_of(request, config_.public_url));
        if (!begun) return render(begun.error());
        return std::nullopt;
    }
    if (route.service == Service::set_password && asked.action)
        return set_password(std::move(asked), request, ticket);
    if (!links_.submit(std::move(asked), make_caller(CallerKind::agent, ticket))) {
        return render(Error{Errc::overloaded});
    }
    return std::nullopt;
}

std::optional<http::Response> Api::set_password(domain::AgentRequest asked,
                                                const http::Request& request, http::Ticket ticket) {
    auto body = protocol::read<protocol::api::SetPassword>(request.body);
    if (!body) return render(body.error());
    const auto begun = logins_.set_password(std::move(asked), std::move(body->password), ticket);
    if (!begun) return render(begun.error());
    return std::nullopt;
}

void Api::release(domain::Outgoing outgoing, std::vector<http::Answer>& answers) {
    const auto settle = [&](domain::Caller caller, std::optional<http::Response> response) {
        if (response) answers.push_back({ticket_of(caller), *std::move(response)});
    };
    if (auto* frame = std::get_if<domain::StreamFrame>(&outgoing.what)) {
        return streams_.send(frame->stream, std::move(frame->text));
    }
    if (const auto* end = std::get_if<domain::StreamEnd>(&outgoing.what)) {
        return streams_.end(end->stream, end->error);
    }
    if (const auto* refusal = std::get_if<domain::Refusal>(&outgoing.what)) {
        const domain::Caller caller = refusal->caller;
        if (kind_of(caller) == CallerKind::login) return settle(caller, logins_.release(*refusal));
        if (kind_of(caller) == CallerKind::report)
            return settle(caller, reports_.release(*refusal));
        // A stream waits for no answer: its refusal is its end.
        if (kind_of(caller) == CallerKind::stream) return streams_.end(caller, refusal->error);
        return settle(caller, render(refusal->error));
    }
    auto& reply = std::get<domain::Reply>(outgoing.what);
    const domain::Caller caller = reply.caller;
    if (kind_of(caller) == CallerKind::login) {
        return settle(caller, logins_.release(std::move(reply)));
    }
    if (kind_of(caller) == CallerKind::report) settle(caller, reports_.release(reply));
    if (kind_of(caller) == CallerKind::agent) settle(caller, render(std::move(reply)));
}

}  // namespace rejoinder::app::api

#include "app/front.hpp"

#include <memory>
#include <utility>
#include <variant>

#include "app/caller.hpp"
#include "app/metrics.hpp"
#include "app/version.hpp"

namespace rejoinder::app {
namespace {

constexpr std::string_view metrics_type = "text/plain; version=0.0.4;charset=UTF-8";

constexpr std::string_view welcome =
    "Rejoinder, a live-chat server. Visitors: /chat/rest/  Agents: /api/v1 (/api/openapi.json)";

live_agent::Config dialect_config(const Config& config) {
    return {.client_poll_timeout = config.live_agent.client_poll_timeout,
            .version_gates = config.live_agent.version_gates,
            .accepted_status = static_cast<int>(config.live_agent.accepted_status),
            .public_url = config.server.public_url};
}

api::Config api_config(const Config& config) {
    return {.login_workers = config.agents.login_workers,
            .login_queue = config.agents.login_queue,
            .session_lifetime = config.agents.session_lifetime,
            .public_url = config.server.public_url};
}

domain::Caller caller_of(const domain::Outgoing& outgoing) {
    return std::visit(
        [](const auto& what) {
            if constexpr (requires { what.caller; })
                return what.caller;
            else
                return what.stream;
        },
        outgoing.what);
}

}  // namespace

Front::Front(const Config& config, const SessionKeys& keys, const Clock& clock)
    : has_metrics_(config.server.metrics),
      origins_(config.server.allowed_origins),
      dialect_(dialect_config(config),
               {.submit =
                    [this](domain::Request request, domain::Caller caller) {
                        return shard_->submit(std::move(request), caller);
                    },
                .is_crowded = [this] { return shard_->is_crowded(); }},
               keys, origins_, clock),
      api_(api_config(config),
           {.submit =
                [this](domain::Request request, domain::Caller caller) {
                    return shard_->submit(std::move(request), caller);
                },
            .answer =
                [this](http::Ticket ticket, http::Response response) {
                    server_->answer(ticket, std::move(response));
                },
            .accept_web_socket =
                [this](const http::Request& request, http::Ticket ticket,
                       std::shared_ptr<http::WebSocketHandler> handler) {
                    server_->accept_web_socket(request, ticket, std::move(handler));
                }},
           clock) {}

void Front::connect(Shard& shard, http::Server& server) {
    shard_ = &shard;
    server_ = &server;
}

void Front::handle(const http::Request& request, http::Ticket ticket) {
    if (live_agent::Dialect::owns(request.path)) {
        if (auto response = dialect_.handle(request, ticket))
            server_->answer(ticket, *std::move(response));
    } else if (api::Api::owns(request.path)) {
        api_.handle(request, ticket);
    } else {
        server_->answer(ticket, operators_page(request));
    }
}

void Front::gone(http::Ticket ticket) { dialect_.gone(ticket); }

std::string Front::error_headers(std::optional<std::string_view> origin) {
    return origin ? origins_.lines(*origin) : std::string();
}

void Front::release(std::vector<domain::Outgoing> outgoing) {
    std::vector<http::Answer> answers;
    answers.reserve(outgoing.size());
    for (domain::Outgoing& one : outgoing) {
        switch (kind_of(caller_of(one))) {
            case CallerKind::visitor:
            case CallerKind::visitor_noted:
                answers.push_back(dialect_.release(std::move(one)));
                break;
            case CallerKind::agent:
            case CallerKind::login:
            case CallerKind::stream:
                api_.release(std::move(one), answers);
                break;
            case CallerKind::nobody:
                break;
        }
    }
    if (!answers.empty()) server_->answer(std::move(answers));
}

http::Response Front::operators_page(const http::Request& request) const {
    const bool is_page = request.path == "/" || request.path == "/healthz" ||
                         (request.path == "/metrics" && has_metrics_);
    if (!is_page) return http::error_response(Error{Errc::not_found});
    if (request.method != http::Method::get && request.method != http::Method::head) {
        http::Response response = http::error_response(Error{Errc::method_not_allowed});
        response.add_header("Allow", "GET, HEAD");
        return response;
    }
    if (request.path == "/healthz") return health();
    if (request.path == "/metrics") return metrics();
    return http::text_response(200, welcome);
}

http::Response Front::health() const {
    const bool is_well = shard_->is_storing();
    return {.status = is_well ? 200 : 503,
            .content_type = http::content_type::json,
            .body = is_well ? R"({"status":"ok"})" : R"({"status":"store_unavailable"})",
            .headers = "Cache-Control: no-store\r\n"};
}

http::Response Front::metrics() const {
    return {.content_type = metrics_type,
            .body = metrics_text(shard_->figures(), server_->stats(), process_memory(), version())};
}

}  // namespace rejoinder::app

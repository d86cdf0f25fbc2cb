#include "app/front.hpp"

#include <memory>
#include <utility>
#include <variant>

#include "app/api/render.hpp"
#include "app/base_url.hpp"
#include "app/caller.hpp"
#include "app/files/download.hpp"
#include "app/metrics.hpp"
#include "app/random.hpp"
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
            .login_limits = {.failures_max = config.agents.login_failures,
                             .failures_per_address_max = config.agents.login_failures_per_address,
                             .window = config.agents.login_failures_window},
            .public_url = config.server.public_url};
}

files::Uploads::Config uploads_config(const Config& config) {
    return {.size_max = config.files.size_max,
            .types = config.files.types,
            .uploads_max = config.files.uploads,
            .workers = config.files.workers};
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

Front::Front(const Config& config, web::Assets console, const SessionKeys& keys,
             const files::FileLinks& links, files::FileStore& store, const Clock& clock)
    : has_metrics_(config.server.metrics),
      public_url_(config.server.public_url),
      file_links_(links),
      file_store_(store),
      origins_(config.server.allowed_origins),
      dialect_(dialect_config(config),
               {.submit =
                    [this](domain::Request request, domain::Caller caller) {
                        return shard_->submit(std::move(request), caller);
                    },
                .is_crowded = [this] { return shard_->is_crowded(); }},
               keys, origins_, clock),
      api_(api_config(config), api_links(), clock),
      uploads_(uploads_config(config), store,
               {.submit =
                    [this](domain::Request request, domain::Caller caller) {
                        return shard_->submit(std::move(request), caller);
                    },
                .answer =
                    [this](http::Ticket ticket, http::Response response) {
                        server_->answer(ticket, std::move(response));
                    },
                .resume = [this](http::Ticket ticket) { server_->resume(ticket); }}),
      public_files_(uploads_, links, origins_,
                    [this](domain::Request request, domain::Caller caller) {
                        return shard_->submit(std::move(request), caller);
                    }),
      site_(console, config.console.enabled ? web::Site::Switch::on : web::Site::Switch::off) {}

api::Links Front::api_links() {
    return {
        .submit = [this](
                      domain::Request request,
                      domain::Caller caller) { return shard_->submit(std::move(request), caller); },
        .answer = [this](http::Ticket ticket,
                         http::Response response) { server_->answer(ticket, std::move(response)); },
        .accept_web_socket =
            [this](const http::Request& request, http::Ticket ticket,
                   std::shared_ptr<http::WebSocketHandler> handler) {
                server_->accept_web_socket(request, ticket, std::move(handler));
            },
        .open_upload =
            [this](const http::Request& head, http::Ticket ticket, api::AgentUpload upload) {
                return open_agents_upload(head, ticket, std::move(upload));
            },
        .send = [this](http::BodyPiece piece) { server_->send(std::move(piece)); }};
}

void Front::connect(Shard& shard, http::Server& server, std::unique_ptr<store::Archive> archive) {
    api_.start_reports(std::move(archive), file_store_);
    shard_ = &shard;
    server_ = &server;
}

void Front::handle(const http::Request& request, http::Ticket ticket) {
    if (live_agent::Dialect::owns(request.path)) {
        if (auto response = dialect_.handle(request, ticket))
            server_->answer(ticket, *std::move(response));
    } else if (api::Api::owns(request.path)) {
        api_.handle(request, ticket);
    } else if (files::PublicFiles::owns(request.path)) {
        if (auto response = public_files_.handle(request, ticket))
            server_->answer(ticket, *std::move(response));
    } else if (site_.owns(request.path)) {
        server_->answer(ticket, site_.handle(request));
    } else {
        server_->answer(ticket, operators_page(request));
    }
}

bool Front::streams_body(http::Method method, std::string_view path) {
    return files::PublicFiles::streams_body(method, path) || api::Api::streams_body(method, path);
}

std::unique_ptr<http::BodySink> Front::open_body(const http::Request& head, http::Ticket ticket) {
    return api::Api::owns(head.path) ? api_.open_body(head, ticket)
                                     : public_files_.open_body(head, ticket);
}

std::unique_ptr<http::BodySink> Front::open_agents_upload(const http::Request& head,
                                                          http::Ticket ticket,
                                                          api::AgentUpload upload) {
    return uploads_.open(head, ticket, [&](std::uint64_t) {
        const FileId file(random_uuid());
        return files::make_agent_purpose(
            {.token_hash = std::move(upload.token_hash),
             .idempotency_key = std::move(upload.idempotency_key),
             .chat = upload.chat,
             .file = file,
             .url = base_url(head, public_url_) + file_links_.path(file)});
    });
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
            case CallerKind::upload:
                uploads_.release(std::move(one));
                break;
            case CallerKind::download:
                answers.push_back(download_answer(std::move(one)));
                break;
            case CallerKind::agent:
                if (const auto* reply = std::get_if<domain::Reply>(&one.what);
                    reply != nullptr && reply->outcome == domain::Outcome::file) {
                    answers.push_back({ticket_of(reply->caller), file_answer(*reply, false)});
                    break;
                }
                [[fallthrough]];
            case CallerKind::login:
            case CallerKind::stream:
            case CallerKind::report:
                api_.release(std::move(one), answers);
                break;
            case CallerKind::nobody:
                break;
        }
    }
    if (!answers.empty()) server_->answer(std::move(answers));
}

http::Response Front::file_answer(const domain::Reply& reply, bool is_public) const {
    auto response = files::download(file_store_, reply.body);
    if (response) return *std::move(response);
    return is_public ? http::error_response(response.error()) : api::render(response.error());
}

http::Answer Front::download_answer(domain::Outgoing outgoing) const {
    if (const auto* reply = std::get_if<domain::Reply>(&outgoing.what))
        return {ticket_of(reply->caller), file_answer(*reply, true)};
    const auto& refusal = std::get<domain::Refusal>(outgoing.what);
    return {ticket_of(refusal.caller), http::error_response(refusal.error)};
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

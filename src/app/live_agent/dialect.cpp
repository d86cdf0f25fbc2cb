#include "app/live_agent/dialect.hpp"

#include <utility>
#include <variant>
#include <vector>

#include "app/caller.hpp"
#include "app/live_agent/render.hpp"
#include "app/logging.hpp"
#include "app/network.hpp"
#include "domain/affinity.hpp"
#include "http/query.hpp"
#include "protocol/replies.hpp"
#include "protocol/requests.hpp"

namespace rejoinder::app::live_agent {
namespace {

using protocol::request::Post;

// What is kept of headers that only describe the visitor.
constexpr std::size_t header_kept_max = 2'048;

std::string kept(std::optional<std::string_view> header) {
    return std::string(header.value_or("").substr(0, header_kept_max));
}

Result<std::vector<Post>> read_posts(const Resource& resource, std::string_view body) {
    namespace request = protocol::request;
    if (resource.service == Service::multi_noun) return request::read_batch(body);
    TRY(Post post, request::read_post(resource.prefix(), resource.noun(), body));
    std::vector<Post> posts;
    posts.push_back(std::move(post));
    return posts;
}

Result<std::optional<std::int64_t>> read_ack(std::string_view query) {
    const auto text = http::parameter(query, "ack");
    if (!text) return std::nullopt;
    const auto ack = read_integer(*text);
    if (!ack) return fail(Errc::bad_request, "ack must be an integer");
    return ack;
}

Result<std::int64_t> read_offset(std::string_view query) {
    const auto text = http::parameter(query, "ReconnectSession.offset");
    const auto offset = text ? read_integer(*text) : std::nullopt;
    if (!offset || *offset < 0)
        return fail(Errc::bad_request, "ReconnectSession.offset must be a number");
    return *offset;
}

}  // namespace

Dialect::Dialect(Config config, Links links, const SessionKeys& keys, const Origins& origins,
                 const Clock& clock)
    : config_(std::move(config)),
      links_(std::move(links)),
      keys_(keys),
      origins_(origins),
      clock_(clock) {}

std::optional<http::Response> Dialect::handle(const http::Request& request, http::Ticket ticket) {
    const Headers headers = read_headers(request);
    if (request.method == http::Method::options) return preflight(headers);

    const std::string_view path = request.path.starts_with(base_path)
                                      ? request.path.substr(base_path.size())
                                      : std::string_view();
    const Resource* resource = find_resource(path);
    std::optional<http::Response> response;
    if (resource != nullptr) {
        Call call{.request = request,
                  .ticket = ticket,
                  .resource = *resource,
                  .path = path,
                  .headers = headers};
        response = respond(call);
    } else {
        response = render(Error{Errc::not_found}, {});
    }
    if (response && headers.origin) response->headers += origins_.lines(*headers.origin);
    return response;
}

http::Response Dialect::preflight(const Headers& headers) const {
    http::Response response;
    response.headers = headers.origin
                           ? origins_.preflight_lines(*headers.origin, headers.asked_headers)
                           : std::string();
    return response;
}

std::optional<http::Response> Dialect::respond(Call& call) {
    std::string key;
    Served served;
    if (const Result<void> checked = check(call, key); checked)
        served = serve(call);
    else
        served = std::unexpected(checked.error());
    if (served) return *std::move(served);
    log_debug("refused", {{"request", call.resource.path},
                          {"status", served.error().status()},
                          {"error", served.error().text()}});
    http::Response response =
        render(served.error(), {.header_lines = {}, .callback = call.callback});
    if (served.error().code == Errc::method_not_allowed)
        response.add_header("Allow", allowed_methods(call.resource));
    return response;
}

// Checks what needs no state: method, version, key. `key` holds the decoded key of a path.
Result<void> Dialect::check(Call& call, std::string& key) const {
    const Resource& resource = call.resource;
    if (!resource.takes(call.request.method)) return fail(Errc::method_not_allowed);
    if (resource.service == Service::jsonp) {
        auto callback = http::parameter(call.request.query, "callback").value_or("");
        if (!is_callback(callback)) return fail(Errc::bad_request, "callback must be a name");
        call.callback = std::move(callback);
        const auto version = http::parameter(call.request.query, "version");
        TRY(call.version, read_version(version ? version : call.headers.version));
        return {};
    }
    TRY(call.version, read_version(call.headers.version));
    if (is_gated(call)) return fail(Errc::not_found);
    if (resource.key == KeyPlace::path) {
        key = http::percent_decode(call.path.substr(resource.path.size()));
        call.key = key;
    } else if (resource.key == KeyPlace::header) {
        if (!call.headers.session_key) return fail(Errc::session_invalid);
        call.key = *call.headers.session_key;
    }
    const bool is_needed = resource.key != KeyPlace::none && resource.service != Service::resync;
    if (is_needed) {
        TRY(call.context, session_context(call, call.key));
    }
    return {};
}

bool Dialect::is_gated(const Call& call) const {
    return config_.version_gates == domain::VersionGates::strict &&
           call.version < call.resource.since;
}

Result<domain::SessionContext> Dialect::session_context(const Call& call,
                                                        std::string_view key) const {
    TRY(const SessionKey claimed, keys_.verify(key));
    return domain::SessionContext{.session = claimed.session,
                                  .created_at = claimed.created_at,
                                  .api_version = call.version,
                                  .affinity = call.headers.affinity,
                                  .network = network_of(call.request.peer)};
}

Dialect::Served Dialect::serve(Call& call) {
    switch (call.resource.service) {
        case Service::session_id:
            return serve_session_id(call);
        case Service::session_end:
            return pass(call, domain::EndSession{call.context});
        case Service::messages:
            return serve_messages(call);
        case Service::post:
        case Service::multi_noun:
            return serve_post(call);
        case Service::reconnect:
            return serve_reconnect(call);
        case Service::resync:
            return serve_resync(call);
        case Service::breadcrumb:
            return serve_breadcrumb(call);
        case Service::visitor:
        case Service::jsonp:
            return serve_lookup(call);
    }
    return fail(Errc::not_found);
}

Dialect::Served Dialect::serve_session_id(const Call&) {
    if (links_.is_crowded()) return fail(Errc::internal, "The server is at its limit");
    const SessionId session(random_uuid());
    protocol::SessionIdReply reply;
    reply.id = session.str();
    reply.key = keys_.make(session, clock_.now());
    reply.affinity_token = domain::affinity_text(domain::affinity_token(session, 0));
    reply.client_poll_timeout =
        std::chrono::duration_cast<std::chrono::seconds>(config_.client_poll_timeout).count();
    return http::Response{.content_type = http::content_type::json,
                          .body = protocol::to_json(reply)};
}

Dialect::Served Dialect::serve_messages(const Call& call) {
    return pass(call, domain::Poll{call.context, read_ack(call.request.query)});
}

Dialect::Served Dialect::serve_post(const Call& call) {
    domain::VisitorOrigin origin{.address = call.request.peer.to_string(),
                                 .referrer = kept(call.headers.referrer),
                                 .user_agent = kept(call.headers.user_agent)};
    return pass(call, domain::VisitorPost{.context = call.context,
                                          .sequence = read_sequence(call.headers.sequence),
                                          .posts = read_posts(call.resource, call.request.body),
                                          .origin = std::move(origin),
                                          .random = random_uuid()});
}

Dialect::Served Dialect::serve_reconnect(const Call& call) {
    return pass(call, domain::ReconnectSession{call.context, read_offset(call.request.query)});
}

Dialect::Served Dialect::serve_resync(const Call& call) {
    return pass(call,
                domain::ResyncSession{session_context(call, call.key), std::string(call.key)});
}

Dialect::Served Dialect::serve_breadcrumb(const Call& call) {
    std::optional<domain::SessionContext> context;
    if (call.headers.session_key) {
        if (auto claimed = session_context(call, *call.headers.session_key))
            context = *std::move(claimed);
    }
    auto breadcrumb = protocol::read<protocol::request::Breadcrumb>(call.request.body);
    return pass(call, domain::VisitorBreadcrumb{std::move(context), std::move(breadcrumb)});
}

Dialect::Served Dialect::serve_lookup(const Call& call) {
    std::string_view noun = call.resource.noun();
    if (call.resource.service == Service::visitor) {
        TRY(auto lookup, read_lookup(noun, call.request.query, lookup_context(call)));
        return pass(call, std::move(lookup));
    }
    noun.remove_suffix(std::string_view(".jsonp").size());
    TRY(auto lookup, read_script_lookup(noun, call.request.query, lookup_context(call)));
    lookup.callback = call.callback;
    return pass(call, std::move(lookup));
}

LookupContext Dialect::lookup_context(const Call& call) const {
    return {.api_version = call.version,
            .referrer = call.headers.referrer.value_or(""),
            .own_url = own_url(call),
            .random = random_uuid()};
}

// `https://{host}/chat`, where this client can reach us again.
std::string Dialect::own_url(const Call& call) const {
    std::string url = config_.public_url;
    if (url.empty()) {
        url = call.request.is_tls ? "https://" : "http://";
        url += call.headers.host.value_or("localhost");
    }
    while (url.ends_with('/')) url.pop_back();
    return url.ends_with("/chat") ? url : url + "/chat";
}

// Hands the request to the core; nothing to answer yet.
Dialect::Served Dialect::pass(const Call& call, domain::Request request) {
    const bool is_poll = std::holds_alternative<domain::Poll>(request);
    Note note{.header_lines = call.headers.origin ? origins_.lines(*call.headers.origin) : "",
              .callback = call.callback};
    const CallerKind kind = note.is_empty() ? CallerKind::visitor : CallerKind::visitor_noted;
    if (kind == CallerKind::visitor_noted) notes_.keep(call.ticket, std::move(note));
    if (links_.submit(std::move(request), make_caller(kind, call.ticket))) return std::nullopt;

    if (kind == CallerKind::visitor_noted) notes_.take(call.ticket);
    if (is_poll && is_stopping_.load(std::memory_order_relaxed))
        return http::Response{.status = 204, .close = true};
    return fail(Errc::internal, "The server is at its limit");
}

void Dialect::gone(http::Ticket ticket) {
    const CallerKind kind =
        notes_.take(ticket).is_empty() ? CallerKind::visitor : CallerKind::visitor_noted;
    static_cast<void>(links_.submit(domain::CallerGone{}, make_caller(kind, ticket)));
}

http::Answer Dialect::release(domain::Outgoing outgoing) {
    const auto note_of = [this](domain::Caller caller) {
        return kind_of(caller) == CallerKind::visitor_noted ? notes_.take(ticket_of(caller))
                                                            : Note{};
    };
    if (auto* reply = std::get_if<domain::Reply>(&outgoing.what)) {
        const domain::Caller caller = reply->caller;
        return {ticket_of(caller),
                render(std::move(*reply), config_.accepted_status, note_of(caller))};
    }
    const auto& refusal = std::get<domain::Refusal>(outgoing.what);
    return {ticket_of(refusal.caller), render(refusal.error, note_of(refusal.caller))};
}

}  // namespace rejoinder::app::live_agent

#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/live_agent/headers.hpp"
#include "app/live_agent/lookup.hpp"
#include "app/live_agent/notes.hpp"
#include "app/live_agent/resource.hpp"
#include "app/origins.hpp"
#include "app/random.hpp"
#include "app/secret.hpp"
#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/time.hpp"
#include "domain/effects.hpp"
#include "domain/request.hpp"
#include "domain/settings.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/ticket.hpp"

namespace rejoinder::app::live_agent {

struct Config {
    // What clients are told to wait for an answer to a poll at the most.
    Duration client_poll_timeout{40'000};
    domain::VersionGates version_gates = domain::VersionGates::lenient;
    // The status of an acknowledged POST, 200 or 202.
    int accepted_status = 200;
    // How clients reach the server, when that differs from what they write into `Host`; or empty.
    std::string public_url;
};

// The visitors' dialect, the Live Agent REST API: from HTTP to the core and back.
//
// Checks come in the order of the wire spec 1.5: path, method, version, key. What needs the
// session's state is checked by the core, which gets a body or number that could not be read as an
// error in its place.
//
// Uses the caller kinds `visitor` and `visitor_noted`. Thread-safe; nothing in it waits.
class Dialect {
public:
    // The ways to the core; they may be called on any thread and outlive the dialect.
    struct Links {
        // Hands a request to the core; false when too many wait there.
        std::function<bool(domain::Request, domain::Caller)> submit;
        // Whether newcomers have to be turned away.
        std::function<bool()> is_crowded;
    };

    // What is passed by reference outlives the dialect.
    Dialect(Config config, Links links, const SessionKeys& keys, const Origins& origins,
            const Clock& clock);

    static bool owns(std::string_view path) { return path.starts_with("/chat/"); }

    // The answer to a request below `/chat/`, or nothing: then it comes out of `release` later.
    std::optional<http::Response> handle(const http::Request& request, http::Ticket ticket);

    // The client of a ticket hung up before its answer.
    void gone(http::Ticket ticket);

    // Turns what left the core for a caller of the dialect's kinds into its answer.
    http::Answer release(domain::Outgoing outgoing);

    // From now on polls that cannot be taken any more are told that there is nothing new.
    void stop() { is_stopping_.store(true, std::memory_order_relaxed); }

private:
    // One request on its way through the checks.
    struct Call {
        const http::Request& request;
        http::Ticket ticket;
        const Resource& resource;
        // What is behind `base_path`.
        std::string_view path;
        Headers headers = {};
        int version = 0;
        std::string_view key = {};
        domain::SessionContext context = {};
        std::string callback = {};
    };
    using Served = Result<std::optional<http::Response>>;

    std::optional<http::Response> respond(Call& call);
    http::Response preflight(const Headers& headers) const;
    Result<void> check(Call& call, std::string& key) const;
    bool is_gated(const Call& call) const;

    Served serve(Call& call);
    Served serve_session_id(const Call& call);
    Served serve_messages(const Call& call);
    Served serve_post(const Call& call);
    Served serve_reconnect(const Call& call);
    Served serve_resync(const Call& call);
    Served serve_breadcrumb(const Call& call);
    Served serve_lookup(const Call& call);

    Served pass(const Call& call, domain::Request request);
    Result<domain::SessionContext> session_context(const Call& call, std::string_view key) const;
    LookupContext lookup_context(const Call& call) const;
    std::string own_url(const Call& call) const;

    const Config config_;
    const Links links_;
    const SessionKeys& keys_;
    const Origins& origins_;
    const Clock& clock_;
    Notes notes_;
    std::atomic<bool> is_stopping_{false};
};

}  // namespace rejoinder::app::live_agent

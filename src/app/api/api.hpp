#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/api/logins.hpp"
#include "app/api/reports.hpp"
#include "app/api/routes.hpp"
#include "app/api/streams.hpp"
#include "base/clock.hpp"
#include "domain/effects.hpp"
#include "domain/request.hpp"
#include "http/body_sink.hpp"
#include "http/body_source.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/ticket.hpp"
#include "http/web_socket.hpp"

// The agents' API, `/api/v1` (see `openapi.yaml`): from HTTP to the core and back.
namespace rejoinder::app::api {

// A form with a file that an agent is about to send.
struct AgentUpload {
    std::string token_hash;
    std::string idempotency_key;
    SessionId chat;
};

// The ways out of the API. All of them outlive it; they may be called on any thread.
struct Links {
    // Hands a request to the core; false when too many wait there.
    std::function<bool(domain::Request, domain::Caller)> submit;
    // Gives an owed answer.
    std::function<void(http::Ticket, http::Response)> answer;
    // Makes the request at hand a WebSocket instead of answering it.
    std::function<void(const http::Request&, http::Ticket, std::shared_ptr<http::WebSocketHandler>)>
        accept_web_socket;
    // Takes a form with a file for a visitor in.
    std::function<std::unique_ptr<http::BodySink>(const http::Request&, http::Ticket, AgentUpload)>
        open_upload = {};
    // Gives a piece of a body that was asked for.
    std::function<void(http::BodyPiece)> send = {};
};

struct Config {
    // Passwords checked at the same time, and log-ins under way at the most.
    std::size_t login_workers = 1;
    std::size_t login_queue = 64;
    Duration session_lifetime = std::chrono::hours{12};
    LoginLimits::Config login_limits = {};
    // How clients reach the server when that differs from what they write into `Host`; or empty.
    std::string public_url = {};
};

// Uses the caller kinds `agent`, `login`, `stream` and `report`. Thread-safe; nothing in it waits.
class Api {
public:
    // `clock` outlives the API.
    Api(Config config, Links links, const Clock& clock);

    // Reports are read from `archive` from now on, and files from `files`; before they are refused.
    void start_reports(std::unique_ptr<store::Archive> archive, const files::FileStore& files) {
        reports_.start(std::move(archive), files);
    }

    // Whether a request for `path` belongs here.
    static bool owns(std::string_view path) { return path.starts_with("/api/"); }

    // Takes a request that belongs here. Its answer is given by `Links::answer` at once, or comes
    // out of `release` later.
    void handle(const http::Request& request, http::Ticket ticket);

    // Whether the body of such a request is streamed, and who takes it.
    static bool streams_body(http::Method method, std::string_view path);
    std::unique_ptr<http::BodySink> open_body(const http::Request& head, http::Ticket ticket);

    // Takes what left the core for a caller of one of these kinds. Answers to HTTP requests are
    // appended to `answers`; frames go to their sockets.
    void release(domain::Outgoing outgoing, std::vector<http::Answer>& answers);

    // Refuses the log-ins and reports under way and ends the workers. To be called before `Links`
    // goes away, once nothing calls `handle` and `release` any more.
    void stop() {
        logins_.stop();
        reports_.stop();
    }

private:
    // These return the answer, or nothing if it comes later.
    std::optional<http::Response> respond(const http::Request& request, http::Ticket ticket);
    std::optional<http::Response> log_in(const http::Request& request, http::Ticket ticket);
    std::optional<http::Response> open_stream(const http::Request& request, http::Ticket ticket);
    Result<AgentUpload> check_upload(const http::Request& head) const;
    std::optional<http::Response> report(const Route& route, const PathValues& values,
                                         const http::Request& request, http::Ticket ticket);
    std::optional<http::Response> carry_out(const Route& route, const PathValues& values,
                                            const http::Request& request, http::Ticket ticket);
    std::optional<http::Response> set_password(domain::AgentRequest asked,
                                               const http::Request& request, http::Ticket ticket);

    Config config_;
    Links links_;
    Streams streams_;
    Logins logins_;
    Reports reports_;
};

}  // namespace rejoinder::app::api

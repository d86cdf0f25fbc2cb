#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "http/body_sink.hpp"
#include "http/config.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/ticket.hpp"
#include "http/web_socket.hpp"

namespace rejoinder::http {

// Gets the requests. With several workers it is called on several threads at once.
class Handler {
public:
    virtual ~Handler() = default;

    // One whole request. Its answer is owed under `ticket`: give it to `Server::answer` during the
    // call or later, from any thread. The connection's next request comes after that answer.
    virtual void handle(const Request& request, Ticket ticket) = 0;

    // Whether bodies of such requests come in pieces: as much as `Config::stream_bytes` may come
    // then. Asked for every request as soon as its first line is there.
    virtual bool streams_body(Method method, std::string_view path) {
        static_cast<void>(method);
        static_cast<void>(path);
        return false;
    }

    // The head of a request whose body comes in pieces; it has one. Returns who takes it: then the
    // answer is owed once it has been told that the body is whole. Returns null when the body is
    // not wanted: then the answer is owed now, and the connection closes behind it.
    virtual std::unique_ptr<BodySink> open_body(const Request& head, Ticket ticket) {
        static_cast<void>(head);
        static_cast<void>(ticket);
        return nullptr;
    }

    // The client of `ticket` hung up before its answer. Answering it still does nothing.
    virtual void gone(Ticket ticket) = 0;

    // Header lines (`Name: value\r\n` each) for an answer the server gives by itself, such as 413:
    // `origin` is the request's Origin header when that much of it was understood.
    virtual std::string error_headers(std::optional<std::string_view> origin) {
        static_cast<void>(origin);
        return {};
    }
};

struct BoundAddress {
    std::string text;  // `127.0.0.1:41233`, with the port picked
    std::uint16_t port = 0;
    bool is_tls = false;
};

struct Stats {
    std::uint64_t connections = 0;  // open now, WebSockets included
    std::uint64_t parked = 0;       // of these, waiting for an answer of ours
    std::uint64_t web_sockets = 0;  // of these, WebSockets
    std::uint64_t accepted = 0;     // connections since the start
    std::uint64_t refused = 0;      // connections turned away at a bound
    std::uint64_t requests = 0;     // requests handed to the handler
    std::uint64_t rejected = 0;     // requests answered 4xx by the server itself
};

// Told what an operator should know: `event` is a short name such as `accept_failed`.
using Log = std::function<void(std::string_view event, std::string_view detail)>;

// An HTTP/1.1 server made for answers that are owed for a long time: it reads requests, hands them
// to its handler, and writes each answer when it is given, in order for each connection.
//
// `answer` may be called from any thread and from within the handler, before, during and after
// `stop`. The other functions belong to one thread, which is not a worker.
class Server {
public:
    // `handler` and `clock` outlive the server. `log` may be called on any worker's thread.
    Server(Config config, Handler& handler, const Clock& clock, Log log = {});

    // Stops without grace.
    ~Server();

    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Starts listening and returns the bound addresses, in the order configured, plain ones first.
    // Fails with a detail for the operator when an address cannot be read (`bad_request`) or bound,
    // or the certificate cannot be used (`internal`); nothing listens then. To be called once.
    Result<std::vector<BoundAddress>> start();

    // Gives an owed answer. The first one for a ticket counts, later ones are ignored.
    void answer(Ticket ticket, Response response);

    // The same for many, with one wake-up for each worker concerned.
    void answer(std::vector<Answer> answers);

    // The sink of `ticket`, which had enough, takes more of its body. From any thread, at any time.
    void resume(Ticket ticket);

    // Gives the piece that a body's source was asked for. The first one for each `BodySource::next`
    // counts, others are ignored. As `answer` in all else.
    void send(BodyPiece piece);

    // Turns the request at hand into a WebSocket. To be called from within `handle` only, instead
    // of `answer`; the ticket is settled by it. A request that is no proper WebSocket handshake is
    // answered 400 and only `on_close` is called.
    void accept_web_socket(const Request& request, Ticket ticket,
                           std::shared_ptr<WebSocketHandler> handler);

    // Closes the listening sockets and waits until that is done. Open connections go on.
    void stop_accepting();

    // Stops accepting, closes idle connections, and closes the others once they are answered;
    // WebSockets are closed with 1012. After `grace` what is left is cut off, without `gone`.
    // Returns when all threads have ended; the handler is not called any more then.
    void stop(Duration grace);

    // Reads the certificate and key files again, for connections to come. Fails and keeps what it
    // has when they cannot be used.
    Result<void> reload_tls();

    Stats stats() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace rejoinder::http

#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "base/time.hpp"

namespace rejoinder::http {

// Everything that can be set about the server room; the defaults suit a small public server.
struct Config {
    static constexpr std::size_t workers_max = 256;

    // Threads, each with sockets of its own; 1 to `workers_max`.
    std::size_t workers = 1;

    // Addresses to listen at, `127.0.0.1:8080` or `[::1]:8080`; port 0 picks a free one.
    std::vector<std::string> listen = {};
    std::vector<std::string> tls_listen = {};
    std::string tls_certificate = {};  // PEM file, the chain's leaf first
    std::string tls_key = {};          // PEM file

    // The largest request line and headers together; more is answered 431. As many bytes of the
    // next request are taken in while an answer is owed.
    std::size_t header_bytes = 16384;

    // The largest request body; more is answered 413.
    std::size_t body_bytes = 65536;

    // The largest body that is taken as a stream; more is answered 413.
    std::size_t stream_bytes = 8 << 20;

    // From the connection's start, or a request's first byte, to the end of its headers; the TLS
    // handshake has as long.
    Duration header_timeout = std::chrono::seconds{10};

    // From the end of the headers to the end of the body.
    Duration body_timeout = std::chrono::seconds{30};
    Duration stream_timeout = std::chrono::minutes{5};  // the same for a streamed one

    // How long a connection may wait for its next request.
    Duration idle_timeout = std::chrono::seconds{75};

    // How long a client may leave an answer unread.
    Duration write_timeout = std::chrono::seconds{30};

    // After a refusal the client's bytes are read and dropped so that it sees the answer: this long
    // and this many at most.
    Duration linger_timeout = std::chrono::seconds{2};
    std::size_t linger_bytes = 1 << 20;

    // How often deadlines are looked at: none of them is more exact than this.
    Duration tick = std::chrono::milliseconds{250};

    // Open connections, overall and from one address (for IPv6: from one /64 network). Beyond them
    // a new one is answered 503 and closed.
    std::size_t connections = 20000;
    std::size_t connections_per_address = 20000;

    // Connections beyond the bound that may be waiting to see their 503, for each worker; further
    // ones are closed without a word.
    std::size_t refusals = 64;

    // Frames and bytes a WebSocket's peer may be behind; beyond that it is closed with 1013.
    std::size_t web_socket_queue_frames = 1000;
    std::size_t web_socket_queue_bytes = 4 << 20;

    // The largest message taken from a WebSocket; a larger one closes it with 1009.
    std::size_t web_socket_message_bytes = 65536;

    // A silent WebSocket is pinged this often, and given up after twice as long.
    Duration web_socket_ping = std::chrono::seconds{20};
};

}  // namespace rejoinder::http

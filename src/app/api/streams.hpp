#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/error.hpp"
#include "domain/request.hpp"
#include "http/web_socket.hpp"

namespace rejoinder::app::api {

// The agents' streams: the sockets that are open, by the number the core knows them by.
//
// Thread-safe. Outlives its sockets' handlers.
class Streams {
public:
    using Submit = std::function<bool(domain::Request, domain::Caller)>;

    // `submit` hands a request to the core; false when too many wait there.
    explicit Streams(Submit submit) : submit_(std::move(submit)) {}

    // The receiving end of a new stream, for the holder of the token with this hash.
    std::shared_ptr<http::WebSocketHandler> open(std::string token_hash);

    // Sends a frame. A stream that is closed already gets nothing.
    void send(domain::Caller stream, std::string text);

    // Closes a stream behind what was sent: with 1008 when its token does not hold (any more),
    // with 1013 in any other case.
    void end(domain::Caller stream, const Error& error);

private:
    class Handler;

    http::WebSocket find(domain::Caller stream);

    Submit submit_;
    std::atomic<std::uint64_t> next_number_{1};
    std::mutex mutex_;
    std::unordered_map<std::uint64_t, http::WebSocket> sockets_;
};

}  // namespace rejoinder::app::api

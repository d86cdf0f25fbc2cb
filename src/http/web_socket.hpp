#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace rejoinder::http {

class WebSocketOutbox;

// Close codes of RFC 6455 this server sends.
namespace close_code {
inline constexpr std::uint16_t normal = 1000;
inline constexpr std::uint16_t unsupported_data = 1003;
inline constexpr std::uint16_t policy_violation = 1008;
inline constexpr std::uint16_t message_too_big = 1009;
inline constexpr std::uint16_t service_restart = 1012;
inline constexpr std::uint16_t try_again_later = 1013;
}  // namespace close_code

// The sending end of one WebSocket. Copies are the same socket. Any thread may call it, at any
// time: after the peer or the server is gone every call does nothing.
class WebSocket {
public:
    WebSocket() = default;
    explicit WebSocket(std::shared_ptr<WebSocketOutbox> outbox) : outbox_(std::move(outbox)) {}

    // Queues one text frame; frames arrive in the order sent. False when the socket is closed, or
    // when the peer is too many frames or bytes behind (`Config::web_socket_queue_frames`,
    // `..._bytes`): then the frame is dropped and the socket closes with 1013.
    bool send(std::string text) const;

    // Closes behind the frames queued so far; `on_close` follows. Later frames are dropped.
    void close(std::uint16_t code, std::string reason = {}) const;

    bool is_open() const;

private:
    std::shared_ptr<WebSocketOutbox> outbox_;
};

// The receiving end of one WebSocket. Called on one thread, in order: `on_open` once, `on_text`
// for each message, `on_close` once. When the handshake fails only `on_close` is called.
class WebSocketHandler {
public:
    virtual ~WebSocketHandler() = default;

    virtual void on_open(WebSocket socket) = 0;

    // `text` is valid UTF-8, at most `Config::web_socket_message_bytes`, and valid during the call.
    virtual void on_text(std::string_view text) = 0;

    // The socket is closed, by whichever side.
    virtual void on_close() = 0;
};

}  // namespace rejoinder::http

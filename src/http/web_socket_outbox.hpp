#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace rejoinder::http {

class Mailbox;
class WebSocketSession;

// The frames one WebSocket has still to send. Filled by any thread, emptied by its worker, which
// the mailbox wakes.
class WebSocketOutbox : public std::enable_shared_from_this<WebSocketOutbox> {
public:
    struct Limits {
        std::size_t frames;
        std::size_t bytes;
    };
    struct Close {
        std::uint16_t code;
        std::string reason;
    };

    WebSocketOutbox(std::shared_ptr<Mailbox> mailbox, Limits limits)
        : mailbox_(std::move(mailbox)), limits_(limits) {}

    // See `WebSocket`.
    bool send(std::string text);
    void close(std::uint16_t code, std::string reason);
    bool is_open() const;

    // The next frame; nothing when all are taken. For the worker, as all below.
    std::optional<std::string> take_frame();

    // How to close, once all frames are taken; nothing when it is not to be closed.
    std::optional<Close> close_wanted() const;

    // Whose outbox it is, or null when that is over.
    WebSocketSession* session() const { return session_; }
    void attach(WebSocketSession* session) { session_ = session; }

    // The socket is gone.
    void detach();

private:
    void wake(std::unique_lock<std::mutex> lock);

    const std::shared_ptr<Mailbox> mailbox_;
    const Limits limits_;
    WebSocketSession* session_ = nullptr;  // the worker's

    mutable std::mutex mutex_;
    std::deque<std::string> frames_;
    std::size_t bytes_ = 0;
    bool is_awake_ = false;  // the worker has been told and will look
    bool is_gone_ = false;
    std::optional<Close> close_;
};

}  // namespace rejoinder::http

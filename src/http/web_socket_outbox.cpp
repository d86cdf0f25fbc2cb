#include "http/web_socket_outbox.hpp"

#include <utility>

#include "http/mailbox.hpp"
#include "http/web_socket.hpp"

namespace rejoinder::http {

bool WebSocketOutbox::send(std::string text) {
    std::unique_lock lock(mutex_);
    if (is_gone_ || close_) return false;
    if (frames_.size() >= limits_.frames || bytes_ + text.size() > limits_.bytes) {
        // It will not catch up: what it has missed it asks for when it comes back.
        frames_.clear();
        bytes_ = 0;
        close_ = Close{close_code::try_again_later, "too far behind"};
        wake(std::move(lock));
        return false;
    }
    bytes_ += text.size();
    frames_.push_back(std::move(text));
    wake(std::move(lock));
    return true;
}

void WebSocketOutbox::close(std::uint16_t code, std::string reason) {
    std::unique_lock lock(mutex_);
    if (is_gone_ || close_) return;
    close_ = Close{code, std::move(reason)};
    wake(std::move(lock));
}

bool WebSocketOutbox::is_open() const {
    const std::lock_guard lock(mutex_);
    return !is_gone_ && !close_;
}

std::optional<std::string> WebSocketOutbox::take_frame() {
    const std::lock_guard lock(mutex_);
    is_awake_ = false;
    if (frames_.empty()) return std::nullopt;
    std::string frame = std::move(frames_.front());
    frames_.pop_front();
    bytes_ -= frame.size();
    return frame;
}

std::optional<WebSocketOutbox::Close> WebSocketOutbox::close_wanted() const {
    const std::lock_guard lock(mutex_);
    return frames_.empty() ? close_ : std::nullopt;
}

void WebSocketOutbox::detach() {
    session_ = nullptr;
    const std::lock_guard lock(mutex_);
    is_gone_ = true;
    frames_.clear();
    bytes_ = 0;
}

void WebSocketOutbox::wake(std::unique_lock<std::mutex> lock) {
    if (std::exchange(is_awake_, true)) return;
    lock.unlock();
    mailbox_->push(shared_from_this());
}

}  // namespace rejoinder::http

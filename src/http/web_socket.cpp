#include "http/web_socket.hpp"

#include "http/web_socket_outbox.hpp"

namespace rejoinder::http {

bool WebSocket::send(std::string text) const { return outbox_ && outbox_->send(std::move(text)); }

void WebSocket::close(std::uint16_t code, std::string reason) const {
    if (outbox_) outbox_->close(code, std::move(reason));
}

bool WebSocket::is_open() const { return outbox_ && outbox_->is_open(); }

}  // namespace rejoinder::http

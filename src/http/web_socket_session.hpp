#pragma once

#include <memory>

#include "http/connection_limits.hpp"
#include "http/transport.hpp"
#include "http/upgrade.hpp"
#include "http/web_socket_outbox.hpp"

namespace rejoinder::http {

class Worker;

// One WebSocket on its worker: reads messages for its handler, writes its outbox's frames.
class WebSocketSession {
public:
    virtual ~WebSocketSession() = default;

    // Answers the handshake and goes on from there.
    virtual void start() = 0;

    // The outbox has something to send, or wants to close.
    virtual void flush() = 0;

    // Closes without a word.
    virtual void cut() = 0;

    virtual WebSocketOutbox& outbox() = 0;
};

// A session that goes on where `transport` stands. `upgrade.request` is a proper handshake.
std::shared_ptr<WebSocketSession> make_web_socket_session(Worker& worker, Transport transport,
                                                          ConnectionLimits::Lease lease,
                                                          Upgrade upgrade,
                                                          std::shared_ptr<WebSocketOutbox> outbox);

}  // namespace rejoinder::http

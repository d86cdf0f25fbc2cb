#pragma once

#include "base/error.hpp"
#include "http/socket.hpp"
#include "http/timing_wheel.hpp"

namespace rejoinder::http {

class Worker;

// Accepts connections at one address for one worker, and hands them to it.
class Listener final : public Timed {
public:
    Listener(Worker& worker, ListeningSocket socket, bool is_tls)
        : worker_(worker), socket_(std::move(socket)), is_tls_(is_tls) {}

    void start();

    // Takes in the connections that are established already, and closes.
    void stop();

    void on_deadline() override;

private:
    void wait();
    void accept();

    Worker& worker_;
    ListeningSocket socket_;
    bool is_tls_;
};

// Sharing a port lets several workers listen at it, and any other process of the same user.
enum class Port : bool { is_own, is_shared };

// A listening socket, not blocking. Fails with `internal` and a detail for the operator.
Result<ListeningSocket> listen_at(boost::asio::io_context& context,
                                  const boost::asio::ip::tcp::endpoint& endpoint, Port port);

}  // namespace rejoinder::http

#include "http/listener.hpp"

#include <boost/asio/detail/socket_option.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/v6_only.hpp>

#include "http/listen_address.hpp"
#include "http/worker.hpp"

namespace rejoinder::http {
namespace {

using ReusePort = boost::asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

// Connections accepted before others get their turn.
constexpr int accept_batch_max = 64;

}  // namespace

Result<ListeningSocket> listen_at(boost::asio::io_context& context,
                                  const boost::asio::ip::tcp::endpoint& endpoint, Port port) {
    ListeningSocket socket(context);
    ErrorCode error;
    socket.open(endpoint.protocol(), error);
    if (!error) socket.set_option(ListeningSocket::reuse_address(true), error);
    if (!error && port == Port::is_shared) socket.set_option(ReusePort(true), error);
    if (!error && endpoint.address().is_v6()) {
        socket.set_option(boost::asio::ip::v6_only(true), error);
    }
    if (!error) socket.bind(endpoint, error);
    if (!error) socket.listen(ListeningSocket::max_listen_connections, error);
    if (!error) socket.non_blocking(true, error);
    if (error) {
        return fail(Errc::internal,
                    "cannot listen at " + text_of(endpoint) + ": " + error.message());
    }
    return socket;
}

void Listener::start() { wait(); }

void Listener::stop() {
    if (!socket_.is_open()) return;
    accept();
    worker_.clear_deadline(*this);
    ErrorCode ignored;
    socket_.close(ignored);
}

void Listener::on_deadline() { wait(); }

void Listener::wait() {
    socket_.async_wait(ListeningSocket::wait_read, [this](const ErrorCode& error) {
        const Worker::Turn turn(worker_);
        if (error || !socket_.is_open()) return;
        accept();
    });
}

void Listener::accept() {
    for (int accepted = 0; accepted < accept_batch_max; ++accepted) {
        ErrorCode error;
        boost::asio::ip::tcp::endpoint peer;
        Socket socket = socket_.accept(worker_.context(), peer, error);
        if (!error) {
            worker_.admit(std::move(socket), peer.address(), is_tls_);
            continue;
        }
        if (error == boost::asio::error::would_block) break;
        if (error == boost::asio::error::connection_aborted ||
            error == boost::asio::error::interrupted) {
            continue;
        }
        // Most likely the process is out of descriptors: others have to close first.
        worker_.shared().log("accept_failed", error.message());
        worker_.set_deadline(*this, worker_.shared().config.tick);
        return;
    }
    wait();
}

}  // namespace rejoinder::http

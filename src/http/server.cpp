#include "http/server.hpp"

#include <future>
#include <thread>
#include <utility>

#include "base/check.hpp"
#include "http/listen_address.hpp"
#include "http/shared.hpp"
#include "http/worker.hpp"

namespace rejoinder::http {
namespace {

using Endpoint = boost::asio::ip::tcp::endpoint;

struct Place {
    Endpoint endpoint;
    bool is_tls;
};

Result<std::vector<Place>> places_of(const Config& config) {
    std::vector<Place> places;
    for (const std::string& text : config.listen) {
        TRY(const Endpoint endpoint, parse_listen_address(text));
        places.push_back({endpoint, false});
    }
    for (const std::string& text : config.tls_listen) {
        TRY(const Endpoint endpoint, parse_listen_address(text));
        places.push_back({endpoint, true});
    }
    return places;
}

boost::beast::http::request<boost::beast::http::empty_body> handshake_of(const Request& request) {
    namespace beast_http = boost::beast::http;
    beast_http::request<beast_http::empty_body> handshake;
    handshake.method_string(name_of(request.method));
    handshake.target(boost::beast::string_view(request.target));
    handshake.version(11);
    for (const HeaderField& field : request.headers) {
        handshake.insert(boost::beast::string_view(field.name),
                         boost::beast::string_view(field.value));
    }
    return handshake;
}

}  // namespace

class Server::Impl {
public:
    Impl(Config config, Handler& handler, const Clock& clock, Log log)
        : shared_(std::move(config), handler, clock, std::move(log)) {
        CHECK(shared_.config.workers >= 1 && shared_.config.workers <= Config::workers_max);
        CHECK(shared_.config.tick > Duration::zero() && shared_.config.header_bytes > 0);
        for (std::size_t i = 0; i < shared_.config.workers; ++i) {
            workers_.push_back(std::make_unique<Worker>(shared_, static_cast<std::uint8_t>(i)));
        }
    }

    Result<std::vector<BoundAddress>> start() {
        CHECK(threads_.empty());
        TRY(const std::vector<Place> places, places_of(shared_.config));
        if (!shared_.config.tls_listen.empty()) TRY_VOID(shared_.tls.load());
        Result<std::vector<BoundAddress>> bound = listen(places);
        if (!bound) {
            for (const auto& worker : workers_) worker->stop_listening();
            return bound;
        }
        for (const auto& worker : workers_) {
            threads_.emplace_back([&worker = *worker] { worker.run(); });
        }
        return bound;
    }

    Mailbox* mailbox_of(Ticket ticket) {
        return ticket.worker < workers_.size() ? &workers_[ticket.worker]->mailbox() : nullptr;
    }

    void answer(std::vector<Answer> answers) {
        if (workers_.size() == 1) return workers_.front()->mailbox().push(std::move(answers));
        std::vector<std::vector<Answer>> shares(workers_.size());
        for (Answer& answer : answers) {
            if (answer.ticket.worker < shares.size()) {
                shares[answer.ticket.worker].push_back(std::move(answer));
            }
        }
        for (std::size_t i = 0; i < shares.size(); ++i) {
            workers_[i]->mailbox().push(std::move(shares[i]));
        }
    }

    void want_upgrade(Upgrade upgrade) {
        CHECK(upgrade.ticket.worker < workers_.size());
        workers_[upgrade.ticket.worker]->want_upgrade(std::move(upgrade));
    }

    void stop_accepting() {
        if (threads_.empty()) return;
        std::vector<std::future<void>> done;
        for (const auto& worker : workers_) {
            auto promise = std::make_shared<std::promise<void>>();
            done.push_back(promise->get_future());
            worker->stop_accepting([promise] { promise->set_value(); });
        }
        for (std::future<void>& each : done) each.wait();
    }

    void stop(Duration grace) {
        if (threads_.empty()) return;
        for (const auto& worker : workers_) worker->drain(grace);
        for (std::thread& thread : threads_) thread.join();
        threads_.clear();
    }

    Result<void> reload_tls() { return shared_.tls.load(); }

    Stats stats() const {
        Stats stats;
        stats.connections = shared_.limits.open();
        for (const auto& worker : workers_) {
            const Worker::Counters& counters = worker->counters();
            stats.parked += counters.parked.load(std::memory_order_relaxed);
            stats.web_sockets += counters.web_sockets.load(std::memory_order_relaxed);
            stats.accepted += counters.accepted.load(std::memory_order_relaxed);
            stats.refused += counters.refused.load(std::memory_order_relaxed);
            stats.requests += counters.requests.load(std::memory_order_relaxed);
            stats.rejected += counters.rejected.load(std::memory_order_relaxed);
        }
        return stats;
    }

private:
    Result<std::vector<BoundAddress>> listen(const std::vector<Place>& places) {
        const Port port = workers_.size() > 1 ? Port::is_shared : Port::is_own;
        std::vector<BoundAddress> bound;
        for (const Place& place : places) {
            Endpoint endpoint = place.endpoint;
            for (const auto& worker : workers_) {
                // The first one picks the port, the others share it.
                TRY(endpoint, worker->listen(endpoint, port, place.is_tls));
            }
            bound.push_back(
                {.text = text_of(endpoint), .port = endpoint.port(), .is_tls = place.is_tls});
        }
        return bound;
    }

    Shared shared_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::vector<std::thread> threads_;
};

Server::Server(Config config, Handler& handler, const Clock& clock, Log log)
    : impl_(std::make_unique<Impl>(std::move(config), handler, clock, std::move(log))) {}

Server::~Server() { stop(Duration::zero()); }

Result<std::vector<BoundAddress>> Server::start() { return impl_->start(); }

void Server::answer(Ticket ticket, Response response) {
    if (Mailbox* mailbox = impl_->mailbox_of(ticket)) {
        mailbox->push(Answer{ticket, std::move(response)});
    }
}

void Server::answer(std::vector<Answer> answers) { impl_->answer(std::move(answers)); }

void Server::resume(Ticket ticket) {
    if (Mailbox* mailbox = impl_->mailbox_of(ticket)) mailbox->push(ticket);
}

void Server::send(BodyPiece piece) {
    if (Mailbox* mailbox = impl_->mailbox_of(piece.ticket)) mailbox->push(std::move(piece));
}

void Server::accept_web_socket(const Request& request, Ticket ticket,
                               std::shared_ptr<WebSocketHandler> handler) {
    impl_->want_upgrade(Upgrade{ticket, handshake_of(request), std::move(handler)});
}

void Server::stop_accepting() { impl_->stop_accepting(); }

void Server::stop(Duration grace) { impl_->stop(grace); }

Result<void> Server::reload_tls() { return impl_->reload_tls(); }

Stats Server::stats() const { return impl_->stats(); }

}  // namespace rejoinder::http

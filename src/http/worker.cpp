#include "http/worker.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <utility>

#include "base/check.hpp"

namespace rejoinder::http {
namespace {

// Buffers kept for the next connection that gets bytes.
constexpr std::size_t intakes_kept = 256;

// A larger answer's memory is given back behind it.
constexpr std::size_t scratch_kept_bytes = 256 * 1024;

}  // namespace

void Worker::Counters::add(std::atomic<std::uint64_t>& counter, std::int64_t change) {
    // One thread writes: no need for the bus to be locked.
    counter.store(counter.load(std::memory_order_relaxed) + static_cast<std::uint64_t>(change),
                  std::memory_order_relaxed);
}

Worker::Worker(Shared& shared, std::uint8_t index)
    : shared_(shared),
      index_(index),
      mailbox_(std::make_shared<Mailbox>(
          [this] { boost::asio::post(context_, [this] { const Turn turn(*this); }); })),
      intakes_(intakes_kept) {}

Worker::~Worker() { mailbox_->close(); }

Result<boost::asio::ip::tcp::endpoint> Worker::listen(
    const boost::asio::ip::tcp::endpoint& endpoint, Port port, bool is_tls) {
    TRY(ListeningSocket socket, listen_at(context_, endpoint, port));
    ErrorCode error;
    const auto bound = socket.local_endpoint(error);
    if (error) return fail(Errc::internal, error.message());
    listeners_.push_back(std::make_unique<Listener>(*this, std::move(socket), is_tls));
    return bound;
}

void Worker::run() {
    {
        const Turn turn(*this);
        start_ticking();
        for (const auto& listener : listeners_) listener->start();
    }
    context_.run();
    cut_everything();
}

void Worker::stop_accepting(std::function<void()> then) {
    boost::asio::post(context_, [this, then = std::move(then)] {
        const Turn turn(*this);
        for (const auto& listener : listeners_) listener->stop();
        then();
    });
}

void Worker::drain(Duration grace) {
    boost::asio::post(context_, [this, grace] {
        const Turn turn(*this);
        begin_drain(grace);
    });
}

void Worker::set_deadline(Timed& timed, Duration after) {
    // The tick under way may be almost over: it does not count.
    const auto ticks = (after + shared_.config.tick - Duration{1}) / shared_.config.tick + 1;
    constexpr std::int64_t ticks_max = 1 << 30;
    wheel_.set(timed, static_cast<std::uint32_t>(std::clamp<std::int64_t>(ticks, 1, ticks_max)));
}

std::unique_ptr<Intake> Worker::take_intake() {
    return intakes_.take([this] {
        return std::make_unique<Intake>(
            Intake::Limits{shared_.config.header_bytes, shared_.config.body_bytes,
                           shared_.config.stream_bytes},
            [this](Method method, std::string_view path) {
                return shared_.handler.streams_body(method, path);
            });
    });
}

void Worker::give_intake(std::unique_ptr<Intake> intake) {
    intake->reset();
    intakes_.give(std::move(intake));
}

std::string& Worker::scratch() {
    if (scratch_.capacity() > scratch_kept_bytes) std::string().swap(scratch_);
    scratch_.clear();
    return scratch_;
}

void Worker::admit(Socket socket, const boost::asio::ip::address& peer, bool is_tls) {
    Counters::add(counters_.accepted, 1);
    ErrorCode error;
    socket.non_blocking(true, error);
    if (!error) socket.set_option(boost::asio::ip::tcp::no_delay(true), error);
    if (error) return;

    std::optional<ConnectionLimits::Lease> lease = shared_.limits.admit(peer);
    if (lease && open_ < Ticket::connection_max) {
        SslPtr ssl = is_tls ? shared_.tls.open(socket.native_handle()) : nullptr;
        if (is_tls && !ssl) return;
        add(Transport(std::move(socket), std::move(ssl)), std::move(*lease)).start();
        return;
    }
    Counters::add(counters_.refused, 1);
    if (is_tls || refusing_ >= shared_.config.refusals) return;
    ++refusing_;
    add(Transport(std::move(socket), nullptr), ConnectionLimits::Lease(peer)).refuse();
}

Connection& Worker::add(Transport transport, ConnectionLimits::Lease lease) {
    std::uint32_t index = static_cast<std::uint32_t>(slots_.size());
    if (free_slots_.empty()) {
        slots_.emplace_back();
    } else {
        index = free_slots_.back();
        free_slots_.pop_back();
    }
    Slot& slot = slots_[index];
    slot.connection = std::make_unique<Connection>(
        *this, std::move(transport), std::move(lease),
        Ticket{.connection = index, .serial = slot.serial, .worker = index_});
    ++open_;
    return *slot.connection;
}

void Worker::deliver() {
    if (is_delivering_) return;
    is_delivering_ = true;
    while (mailbox_->take(mail_)) {
        for (const Answer& answer : mail_.answers) {
            const std::uint32_t index = answer.ticket.connection;
            if (index >= slots_.size() || !slots_[index].connection) continue;
            slots_[index].connection->answer(answer.ticket.serial, answer.response);
        }
        for (const BodyPiece& piece : mail_.pieces) {
            const std::uint32_t index = piece.ticket.connection;
            if (index >= slots_.size() || !slots_[index].connection) continue;
            slots_[index].connection->give(piece);
        }
        for (const auto& outbox : mail_.outboxes) {
            if (outbox->session() != nullptr) outbox->session()->flush();
        }
        for (const Ticket ticket : mail_.resumed) {
            const std::uint32_t index = ticket.connection;
            if (index >= slots_.size() || !slots_[index].connection) continue;
            slots_[index].connection->resume_body(ticket.serial);
        }
        mail_.answers.clear();
        mail_.resumed.clear();
        mail_.pieces.clear();
        mail_.outboxes.clear();
    }
    is_delivering_ = false;
}

void Worker::want_upgrade(Upgrade upgrade) {
    CHECK(upgrade.ticket.worker == index_ && !upgrade_);
    upgrade_ = std::move(upgrade);
}

std::optional<Upgrade> Worker::take_upgrade() { return std::exchange(upgrade_, std::nullopt); }

void Worker::open_web_socket(Transport transport, ConnectionLimits::Lease lease, Upgrade upgrade) {
    const WebSocketOutbox::Limits limits{shared_.config.web_socket_queue_frames,
                                         shared_.config.web_socket_queue_bytes};
    const auto session =
        make_web_socket_session(*this, std::move(transport), std::move(lease), std::move(upgrade),
                                std::make_shared<WebSocketOutbox>(mailbox_, limits));
    web_sockets_.insert(session);
    Counters::add(counters_.web_sockets, 1);
    session->start();
}

void Worker::forget(const std::shared_ptr<WebSocketSession>& session) {
    if (web_sockets_.erase(session) > 0) Counters::add(counters_.web_sockets, -1);
}

void Worker::end_turn() {
    deliver();
    while (!retired_.empty()) {
        reap();
        deliver();
    }
    if (is_draining_ && open_ == 0 && web_sockets_.empty()) finish();
}

void Worker::reap() {
    const std::vector<std::uint32_t> retired = std::exchange(retired_, {});
    for (const std::uint32_t index : retired) {
        Slot& slot = slots_[index];
        CHECK(slot.connection && slot.connection->is_over());
        if (slot.connection->is_refusal()) --refusing_;
        slot.serial = slot.connection->serial();
        slot.connection.reset();
        free_slots_.push_back(index);
        --open_;
    }
}

void Worker::start_ticking() {
    date_ = http_date(shared_.clock.now());
    timer_.expires_after(shared_.config.tick);
    tick();
}

void Worker::tick() {
    timer_.async_wait([this](const ErrorCode& error) {
        if (error) return;
        const Turn turn(*this);
        const Instant now = shared_.clock.now();
        if (now - dated_ >= std::chrono::seconds{1}) {
            dated_ = std::chrono::floor<std::chrono::seconds>(now);
            date_ = http_date(now);
        }
        wheel_.tick();
        timer_.expires_at(timer_.expiry() + shared_.config.tick);
        tick();
    });
}

void Worker::begin_drain(Duration grace) {
    is_draining_ = true;
    for (const auto& listener : listeners_) listener->stop();
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if (slots_[i].connection) slots_[i].connection->drain();
    }
    for (const auto& session : web_sockets_) {
        session->outbox().close(close_code::service_restart, "the server is restarting");
    }
    if (grace <= Duration::zero()) return finish();
    set_deadline(grace_, grace);
}

void Worker::finish() {
    if (std::exchange(is_finished_, true)) return;
    context_.stop();
}

void Worker::cut_everything() {
    is_finished_ = true;
    mailbox_->close();
    timer_.cancel();
    clear_deadline(grace_);
    for (const auto& listener : listeners_) listener->stop();
    // What is closed completes what is pending, which then lets go of its connection.
    do {
        const Turn turn(*this);
        for (const Slot& slot : slots_) {
            if (slot.connection) slot.connection->close();
        }
        for (const auto& session : std::set(web_sockets_)) session->cut();
    } while (context_.restart(), context_.poll() > 0 || open_ > 0);
}

}  // namespace rejoinder::http

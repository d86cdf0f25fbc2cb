#include "http/connection.hpp"

#include <boost/beast/websocket/rfc6455.hpp>
#include <utility>

#include "base/check.hpp"
#include "http/worker.hpp"

namespace rejoinder::http {
namespace {

constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

// Of an answer's file: what is in memory at once, and what is sent before others have their turn.
constexpr std::size_t file_piece_bytes = 64 * 1024;
constexpr int file_pieces_per_turn = 4;

}  // namespace

// What Asio calls when the socket is readable; it waits in the connection's own memory.
struct Connection::ReadReady {
    using allocator_type = OperationAllocator<void>;
    allocator_type get_allocator() const { return allocator_type(connection->read_memory_); }

    void operator()(const ErrorCode&) const {
        const Worker::Turn turn(connection->worker_);
        connection->waits_to_read_ = false;
        connection->on_ready();
    }

    Connection* connection;
};

struct Connection::WriteReady {
    void operator()(const ErrorCode&) const {
        const Worker::Turn turn(connection->worker_);
        connection->waits_to_write_ = false;
        connection->on_ready();
    }

    Connection* connection;
};

Connection::Connection(Worker& worker, Transport transport, ConnectionLimits::Lease lease,
                       Ticket ticket)
    : worker_(worker),
      transport_(std::move(transport)),
      lease_(std::move(lease)),
      ticket_(ticket) {}

void Connection::start() {
    worker_.set_deadline(*this, worker_.shared().config.header_timeout);
    if (transport_.is_tls()) {
        phase_ = Phase::handshaking;
        shake_hands();
    } else {
        settle();
    }
}

void Connection::refuse() {
    is_refusal_ = true;
    shape_.closes = true;
    write(error_response(Error{Errc::overloaded}));
}

void Connection::answer(std::uint32_t serial, const Response& response) {
    if (phase_ != Phase::owing || serial != ticket_.serial) return;
    Worker::Counters::add(worker_.count().parked, -1);
    write(response);
    if (!is_advancing_) resume();
}

void Connection::resume_body(std::uint32_t serial) {
    if (phase_ != Phase::reading || serial != ticket_.serial || !intake_->is_paused()) return;
    intake_->resume();
    receive();
}

void Connection::give(const BodyPiece& piece) {
    if (phase_ != Phase::awaiting || piece.ticket.serial != ticket_.serial) return;
    if (piece.end == BodyEnd::broken) return close();
    phase_ = Phase::writing;
    if (is_chunked(shape_))
        append_chunk(unsent_->text, piece.bytes);
    else
        unsent_->text = piece.bytes;
    if (piece.end == BodyEnd::whole) {
        if (is_chunked(shape_)) unsent_->text.append(last_chunk);
        if (worker_.is_draining()) shape_.closes = true;
        end_source();
    }
    flush({});
    if (!is_advancing_) resume();
}

void Connection::drain() {
    if (phase_ == Phase::idle) receive();
    if (phase_ == Phase::idle || phase_ == Phase::handshaking) close();
}

void Connection::close() {
    if (phase_ == Phase::closed) return;
    if (phase_ == Phase::owing) Worker::Counters::add(worker_.count().parked, -1);
    phase_ = Phase::closed;
    worker_.clear_deadline(*this);
    give_back_intake();
    end_source();
    unsent_.reset();
    transport_.close();
    lease_.release();
    if (is_over()) worker_.retire(ticket_.connection);
}

void Connection::on_deadline() {
    if (phase_ != Phase::reading) return close();
    reject(text_response(408, "The request took too long"));
}

void Connection::on_ready() {
    switch (phase_) {
        case Phase::handshaking:
            return shake_hands();
        case Phase::idle:
        case Phase::reading:
            return receive();
        case Phase::owing:
        case Phase::awaiting:
            return receive_ahead();
        case Phase::writing:
            // The hang-up watch may end while an answer waits for room; it is set up again behind.
            if (waits_to_write_) return;
            flush({});
            return resume();
        case Phase::lingering:
            return discard();
        case Phase::closed:
            if (is_over()) worker_.retire(ticket_.connection);
            return;
    }
}

void Connection::shake_hands() {
    const Transport::Step step = transport_.handshake();
    if (step.outcome == Transport::Outcome::done) {
        phase_ = Phase::idle;
        worker_.set_deadline(*this, worker_.shared().config.header_timeout);
        return receive();
    }
    if (step.outcome == Transport::Outcome::closed) {
        worker_.shared().log("tls_handshake_failed", take_tls_error());
    }
    wait_for(step.outcome);
}

void Connection::receive() {
    do {
        if (!intake_) intake_ = worker_.take_intake();
        if (intake_->is_paused()) return;
        const Transport::Step step = transport_.read(intake_->space());
        if (step.outcome == Transport::Outcome::closed) return close();
        if (step.outcome == Transport::Outcome::wants_write) return wait_to_write();
        if (step.outcome == Transport::Outcome::wants_read) break;
        intake_->commit(step.bytes);
        advance();
    } while (is_receiving() && transport_.has_pending());
    settle();
}

void Connection::receive_ahead() {
    do {
        if (!intake_) intake_ = worker_.take_intake();
        const std::span<char> space = intake_->space();
        if (space.empty()) return;
        const Transport::Step step = transport_.read(space);
        if (step.outcome == Transport::Outcome::closed) {
            if (phase_ == Phase::owing) worker_.shared().handler.gone(ticket_);
            return close();
        }
        if (step.outcome == Transport::Outcome::wants_write) return wait_to_write();
        if (step.outcome == Transport::Outcome::wants_read) break;
        intake_->commit(step.bytes);
    } while (transport_.has_pending());
    park();
}

void Connection::linger() {
    give_back_intake();
    transport_.finish_sending();
    phase_ = Phase::lingering;
    worker_.set_deadline(*this, worker_.shared().config.linger_timeout);
    discard();
}

void Connection::discard() {
    while (discarded_ < worker_.shared().config.linger_bytes) {
        const Transport::Step step = transport_.read(worker_.sink());
        if (step.outcome != Transport::Outcome::done) return wait_for(step.outcome);
        discarded_ += static_cast<std::uint32_t>(step.bytes);
    }
    close();
}

void Connection::advance() {
    is_advancing_ = true;
    while (is_receiving() && intake_ && intake_->has_bytes()) {
        if (phase_ == Phase::idle) {
            phase_ = Phase::reading;
            // The first request's time has run since the connection was made.
            if (!is_first_) {
                worker_.set_deadline(*this, worker_.shared().config.header_timeout);
            }
        }
        const Result<Intake::Progress> progress = intake_->parse();
        if (!progress) {
            reject(error_response(progress.error()));
        } else if (*progress == Intake::Progress::complete) {
            dispatch();
        } else if (*progress == Intake::Progress::head) {
            open_body();
        } else {
            await_body();
            break;
        }
    }
    is_advancing_ = false;
}

void Connection::resume() {
    advance();
    settle();
}

void Connection::await_body() {
    if (is_in_body_ || !intake_->has_headers()) return;
    is_in_body_ = true;
    const Config& config = worker_.shared().config;
    worker_.set_deadline(*this, intake_->has_sink() ? config.stream_timeout : config.body_timeout);
    if (!intake_->wants_continue()) return;
    const Transport::Step step = transport_.write(continue_line);
    if (step.bytes != continue_line.size()) close();
}

void Connection::dispatch() {
    is_in_body_ = false;
    worker_.clear_deadline(*this);
    Worker::Counters::add(worker_.count().parked, 1);
    phase_ = Phase::owing;
    if (const std::unique_ptr<BodySink> sink = intake_->take_sink())
        sink->finish();
    else
        worker_.shared().handler.handle(begin_request(), ticket_);
    intake_->next_request();
    if (std::optional<Upgrade> upgrade = worker_.take_upgrade()) {
        CHECK(upgrade->ticket == ticket_);
        hand_over(std::move(*upgrade));
    } else {
        worker_.deliver();
    }
}

Request Connection::begin_request() {
    is_first_ = false;
    if (++ticket_.serial == 0) ++ticket_.serial;
    Worker::Counters::add(worker_.count().requests, 1);
    const Request request = intake_->request(lease_.peer(), transport_.is_tls());
    shape_ = {.is_head = request.method == Method::head,
              .is_http_10 = intake_->is_http_10(),
              .closes = !intake_->keeps_alive()};
    return request;
}

void Connection::open_body() {
    const Request head = begin_request();
    if (auto sink = worker_.shared().handler.open_body(head, ticket_)) {
        intake_->stream_to(std::move(sink));
        return await_body();
    }
    // What comes of the body is not read as another request: the connection closes.
    worker_.clear_deadline(*this);
    Worker::Counters::add(worker_.count().parked, 1);
    shape_.closes = true;
    phase_ = Phase::owing;
    worker_.deliver();
}

void Connection::hand_over(Upgrade upgrade) {
    Worker::Counters::add(worker_.count().parked, -1);
    // A client has to wait for the handshake's answer before it sends frames.
    if (intake_->has_bytes() || !boost::beast::websocket::is_upgrade(upgrade.request)) {
        upgrade.handler->on_close();
        return reject(error_response(Error{Errc::bad_request}));
    }
    phase_ = Phase::closed;
    give_back_intake();
    ErrorCode ignored;
    transport_.socket().cancel(ignored);
    worker_.open_web_socket(std::move(transport_), std::move(lease_), std::move(upgrade));
    if (is_over()) worker_.retire(ticket_.connection);
}

void Connection::settle() {
    switch (phase_) {
        case Phase::idle:
            if (intake_ && !intake_->has_bytes()) give_back_intake();
            return wait_to_read();
        case Phase::reading:
            if (intake_ && intake_->is_paused()) return;
            return wait_to_read();
        case Phase::owing:
        case Phase::awaiting:
            return transport_.has_pending() ? receive_ahead() : park();
        case Phase::handshaking:
        case Phase::writing:
        case Phase::lingering:
        case Phase::closed:
            return;
    }
}

void Connection::park() {
    if (intake_ && !intake_->has_bytes()) give_back_intake();
    // With as much ahead as there is room for, the hang-up has to wait.
    if (!intake_ || !intake_->space().empty()) wait_to_read();
}

void Connection::wait_to_read() {
    if (waits_to_read_) return;
    waits_to_read_ = true;
    transport_.socket().async_wait(Socket::wait_read, ReadReady{this});
}

void Connection::wait_to_write() {
    if (waits_to_write_) return;
    waits_to_write_ = true;
    transport_.socket().async_wait(Socket::wait_write, WriteReady{this});
}

void Connection::wait_for(Transport::Outcome outcome) {
    switch (outcome) {
        case Transport::Outcome::done:
            return;
        case Transport::Outcome::wants_read:
            return wait_to_read();
        case Transport::Outcome::wants_write:
            return wait_to_write();
        case Transport::Outcome::closed:
            return close();
    }
}

void Connection::give_back_intake() {
    if (intake_) worker_.give_intake(std::move(intake_));
}

void Connection::reject(Response response) {
    Worker::Counters::add(worker_.count().rejected, 1);
    response.headers = worker_.shared().handler.error_headers(intake_->origin());
    intake_->take_sink().reset();
    shape_ = {.closes = true};
    write(response);
}

void Connection::write(const Response& response) {
    if (response.close || worker_.is_draining()) shape_.closes = true;
    if (response.source && !is_chunked(shape_)) shape_.closes = true;
    phase_ = Phase::writing;
    std::string& text = worker_.scratch();
    append_response(text, response, shape_, worker_.date());
    const bool is_more = response.file || !response.static_body.empty();
    if (is_more && has_body(response.status) && !shape_.is_head)
        unsent_ = std::make_unique<Unsent>(text, 0, response.static_body, response.file);
    if (response.source) {
        unsent_ = std::make_unique<Unsent>(text, 0, std::string_view(), nullptr, response.source);
        if (shape_.is_head) end_source();
    }
    flush(text);
}

void Connection::flush(std::string_view bytes) {
    do {
        if (unsent_) bytes = unsent_->next();
        if (!send(bytes)) return;
    } while (unsent_ && !unsent_->next().empty());
    if (unsent_ && unsent_->file && !send_file()) return;
    finish();
}

bool Connection::send(std::string_view bytes) {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const Transport::Step step = transport_.write(bytes.substr(sent));
        sent += step.bytes;
        if (step.outcome == Transport::Outcome::done) continue;
        if (step.outcome == Transport::Outcome::closed) {
            close();
            return false;
        }
        if (!unsent_) {
            unsent_ = std::make_unique<Unsent>(std::string(bytes.substr(sent)));
        } else {
            unsent_->sent += sent;
        }
        worker_.set_deadline(*this, worker_.shared().config.write_timeout);
        wait_for(step.outcome);
        return false;
    }
    if (unsent_) unsent_->sent += sent;
    return true;
}

bool Connection::send_file() {
    for (int pieces = 0; pieces < file_pieces_per_turn; ++pieces) {
        unsent_->text.clear();
        unsent_->static_bytes = {};
        unsent_->sent = 0;
        const Result<void> read = unsent_->file->read(unsent_->text, file_piece_bytes);
        if (!read) {
            worker_.shared().log("answer_cut", read.error().text());
            close();
            return false;
        }
        if (unsent_->text.empty()) return true;
        if (!send(unsent_->text)) return false;
    }
    worker_.set_deadline(*this, worker_.shared().config.write_timeout);
    wait_to_write();
    return false;
}

void Connection::finish() {
    if (unsent_ && unsent_->source) return ask_source();
    unsent_.reset();
    if (shape_.closes) return linger();
    phase_ = Phase::idle;
    worker_.set_deadline(*this, worker_.shared().config.idle_timeout);
}

void Connection::ask_source() {
    phase_ = Phase::awaiting;
    worker_.clear_deadline(*this);
    // Nothing but the source is kept while the piece is made.
    unsent_->sent = 0;
    std::string().swap(unsent_->text);
    unsent_->source->next(ticket_);
}

void Connection::end_source() {
    if (!unsent_) return;
    if (const auto source = std::exchange(unsent_->source, nullptr)) source->over();
}

}  // namespace rejoinder::http

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "http/connection_limits.hpp"
#include "http/intake.hpp"
#include "http/operation_memory.hpp"
#include "http/response.hpp"
#include "http/response_writer.hpp"
#include "http/ticket.hpp"
#include "http/timing_wheel.hpp"
#include "http/transport.hpp"

namespace rejoinder::http {

class Worker;
struct Upgrade;

// One client's connection: reads a request, owes its answer, writes it, and starts again.
//
// While it owes an answer or waits for a request it holds no buffers. It never calls itself back
// from within its calls; the worker destroys it at the end of a turn, once it is closed and nothing
// is pending.
class Connection final : public Timed {
public:
    Connection(Worker& worker, Transport transport, ConnectionLimits::Lease lease, Ticket ticket);

    // Starts reading, with the TLS handshake first where there is one.
    void start();

    // Answers 503 before anything was read, and closes.
    void refuse();

    // Writes the answer owed under `serial`; ignored when none is.
    void answer(std::uint32_t serial, const Response& response);

    // The sink of the body under `serial` takes more of it; ignored when it is not waited for.
    void resume_body(std::uint32_t serial);

    // Writes the piece that was asked for; ignored when none was.
    void give(const BodyPiece& piece);

    // The server is stopping: closes unless a request is being read or answered.
    void drain();

    void close();

    // Nothing refers to a closed connection any more.
    bool is_over() const { return phase_ == Phase::closed && !waits_to_read_ && !waits_to_write_; }

    // It was never counted, only told that there is no room.
    bool is_refusal() const { return is_refusal_; }

    std::uint32_t serial() const { return ticket_.serial; }

    void on_deadline() override;

private:
    enum class Phase : std::uint8_t {
        handshaking,  // TLS
        idle,         // waiting for a request's first byte
        reading,      // in the middle of a request
        owing,        // parked: the answer is somebody else's to give
        writing,      // the answer did not fit into the socket yet
        awaiting,     // parked: the next piece of the body is its source's to give
        lingering,    // all is said; the client's last bytes are dropped
        closed,
    };
    // The part of an answer that is still to be written.
    struct Unsent {
        std::string text;
        std::size_t sent = 0;                          // of the text and the static bytes
        std::string_view static_bytes = {};            // what comes behind the text
        std::shared_ptr<BodyFile> file = nullptr;      // what comes behind that
        std::shared_ptr<BodySource> source = nullptr;  // the same, given by somebody else

        // What can be written at once: of the text, or of the static bytes once that is sent.
        std::string_view next() const {
            return sent < text.size() ? std::string_view(text).substr(sent)
                                      : static_bytes.substr(sent - text.size());
        }
    };
    struct ReadReady;
    struct WriteReady;

    bool is_receiving() const { return phase_ == Phase::idle || phase_ == Phase::reading; }

    // The steps of the machine. Each is called in the phases it is named for.
    void on_ready();
    void shake_hands();
    void receive();
    void receive_ahead();  // while owing or awaiting: the next request, or the hang-up
    void linger();
    void discard();

    // Goes through the requests that are here, until one is owed or more bytes are needed.
    void advance();
    void resume();
    void await_body();
    void open_body();
    Request begin_request();
    void dispatch();
    void hand_over(Upgrade upgrade);

    // Waits for what the phase needs, and gives back what it does not.
    void settle();
    void park();
    void wait_to_read();
    void wait_to_write();
    void wait_for(Transport::Outcome outcome);
    void give_back_intake();

    void reject(Response response);
    void write(const Response& response);
    void flush(std::string_view bytes);
    // Both return whether all of it was written; else the rest waits, or the connection is closed.
    bool send(std::string_view bytes);
    bool send_file();
    void finish();
    void ask_source();
    void end_source();

    Worker& worker_;
    Transport transport_;
    ConnectionLimits::Lease lease_;
    std::unique_ptr<Intake> intake_;
    std::unique_ptr<Unsent> unsent_;
    Ticket ticket_;  // of the request at hand
    std::uint32_t discarded_ = 0;
    Phase phase_ = Phase::idle;
    AnswerShape shape_;
    bool waits_to_read_ : 1 = false;
    bool waits_to_write_ : 1 = false;
    bool is_advancing_ : 1 = false;
    bool is_in_body_ : 1 = false;
    bool is_first_ : 1 = true;  // no request has been read yet
    bool is_refusal_ : 1 = false;
    OperationMemory read_memory_;
};

}  // namespace rejoinder::http

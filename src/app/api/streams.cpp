#include "app/api/streams.hpp"

#include <string_view>
#include <utility>

#include "app/caller.hpp"
#include "protocol/api.hpp"
#include "protocol/wire.hpp"

namespace rejoinder::app::api {

// One stream's receiving end. The first text resumes the stream; later ones may be pings.
class Streams::Handler : public http::WebSocketHandler {
public:
    Handler(Streams& streams, domain::Caller stream, std::string token_hash)
        : streams_(streams), stream_(stream), token_hash_(std::move(token_hash)) {}

    void on_open(http::WebSocket socket) override {
        socket_ = socket;
        {
            const std::scoped_lock lock(streams_.mutex_);
            streams_.sockets_.emplace(stream_.id, std::move(socket));
        }
        is_known_ = streams_.submit_(domain::OpenStream{std::move(token_hash_)}, stream_);
        if (!is_known_) close(Errc::overloaded);
    }

    void on_text(std::string_view text) override {
        if (!is_known_) return;
        if (is_resumed_) return answer_ping(text);
        is_resumed_ = true;
        const auto resume = protocol::read<protocol::api::Resume>(text);
        if (!resume) {
            return socket_.close(http::close_code::policy_violation,
                                 R"(the first frame must be {"resume": n or null})");
        }
        if (!streams_.submit_(domain::ResumeStream{resume->resume}, stream_)) {
            close(Errc::overloaded);
        }
    }

    void on_close() override {
        {
            const std::scoped_lock lock(streams_.mutex_);
            streams_.sockets_.erase(stream_.id);
        }
        // The core always takes this one.
        if (is_known_) static_cast<void>(streams_.submit_(domain::CloseStream{}, stream_));
        is_known_ = false;
    }

private:
    void answer_ping(std::string_view text) {
        const auto asked = protocol::read<protocol::api::Ping>(text);
        // A peer too far behind is closed by the socket itself.
        if (asked)
            static_cast<void>(socket_.send(protocol::to_json(protocol::api::Pong{asked->ping})));
    }

    void close(Errc code) {
        socket_.close(http::close_code::try_again_later, std::string(row_of(code).text));
    }

    Streams& streams_;
    const domain::Caller stream_;
    std::string token_hash_;
    http::WebSocket socket_;
    bool is_known_ = false;
    bool is_resumed_ = false;
};

std::shared_ptr<http::WebSocketHandler> Streams::open(std::string token_hash) {
    const domain::Caller stream = make_caller(CallerKind::stream, next_number_++);
    return std::make_shared<Handler>(*this, stream, std::move(token_hash));
}

void Streams::send(domain::Caller stream, std::string text) {
    // A peer too far behind is closed by the socket itself; `on_close` then tells the core.
    static_cast<void>(find(stream).send(std::move(text)));
}

void Streams::end(domain::Caller stream, const Error& error) {
    if (error.code == Errc::unauthorized) {
        return find(stream).close(http::close_code::policy_violation, "unauthorized");
    }
    find(stream).close(http::close_code::try_again_later, std::string(row_of(error.code).text));
}

http::WebSocket Streams::find(domain::Caller stream) {
    const std::scoped_lock lock(mutex_);
    const auto found = sockets_.find(stream.id);
    return found == sockets_.end() ? http::WebSocket() : found->second;
}

}  // namespace rejoinder::app::api

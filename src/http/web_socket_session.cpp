#include "http/web_socket_session.hpp"

#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <string>
#include <utility>

#include "http/worker.hpp"

namespace rejoinder::http {
namespace {

namespace websocket = boost::beast::websocket;

// `Stream` is what the frames go over: `Socket`, or TLS over it.
template <class Stream>
class Session final : public WebSocketSession,
                      public std::enable_shared_from_this<Session<Stream>> {
public:
    Session(Worker& worker, Stream stream, ConnectionLimits::Lease lease, Upgrade upgrade,
            std::shared_ptr<WebSocketOutbox> outbox)
        : worker_(worker),
          lease_(std::move(lease)),
          request_(std::move(upgrade.request)),
          handler_(std::move(upgrade.handler)),
          outbox_(std::move(outbox)),
          stream_(std::move(stream)) {
        const Config& config = worker.shared().config;
        outbox_->attach(this);
        // Beast pings in the middle of the idle time.
        stream_.set_option(
            websocket::stream_base::timeout{.handshake_timeout = config.header_timeout,
                                            .idle_timeout = config.web_socket_ping * 2,
                                            .keep_alive_pings = true});
        stream_.read_message_max(config.web_socket_message_bytes);
        stream_.text(true);
    }

    void start() override {
        stream_.async_accept(request_, [self = this->shared_from_this()](const ErrorCode& error) {
            const Worker::Turn turn(self->worker_);
            self->on_accepted(error);
        });
    }

    void flush() override {
        if (!is_open_ || is_writing_ || is_closing_) return;
        if (std::optional<std::string> frame = outbox_->take_frame()) {
            frame_ = std::move(*frame);
            write();
        } else if (const auto close = outbox_->close_wanted()) {
            websocket::close_reason reason(static_cast<websocket::close_code>(close->code),
                                           boost::beast::string_view(close->reason));
            say_goodbye(reason);
        }
    }

    void cut() override {
        ErrorCode ignored;
        boost::beast::get_lowest_layer(stream_).close(ignored);
        end();
    }

    WebSocketOutbox& outbox() override { return *outbox_; }

private:
    void on_accepted(const ErrorCode& error) {
        if (is_over_) return;
        if (error) return end();
        is_open_ = true;
        handler_->on_open(WebSocket(outbox_));
        read();
        flush();
    }

    void read() {
        stream_.async_read(buffer_,
                           [self = this->shared_from_this()](const ErrorCode& error, std::size_t) {
                               const Worker::Turn turn(self->worker_);
                               self->on_read(error);
                           });
    }

    void on_read(const ErrorCode& error) {
        if (is_over_) return;
        if (error) return end();
        if (!is_closing_) {
            if (!stream_.got_text()) {
                outbox_->close(close_code::unsupported_data, "text only");
            } else {
                const auto bytes = buffer_.cdata();
                handler_->on_text({static_cast<const char*>(bytes.data()), bytes.size()});
            }
        }
        buffer_.clear();
        read();
    }

    void write() {
        is_writing_ = true;
        stream_.async_write(boost::asio::buffer(frame_),
                            [self = this->shared_from_this()](const ErrorCode& error, std::size_t) {
                                const Worker::Turn turn(self->worker_);
                                self->on_written(error);
                            });
    }

    void on_written(const ErrorCode& error) {
        is_writing_ = false;
        if (is_over_) return;
        if (error) return end();
        flush();
    }

    void say_goodbye(const websocket::close_reason& reason) {
        is_closing_ = true;
        stream_.async_close(reason, [self = this->shared_from_this()](const ErrorCode&) {
            const Worker::Turn turn(self->worker_);
            self->end();
        });
    }

    // The socket is gone; pending operations find out by themselves.
    void end() {
        if (std::exchange(is_over_, true)) return;
        outbox_->detach();
        worker_.forget(this->shared_from_this());
        lease_.release();
        std::exchange(handler_, nullptr)->on_close();
    }

    Worker& worker_;
    ConnectionLimits::Lease lease_;
    boost::beast::http::request<boost::beast::http::empty_body> request_;
    std::shared_ptr<WebSocketHandler> handler_;
    std::shared_ptr<WebSocketOutbox> outbox_;
    websocket::stream<Stream, false> stream_;
    boost::beast::flat_buffer buffer_;
    std::string frame_;
    bool is_open_ = false;
    bool is_writing_ = false;
    bool is_closing_ = false;
    bool is_over_ = false;
};

}  // namespace

std::shared_ptr<WebSocketSession> make_web_socket_session(Worker& worker, Transport transport,
                                                          ConnectionLimits::Lease lease,
                                                          Upgrade upgrade,
                                                          std::shared_ptr<WebSocketOutbox> outbox) {
    using TlsStream = boost::asio::ssl::stream<Socket>;
    if (SslPtr ssl = transport.release_ssl()) {
        return std::make_shared<Session<TlsStream>>(
            worker, TlsStream(transport.release_socket(), ssl.release()), std::move(lease),
            std::move(upgrade), std::move(outbox));
    }
    return std::make_shared<Session<Socket>>(worker, transport.release_socket(), std::move(lease),
                                             std::move(upgrade), std::move(outbox));
}

}  // namespace rejoinder::http

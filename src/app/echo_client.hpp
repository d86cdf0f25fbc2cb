#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/verb.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// The client's end of the agents' API: one HTTP connection that is kept, and the WebSocket stream.
// Everything in here belongs to one thread.
namespace rejoinder::app {

struct ServerAddress {
    std::string host;
    std::string port = "80";

    std::string authority() const;
};

// Reads `http://host[:port]`, a last `/` allowed.
std::optional<ServerAddress> parse_server_address(std::string_view url);

struct ApiRequest {
    boost::beast::http::verb method = boost::beast::http::verb::get;
    std::string target = {};
    std::string token = {};
    std::string body = {};  // JSON, or empty
    // The same for each try of one request; empty for none.
    std::string idempotency_key = {};
};

struct ApiReply {
    // 0 when there was no answer: `problem` says why.
    int status = 0;
    std::string problem;
    boost::json::value body;

    bool is_success() const { return status >= 200 && status < 300; }
    // The body, empty when it is no object.
    const boost::json::object& object() const;
};

// One connection, opened when it is needed and kept. One request at a time.
class ApiConnection {
public:
    static constexpr std::chrono::seconds request_timeout{15};
    static constexpr std::size_t body_bytes_max = 64 << 20;

    ApiConnection(const boost::asio::any_io_executor& executor, ServerAddress server);

    // A request on a connection the server has closed meanwhile is sent once more on a new one.
    boost::asio::awaitable<ApiReply> send(ApiRequest request);

    // Fails the request under way.
    void cancel();

private:
    boost::asio::awaitable<ApiReply> send_once(ApiRequest request);

    ServerAddress server_;
    boost::asio::ip::tcp::resolver resolver_;
    boost::beast::tcp_stream socket_;
    boost::beast::flat_buffer buffer_;
    bool is_open_ = false;
};

// One WebSocket stream. To be opened once.
class StreamConnection {
public:
    static constexpr std::size_t frame_bytes_max = 1 << 20;
    // Without a sign of life for this long the stream counts as lost.
    static constexpr std::chrono::seconds silence_max{40};

    StreamConnection(const boost::asio::any_io_executor& executor, ServerAddress server);

    // Opens the stream and sends the first frame. Returns what went wrong; empty for nothing.
    boost::asio::awaitable<std::string> open(std::string token, std::string first_frame);

    // The next frame; nothing when the stream is over.
    boost::asio::awaitable<std::optional<boost::json::object>> read();

    // Ends the stream; `read` and `open` return.
    void cancel();

private:
    ServerAddress server_;
    boost::asio::ip::tcp::resolver resolver_;
    boost::beast::websocket::stream<boost::beast::tcp_stream> socket_;
    boost::beast::flat_buffer buffer_;
};

}  // namespace rejoinder::app

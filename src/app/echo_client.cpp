#include "app/echo_client.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/json/parse.hpp>
#include <utility>

#include "app/version.hpp"

namespace rejoinder::app {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace web = boost::beast::http;
namespace json = boost::json;

using boost::system::error_code;

// Completes with the error as the first of a tuple, so that nothing throws.
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

std::string user_agent() { return "rejoinder-echo-agent/" + std::string(version()); }

web::request<web::string_body> make_message(const ApiRequest& request,
                                            const ServerAddress& server) {
    constexpr unsigned http_1_1 = 11;
    web::request<web::string_body> message(request.method, request.target, http_1_1);
    message.set(web::field::host, server.authority());
    message.set(web::field::user_agent, user_agent());
    if (!request.token.empty()) message.set(web::field::authorization, "Bearer " + request.token);
    if (!request.idempotency_key.empty()) message.set("Idempotency-Key", request.idempotency_key);
    if (!request.body.empty()) message.set(web::field::content_type, "application/json");
    message.body() = request.body;
    message.prepare_payload();
    return message;
}

ApiReply failed(const error_code& error) {
    return {.status = 0, .problem = error.message(), .body = {}};
}

}  // namespace

std::string ServerAddress::authority() const {
    const bool is_v6 = host.find(':') != std::string::npos;
    return (is_v6 ? "[" + host + "]" : host) + ":" + port;
}

std::optional<ServerAddress> parse_server_address(std::string_view url) {
    constexpr std::string_view scheme = "http://";
    if (!url.starts_with(scheme)) return std::nullopt;
    url.remove_prefix(scheme.size());
    if (url.ends_with('/')) url.remove_suffix(1);
    if (url.empty() || url.find_first_of("/?#@ ") != std::string_view::npos) return std::nullopt;

    std::string_view host = url;
    std::string_view port;
    const std::size_t bracket = url.rfind(']');
    const std::size_t colon = url.rfind(':');
    if (colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket)) {
        host = url.substr(0, colon);
        port = url.substr(colon + 1);
        const bool is_number = std::ranges::all_of(
            port, [](char character) { return character >= '0' && character <= '9'; });
        if (port.empty() || port.size() > 5 || !is_number) return std::nullopt;
    }
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (host.empty()) return std::nullopt;
    ServerAddress server{.host = std::string(host)};
    if (!port.empty()) server.port = port;
    return server;
}

const json::object& ApiReply::object() const {
    static const json::object none;
    return body.is_object() ? body.get_object() : none;
}

ApiConnection::ApiConnection(const asio::any_io_executor& executor, ServerAddress server)
    : server_(std::move(server)), resolver_(executor), socket_(executor) {}

asio::awaitable<ApiReply> ApiConnection::send(ApiRequest request) {
    const bool was_open = is_open_;
    ApiReply reply = co_await send_once(request);
    if (reply.status == 0 && was_open) reply = co_await send_once(std::move(request));
    co_return reply;
}

asio::awaitable<ApiReply> ApiConnection::send_once(ApiRequest request) {
    socket_.expires_after(request_timeout);
    if (!is_open_) {
        const auto [unknown, endpoints] =
            co_await resolver_.async_resolve(server_.host, server_.port, as_result);
        if (unknown) co_return failed(unknown);
        const auto [refused, endpoint] = co_await socket_.async_connect(endpoints, as_result);
        if (refused) co_return failed(refused);
        error_code ignored;
        socket_.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
        buffer_.clear();
        is_open_ = true;
    }
    const web::request<web::string_body> message = make_message(request, server_);
    web::response_parser<web::string_body> parser;
    parser.body_limit(body_bytes_max);
    auto [error, written] = co_await web::async_write(socket_, message, as_result);
    if (!error) {
        const auto [not_read, size] = co_await web::async_read(socket_, buffer_, parser, as_result);
        error = not_read;
    }
    if (error || !parser.keep_alive()) {
        is_open_ = false;
        socket_.close();
    }
    if (error) co_return failed(error);

    ApiReply reply;
    reply.status = static_cast<int>(parser.get().result_int());
    error_code no_json;
    reply.body = json::parse(parser.get().body(), no_json);
    co_return reply;
}

void ApiConnection::cancel() {
    resolver_.cancel();
    socket_.cancel();
}

StreamConnection::StreamConnection(const asio::any_io_executor& executor, ServerAddress server)
    : server_(std::move(server)), resolver_(executor), socket_(executor) {}

asio::awaitable<std::string> StreamConnection::open(std::string token, std::string first_frame) {
    const auto [unknown, endpoints] =
        co_await resolver_.async_resolve(server_.host, server_.port, as_result);
    if (unknown) co_return unknown.message();
    beast::tcp_stream& tcp = beast::get_lowest_layer(socket_);
    tcp.expires_after(ApiConnection::request_timeout);
    const auto [refused, endpoint] = co_await tcp.async_connect(endpoints, as_result);
    if (refused) co_return refused.message();
    tcp.expires_never();
    error_code ignored;
    tcp.socket().set_option(asio::ip::tcp::no_delay(true), ignored);

    beast::websocket::stream_base::timeout timeout;
    timeout.handshake_timeout = ApiConnection::request_timeout;
    timeout.idle_timeout = silence_max;
    timeout.keep_alive_pings = true;
    socket_.set_option(timeout);
    socket_.read_message_max(frame_bytes_max);
    const auto decorate = [token](beast::websocket::request_type& request) {
        request.set(web::field::authorization, "Bearer " + token);
        request.set(web::field::user_agent, user_agent());
    };
    socket_.set_option(beast::websocket::stream_base::decorator(decorate));
    const std::string authority = server_.authority();
    const std::string target = "/api/v1/stream";
    const auto [denied] = co_await socket_.async_handshake(authority, target, as_result);
    if (denied) co_return denied.message();

    socket_.text(true);
    const asio::const_buffer frame = asio::buffer(first_frame);
    const auto [error, written] = co_await socket_.async_write(frame, as_result);
    co_return error ? error.message() : std::string();
}

asio::awaitable<std::optional<json::object>> StreamConnection::read() {
    buffer_.clear();
    const auto [error, size] = co_await socket_.async_read(buffer_, as_result);
    if (error) co_return std::nullopt;
    const asio::const_buffer bytes = buffer_.cdata();
    const std::string_view text(static_cast<const char*>(bytes.data()), bytes.size());
    error_code no_json;
    json::value frame = json::parse(text, no_json);
    if (no_json || !frame.is_object()) co_return std::nullopt;
    co_return std::move(frame.get_object());
}

void StreamConnection::cancel() {
    resolver_.cancel();
    beast::get_lowest_layer(socket_).cancel();
}

}  // namespace rejoinder::app

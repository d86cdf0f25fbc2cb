#pragma once

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace rejoinder::http {

// What a test's client got as one answer.
struct Reply {
    int status = 0;  // 0 when the connection ended first
    std::string head;
    std::string body;

    bool has(std::string_view line) const {
        return head.find("\r\n" + std::string(line)) != std::string::npos;
    }
};

// A client that blocks, for tests; it gives up after ten seconds of silence. `Stream` is a plain
// socket or TLS over one, connected already.
template <class Stream>
class BasicTestClient {
public:
    explicit BasicTestClient(Stream stream) : stream_(std::move(stream)) {
        const timeval limit{.tv_sec = 10, .tv_usec = 0};
        setsockopt(stream_.lowest_layer().native_handle(), SOL_SOCKET, SO_RCVTIMEO, &limit,
                   sizeof limit);
    }

    // False when the connection is broken.
    bool send(std::string_view text) {
        boost::system::error_code error;
        boost::asio::write(stream_, boost::asio::buffer(text.data(), text.size()), error);
        return !error;
    }

    Reply receive(bool is_head = false) {
        Reply reply;
        std::size_t end = 0;
        while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
            if (!read_some()) return reply;
        }
        reply.head = received_.substr(0, end + 2);
        received_.erase(0, end + 4);
        reply.status = static_cast<int>(number_behind(reply.head, " "));
        const std::size_t size = is_head ? 0 : number_behind(reply.head, "Content-Length: ");
        while (received_.size() < size) {
            if (!read_some()) return {};
        }
        reply.body = received_.substr(0, size);
        received_.erase(0, size);
        return reply;
    }

    // The bytes up to the end of `mark`; fewer when the connection ends first.
    std::string receive_to(std::string_view mark) {
        std::size_t end = 0;
        std::size_t searched = 0;
        while ((end = received_.find(mark, searched)) == std::string::npos) {
            searched = received_.size() - std::min(received_.size(), mark.size());
            if (!read_some()) return std::exchange(received_, {});
        }
        std::string bytes = received_.substr(0, end + mark.size());
        received_.erase(0, bytes.size());
        return bytes;
    }

    Reply ask(std::string_view text) {
        send(text);
        return receive();
    }

    Reply get(std::string_view target) {
        return ask("GET " + std::string(target) + " HTTP/1.1\r\nHost: h\r\n\r\n");
    }

    // Waits for the server's end of the connection to close; false when bytes come instead.
    bool is_closed() { return received_.empty() && !read_some(); }

    void close() {
        boost::system::error_code ignored;
        stream_.lowest_layer().close(ignored);
    }

    void finish_sending() {
        boost::system::error_code ignored;
        stream_.lowest_layer().shutdown(boost::asio::socket_base::shutdown_send, ignored);
    }

    Stream& stream() { return stream_; }

private:
    bool read_some() {
        char bytes[4096];
        boost::system::error_code error;
        const std::size_t size = stream_.read_some(boost::asio::buffer(bytes), error);
        received_.append(bytes, size);
        EXPECT_NE(error, boost::asio::error::would_block) << "the server said nothing";
        return !error;
    }

    static std::size_t number_behind(const std::string& text, std::string_view mark) {
        const std::size_t at = text.find(mark);
        std::size_t number = 0;
        if (at == std::string::npos) return 0;
        std::from_chars(text.data() + at + mark.size(), text.data() + text.size(), number);
        return number;
    }

    Stream stream_;
    std::string received_;
};

using TestClient = BasicTestClient<boost::asio::ip::tcp::socket>;

inline boost::asio::ip::tcp::socket connect_to(std::uint16_t port,
                                               const char* address = "127.0.0.1") {
    static boost::asio::io_context context;
    boost::asio::ip::tcp::socket socket(context);
    boost::system::error_code error;
    socket.connect({boost::asio::ip::make_address(address), port}, error);
    if (!error) socket.set_option(boost::asio::ip::tcp::no_delay(true), error);
    return socket;
}

}  // namespace rejoinder::http

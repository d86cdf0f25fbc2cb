#include "http/web_socket.hpp"

#include <gtest/gtest.h>

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <future>

#include "http/mailbox.hpp"
#include "http/test_certificate.hpp"
#include "http/test_server.hpp"
#include "http/web_socket_outbox.hpp"

namespace rejoinder::http {
namespace {

using namespace std::chrono_literals;
namespace websocket = boost::beast::websocket;

using PlainStream = boost::asio::ip::tcp::socket;
using TlsStream = boost::asio::ssl::stream<PlainStream>;

// Sends every text back and lets the test see the rest.
class EchoHandler : public WebSocketHandler {
public:
    void on_open(WebSocket opened) override {
        socket = opened;
        opens.push(opened);
    }
    void on_text(std::string_view text) override { socket.send("echo " + std::string(text)); }
    void on_close() override { closes.push(1); }

    WebSocket socket;
    TestQueue<WebSocket> opens;
    TestQueue<int> closes;
};

template <class Stream>
class WebSocketClient {
public:
    explicit WebSocketClient(Stream stream) : stream_(std::move(stream)) {
        const timeval limit{.tv_sec = 10, .tv_usec = 0};
        setsockopt(boost::beast::get_lowest_layer(stream_).native_handle(), SOL_SOCKET, SO_RCVTIMEO,
                   &limit, sizeof limit);
        stream_.handshake("h", "/ws", error);
    }

    void send(std::string_view text) {
        stream_.write(boost::asio::buffer(text.data(), text.size()), error);
    }

    // The next message; empty, with `error` set, when there is none.
    std::string receive() {
        boost::beast::flat_buffer buffer;
        stream_.read(buffer, error);
        return boost::beast::buffers_to_string(buffer.data());
    }

    // Reads until the close frame.
    unsigned close_code() {
        while (!error) receive();
        EXPECT_EQ(error, websocket::error::closed) << error.message();
        return stream_.reason().code;
    }

    websocket::stream<Stream>& stream() { return stream_; }

    boost::system::error_code error;

private:
    websocket::stream<Stream> stream_;
};

class WebSocketTest : public testing::Test {
protected:
    void serve(Config config = {}) {
        room = std::make_unique<TestServer>(std::move(config));
        room->on_request = [this](const Request& request, Ticket ticket) {
            EXPECT_EQ(request.is_upgrade, request.path == "/ws");
            room->server.accept_web_socket(request, ticket, handler);
        };
    }

    WebSocketClient<PlainStream> connect() {
        return WebSocketClient<PlainStream>(connect_to(room->addresses.at(0).port));
    }

    std::shared_ptr<EchoHandler> handler = std::make_shared<EchoHandler>();
    std::unique_ptr<TestServer> room;
};

TEST_F(WebSocketTest, EchoesAndClosesWhenTheClientDoes) {
    serve();
    auto client = connect();
    ASSERT_FALSE(client.error) << client.error.message();
    const WebSocket socket = handler->opens.pop();
    EXPECT_TRUE(socket.is_open());
    EXPECT_EQ(room->server.stats().web_sockets, 1U);
    EXPECT_EQ(room->server.stats().parked, 0U);
    client.send("one");
    client.send("two");
    EXPECT_EQ(client.receive(), "echo one");
    EXPECT_EQ(client.receive(), "echo two");
    client.stream().close(websocket::close_code::normal, client.error);
    handler->closes.pop();
    while (room->server.stats().connections > 0) std::this_thread::yield();
    EXPECT_FALSE(socket.is_open());
    EXPECT_FALSE(socket.send("nobody hears it"));
    EXPECT_EQ(room->server.stats().web_sockets, 0U);
}

TEST_F(WebSocketTest, SendsFromAnyThreadInOrderAndClosesBehind) {
    serve();
    auto client = connect();
    const WebSocket socket = handler->opens.pop();
    for (int i = 0; i < 500; ++i) EXPECT_TRUE(socket.send(std::to_string(i)));
    socket.close(4001, "done");
    EXPECT_FALSE(socket.send("too late"));
    for (int i = 0; i < 500; ++i) ASSERT_EQ(client.receive(), std::to_string(i));
    EXPECT_EQ(client.close_code(), 4001U);
    EXPECT_EQ(client.stream().reason().reason, "done");
    handler->closes.pop();
}

TEST_F(WebSocketTest, TellsWhenTheClientIsGoneWithoutAWord) {
    serve();
    {
        auto client = connect();
        handler->opens.pop();
    }
    handler->closes.pop();
}

TEST_F(WebSocketTest, ClosesForARestart) {
    serve();
    auto client = connect();
    handler->opens.pop();
    auto stopped = std::async(std::launch::async, [&] { room->server.stop(60s); });
    EXPECT_EQ(client.close_code(), close_code::service_restart);
    EXPECT_EQ(stopped.wait_for(10s), std::future_status::ready);
    handler->closes.pop();
    EXPECT_FALSE(handler->socket.send("to nobody"));
}

TEST_F(WebSocketTest, ASilentPeerIsCutOffWithTheServer) {
    serve(Config{.tick = 5ms});
    auto client = connect();
    handler->opens.pop();
    room->server.stop(20ms);
    handler->closes.pop();
}

TEST_F(WebSocketTest, APeerTooFarBehindIsClosed) {
    serve(Config{.web_socket_queue_frames = 4});
    auto client = connect();
    const WebSocket socket = handler->opens.pop();
    while (socket.send(std::string(100000, 'x'))) {
    }
    EXPECT_FALSE(socket.is_open());
    EXPECT_EQ(client.close_code(), close_code::try_again_later);
    handler->closes.pop();
}

TEST_F(WebSocketTest, ClosesOnWhatItDoesNotTake) {
    serve(Config{.web_socket_message_bytes = 100});
    auto client = connect();
    client.send(std::string(100, 'x'));
    EXPECT_EQ(client.receive(), "echo " + std::string(100, 'x'));
    client.send(std::string(101, 'x'));
    EXPECT_EQ(client.close_code(), close_code::message_too_big);

    auto binary = connect();
    binary.stream().binary(true);
    binary.send("bytes");
    EXPECT_EQ(binary.close_code(), close_code::unsupported_data);
}

TEST_F(WebSocketTest, ASilentPeerIsPinged) {
    serve(Config{.web_socket_ping = 20ms});
    auto client = connect();
    std::promise<void> pinged;
    client.stream().control_callback([&, done = false](auto kind, auto) mutable {
        if (kind == websocket::frame_type::ping && !std::exchange(done, true)) {
            pinged.set_value();
            handler->socket.close(close_code::normal);
        }
    });
    EXPECT_EQ(client.close_code(), close_code::normal);
    EXPECT_EQ(pinged.get_future().wait_for(0s), std::future_status::ready);
}

TEST_F(WebSocketTest, AnImproperHandshakeIsABadRequest) {
    serve();
    TestClient plain = room->connect();
    EXPECT_EQ(plain.get("/other").status, 400);
    handler->closes.pop();
    TestClient keyless = room->connect();
    EXPECT_EQ(keyless
                  .ask("GET /ws HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\n"
                       "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n")
                  .status,
              400);
    handler->closes.pop();
    TestClient eager = room->connect();
    EXPECT_EQ(eager
                  .ask("GET /ws HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\n"
                       "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                       "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\nframe")
                  .status,
              400);
    handler->closes.pop();
    while (room->server.stats().web_sockets > 0) std::this_thread::yield();
}

TEST_F(WebSocketTest, WorksOverTls) {
    const TestCertificate certificate("http_web_socket_test");
    certificate.write("h");
    serve(Config{.tls_listen = {"127.0.0.1:0"},
                 .tls_certificate = certificate.certificate,
                 .tls_key = certificate.key});
    boost::asio::ssl::context context(boost::asio::ssl::context::tls_client);
    TlsStream stream(connect_to(room->addresses.at(0).port), context);
    stream.handshake(TlsStream::client);
    WebSocketClient<TlsStream> client(std::move(stream));
    ASSERT_FALSE(client.error) << client.error.message();
    client.send(std::string(60000, 'x'));
    EXPECT_EQ(client.receive(), "echo " + std::string(60000, 'x'));
    handler->socket.close(close_code::normal);
    EXPECT_EQ(client.close_code(), close_code::normal);
    handler->closes.pop();
}

TEST(WebSocketOutbox, WantsToCloseBehindItsLastFrameOnly) {
    const auto mailbox = std::make_shared<Mailbox>([] {});
    const auto outbox = std::make_shared<WebSocketOutbox>(mailbox, WebSocketOutbox::Limits{8, 100});
    outbox->send("last");
    outbox->close(close_code::normal, "done");
    EXPECT_FALSE(outbox->close_wanted());
    EXPECT_EQ(outbox->take_frame(), "last");
    EXPECT_TRUE(outbox->close_wanted());
    mailbox->close();
}

TEST(WebSocketOutbox, HoldsAsMuchAsItMayAndNotOneMore) {
    const auto mailbox = std::make_shared<Mailbox>([] {});
    for (const WebSocketOutbox::Limits limits :
         {WebSocketOutbox::Limits{.frames = 3, .bytes = 100},
          WebSocketOutbox::Limits{.frames = 100, .bytes = 6}}) {
        const auto outbox = std::make_shared<WebSocketOutbox>(mailbox, limits);
        for (int i = 0; i < 3; ++i) EXPECT_TRUE(outbox->send("ab"));
        EXPECT_EQ(outbox->take_frame(), "ab");
        EXPECT_TRUE(outbox->send("cd"));
        EXPECT_FALSE(outbox->close_wanted());
        EXPECT_FALSE(outbox->send("e"));
        ASSERT_TRUE(outbox->close_wanted());
        EXPECT_EQ(outbox->close_wanted()->code, close_code::try_again_later);
        EXPECT_EQ(outbox->take_frame(), std::nullopt);
    }
    mailbox->close();
}

}  // namespace
}  // namespace rejoinder::http

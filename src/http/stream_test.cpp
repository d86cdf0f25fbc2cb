#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "http/test_server.hpp"

namespace rejoinder::http {
namespace {

using namespace std::chrono_literals;

// What happened to one body.
struct Received {
    std::string body;
    bool is_whole = false;
};

// Streams bodies for `/stream…`: `/stream/slow` stops after each piece until the test resumes it,
// `/stream/no` is not wanted.
class StreamServer : public TestServer {
public:
    using TestServer::TestServer;

    bool streams_body(Method method, std::string_view path) override {
        return method == Method::post && path.starts_with("/stream");
    }

    std::unique_ptr<BodySink> open_body(const Request& head, Ticket ticket) override {
        if (head.path == "/stream/no") {
            server.answer(ticket, text_response(401, "not you"));
            return nullptr;
        }
        const bool is_slow = head.path == "/stream/slow";
        if (is_slow) parked.push(ticket);
        return std::make_unique<Sink>(*this, ticket, is_slow);
    }

    TestQueue<Received> received;
    std::atomic<std::size_t> taken = 0;

private:
    class Sink : public BodySink {
    public:
        Sink(StreamServer& room, Ticket ticket, bool is_slow)
            : room_(room), ticket_(ticket), is_slow_(is_slow) {}
        ~Sink() override { room_.received.push(received_); }

        Flow write(std::string_view piece) override {
            received_.body += piece;
            room_.taken += piece.size();
            return is_slow_ ? Flow::paused : Flow::goes_on;
        }
        void finish() override {
            received_.is_whole = true;
            room_.server.answer(ticket_, text_response(200, std::to_string(received_.body.size())));
        }

    private:
        StreamServer& room_;
        Ticket ticket_;
        bool is_slow_;
        Received received_;
    };
};

std::string some_bytes(std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 7 + i / 251);
    return bytes;
}

std::string post(std::string_view path, std::size_t size) {
    return "POST " + std::string(path) +
           " HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
}

TEST(Streams, ALargeBodyComesInPieces) {
    StreamServer room;
    TestClient client = room.connect();
    const std::string body = some_bytes(3'000'000);
    EXPECT_EQ(client.ask(post("/stream", body.size()) + body).body, "3000000");
    const Received received = room.received.pop();
    EXPECT_TRUE(received.is_whole);
    EXPECT_EQ(received.body, body);
    EXPECT_EQ(client.get("/next").body, "GET /next ");
    EXPECT_EQ(room.server.stats().requests, 2U);
    EXPECT_EQ(room.server.stats().parked, 0U);
}

TEST(Streams, AChunkedBodyIsJoinedAndTheNextRequestFollows) {
    StreamServer room;
    TestClient client = room.connect();
    std::string text =
        "POST /stream?a=b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nTrailer: t\r\n\r\nGET /next HTTP/1.1\r\nHost: h\r\n\r\n";
    for (const char byte : text) client.send({&byte, 1});
    EXPECT_EQ(client.receive().body, "7");
    EXPECT_EQ(room.received.pop().body, "abcdefg");
    EXPECT_EQ(client.receive().body, "GET /next ");
}

TEST(Streams, AnEmptyBodyIsAnOrdinaryRequest) {
    StreamServer room;
    TestClient client = room.connect();
    EXPECT_EQ(client.ask(post("/stream", 0)).body, "POST /stream ");
    EXPECT_EQ(client.get("/stream").body, "GET /stream ");
}

TEST(Streams, OnlyTheChosenRequestsMayBeLarge) {
    StreamServer room(Config{.body_bytes = 10, .stream_bytes = 20});
    TestClient client = room.connect();
    EXPECT_EQ(client.ask(post("/stream", 20) + std::string(20, 'x')).status, 200);
    EXPECT_EQ(client.ask(post("/other", 10) + std::string(10, 'x')).status, 200);
    EXPECT_EQ(client.ask(post("/other", 11)).status, 413);
    EXPECT_TRUE(room.received.pop().is_whole);

    TestClient large = room.connect();
    EXPECT_EQ(large.ask(post("/stream", 21)).status, 413);
    TestClient chunked = room.connect();
    const Reply reply = chunked.ask(
        "POST /stream HTTP/1.1\r\nHost: h\r\nOrigin: https://a\r\nTransfer-Encoding: chunked\r\n"
        "\r\n14\r\n01234567890123456789\r\n1\r\n");
    EXPECT_EQ(reply.status, 413);
    EXPECT_TRUE(reply.has("Allow-Origin: https://a\r\n"));
    const Received cut = room.received.pop();
    EXPECT_FALSE(cut.is_whole);
    EXPECT_EQ(cut.body.size(), 20U);
}

TEST(Streams, ASinkThatHasEnoughHoldsTheClientUp) {
    StreamServer room;
    TestClient client = room.connect();
    const std::string body = some_bytes(8'000'000);
    std::thread sending([&] { client.send(post("/stream/slow", body.size()) + body); });
    const Ticket ticket = room.parked.pop();
    while (room.taken == 0) std::this_thread::yield();
    // Others are served meanwhile, and not a byte more is taken.
    for (int i = 0; i < 20; ++i) EXPECT_EQ(room.connect().get("/").status, 200);
    EXPECT_LE(room.taken, Config().header_bytes);
    while (room.taken < body.size()) {
        room.server.resume(ticket);
        std::this_thread::yield();
    }
    sending.join();
    EXPECT_EQ(client.receive().body, "8000000");
    EXPECT_EQ(room.received.pop().body, body);
    room.server.resume(ticket);
    room.server.resume(Ticket{.connection = 77, .serial = 1, .worker = 0});
    EXPECT_EQ(client.get("/next").body, "GET /next ");
}

TEST(Streams, SaysContinueToWhoWaitsForItAndIsWanted) {
    StreamServer room;
    const auto head = [](std::string_view path) {
        return "POST " + std::string(path) +
               " HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 100000\r\n\r\n";
    };
    TestClient client = room.connect();
    EXPECT_EQ(client.ask(head("/stream")).status, 100);
    EXPECT_EQ(client.ask(std::string(100000, 'x')).body, "100000");

    TestClient refused = room.connect();
    const Reply reply = refused.ask(head("/stream/no"));
    EXPECT_EQ(reply.status, 401);
    EXPECT_TRUE(reply.has("Connection: close\r\n"));
    EXPECT_TRUE(refused.is_closed());
}

TEST(Streams, AnUnwantedBodyIsNotReadAsAnotherRequest) {
    StreamServer room;
    TestClient client = room.connect();
    const std::string inner = "GET /inner HTTP/1.1\r\nHost: h\r\n\r\n";
    EXPECT_EQ(client.ask(post("/stream/no", inner.size()) + inner).body, "not you");
    EXPECT_TRUE(client.is_closed());
    EXPECT_EQ(room.server.stats().requests, 1U);
}

TEST(Streams, TheSinkHearsOfAClientThatHangsUp) {
    StreamServer room;
    TestClient client = room.connect();
    client.send(post("/stream", 1000) + "only this");
    while (room.taken < 9) std::this_thread::yield();
    client.close();
    const Received received = room.received.pop();
    EXPECT_EQ(received.body, "only this");
    EXPECT_FALSE(received.is_whole);
    while (room.server.stats().connections > 0) std::this_thread::yield();
}

TEST(Streams, ASlowBodyIsTimedOut) {
    StreamServer room(Config{.stream_timeout = 50ms, .tick = 5ms});
    TestClient client = room.connect();
    client.send(post("/stream", 1000) + "only this");
    EXPECT_EQ(client.receive().status, 408);
    EXPECT_TRUE(client.is_closed());
    EXPECT_FALSE(room.received.pop().is_whole);

    TestClient paused = room.connect();
    paused.send(post("/stream/slow", 1000) + "only this");
    EXPECT_EQ(paused.receive().status, 408);
    room.server.resume(room.parked.pop());
    EXPECT_TRUE(paused.is_closed());
}

TEST(Streams, AServerThatStopsDropsTheSinks) {
    auto room = std::make_unique<StreamServer>();
    TestClient client = room->connect();
    client.send(post("/stream", 1000) + "only this");
    while (room->taken < 9) std::this_thread::yield();
    room->server.stop(Duration::zero());
    EXPECT_FALSE(room->received.pop().is_whole);
}

// A file of `size` bytes, gone behind the test.
class SomeFile {
public:
    explicit SomeFile(std::size_t size)
        : path(std::filesystem::temp_directory_path() /
               ("rejoinder-stream-" + std::to_string(::getpid()))),
          content(some_bytes(size)) {
        std::ofstream(path, std::ios::binary) << content;
    }
    ~SomeFile() { std::filesystem::remove(path); }
    SomeFile(const SomeFile&) = delete;
    SomeFile& operator=(const SomeFile&) = delete;

    const std::filesystem::path path;
    const std::string content;
};

class FileAnswers : public testing::Test {
protected:
    FileAnswers() {
        room.on_request = [this](const Request&, Ticket ticket) {
            auto opened = BodyFile::open(file.path);
            ASSERT_TRUE(opened);
            room.server.answer(ticket, Response{.body = "<", .file = *opened});
        };
    }

    SomeFile file{10'000'000};
    TestServer room{Config{.write_timeout = 2s}};
};

TEST_F(FileAnswers, AreSentWhole) {
    TestClient client = room.connect();
    for (int i = 0; i < 2; ++i) {
        const Reply reply = client.get("/file");
        EXPECT_EQ(reply.status, 200);
        EXPECT_EQ(reply.body, "<" + file.content);
    }
}

TEST_F(FileAnswers, HaveAHeadOfTheirOwn) {
    TestClient client = room.connect();
    client.send("HEAD /file HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_TRUE(client.receive(true).has("Content-Length: 10000001\r\n"));
    EXPECT_EQ(client.get("/file").body.size(), 10000001U);
}

TEST_F(FileAnswers, AreCutWhenTheFileIs) {
    TestClient client = room.connect();
    client.send("GET /file HTTP/1.1\r\nHost: h\r\n\r\n");
    // The client reads nothing yet, so the sockets fill up first.
    while (room.server.stats().parked > 0 || room.server.stats().requests == 0)
        std::this_thread::yield();
    std::filesystem::resize_file(file.path, 1000);
    EXPECT_EQ(client.receive().status, 0);
    EXPECT_EQ(room.connect().get("/file").body.size(), 1001U);
}

TEST_F(FileAnswers, AClientThatDoesNotReadThemIsCutOff) {
    // More than sockets hold.
    const SomeFile large{40'000'000};
    TestServer strict(Config{.write_timeout = 20ms, .tick = 5ms});
    strict.on_request = [&](const Request&, Ticket ticket) {
        strict.server.answer(ticket, Response{.file = *BodyFile::open(large.path)});
    };
    TestClient client = strict.connect();
    client.send("GET /file HTTP/1.1\r\nHost: h\r\n\r\n");
    while (strict.server.stats().requests == 0 || strict.server.stats().connections > 0)
        std::this_thread::yield();
    EXPECT_EQ(client.receive().status, 0);
}

TEST(BodyFile, MustBeARegularFile) {
    EXPECT_EQ(BodyFile::open("/nowhere/at/all").error().code, Errc::not_found);
    EXPECT_EQ(BodyFile::open(std::filesystem::temp_directory_path()).error().code, Errc::internal);
}

}  // namespace
}  // namespace rejoinder::http

#include "http/body_source.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <utility>
#include <variant>

#include "http/test_server.hpp"

namespace rejoinder::http {
namespace {

// A source whose pieces the test gives.
class TestSource : public BodySource {
public:
    void next(Ticket ticket) override {
        ++asked;
        wanted.push(ticket);
    }
    void over() override { ended.push({}); }

    std::atomic<int> asked{0};
    TestQueue<Ticket> wanted;
    TestQueue<std::monostate> ended;
};

// A server that answers `/pieces` out of a source.
struct Room {
    Room() {
        room.on_request = [this](const Request& request, Ticket ticket) {
            Response response{.content_type = content_type::text};
            if (request.path == "/pieces")
                response.source = source;
            else
                response.body = "plain";
            room.server.answer(ticket, std::move(response));
        };
    }
    void give(std::string bytes, BodyEnd end = BodyEnd::more) {
        room.server.send({source->wanted.pop(), std::move(bytes), end});
    }

    std::shared_ptr<TestSource> source = std::make_shared<TestSource>();
    TestServer room;
};

constexpr std::string_view ask = "GET /pieces HTTP/1.1\r\nHost: h\r\n\r\n";
constexpr std::string_view end_of_head = "\r\n\r\n";

TEST(BodySource, PiecesGoOutAsChunksAndTheConnectionStays) {
    Room room;
    TestClient client = room.room.connect();
    client.send(ask);
    const std::string head = client.receive_to(end_of_head);
    EXPECT_NE(head.find("Transfer-Encoding: chunked\r\n"), std::string::npos);
    EXPECT_EQ(head.find("Content-Length"), std::string::npos);
    room.give("Hello");
    EXPECT_EQ(client.receive_to("Hello\r\n"), "5\r\nHello\r\n");
    room.give("");
    room.give("a long piece of text", BodyEnd::whole);
    EXPECT_EQ(client.receive_to("\r\n0\r\n\r\n"), "14\r\na long piece of text\r\n0\r\n\r\n");
    room.source->ended.pop();
    EXPECT_EQ(client.get("/").body, "plain");
}

TEST(BodySource, AnHttp10ClientReadsToTheEnd) {
    Room room;
    TestClient client = room.room.connect();
    client.send("GET /pieces HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    const std::string head = client.receive_to(end_of_head);
    EXPECT_EQ(head.find("Transfer-Encoding"), std::string::npos);
    EXPECT_NE(head.find("Connection: close\r\n"), std::string::npos);
    room.give("one ");
    room.give("two", BodyEnd::whole);
    EXPECT_EQ(client.receive_to("never"), "one two");
}

TEST(BodySource, TheNextPieceIsAskedForWhenTheOneBeforeIsTaken) {
    Room room;
    TestClient client = room.room.connect();
    client.send(ask);
    client.receive_to(end_of_head);
    room.give(std::string(32 << 20, 'x'));
    // Whatever the sockets' buffers hold, it is less than that. The one worker has dealt with the
    // piece when it answers others.
    EXPECT_EQ(room.room.connect().get("/").body, "plain");
    EXPECT_EQ(room.source->asked, 1);
    client.receive_to("x\r\n");
    room.give("", BodyEnd::whole);
    EXPECT_EQ(client.receive_to("0\r\n\r\n"), "0\r\n\r\n");
    EXPECT_EQ(room.source->asked, 2);
}

TEST(BodySource, AHangUpEndsIt) {
    Room room;
    TestClient client = room.room.connect();
    client.send(ask);
    client.receive_to(end_of_head);
    const Ticket ticket = room.source->wanted.pop();
    client.close();
    room.source->ended.pop();
    room.room.server.send({ticket, "too late"});
    EXPECT_EQ(room.room.connect().get("/").body, "plain");
}

TEST(BodySource, AHangUpInTheMiddleOfAPieceEndsIt) {
    Room room;
    TestClient client = room.room.connect();
    client.send(ask);
    client.receive_to(end_of_head);
    room.give(std::string(32 << 20, 'x'));
    client.close();
    room.source->ended.pop();
}

TEST(BodySource, ABrokenBodyIsNotTakenForWhole) {
    Room room;
    TestClient client = room.room.connect();
    client.send(ask);
    client.receive_to(end_of_head);
    room.give("half");
    room.give("", BodyEnd::broken);
    EXPECT_EQ(client.receive_to("never"), "4\r\nhalf\r\n");
    room.source->ended.pop();
}

TEST(BodySource, HeadGetsNoPieces) {
    Room room;
    TestClient client = room.room.connect();
    client.send("HEAD /pieces HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_NE(client.receive_to(end_of_head).find("chunked"), std::string::npos);
    room.source->ended.pop();
    EXPECT_EQ(room.source->asked, 0);
    EXPECT_EQ(client.get("/").body, "plain");
}

TEST(BodySource, TheNextRequestWaitsForTheBodysEnd) {
    Room room;
    TestClient client = room.room.connect();
    client.send(std::string(ask) + "GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    client.receive_to(end_of_head);
    room.give("body", BodyEnd::whole);
    EXPECT_EQ(client.receive_to("0\r\n\r\n"), "4\r\nbody\r\n0\r\n\r\n");
    EXPECT_EQ(client.receive().body, "plain");
}

TEST(BodySource, IsCutOffWhenTheServerStops) {
    Room room;
    TestClient client = room.room.connect();
    client.send(ask);
    client.receive_to(end_of_head);
    room.source->wanted.pop();
    room.room.server.stop(Duration{0});
    room.source->ended.pop();
}

}  // namespace
}  // namespace rejoinder::http

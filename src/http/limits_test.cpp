#include <gtest/gtest.h>

#include "http/test_server.hpp"

namespace rejoinder::http {
namespace {

using namespace std::chrono_literals;

void expect_rejected(const Reply& reply, Errc code) {
    EXPECT_EQ(reply.status, row_of(code).status);
    EXPECT_EQ(reply.body, row_of(code).text);
    EXPECT_TRUE(reply.has("Connection: close\r\n"));
    EXPECT_TRUE(reply.has("Content-Type: text/plain"));
}

TEST(Limits, AMalformedRequestIsAnsweredAndTheConnectionCloses) {
    TestServer room;
    TestClient client = room.connect();
    expect_rejected(client.ask("what is this\r\n\r\n"), Errc::bad_request);
    EXPECT_TRUE(client.is_closed());
    EXPECT_EQ(room.server.stats().rejected, 1U);
}

TEST(Limits, TooLargeHeadersAreAnsweredHoweverMuchFollows) {
    TestServer room;
    TestClient client = room.connect();
    client.send("GET / HTTP/1.1\r\nHost: h\r\nX: " + std::string(300000, 'x'));
    expect_rejected(client.receive(), Errc::headers_too_large);
    EXPECT_TRUE(client.is_closed());
}

TEST(Limits, ATooLargeBodyIsAnsweredWithTheHandlersHeaders) {
    TestServer room(Config{.body_bytes = 10});
    TestClient client = room.connect();
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nOrigin: https://a\r\nContent-Length: ";
    EXPECT_EQ(client.ask(head + "10\r\n\r\n0123456789").status, 200);
    client.send(head + "100000\r\n\r\n" + std::string(100000, 'b'));
    const Reply reply = client.receive();
    expect_rejected(reply, Errc::body_too_large);
    EXPECT_TRUE(reply.has("Allow-Origin: https://a\r\n"));
    EXPECT_TRUE(client.is_closed());
}

TEST(Limits, SlowHeadersAndSlowBodiesAreTimedOut) {
    TestServer room(Config{.header_timeout = 20ms, .body_timeout = 20ms, .tick = 5ms});
    TestClient silent = room.connect();
    EXPECT_TRUE(silent.is_closed());

    TestClient slow = room.connect();
    slow.send("GET / HTTP/1.1\r\nHo");
    EXPECT_EQ(slow.receive().status, 408);
    EXPECT_TRUE(slow.is_closed());

    TestClient bodiless = room.connect();
    bodiless.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhal");
    const Reply reply = bodiless.receive();
    EXPECT_EQ(reply.status, 408);
    EXPECT_TRUE(reply.has("Connection: close\r\n"));
    EXPECT_TRUE(bodiless.is_closed());
}

TEST(Limits, AnIdleConnectionIsClosedWithoutAWord) {
    TestServer room(Config{.idle_timeout = 20ms, .tick = 5ms});
    TestClient client = room.connect();
    EXPECT_EQ(client.get("/").status, 200);
    EXPECT_TRUE(client.is_closed());
}

TEST(Limits, AParkedRequestHasNoDeadline) {
    TestServer room(Config{.header_timeout = 10ms, .idle_timeout = 10ms, .tick = 5ms});
    TestClient parked = room.connect();
    parked.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    const Ticket ticket = room.parked.pop();
    EXPECT_TRUE(room.connect().is_closed());  // whose time was as short and began later
    room.server.answer(ticket, text_response(200, "still here"));
    EXPECT_EQ(parked.receive().body, "still here");
}

TEST(Limits, AClientThatDoesNotReadItsAnswerIsCutOff) {
    TestServer room(Config{.write_timeout = 20ms, .tick = 5ms});
    TestClient client = room.connect();
    client.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    room.server.answer(room.parked.pop(), Response{.body = std::string(50000000, 's')});
    while (room.server.stats().connections > 0) std::this_thread::yield();
    EXPECT_EQ(client.receive().status, 0);
}

TEST(Limits, ALingeringClientIsClosedInTime) {
    TestServer room(Config{.linger_timeout = 20ms, .tick = 5ms});
    TestClient client = room.connect();
    EXPECT_EQ(client.get("/close").status, 200);
    while (room.server.stats().connections > 0) std::this_thread::yield();
    TestClient eager = room.connect();
    EXPECT_EQ(eager.get("/close").status, 200);
    while (eager.send(std::string(1 << 20, 'x'))) {
    }
}

TEST(Limits, OneConnectionTooManyIsTurnedAway) {
    for (Config config : {Config{.connections = 2}, Config{.connections_per_address = 2}}) {
        config.workers = 2;
        TestServer room(config);
        TestClient first = room.connect();
        TestClient second = room.connect();
        EXPECT_EQ(first.get("/").status, 200);
        EXPECT_EQ(second.get("/").status, 200);
        TestClient third = room.connect();
        third.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        expect_rejected(third.receive(), Errc::overloaded);
        EXPECT_TRUE(third.is_closed());
        EXPECT_EQ(room.server.stats().refused, 1U);
        EXPECT_EQ(room.server.stats().connections, 2U);

        first.close();
        while (room.server.stats().connections > 1) std::this_thread::yield();
        EXPECT_EQ(room.connect().get("/").status, 200);
    }
}

TEST(Limits, RefusalsAreBoundedToo) {
    TestServer room(Config{.connections = 0, .refusals = 1});
    TestClient told = room.connect();
    EXPECT_EQ(told.receive().status, 503);
    TestClient untold = room.connect();
    EXPECT_EQ(untold.receive().status, 0);
    told.close();
    while (room.connect().receive().status != 503) std::this_thread::yield();
}

}  // namespace
}  // namespace rejoinder::http

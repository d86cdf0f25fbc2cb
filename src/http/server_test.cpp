#include "http/server.hpp"

#include <gtest/gtest.h>

#include <future>
#include <set>
#include <thread>

#include "http/test_server.hpp"

namespace rejoinder::http {
namespace {

using namespace std::chrono_literals;

TEST(Server, AnswersOneRequestAfterTheOtherOnOneConnection) {
    TestServer room;
    TestClient client = room.connect();
    const Reply first =
        client.ask("POST /a?b=%20 HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi");
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.body, "POST /a?b=%20 hi");
    EXPECT_TRUE(first.has("Date: "));
    EXPECT_TRUE(first.has("Content-Type: text/plain;charset=UTF-8\r\n"));
    EXPECT_FALSE(first.has("Connection"));
    EXPECT_EQ(client.get("/b").body, "GET /b ");
    EXPECT_EQ(room.server.stats().requests, 2U);
    EXPECT_EQ(room.server.stats().connections, 1U);
    EXPECT_EQ(room.server.stats().parked, 0U);
}

TEST(Server, ReadsARequestThatComesByteByByte) {
    TestServer room;
    TestClient client = room.connect();
    for (const char byte : std::string_view("POST /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: "
                                            "chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")) {
        ASSERT_TRUE(client.send({&byte, 1}));
    }
    EXPECT_EQ(client.receive().body, "POST /x abc");
}

TEST(Server, SpeaksOverIpv6) {
    TestServer room(Config{.listen = {"[::1]:0"}});
    EXPECT_EQ(room.addresses.at(0).text, "[::1]:" + std::to_string(room.addresses.at(0).port));
    TestClient client(connect_to(room.addresses.at(0).port, "::1"));
    EXPECT_EQ(client.get("/").status, 200);
}

TEST(Server, RepeatsEveryHeaderOfOneName) {
    TestServer room;
    TestClient client = room.connect();
    EXPECT_EQ(client.ask("GET / HTTP/1.1\r\nHost: h\r\nX-ECHO: one\r\nx-echo: two\r\n\r\n").body,
              "GET /  one two");
}

TEST(Server, TakesAGetWithABody) {
    TestServer room;
    TestClient client = room.connect();
    EXPECT_EQ(client.ask("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody").body,
              "GET / body");
}

TEST(Server, AnswersHeadWithoutABody) {
    TestServer room;
    TestClient client = room.connect();
    client.send("HEAD /size?1000 HTTP/1.1\r\nHost: h\r\n\r\n");
    const Reply reply = client.receive(true);
    EXPECT_TRUE(reply.has("Content-Length: 1000\r\n"));
    EXPECT_EQ(client.get("/next").body, "GET /next ");
}

TEST(Server, SendsStaticBytesBehindTheBody) {
    TestServer room;
    TestClient client = room.connect();
    EXPECT_EQ(client.get("/static?0").body, "<");
    EXPECT_EQ(client.get("/static?3").body, "<sss");
    EXPECT_EQ(client.get("/static?20000000").body,
              "<" + std::string(TestServer::static_bytes_max, 's'));
    client.send("HEAD /static?1000 HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_TRUE(client.receive(true).has("Content-Length: 1001\r\n"));
    EXPECT_EQ(client.get("/next").body, "GET /next ");
}

TEST(Server, AClientThatDoesNotReadStaticBytesIsCutOff) {
    TestServer room(Config{.write_timeout = 20ms, .tick = 5ms});
    TestClient client = room.connect();
    client.send("GET /static?20000000 HTTP/1.1\r\nHost: h\r\n\r\n");
    while (room.server.stats().requests == 0 || room.server.stats().connections > 0)
        std::this_thread::yield();
    EXPECT_EQ(client.receive().status, 0);
}

TEST(Server, NoContentHasNeitherTypeNorLength) {
    TestServer room;
    TestClient client = room.connect();
    const Reply reply = client.get("/empty");
    EXPECT_EQ(reply.status, 204);
    EXPECT_FALSE(reply.has("Content-"));
    EXPECT_EQ(client.get("/next").body, "GET /next ");
}

TEST(Server, ClosesWhenToldByEitherSide) {
    TestServer room;
    TestClient told = room.connect();
    const Reply reply = told.get("/close");
    EXPECT_EQ(reply.body, "bye");
    EXPECT_TRUE(reply.has("Connection: close\r\n"));
    EXPECT_TRUE(told.is_closed());

    TestClient telling = room.connect();
    EXPECT_TRUE(telling.ask("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                    .has("Connection: close\r\n"));
    EXPECT_TRUE(telling.is_closed());
}

TEST(Server, KeepsAnHttp10ConnectionOnlyWhenAsked) {
    TestServer room;
    TestClient old = room.connect();
    EXPECT_EQ(old.ask("GET / HTTP/1.0\r\n\r\n").status, 200);
    EXPECT_TRUE(old.is_closed());

    TestClient kept = room.connect();
    EXPECT_TRUE(kept.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                    .has("Connection: keep-alive\r\n"));
    EXPECT_EQ(kept.get("/").status, 200);
}

TEST(Server, SaysContinueToWhoWaitsForIt) {
    TestServer room;
    TestClient client = room.connect();
    const std::string head =
        "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: ";
    EXPECT_EQ(client.ask(head + "2\r\n\r\n").status, 100);
    EXPECT_EQ(client.ask("ok").body, "POST / ok");
    EXPECT_EQ(client.ask(head + "65537\r\n\r\n").status, 413);
}

TEST(Server, AnswersAParkedRequestFromAnotherThread) {
    TestServer room;
    TestClient client = room.connect();
    client.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    const Ticket ticket = room.parked.pop();
    EXPECT_EQ(room.server.stats().parked, 1U);
    std::thread([&] { room.server.answer(ticket, text_response(200, "at last")); }).join();
    EXPECT_EQ(client.receive().body, "at last");
    EXPECT_EQ(room.server.stats().parked, 0U);
}

TEST(Server, AnswersEachTicketOnce) {
    TestServer room;
    TestClient client = room.connect();
    client.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    const Ticket first = room.parked.pop();
    room.server.answer(first, text_response(200, "first"));
    room.server.answer(first, text_response(200, "again"));
    EXPECT_EQ(client.receive().body, "first");
    client.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    const Ticket second = room.parked.pop();
    EXPECT_NE(first, second);
    EXPECT_EQ(Ticket::unpack(second.pack()), second);
    room.server.answer(first, text_response(200, "again"));
    room.server.answer(Ticket{.connection = 77, .serial = 1, .worker = 0}, {});
    room.server.answer(Ticket{.connection = 0, .serial = 1, .worker = 9}, {});
    room.server.answer(second, text_response(200, "second"));
    EXPECT_EQ(client.receive().body, "second");
}

TEST(Server, KeepsPipelinedRequestsInOrder) {
    TestServer room;
    TestClient client = room.connect();
    client.send(
        "GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /park HTTP/1.1\r\nHost: h\r\n\r\n"
        "GET /3 HTTP/1.1\r\nHost: h\r\n\r\nGET /4 HTTP/1.1\r\nHos");
    EXPECT_EQ(client.receive().body, "GET /1 ");
    const Ticket ticket = room.parked.pop();
    client.send("t: h\r\n\r\n");
    room.server.answer(ticket, text_response(200, "2"));
    EXPECT_EQ(client.receive().body, "2");
    EXPECT_EQ(client.receive().body, "GET /3 ");
    EXPECT_EQ(client.receive().body, "GET /4 ");
}

TEST(Server, TakesInOnlySoMuchAheadAndLosesNothing) {
    TestServer room;
    TestClient client = room.connect();
    client.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    const Ticket ticket = room.parked.pop();
    constexpr int ahead = 2000;
    for (int i = 0; i < ahead; ++i) client.send("GET /ahead HTTP/1.1\r\nHost: h\r\n\r\n");
    room.server.answer(ticket, text_response(200, "first"));
    EXPECT_EQ(client.receive().body, "first");
    for (int i = 0; i < ahead; ++i) ASSERT_EQ(client.receive().body, "GET /ahead ") << i;
}

TEST(Server, TellsWhenAParkedClientHangsUp) {
    TestServer room;
    TestClient client = room.connect();
    client.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    const Ticket ticket = room.parked.pop();
    client.close();
    EXPECT_EQ(room.left.pop(), ticket);
    room.server.answer(ticket, text_response(200, "too late"));

    TestClient half = room.connect();
    half.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    const Ticket second = room.parked.pop();
    half.finish_sending();
    EXPECT_EQ(room.left.pop(), second);
    EXPECT_TRUE(half.is_closed());
    EXPECT_EQ(room.server.stats().parked, 0U);
}

TEST(Server, AnswersManyAtOnceAcrossItsWorkers) {
    TestServer room(Config{.workers = 3});
    constexpr int polls = 40;
    std::vector<TestClient> clients;
    std::vector<Answer> answers;
    std::set<int> workers;
    for (int i = 0; i < polls; ++i) {
        clients.push_back(room.connect());
        clients.back().send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
        const Ticket ticket = room.parked.pop();
        workers.insert(ticket.worker);
        answers.push_back({ticket, text_response(200, std::to_string(i))});
    }
    EXPECT_GT(workers.size(), 1U);
    room.server.answer(std::move(answers));
    for (int i = 0; i < polls; ++i) {
        EXPECT_EQ(clients[static_cast<std::size_t>(i)].receive().body, std::to_string(i));
    }
}

TEST(Server, WritesAnswersLargerThanASocketHolds) {
    TestServer room;
    TestClient client = room.connect();
    client.send(
        "GET /size?20000000 HTTP/1.1\r\nHost: h\r\n\r\nGET /next HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_EQ(client.receive().body, std::string(20000000, 's'));
    EXPECT_EQ(client.receive().body, "GET /next ");
}

TEST(Server, FailsToStartWhereItCannotListen) {
    TestServer room;
    for (const std::string& address :
         {room.addresses.at(0).text, std::string("nowhere"), std::string("203.0.113.7:1")}) {
        Server other(Config{.listen = {"127.0.0.1:0", address}}, room, room.clock);
        const auto started = other.start();
        ASSERT_FALSE(started);
        EXPECT_NE(started.error().text().find(address), std::string::npos);
    }
}

TEST(Server, StopsAcceptingAndServesWhoIsThere) {
    TestServer room;
    TestClient client = room.connect();
    EXPECT_EQ(client.get("/").status, 200);
    room.server.stop_accepting();
    EXPECT_FALSE(room.connect().send("GET / HTTP/1.1\r\nHost: h\r\n\r\n"));
    EXPECT_EQ(client.get("/").status, 200);
}

TEST(Server, AnswersWhatIsParkedBeforeItStops) {
    TestServer room;
    TestClient idle = room.connect();
    EXPECT_EQ(idle.get("/").status, 200);
    TestClient parked = room.connect();
    parked.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    const Ticket ticket = room.parked.pop();
    auto stopped = std::async(std::launch::async, [&] { room.server.stop(60s); });
    EXPECT_TRUE(idle.is_closed());
    room.server.answer(ticket, text_response(200, "last words"));
    const Reply reply = parked.receive();
    EXPECT_EQ(reply.body, "last words");
    EXPECT_TRUE(reply.has("Connection: close\r\n"));
    EXPECT_TRUE(parked.is_closed());
    parked.close();
    EXPECT_EQ(stopped.wait_for(10s), std::future_status::ready);
    room.server.answer(ticket, {});
    EXPECT_EQ(room.server.stats().connections, 0U);
}

TEST(Server, CutsOffWhatIsLeftAfterTheGrace) {
    TestServer room(Config{.tick = 5ms});
    TestClient parked = room.connect();
    parked.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    room.parked.pop();
    room.server.stop(20ms);
    EXPECT_TRUE(parked.is_closed());
    EXPECT_EQ(room.server.stats().connections, 0U);
}

}  // namespace
}  // namespace rejoinder::http

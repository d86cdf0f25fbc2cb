#include "http/tls.hpp"

#include <gtest/gtest.h>

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <cstdio>

#include "http/test_certificate.hpp"
#include "http/test_server.hpp"

namespace rejoinder::http {
namespace {

using namespace std::chrono_literals;

using TlsStream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;
using TlsClient = BasicTestClient<TlsStream>;

class TlsTest : public testing::Test {
protected:
    void SetUp() override { certificate.write("first"); }

    Config config() const {
        return Config{.listen = {"127.0.0.1:0"},
                      .tls_listen = {"127.0.0.1:0"},
                      .tls_certificate = certificate.certificate,
                      .tls_key = certificate.key};
    }

    static TlsClient connect(const TestServer& room) {
        TlsStream stream(connect_to(room.addresses.at(1).port), context());
        boost::system::error_code error;
        stream.handshake(TlsStream::client, error);
        EXPECT_FALSE(error) << error.message();
        return TlsClient(std::move(stream));
    }

    static boost::asio::ssl::context& context() {
        static boost::asio::ssl::context context(boost::asio::ssl::context::tls_client);
        return context;
    }

    TestCertificate certificate{"http_tls_test"};
};

TEST_F(TlsTest, ServesPlainAndEncryptedSideBySide) {
    TestServer room(config());
    EXPECT_FALSE(room.addresses.at(0).is_tls);
    EXPECT_TRUE(room.addresses.at(1).is_tls);
    TlsClient client = connect(room);
    EXPECT_EQ(client.get("/a").body, "GET /a ");
    EXPECT_EQ(client
                  .ask("POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 60000\r\n\r\n" +
                       std::string(60000, 'b'))
                  .body,
              "POST /b " + std::string(60000, 'b'));
    EXPECT_EQ(room.connect().get("/c").body, "GET /c ");
}

TEST_F(TlsTest, ParksAnswersAndNoticesTheHangUp) {
    TestServer room(config());
    TlsClient client = connect(room);
    client.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    room.server.answer(room.parked.pop(), text_response(200, "at last"));
    EXPECT_EQ(client.receive().body, "at last");

    client.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\nGET /ahead HTTP/1.1\r\nHost: h\r\n\r\n");
    room.server.answer(room.parked.pop(), text_response(200, "again"));
    EXPECT_EQ(client.receive().body, "again");
    EXPECT_EQ(client.receive().body, "GET /ahead ");

    client.send("GET /park HTTP/1.1\r\nHost: h\r\n\r\n");
    const Ticket ticket = room.parked.pop();
    client.close();
    EXPECT_EQ(room.left.pop(), ticket);
}

TEST_F(TlsTest, WritesAnswersLargerThanASocketHolds) {
    TestServer room(config());
    TlsClient client = connect(room);
    EXPECT_EQ(client.get("/size?20000000").body, std::string(20000000, 's'));
    EXPECT_EQ(client.get("/static?20000000").body, "<" + std::string(20000000, 's'));
    EXPECT_EQ(client.get("/next").body, "GET /next ");
    EXPECT_EQ(client.get("/close").body, "bye");
    EXPECT_TRUE(client.is_closed());
}

TEST_F(TlsTest, ReloadsTheCertificateForNewConnections) {
    TestServer room(config());
    TlsClient before = connect(room);
    EXPECT_EQ(TestCertificate::name_of_peer(before.stream().native_handle()), "first");
    certificate.write("second");
    EXPECT_TRUE(room.server.reload_tls());
    TlsClient after = connect(room);
    EXPECT_EQ(TestCertificate::name_of_peer(after.stream().native_handle()), "second");
    EXPECT_EQ(before.get("/").status, 200);

    std::remove(certificate.key.c_str());
    const auto reloaded = room.server.reload_tls();
    ASSERT_FALSE(reloaded);
    EXPECT_NE(reloaded.error().text().find(certificate.key), std::string::npos);
    EXPECT_EQ(TestCertificate::name_of_peer(connect(room).stream().native_handle()), "second");
}

TEST_F(TlsTest, RefusesOldVersionsAndPlainBytes) {
    TestServer room(config());
    TlsStream old(connect_to(room.addresses.at(1).port), context());
    SSL_set_max_proto_version(old.native_handle(), TLS1_1_VERSION);
    boost::system::error_code error;
    old.handshake(TlsStream::client, error);
    EXPECT_TRUE(error);

    TestClient plain(connect_to(room.addresses.at(1).port));
    EXPECT_EQ(plain.get("/").status, 0);
}

TEST_F(TlsTest, GivesUpOnASilentHandshake) {
    Config impatient = config();
    impatient.header_timeout = 20ms;
    impatient.tick = 5ms;
    TestServer room(impatient);
    EXPECT_TRUE(TestClient(connect_to(room.addresses.at(1).port)).is_closed());
}

TEST_F(TlsTest, DoesNotStartWithoutACertificate) {
    TestServer room;
    Config wrong = config();
    wrong.tls_certificate = "/nowhere.crt";
    Server other(wrong, room, room.clock);
    const auto started = other.start();
    ASSERT_FALSE(started);
    EXPECT_NE(started.error().text().find("/nowhere.crt"), std::string::npos);
}

}  // namespace
}  // namespace rejoinder::http

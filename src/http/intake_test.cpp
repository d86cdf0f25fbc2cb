#include "http/intake.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace rejoinder::http {
namespace {

using Progress = Intake::Progress;

class IntakeTest : public testing::Test {
protected:
    // Feeds `text`, at most `step` bytes at a time, until a request is complete or wrong.
    Result<Progress> feed(std::string_view text, std::size_t step = 1 << 20) {
        Result<Progress> progress = Progress::needs_more;
        while (!text.empty() && progress && *progress == Progress::needs_more) {
            const auto space = intake.space();
            const std::size_t size = std::min({space.size(), text.size(), step});
            EXPECT_GT(size, 0U);
            std::ranges::copy(text.substr(0, size), space.begin());
            intake.commit(size);
            text.remove_prefix(size);
            progress = intake.parse();
        }
        return progress;
    }

    Request request() { return intake.request({}, false); }

    Errc refusal(std::string_view text, std::size_t step = 1 << 20) {
        intake.reset();
        const auto progress = feed(text, step);
        EXPECT_FALSE(progress) << text;
        return progress ? Errc::internal : progress.error().code;
    }

    Intake intake{{.header_bytes = 256, .body_bytes = 32}};
};

TEST_F(IntakeTest, ReadsTheSameRequestHoweverItIsCut) {
    const std::string text =
        "\r\nPOST /a%20b/c?x=[1,2]&y HTTP/1.1\r\nHost: h\r\nX-One:  first \r\nx-ONE: second\r\n"
        "Content-Length: 5\r\n\r\nhello";
    for (const std::size_t step : {1U, 2U, 3U, 7U, 50U, 1000U}) {
        intake.reset();
        const auto progress = feed(text, step);
        ASSERT_TRUE(progress && *progress == Progress::complete) << step;
        const Request read = request();
        EXPECT_EQ(read.method, Method::post);
        EXPECT_EQ(read.target, "/a%20b/c?x=[1,2]&y");
        EXPECT_EQ(read.path, "/a%20b/c");
        EXPECT_EQ(read.query, "x=[1,2]&y");
        EXPECT_EQ(read.body, "hello");
        EXPECT_EQ(read.header("x-one"), "first");
        EXPECT_EQ(read.header("x-two"), std::nullopt);
        std::string all;
        read.for_each_header("X-One", [&](std::string_view value) { all += value; });
        EXPECT_EQ(all, "firstsecond");
        EXPECT_TRUE(intake.keeps_alive());
        EXPECT_FALSE(intake.has_bytes());
    }
}

TEST_F(IntakeTest, JoinsChunksAndIgnoresTrailers) {
    const std::string text =
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nabc\r\nA;ext=1\r\n0123456789\r\n0\r\nX-Late: 1\r\n\r\nGET";
    for (const std::size_t step : {1U, 5U, 1000U}) {
        intake.reset();
        const auto progress = feed(text, step);
        ASSERT_TRUE(progress && *progress == Progress::complete) << step;
        EXPECT_EQ(request().body, "abc0123456789");
        EXPECT_EQ(request().header("X-Late"), std::nullopt);
    }
}

TEST_F(IntakeTest, KeepsWhatFollowsForTheNextRequest) {
    ASSERT_TRUE(feed("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.0\r\n\r\n"));
    EXPECT_EQ(request().path, "/1");
    intake.next_request();
    ASSERT_TRUE(intake.has_bytes());
    const auto progress = intake.parse();
    ASSERT_TRUE(progress && *progress == Progress::complete);
    EXPECT_EQ(request().path, "/2");
    EXPECT_TRUE(intake.is_http_10());
    EXPECT_FALSE(intake.keeps_alive());
}

TEST_F(IntakeTest, TakesTheWholeUrlAsATarget) {
    ASSERT_TRUE(feed("GET http://host:1/p?q HTTP/1.1\r\nHost: h\r\n\r\n"));
    EXPECT_EQ(request().path, "/p");
    EXPECT_EQ(request().query, "q");
    intake.reset();
    ASSERT_TRUE(feed("GET http://host HTTP/1.1\r\nHost: h\r\n\r\n"));
    EXPECT_EQ(request().path, "/");
    intake.reset();
    ASSERT_TRUE(feed("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n"));
    EXPECT_EQ(request().path, "*");
    intake.reset();
    ASSERT_TRUE(feed("GET /to?u=http://x/y HTTP/1.1\r\nHost: h\r\n\r\n"));
    EXPECT_EQ(request().path, "/to");
}

TEST_F(IntakeTest, HeadersMayFillTheirBoundAndNotOneByteMore) {
    const std::string frame = "GET / HTTP/1.1\r\nHost: h\r\nX: \r\n\r\n";
    for (const std::size_t step : {1U, 9U, 1000U}) {
        intake.reset();
        std::string text = frame;
        text.insert(text.size() - 4, std::string(256 - frame.size(), 'x'));
        const auto progress = feed(text, step);
        EXPECT_TRUE(progress && *progress == Progress::complete) << step;
        text.insert(text.size() - 4, "x");
        EXPECT_EQ(refusal(text, step), Errc::headers_too_large) << step;
    }
    EXPECT_EQ(refusal("GET /" + std::string(300, 'x'), 1), Errc::headers_too_large);
    std::string many = "GET / HTTP/1.1\r\nHost: h\r\n";
    for (int i = 0; i < 40; ++i) many += "X: 12345\r\n";
    EXPECT_EQ(refusal(many, 10), Errc::headers_too_large);
}

TEST_F(IntakeTest, BodiesMayFillTheirBoundAndNotOneByteMore) {
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\n";
    const auto progress = feed(head + "Content-Length: 32\r\n\r\n" + std::string(32, 'b'));
    EXPECT_TRUE(progress && *progress == Progress::complete);
    EXPECT_EQ(refusal(head + "Content-Length: 33\r\n\r\n"), Errc::body_too_large);
    EXPECT_EQ(refusal(head + "Content-Length: 99999999999999999999\r\n\r\n"), Errc::bad_request);

    const std::string chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    intake.reset();
    const auto joined = feed(chunked + "1f\r\n" + std::string(31, 'b') + "\r\n1\r\nb\r\n0\r\n\r\n");
    EXPECT_TRUE(joined && *joined == Progress::complete);
    EXPECT_EQ(refusal(chunked + "20\r\n" + std::string(32, 'b') + "\r\n1\r\nb\r\n"),
              Errc::body_too_large);
    EXPECT_EQ(refusal(chunked + "1;" + std::string(300, 'e'), 50), Errc::headers_too_large);
}

TEST_F(IntakeTest, RefusesWhatTwoReadersCouldReadDifferently) {
    for (const std::string_view headers :
         {"Host: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
          "Host: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n",
          "Host: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n",
          "Host: h\r\nTransfer-Encoding: gzip\r\n",
          "Host: h\r\nTransfer-Encoding: chunked, gzip\r\n", "Host: h\r\nContent-Length: -1\r\n",
          "Host: h\r\nContent-Length: 1x\r\n", "Host : h\r\n", "Host: h\r\nHost: h\r\n",
          "X: no host\r\n", "Host: h\r\nno colon\r\n",
          "Host: h\r\nX: a\x01"
          "b\r\n"}) {
        EXPECT_EQ(refusal("POST / HTTP/1.1\r\n" + std::string(headers) + "\r\nx"),
                  Errc::bad_request)
            << headers;
    }
    for (const std::string_view line : {"GET / HTTP/2.0\r\n", "GET /\r\n", "GET  / HTTP/1.1\r\n",
                                        "G(T / HTTP/1.1\r\n", "\x16\x03\x01\x02\x00\x01\r\n"}) {
        EXPECT_EQ(refusal(std::string(line) + "Host: h\r\n\r\n"), Errc::bad_request) << line;
    }
}

TEST_F(IntakeTest, TellsWhetherTheClientWaitsForAContinue) {
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\n";
    ASSERT_TRUE(feed(head + "Content-Length: 2\r\n\r\n"));
    EXPECT_TRUE(intake.wants_continue());
    intake.reset();
    ASSERT_TRUE(feed(head + "Content-Length: 2\r\n\r\nb"));
    EXPECT_FALSE(intake.wants_continue());
}

TEST_F(IntakeTest, StreamsTheBodiesThatAreChosen) {
    // Keeps what comes after the head.
    struct Sink final : BodySink {
        explicit Sink(std::string& text) : taken(text) {}
        Flow write(std::string_view piece) override {
            taken += piece;
            return Flow::paused;
        }
        void finish() override {}
        std::string& taken;
    };
    Intake streaming({.header_bytes = 256, .body_bytes = 2, .stream_bytes = 6},
                     [](Method method, std::string_view path) {
                         return method == Method::post && path == "/up";
                     });
    std::string taken;
    const auto feed_one = [&](std::string_view text) {
        std::ranges::copy(text, streaming.space().begin());
        streaming.commit(text.size());
        return *streaming.parse();
    };
    const std::string head =
        "POST http://h/up?x=1 HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\n";
    ASSERT_EQ(feed_one(head + "abc"), Progress::head);
    EXPECT_EQ(streaming.request({}, false).query, "x=1");
    streaming.stream_to(std::make_unique<Sink>(taken));
    EXPECT_EQ(*streaming.parse(), Progress::needs_more);
    EXPECT_EQ(taken, "abc");
    EXPECT_TRUE(streaming.is_paused());
    EXPECT_FALSE(streaming.wants_continue());
    ASSERT_EQ(feed_one("defGET"), Progress::complete);
    EXPECT_EQ(taken, "abcdef");
    EXPECT_TRUE(streaming.take_sink());
    streaming.next_request();
    EXPECT_FALSE(streaming.is_paused());
    EXPECT_TRUE(streaming.has_bytes());
}

TEST_F(IntakeTest, KnowsTheOriginAsSoonAsItWasRead) {
    EXPECT_EQ(refusal("POST / HTTP/1.1\r\nHost: h\r\nOrigin: https://a\r\n"
                      "Content-Length: 33\r\n\r\n"),
              Errc::body_too_large);
    EXPECT_EQ(intake.origin(), "https://a");
    EXPECT_EQ(refusal("nonsense\r\n\r\n"), Errc::bad_request);
    EXPECT_EQ(intake.origin(), std::nullopt);
}

}  // namespace
}  // namespace rejoinder::http

#include "http/response_writer.hpp"

#include <gtest/gtest.h>

namespace rejoinder::http {
namespace {

std::string written(const Response& response, AnswerShape shape = {}) {
    std::string out;
    append_response(out, response, shape, "now");
    return out;
}

TEST(ResponseWriter, WritesHeadAndBodyInOnePiece) {
    Response response = text_response(200, "OK");
    response.add_header("Vary", "Origin");
    EXPECT_EQ(written(response),
              "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Type: text/plain;charset=UTF-8\r\n"
              "Content-Length: 2\r\nVary: Origin\r\n\r\nOK");
}

TEST(ResponseWriter, NoContentHasNeitherTypeNorLengthNorBody) {
    EXPECT_EQ(written(text_response(204, "ignored")),
              "HTTP/1.1 204 No Content\r\nDate: now\r\n\r\n");
}

TEST(ResponseWriter, HeadTellsTheLengthOnly) {
    EXPECT_EQ(written(Response{.body = "four"}, {.is_head = true}),
              "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 4\r\n\r\n");
}

TEST(ResponseWriter, StaticBytesAreCountedAndLeftToTheConnection) {
    EXPECT_EQ(written(Response{.body = "four", .static_body = "seven"}),
              "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 9\r\n\r\nfour");
}

TEST(ResponseWriter, SaysWhetherTheConnectionStays) {
    EXPECT_NE(written({}, {.closes = true}).find("Connection: close\r\n"), std::string::npos);
    EXPECT_NE(written({}, {.is_http_10 = true}).find("Connection: keep-alive\r\n"),
              std::string::npos);
    EXPECT_EQ(written({}).find("Connection"), std::string::npos);
}

TEST(ResponseWriter, AHeadersValueCannotAddLines) {
    Response response;
    response.add_header("X", "a\r\nEvil: b");
    EXPECT_EQ(response.headers, "X: aEvil: b\r\n");
}

TEST(ResponseWriter, DatesAreInTheFormOfTheStandard) {
    EXPECT_EQ(http_date(instant_from_epoch(784111777000)), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(instant_from_epoch(784111777999)), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace rejoinder::http

#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"
#include "http/response.hpp"

namespace rejoinder::http {

// What of a request decides the shape of its answer.
struct AnswerShape {
    bool is_head = false;     // the length is told, the body is not sent
    bool is_http_10 = false;  // keep-alive has to be said
    bool closes = false;
};

// Whether an answer of this status has a body at all.
bool has_body(int status);

// `at` as a Date header's value: `Sun, 06 Nov 1994 08:49:37 GMT`.
std::string http_date(Instant at);

// Appends the whole answer, head and body, to `out`; static bytes and what is in a file are only
// counted, and of a body that comes in pieces there is the head.
void append_response(std::string& out, const Response& response, AnswerShape shape,
                     std::string_view date);

// Whether the body's pieces are sent as chunks, rather than as they are up to the connection's end.
bool is_chunked(AnswerShape shape);

// Appends a piece of a body as a chunk, if it has bytes.
void append_chunk(std::string& out, std::string_view bytes);

// What ends a body of chunks.
inline constexpr std::string_view last_chunk = "0\r\n\r\n";

}  // namespace rejoinder::http

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "http/body_file.hpp"
#include "http/body_source.hpp"
#include "http/ticket.hpp"

namespace rejoinder::http {

namespace content_type {
inline constexpr std::string_view json = "application/json;charset=UTF-8";
inline constexpr std::string_view problem = "application/problem+json";
inline constexpr std::string_view text = "text/plain;charset=UTF-8";
inline constexpr std::string_view javascript = "text/javascript;charset=UTF-8";
inline constexpr std::string_view html = "text/html;charset=UTF-8";
}  // namespace content_type

// What a client is answered. Length, date and connection headers are added by the server.
struct Response {
    int status = 200;
    std::string_view content_type = {};  // must live for ever (a constant); empty: no such header
    std::string body = {};     // with 204 and 304 there is none, nor a type, whatever is set here
    std::string headers = {};  // finished lines, each `Name: value\r\n`; see `add_header`
    bool close = false;        // closes the connection behind this answer
    std::shared_ptr<BodyFile> file = {};      // sent behind `body`, read as it goes
    std::shared_ptr<BodySource> source = {};  // gives the body in place of `body`, in pieces
    std::string_view static_body = {};  // sent behind `body`, never copied: it must live for ever

    // Appends one header line. Control characters in `value` are dropped, so that a value that came
    // from a peer cannot add lines of its own.
    Response& add_header(std::string_view name, std::string_view value);
};

// One line of plain text.
Response text_response(int status, std::string_view text);

// The status and the text of `error` as plain text.
Response error_response(const Error& error);

struct Answer {
    Ticket ticket;
    Response response;
};

}  // namespace rejoinder::http

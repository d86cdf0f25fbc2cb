#include "app/live_agent/render.hpp"

#include <string>
#include <utility>

#include "base/check.hpp"
#include "protocol/replies.hpp"

namespace rejoinder::app::live_agent {
namespace {

using domain::Outcome;
namespace content_type = http::content_type;

http::Response response_of(domain::Reply reply, int accepted_status) {
    switch (reply.outcome) {
        case Outcome::done:
            return http::text_response(accepted_status, acknowledgement);
        case Outcome::json:
        case Outcome::created:
            return {.content_type = content_type::json, .body = std::move(reply.body)};
        case Outcome::script:
            return {.content_type = content_type::javascript, .body = std::move(reply.body)};
        case Outcome::nothing_new:
            return {.status = 204};
        case Outcome::object:
        case Outcome::created_object:
        case Outcome::credentials:
        case Outcome::file:
        case Outcome::access:
            break;
    }
    CHECK(false);
    return {};
}

}  // namespace

http::Response render(domain::Reply reply, int accepted_status, const Note& note) {
    http::Response response = response_of(std::move(reply), accepted_status);
    response.headers += note.header_lines;
    return response;
}

http::Response render(const Error& error, const Note& note) {
    http::Response response;
    if (note.callback.empty()) {
        response = http::error_response(error);
    } else {
        response.content_type = content_type::javascript;
        response.body =
            note.callback + "(" + protocol::jsonp_error(std::string(error.text())) + ")";
    }
    response.headers += note.header_lines;
    return response;
}

}  // namespace rejoinder::app::live_agent

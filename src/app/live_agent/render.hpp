#pragma once

#include <string_view>

#include "app/live_agent/notes.hpp"
#include "base/error.hpp"
#include "domain/effects.hpp"
#include "http/response.hpp"

// Answers of the visitors' dialect on the wire (wire spec 1.6): clients compare bodies to the byte.
namespace rejoinder::app::live_agent {

// The acknowledgement of a POST, and its whole body.
inline constexpr std::string_view acknowledgement = "OK";

// `accepted_status` is the status of an acknowledgement, 200 or 202.
http::Response render(domain::Reply reply, int accepted_status, const Note& note);

// One line of text with the error's status; to a JSONP caller 200 and a script, as browsers run no
// other.
http::Response render(const Error& error, const Note& note);

}  // namespace rejoinder::app::live_agent

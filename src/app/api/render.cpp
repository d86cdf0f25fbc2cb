#include "app/api/render.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.hpp"
#include "domain/entity_tag.hpp"
#include "protocol/api.hpp"
#include "protocol/wire.hpp"

namespace rejoinder::app::api {

namespace {

constexpr std::string_view retry_after = "1";

// The status on this API. The table's own one is the visitors' where the two differ.
int status_of(Errc code) {
    switch (code) {
        case Errc::store_unavailable:
            return 503;
        case Errc::wrong_state:
            return 409;
        default:
            return row_of(code).status;
    }
}

std::string_view title_of(int status) {
    switch (status) {
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 409:
            return "Conflict";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 428:
            return "Precondition Required";
        case 429:
            return "Too Many Requests";
        case 503:
            return "Service Unavailable";
        default:
            return "Internal Server Error";
    }
}

std::optional<std::vector<protocol::api::MemberProblem>> members_of(const Error& error) {
    if (error.fields.empty()) return std::nullopt;
    std::vector<protocol::api::MemberProblem> members;
    for (const FieldProblem& problem : error.fields)
        members.push_back({"#/" + problem.field, problem.detail});
    return members;
}

http::Response make_response(int status, std::string_view type, std::string body) {
    http::Response response{.status = status, .content_type = type, .body = std::move(body)};
    response.add_header("Cache-Control", "no-store");
    return response;
}

http::Response object_response(int status, std::string body) {
    const std::string tag = domain::entity_tag(body);
    http::Response response = make_response(status, http::content_type::json, std::move(body));
    response.add_header("ETag", tag);
    return response;
}

}  // namespace

http::Response json_response(std::string body) {
    return make_response(200, http::content_type::json, std::move(body));
}

http::Response render(domain::Reply reply) {
    switch (reply.outcome) {
        case domain::Outcome::done:
            return make_response(204, {}, {});
        case domain::Outcome::json:
            return json_response(std::move(reply.body));
        case domain::Outcome::created:
            return make_response(201, http::content_type::json, std::move(reply.body));
        case domain::Outcome::object:
            return object_response(200, std::move(reply.body));
        case domain::Outcome::created_object:
            return object_response(201, std::move(reply.body));
        case domain::Outcome::script:
        case domain::Outcome::nothing_new:
        case domain::Outcome::credentials:
        case domain::Outcome::file:
        case domain::Outcome::access:
            break;
    }
    return render(Error{Errc::internal});
}

http::Response render(const Error& error) {
    const int status = status_of(error.code);
    const protocol::api::Problem problem{.type = "about:blank",
                                         .title = std::string(title_of(status)),
                                         .status = status,
                                         .detail = std::string(error.text()),
                                         .errors = members_of(error)};
    std::string body;
    protocol::write(body, problem);
    http::Response response = make_response(status, http::content_type::problem, std::move(body));
    if (status == 503) response.add_header("Retry-After", retry_after);
    if (status == 401) response.add_header("WWW-Authenticate", "Bearer");
    return response;
}

}  // namespace rejoinder::app::api

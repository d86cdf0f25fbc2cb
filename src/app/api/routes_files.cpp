#include <utility>

#include "app/api/authentication.hpp"
#include "app/api/routes_parts.hpp"
#include "app/base_url.hpp"
#include "app/random.hpp"

namespace rejoinder::app::api {
namespace {

namespace agent = domain::agent;
using http::Method;

Result<agent::Action> parse_request_file(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    std::string token = random_token();
    std::string hash = hash_of(token);
    return agent::RequestFile{chat, FileId(random_uuid()), std::move(token), std::move(hash),
                              base_url(request, {})};
}

Result<agent::Action> parse_get_file(const http::Request&, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    const auto file = FileId::parse(values[1]);
    if (!file) return fail(Errc::not_found, "No such file");
    return agent::GetFile{chat, *file};
}

constexpr Route table[] = {
    {Method::post, "/api/v1/chats/{chatKey}/file-requests", Service::action, parse_request_file},
    {Method::del, "/api/v1/chats/{chatKey}/file-requests", Service::action,
     parse_chat_action<agent::CancelFileRequest>},
    {Method::post, "/api/v1/chats/{chatKey}/files", Service::upload, nullptr},
    {Method::get, "/api/v1/chats/{chatKey}/files/{fileId}", Service::action, parse_get_file},
};

}  // namespace

const std::span<const Route> files_routes = table;

}  // namespace rejoinder::app::api

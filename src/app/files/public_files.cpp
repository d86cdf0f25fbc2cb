#include "app/files/public_files.hpp"

#include "app/caller.hpp"

namespace rejoinder::app::files {
namespace {

http::Response not_allowed(std::string_view allow) {
    http::Response response = http::error_response(Error{Errc::method_not_allowed});
    response.add_header("Allow", allow);
    return response;
}

}  // namespace

std::unique_ptr<http::BodySink> PublicFiles::open_body(const http::Request& head,
                                                       http::Ticket ticket) {
    return uploads_.open(head, ticket, [&](std::uint64_t number) {
        const auto origin = head.header("Origin");
        return make_visitor_purpose(head, origin ? origins_.lines(*origin) : std::string(), number);
    });
}

std::optional<http::Response> PublicFiles::handle(const http::Request& request,
                                                  http::Ticket ticket) {
    if (request.path.starts_with(link_path)) return follow_link(request, ticket);
    const auto origin = request.header("Origin");
    if (request.method == http::Method::options) {
        http::Response response;
        if (origin)
            response.headers = origins_.preflight_lines(
                *origin, request.header("Access-Control-Request-Headers").value_or(""));
        return response;
    }
    if (request.method != http::Method::post) {
        http::Response response = not_allowed("POST, OPTIONS");
        if (origin) response.headers += origins_.lines(*origin);
        return response;
    }
    // Without a body there may still be something to cancel.
    if (const auto sink = open_body(request, ticket)) sink->finish();
    return std::nullopt;
}

std::optional<http::Response> PublicFiles::follow_link(const http::Request& request,
                                                       http::Ticket ticket) {
    if (request.method != http::Method::get && request.method != http::Method::head)
        return not_allowed("GET, HEAD");
    const std::string_view rest = request.path.substr(link_path.size());
    const std::size_t slash = rest.find('/');
    const auto file = FileId::parse(rest.substr(0, slash));
    const bool is_genuine =
        file && slash != std::string_view::npos && links_.verify(*file, rest.substr(slash + 1));
    if (!is_genuine) return http::error_response(Error{Errc::not_found});
    if (submit_(domain::FileStep{domain::GetLinkedFile{*file}},
                make_caller(CallerKind::download, ticket)))
        return std::nullopt;
    return http::error_response(Error{Errc::overloaded});
}

}  // namespace rejoinder::app::files

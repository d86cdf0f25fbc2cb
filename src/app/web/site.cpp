#include "app/web/site.hpp"

#include <algorithm>
#include <string>

#include "app/api/render.hpp"
#include "app/web/negotiation.hpp"
#include "base/check.hpp"
#include "base/error.hpp"

namespace rejoinder::app::web {
namespace {

constexpr std::string_view home = "/console/";
constexpr std::string_view home_without_slash = "/console";
constexpr std::string_view index_file = "index.html";

// Files whose names change with their content.
constexpr std::string_view hashed_folder = "assets/";

// The console runs what came from this server, talks to this server, and stands in no frame. The
// hash is that of the one style element that React Aria's `usePress` inserts; it changes with that
// library's version, and then the console's browser tests find the violation.
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; "
    "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; "
    "connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; media-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'";

// A year, as for what never changes.
constexpr std::string_view transport_security = "max-age=31536000";

void add_security(http::Response& response, const http::Request& request) {
    response.add_header("Content-Security-Policy", content_security_policy);
    response.add_header("X-Content-Type-Options", "nosniff");
    response.add_header("Referrer-Policy", "no-referrer");
    response.add_header("Cross-Origin-Opener-Policy", "same-origin");
    if (request.is_tls) response.add_header("Strict-Transport-Security", transport_security);
}

http::Response refuse_method() {
    http::Response response = api::render(Error{Errc::method_not_allowed});
    response.add_header("Allow", "GET, HEAD");
    return response;
}

http::Response redirect(int status) {
    http::Response response = http::text_response(status, "The console is at /console/");
    response.add_header("Location", home);
    response.add_header("Cache-Control", "no-cache");
    return response;
}

// Whether a page of the console may have this path: words between single slashes. What has a dot is
// a file's name, and what has a percent sign is none of ours.
bool is_page(std::string_view path) {
    if (path.starts_with(hashed_folder) || path.starts_with('/')) return false;
    if (path.find("//") != std::string_view::npos) return false;
    return std::ranges::all_of(path, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '-' || c == '_' || c == '~' || c == '/';
    });
}

// The form of a file that goes out.
struct Form {
    std::string_view coding;  // empty for the content as it is
    std::string_view bytes;
};

Form best_form(const Asset& asset, Codings accepted) {
    if (accepted.brotli && !asset.brotli.empty()) return {"br", asset.brotli};
    if (accepted.gzip && !asset.gzip.empty()) return {"gzip", asset.gzip};
    return {"", asset.content};
}

// Two forms of one content are two things to a cache.
std::string entity_tag(const Asset& asset, const Form& form) {
    std::string tag = "\"";
    tag += asset.tag;
    if (!form.coding.empty()) tag.append("-").append(form.coding);
    return tag + '"';
}

http::Response file_response(const Asset& asset, const http::Request& request) {
    const Form form = best_form(asset, accepted_codings(request));
    const std::string tag = entity_tag(asset, form);
    http::Response response{.content_type = asset.content_type};
    if (has_already(request, tag)) {
        response.status = 304;
    } else {
        response.static_body = form.bytes;
        if (!form.coding.empty()) response.add_header("Content-Encoding", form.coding);
    }
    response.add_header("ETag", tag);
    response.add_header("Vary", "Accept-Encoding");
    response.add_header("Cache-Control", asset.path.starts_with(hashed_folder)
                                             ? "public, max-age=31536000, immutable"
                                             : "no-cache");
    return response;
}

}  // namespace

Site::Site(Assets console, Switch state) : console_(console), is_on_(state == Switch::on) {
    CHECK(std::ranges::is_sorted(console_, {}, &Asset::path));
    CHECK(console_.empty() || find({}) != nullptr);
}

bool Site::owns(std::string_view path) const {
    return path.starts_with(home) || path == home_without_slash || (path == "/" && is_there());
}

http::Response Site::handle(const http::Request& request) const {
    http::Response response = respond(request);
    add_security(response, request);
    return response;
}

http::Response Site::respond(const http::Request& request) const {
    if (console_.empty())
        return api::render(Error{Errc::not_found, "This server was built without the console"});
    if (!is_on_)
        return api::render(Error{Errc::not_found, "The console of this server is switched off"});
    if (request.method != http::Method::get && request.method != http::Method::head)
        return refuse_method();
    if (request.path == "/") return redirect(302);
    if (request.path == home_without_slash) return redirect(308);
    const Asset* const asset = find(request.path.substr(home.size()));
    return asset != nullptr ? file_response(*asset, request) : api::render(Error{Errc::not_found});
}

const Asset* Site::find(std::string_view path) const {
    const auto at = [this](std::string_view wanted) -> const Asset* {
        const auto found = std::ranges::lower_bound(console_, wanted, {}, &Asset::path);
        return found != console_.end() && found->path == wanted ? &*found : nullptr;
    };
    if (const Asset* const asset = at(path)) return asset;
    return is_page(path) ? at(index_file) : nullptr;
}

}  // namespace rejoinder::app::web

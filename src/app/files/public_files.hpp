#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "app/files/file_links.hpp"
#include "app/files/uploads.hpp"
#include "app/origins.hpp"
#include "domain/effects.hpp"
#include "domain/request.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/ticket.hpp"

namespace rejoinder::app::files {

// What visitors reach without the dialect's headers: the upload target (wire spec 2.19), and the
// links to files that agents sent.
//
//     POST /upload?orgId=&chatKey=&fileToken=&encoding=
//     GET  /files/{id}/{token}
//
// Uses the caller kind `download`. Thread-safe; nothing in it waits.
class PublicFiles {
public:
    using Submit = std::function<bool(domain::Request, domain::Caller)>;

    // What is passed by reference outlives this.
    PublicFiles(Uploads& uploads, const FileLinks& links, const Origins& origins, Submit submit)
        : uploads_(uploads), links_(links), origins_(origins), submit_(std::move(submit)) {}

    static bool owns(std::string_view path) {
        return path == upload_path || path.starts_with(link_path);
    }
    static bool streams_body(http::Method method, std::string_view path) {
        return method == http::Method::post && path == upload_path;
    }

    // The answer to a request without a streamed body, or nothing: then it comes later.
    std::optional<http::Response> handle(const http::Request& request, http::Ticket ticket);

    std::unique_ptr<http::BodySink> open_body(const http::Request& head, http::Ticket ticket);

private:
    static constexpr std::string_view upload_path = "/upload";
    static constexpr std::string_view link_path = "/files/";

    std::optional<http::Response> follow_link(const http::Request& request, http::Ticket ticket);

    Uploads& uploads_;
    const FileLinks& links_;
    const Origins& origins_;
    const Submit submit_;
};

}  // namespace rejoinder::app::files

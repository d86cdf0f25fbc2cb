#pragma once

#include <string_view>

#include "http/request.hpp"

// Which form of a file suits a request.
namespace rejoinder::app::web {

// The content codings, besides none at all, that a client takes.
struct Codings {
    bool gzip = false;
    bool brotli = false;

    bool operator==(const Codings&) const = default;
};

// What the request's Accept-Encoding says: a coding is taken when it, or `*` in its place, is there
// with another weight than 0. The weights do not matter otherwise. Without the header nothing is.
Codings accepted_codings(const http::Request& request);

// Whether the client has `tag` already, an ETag with its quotes, by the request's If-None-Match.
bool has_already(const http::Request& request, std::string_view tag);

}  // namespace rejoinder::app::web

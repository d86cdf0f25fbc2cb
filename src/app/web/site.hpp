#pragma once

#include <cstdint>
#include <string_view>

#include "app/web/asset.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace rejoinder::app::web {

// The agents' console under `/console/`, and the way there from `/`.
//
// What is asked for is looked up as it was sent, letter for letter, among the files that are part
// of the program: nothing is decoded, put together or read from a disk. What is no file but may be
// a page of the console (`/console/chats/KEY`) is answered with `index.html`, which finds out.
//
// Thread-safe; nothing in it waits.
class Site {
public:
    enum class Switch : bool { off, on };

    // Without assets, or switched off, every path of the console is answered 404 and says why.
    Site(Assets console, Switch state);

    // Whether a request for `path` belongs here; `/` only when there is a console.
    bool owns(std::string_view path) const;

    // The answer to a request that belongs here.
    http::Response handle(const http::Request& request) const;

private:
    bool is_there() const { return is_on_ && !console_.empty(); }
    http::Response respond(const http::Request& request) const;
    // The file for what stands behind `/console/`, or null.
    const Asset* find(std::string_view path) const;

    const Assets console_;
    const bool is_on_;
};

}  // namespace rejoinder::app::web

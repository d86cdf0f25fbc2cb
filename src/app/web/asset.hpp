#pragma once

#include <span>
#include <string_view>

namespace rejoinder::app::web {

// One file of a web front end, as it is served. Every view lasts as long as the program.
struct Asset {
    std::string_view path;  // below the front end's own, as it is asked for: `assets/index-B1x.js`
    std::string_view content_type;
    std::string_view tag;  // another one for other content; letters and digits
    std::string_view content;
    std::string_view gzip = {};    // the same content compressed; empty when it is not
    std::string_view brotli = {};  // likewise
};

// All files of one front end, sorted by path. Empty when the program was built without it;
// otherwise `index.html` is among them.
using Assets = std::span<const Asset>;

}  // namespace rejoinder::app::web

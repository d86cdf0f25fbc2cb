#pragma once

#include <string_view>

namespace rejoinder {

// Whether `text` is `http(s)://host[:port]`, perhaps with a path that does not end in `/`, and
// nothing behind it.
bool is_base_url(std::string_view text);

// Whether `text` is `http(s)://host[:port]`, as browsers write it into `Origin`.
bool is_web_origin(std::string_view text);

}  // namespace rejoinder

#pragma once

#include <string>
#include <string_view>

#include "http/request.hpp"

namespace rejoinder::app {

// Where clients reach this server, without a last `/`: `public_url`, or when that is empty the host
// that `request` was sent to.
std::string base_url(const http::Request& request, std::string_view public_url);

// The same of the setting alone; empty for none. It may name the visitors' dialect, `…/chat`, as
// clients' own settings do: that is not part of it.
std::string base_url(std::string_view public_url);

}  // namespace rejoinder::app

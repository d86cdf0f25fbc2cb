#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace rejoinder::http {

// The address written `127.0.0.1:8080` or `[::1]:8080`; names are not looked up. Fails with
// `bad_request` and a detail.
Result<boost::asio::ip::tcp::endpoint> parse_listen_address(std::string_view text);

std::string text_of(const boost::asio::ip::tcp::endpoint& endpoint);

}  // namespace rejoinder::http

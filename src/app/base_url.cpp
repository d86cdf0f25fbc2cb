#include "app/base_url.hpp"

namespace rejoinder::app {

std::string base_url(std::string_view public_url) {
    constexpr std::string_view dialect = "/chat";
    if (public_url.ends_with(dialect)) public_url.remove_suffix(dialect.size());
    return std::string(public_url);
}

std::string base_url(const http::Request& request, std::string_view public_url) {
    if (!public_url.empty()) return base_url(public_url);
    std::string url = request.is_tls ? "https://" : "http://";
    url += request.header("Host").value_or("localhost");
    return url;
}

}  // namespace rejoinder::app

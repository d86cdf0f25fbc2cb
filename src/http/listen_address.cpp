#include "http/listen_address.hpp"

#include <charconv>
#include <cstdint>

namespace rejoinder::http {

Result<boost::asio::ip::tcp::endpoint> parse_listen_address(std::string_view text) {
    const auto refused = [&] {
        return fail(Errc::bad_request, "`" + std::string(text) +
                                           "` is not an address like 127.0.0.1:8080 or [::1]:8080");
    };
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return refused();
    std::string_view host = text.substr(0, colon);
    const std::string_view port_text = text.substr(colon + 1);
    const bool is_bracketed = host.starts_with('[') && host.ends_with(']');
    if (is_bracketed) host = host.substr(1, host.size() - 2);

    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(host), error);
    if (error || address.is_v6() != is_bracketed) return refused();

    std::uint16_t port = 0;
    const char* const end = port_text.data() + port_text.size();
    const auto parsed = std::from_chars(port_text.data(), end, port);
    if (port_text.empty() || parsed.ec != std::errc{} || parsed.ptr != end) return refused();
    return boost::asio::ip::tcp::endpoint(address, port);
}

std::string text_of(const boost::asio::ip::tcp::endpoint& endpoint) {
    const std::string host = endpoint.address().to_string();
    const std::string port = std::to_string(endpoint.port());
    return endpoint.address().is_v6() ? "[" + host + "]:" + port : host + ":" + port;
}

}  // namespace rejoinder::http

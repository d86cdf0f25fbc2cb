#include "base/ip_address.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <string>

namespace rejoinder {
namespace {

// The longest text of an address, an IPv6 one that ends in an IPv4 one.
constexpr std::size_t text_max = 45;

}  // namespace

std::optional<IpAddress> parse_ip_address(std::string_view text) {
    if (text.size() > text_max || text.contains('%')) return std::nullopt;
    boost::system::error_code error;
    const auto parsed = boost::asio::ip::make_address(std::string(text), error);
    if (error) return std::nullopt;
    IpAddress address;
    if (parsed.is_v6()) {
        address.version = IpVersion::v6;
        address.bytes = parsed.to_v6().to_bytes();
    } else {
        std::ranges::copy(parsed.to_v4().to_bytes(), address.bytes.begin());
    }
    return address;
}

}  // namespace rejoinder

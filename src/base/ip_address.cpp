#include "base/ip_address.hpp"

#include <boost/asio/ip/address.hpp>
#include <string>

namespace rejoinder {
namespace {

// The longest text of an address, an IPv6 one that ends in an IPv4 one.
constexpr std::size_t text_max = 45;

}  // namespace

bool IpAddress::is_ipv4() const { return boost::asio::ip::address_v6(bytes).is_v4_mapped(); }

std::optional<IpAddress> parse_ip_address(std::string_view text) {
    namespace ip = boost::asio::ip;
    if (text.size() > text_max || text.contains('%')) return std::nullopt;
    boost::system::error_code error;
    const auto parsed = ip::make_address(std::string(text), error);
    if (error) return std::nullopt;
    const ip::address_v6 address =
        parsed.is_v6() ? parsed.to_v6() : ip::make_address_v6(ip::v4_mapped, parsed.to_v4());
    return IpAddress{address.to_bytes()};
}

}  // namespace rejoinder

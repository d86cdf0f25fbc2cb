#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rejoinder {

// An address of the internet protocol. An IPv4 address is the IPv6 address that it is mapped to.
// Ordered as the numbers they are.
struct IpAddress {
    // Most significant byte first.
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const IpAddress&) const = default;
    bool is_ipv4() const;
};

// Reads an IPv4 address in four decimal numbers, or an IPv6 address in any of its forms. Nothing
// when it is neither, and for addresses with a zone.
std::optional<IpAddress> parse_ip_address(std::string_view text);

}  // namespace rejoinder

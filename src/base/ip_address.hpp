#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rejoinder {

enum class IpVersion : std::uint8_t { v4, v6 };

// An address of the internet protocol. Ordered by kind, then as the numbers they are.
struct IpAddress {
    IpVersion version = IpVersion::v4;
    // Most significant byte first; an IPv4 address has the first four.
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const IpAddress&) const = default;
};

// Reads `192.0.2.7` or `2001:db8::7`. Nothing when it is neither, and for addresses with a zone.
std::optional<IpAddress> parse_ip_address(std::string_view text);

}  // namespace rejoinder

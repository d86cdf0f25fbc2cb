#pragma once

#include <cstdint>

namespace rejoinder::http {

// Names one answer owed to a client. A plain number to its holder: copy it, store it, hand it to
// another thread. It stays valid after its client is gone; answering it then does nothing.
struct Ticket {
    static constexpr std::uint32_t connection_max = (1U << 24) - 1;

    std::uint32_t connection = 0;  // at most `connection_max`
    std::uint32_t serial = 0;      // never 0 in a ticket handed out
    std::uint8_t worker = 0;

    // The ticket as one number; never 0 for a ticket handed out.
    constexpr std::uint64_t pack() const {
        return (std::uint64_t{worker} << 56) | (std::uint64_t{connection} << 32) | serial;
    }

    static constexpr Ticket unpack(std::uint64_t packed) {
        return Ticket{.connection = static_cast<std::uint32_t>(packed >> 32) & connection_max,
                      .serial = static_cast<std::uint32_t>(packed),
                      .worker = static_cast<std::uint8_t>(packed >> 56)};
    }

    friend constexpr bool operator==(const Ticket&, const Ticket&) = default;
};

}  // namespace rejoinder::http

#include "app/network.hpp"

#include <cstddef>

namespace rejoinder::app {

std::uint64_t network_of(const boost::asio::ip::address& address) {
    if (address.is_v4()) return address.to_v4().to_uint();
    const boost::asio::ip::address_v6 v6 = address.to_v6();
    const auto bytes = v6.to_bytes();
    const std::size_t begin = v6.is_v4_mapped() ? 12 : 0;
    const std::size_t end = v6.is_v4_mapped() ? 16 : 8;
    std::uint64_t network = 0;
    for (std::size_t i = begin; i < end; ++i) network = (network << 8) | bytes[i];
    return network;
}

}  // namespace rejoinder::app

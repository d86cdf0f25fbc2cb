#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstdint>

namespace rejoinder::app {

// The network a client calls from, by which clients are counted: an IPv4 address, or the upper half
// of an IPv6 address.
std::uint64_t network_of(const boost::asio::ip::address& address);

}  // namespace rejoinder::app

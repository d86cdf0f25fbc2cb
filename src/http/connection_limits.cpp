#include "http/connection_limits.hpp"

#include <utility>

#include "base/check.hpp"

namespace rejoinder::http {
namespace {

std::uint64_t key_of(const boost::asio::ip::address& peer) {
    // No connection comes from ff00::/8, the multicast addresses: their keys are IPv4's.
    if (peer.is_v4()) return 0xffff'ffff'0000'0000 | peer.to_v4().to_uint();
    const auto bytes = peer.to_v6().to_bytes();
    std::uint64_t network = 0;
    for (std::size_t i = 0; i < sizeof network; ++i) network = (network << 8) | bytes[i];
    return network;
}

}  // namespace

ConnectionLimits::Lease::Lease(Lease&& other) noexcept
    : limits_(std::exchange(other.limits_, nullptr)), peer_(other.peer_) {}

void ConnectionLimits::Lease::release() {
    ConnectionLimits* limits = std::exchange(limits_, nullptr);
    if (limits == nullptr) return;
    const std::lock_guard lock(limits->mutex_);
    const auto found = limits->open_by_address_.find(key_of(peer_));
    CHECK(found != limits->open_by_address_.end() && limits->open_ > 0);
    if (--found->second == 0) limits->open_by_address_.erase(found);
    --limits->open_;
}

std::optional<ConnectionLimits::Lease> ConnectionLimits::admit(
    const boost::asio::ip::address& peer) {
    const std::lock_guard lock(mutex_);
    if (open_ >= connections_max_ || per_address_max_ == 0) return std::nullopt;
    const auto place = open_by_address_.try_emplace(key_of(peer), 0).first;
    if (place->second >= per_address_max_) return std::nullopt;
    ++place->second;
    ++open_;
    return Lease(this, peer);
}

std::size_t ConnectionLimits::open() const {
    const std::lock_guard lock(mutex_);
    return open_;
}

}  // namespace rejoinder::http

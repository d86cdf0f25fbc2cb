#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>

namespace rejoinder::http {

// Counts the open connections of all workers, overall and by address. Thread-safe.
class ConnectionLimits {
public:
    // One connection's place, given back when destroyed. Outlived by the limits.
    class Lease {
    public:
        // A place that is not counted.
        explicit Lease(boost::asio::ip::address peer) : peer_(peer) {}
        Lease(Lease&& other) noexcept;
        Lease& operator=(Lease&&) = delete;
        ~Lease() { release(); }

        const boost::asio::ip::address& peer() const { return peer_; }
        bool is_counted() const { return limits_ != nullptr; }
        void release();

    private:
        friend class ConnectionLimits;
        Lease(ConnectionLimits* limits, boost::asio::ip::address peer)
            : limits_(limits), peer_(peer) {}

        ConnectionLimits* limits_ = nullptr;
        boost::asio::ip::address peer_;
    };

    ConnectionLimits(std::size_t connections, std::size_t connections_per_address)
        : connections_max_(connections), per_address_max_(connections_per_address) {}

    // A place for a connection from `peer`, or nothing at a bound. IPv6 addresses of one /64
    // network count as one: whoever has one of them has them all.
    std::optional<Lease> admit(const boost::asio::ip::address& peer);

    std::size_t open() const;

private:
    const std::size_t connections_max_;
    const std::size_t per_address_max_;
    mutable std::mutex mutex_;
    std::size_t open_ = 0;
    boost::unordered_flat_map<std::uint64_t, std::size_t> open_by_address_;
};

}  // namespace rejoinder::http

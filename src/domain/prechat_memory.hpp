#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "base/hash_map.hpp"
#include "base/time.hpp"
#include "base/uuid.hpp"
#include "protocol/requests.hpp"
#include "protocol/types.hpp"
#include "record/chat.hpp"

namespace rejoinder::domain {

// The id a visitor goes by in all of its chats: from the trackingId of its client, else `random`.
// A trackingId that is no UUID stands for one that is always the same.
Uuid visitor_id_of(const protocol::request::ChasitorInit& init, const Uuid& random);

// Which records pre-chat data has just found or made, so that a visitor who asks again and again
// does not get new ones again and again (product spec 2.11).
//
// Belongs to one shard; not thread-safe.
class PrechatMemory {
public:
    // After that the same data is looked at anew.
    static constexpr Duration kept = std::chrono::minutes(10);
    // Bytes of remembered data in all, and requests of one visitor; the oldest go first.
    static constexpr std::size_t bytes_max = 64 * 1024 * 1024;
    static constexpr std::size_t requests_max = 64;

    using Records = std::vector<protocol::ChatRecord>;

    // What the same visitor's same data led to; null when that is not known. The same visitor is
    // the same id, or the same address where the client does not say who it is.
    const Records* find(const record::Chat& chat, bool is_visitor_known, Instant now);

    // Remembers what was found or made at `at`, from the oldest to the newest.
    void remember(const record::Chat& chat, Records records, Instant at);

    std::size_t size() const { return order_.size(); }

private:
    struct Request {
        std::string details;
        std::string entities;
        Records records;
        Instant at;
        std::string visitor_key;
        std::string address_key;
        // Keys and places in tables included, about.
        std::size_t bytes() const { return details.size() + entities.size() + 1024; }
    };
    using Requests = std::deque<std::shared_ptr<const Request>>;

    const Records* find_in(const std::string& key, const record::Chat& chat, Instant now) const;
    void put(const std::string& key, const std::shared_ptr<const Request>& request);
    void take(const std::string& key, const std::shared_ptr<const Request>& request);
    void forget_oldest();

    HashMap<std::string, Requests> by_visitor_;
    Requests order_;
    std::size_t bytes_ = 0;
};

}  // namespace rejoinder::domain

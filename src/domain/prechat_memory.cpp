#include "domain/prechat_memory.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace rejoinder::domain {
namespace {

// FNV-1a, from another beginning for each half.
std::uint64_t hash_of(std::string_view text, std::uint64_t value) {
    constexpr std::uint64_t prime = 0x100000001b3;
    for (const char c : text) value = (value ^ static_cast<std::uint8_t>(c)) * prime;
    return value;
}

Uuid uuid_of(std::string_view text) {
    const std::array halves{hash_of(text, 0xcbf29ce484222325), hash_of(text, 0x9ae16a3b2f90404f)};
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(halves[i / 8] >> (i % 8 * 8));
    return Uuid::from_random(bytes);
}

std::string key_of(const record::Chat& chat, char kind, std::string_view who) {
    std::string key = chat.organization.str();
    key += kind;
    return key.append(who);
}

}  // namespace

Uuid visitor_id_of(const protocol::request::ChasitorInit& init, const Uuid& random) {
    if (!init.tracking_id || init.tracking_id->text.empty()) return random;
    return Uuid::parse(init.tracking_id->text).value_or(uuid_of(init.tracking_id->text));
}

const PrechatMemory::Records* PrechatMemory::find_in(const std::string& key,
                                                     const record::Chat& chat, Instant now) const {
    const auto requests = by_visitor_.find(key);
    if (requests == by_visitor_.end()) return nullptr;
    for (const auto& request : requests->second)
        if (request->at + kept > now && request->entities == chat.prechat_entities &&
            request->details == chat.custom_details)
            return &request->records;
    return nullptr;
}

const PrechatMemory::Records* PrechatMemory::find(const record::Chat& chat, bool is_visitor_known,
                                                  Instant now) {
    while (!order_.empty() && order_.front()->at + kept <= now) forget_oldest();
    const Records* found = find_in(key_of(chat, 'v', chat.visitor_id), chat, now);
    if (found || is_visitor_known || chat.ip_address.empty()) return found;
    return find_in(key_of(chat, 'a', chat.ip_address), chat, now);
}

void PrechatMemory::remember(const record::Chat& chat, Records records, Instant at) {
    auto request = std::make_shared<const Request>(
        Request{chat.custom_details, chat.prechat_entities, std::move(records), at,
                key_of(chat, 'v', chat.visitor_id), key_of(chat, 'a', chat.ip_address)});
    bytes_ += request->bytes();
    put(request->visitor_key, request);
    put(request->address_key, request);
    order_.push_back(std::move(request));
    while (bytes_ > bytes_max) forget_oldest();
}

void PrechatMemory::put(const std::string& key, const std::shared_ptr<const Request>& request) {
    Requests& requests = by_visitor_[key];
    if (requests.size() == requests_max) requests.pop_front();
    requests.push_back(request);
}

void PrechatMemory::take(const std::string& key, const std::shared_ptr<const Request>& request) {
    const auto requests = by_visitor_.find(key);
    if (requests == by_visitor_.end()) return;
    std::erase(requests->second, request);
    if (requests->second.empty()) by_visitor_.erase(requests);
}

void PrechatMemory::forget_oldest() {
    const auto request = std::move(order_.front());
    order_.pop_front();
    bytes_ -= request->bytes();
    take(request->visitor_key, request);
    take(request->address_key, request);
}

}  // namespace rejoinder::domain

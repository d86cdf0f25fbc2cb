#include "domain/response_times.hpp"

#include <algorithm>

namespace rejoinder::domain {

Voice voice_of(record::EntryType type) {
    using enum record::EntryType;
    switch (type) {
        case visitor_message:
        case visitor_rich_message:
            return Voice::visitor;
        case agent_message:
        case bot_message:
        case agent_rich_message:
            return Voice::operators;
        default:
            return Voice::nobody;
    }
}

void ResponseTimes::add(const record::Entry& entry) {
    const Voice voice = voice_of(entry.type);
    if (voice == Voice::nobody) return;
    Side& side = voice == Voice::visitor ? visitor_ : operators_;
    ++side.messages;
    if (waiting_ == voice) return;
    if (waiting_ != Voice::nobody) {
        // Clocks may go back; nobody answers before he is asked.
        const Duration took = std::max(entry.at - waiting_since_, Duration{0});
        ++side.responses;
        side.total += took;
        side.longest = std::max(side.longest, took);
    }
    waiting_ = voice;
    waiting_since_ = entry.at;
}

void ResponseTimes::write_to(record::Chat& chat) const {
    chat.visitor_message_count = visitor_.messages;
    chat.operator_message_count = operators_.messages;
    chat.average_response_time_visitor = visitor_.average();
    chat.average_response_time_operator = operators_.average();
    chat.max_response_time_visitor = visitor_.longest;
    chat.max_response_time_operator = operators_.longest;
}

void count_messages(std::span<const record::Entry> entries, record::Chat& chat) {
    ResponseTimes times;
    for (const record::Entry& entry : entries) times.add(entry);
    times.write_to(chat);
}

}  // namespace rejoinder::domain

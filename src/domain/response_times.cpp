#include "domain/response_times.hpp"

#include <algorithm>

namespace rejoinder::domain {

Speaker speaker_of(record::EntryType type) {
    using enum record::EntryType;
    switch (type) {
        case visitor_message:
        case visitor_rich_message:
            return Speaker::visitor;
        case agent_message:
        case bot_message:
        case agent_rich_message:
            return Speaker::operators;
        default:
            return Speaker::nobody;
    }
}

void ResponseTimes::add(const record::Entry& entry) {
    const Speaker speaker = speaker_of(entry.type);
    if (speaker == Speaker::nobody) return;
    Side& side = speaker == Speaker::visitor ? visitor_ : operators_;
    ++side.messages;
    if (waiting_ == speaker) return;
    if (waiting_ != Speaker::nobody) {
        // Clocks may go back; nobody answers before he is asked.
        const Duration took = std::max(entry.at - waiting_since_, Duration{0});
        ++side.responses;
        side.total += took;
        side.longest = std::max(side.longest, took);
    }
    waiting_ = speaker;
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

}  // namespace rejoinder::domain

#include "domain/response_times.hpp"

#include <algorithm>

#include "base/time.hpp"
#include "record/voice.hpp"

namespace rejoinder::domain {

namespace {

using record::Voice;

// Fed with the entries one after the other.
class ResponseTimes {
public:
    void add(const record::Entry& entry);
    void write_to(record::Chat& chat) const;

private:
    struct Side {
        std::int64_t messages = 0;
        std::int64_t responses = 0;
        Duration total{0};
        Duration longest{0};

        Duration average() const { return responses == 0 ? Duration{0} : total / responses; }
    };

    Side visitor_;
    Side operators_;
    // Who waits for an answer, and since when.
    Voice waiting_ = Voice::nobody;
    Instant waiting_since_;
};

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

}  // namespace

void count_messages(std::span<const record::Entry> entries, record::Chat& chat) {
    ResponseTimes times;
    for (const record::Entry& entry : entries) times.add(entry);
    times.write_to(chat);
}

}  // namespace rejoinder::domain

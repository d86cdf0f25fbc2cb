#pragma once

#include <cstdint>
#include <span>

#include "base/time.hpp"
#include "record/chat.hpp"

namespace rejoinder::domain {

// Whose words an entry is; `nobody` for what is not said to the other side. Agents and bots are one
// side, the operators.
enum class Voice : std::uint8_t { nobody, visitor, operators };
Voice voice_of(record::EntryType type);

// Counts what both sides of a chat say and how long they let each other wait, fed with the chat's
// entries in their order.
//
// A response time runs from the first message of one side that is not answered yet to the next
// message of the other side. Whispers, custom events and all else that nobody says do not count.
class ResponseTimes {
public:
    void add(const record::Entry& entry);

    // Fills the counters of the chat's row.
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

// The same for all entries of a chat at once.
void count_messages(std::span<const record::Entry> entries, record::Chat& chat);

}  // namespace rejoinder::domain

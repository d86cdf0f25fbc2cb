#pragma once

#include <span>

#include "record/chat.hpp"

namespace rejoinder::domain {

// Fills the counters of the chat's row: how much both sides say and how long they let each other
// wait, out of all entries of the chat in their order.
//
// A response time runs from the first message of one side that is not answered yet to the next
// message of the other side. Whispers, custom events and all else that nobody says do not count.
void count_messages(std::span<const record::Entry> entries, record::Chat& chat);

}  // namespace rejoinder::domain

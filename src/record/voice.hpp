#pragma once

#include <cstdint>

#include "record/chat.hpp"

namespace rejoinder::record {

// Whose words an entry is; `nobody` for what is not said to the other side, as whispers and events
// are not. Agents and bots are one side, the operators.
enum class Voice : std::uint8_t { nobody, visitor, operators };

constexpr Voice voice_of(EntryType type) {
    using enum EntryType;
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

}  // namespace rejoinder::record

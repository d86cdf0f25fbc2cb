#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "domain/effects.hpp"
#include "record/chat.hpp"

namespace rejoinder::domain {

struct Agent;
struct Button;
struct Session;

// A page the visitor was on.
struct PageView {
    std::string location;
    Instant at;
};

// A request pushed to one agent, until it is answered.
struct Offer {
    Agent* agent = nullptr;
    // When it goes to the next agent, if ever.
    std::optional<Instant> deadline;
};

// One conversation, from the request on. It belongs to the visitor's session.
struct Chat {
    // The pages remembered, as many as the original's page script kept.
    static constexpr std::size_t page_views_max = 25;

    record::Chat row;
    Session* session = nullptr;
    Button* button = nullptr;
    // Whom a direct-to-agent request goes to; null for the button's own routing.
    Agent* direct_agent = nullptr;
    Agent* agent = nullptr;
    std::optional<Offer> offer;
    // Who was asked and did not take it, since something last changed for them.
    std::vector<Agent*> tried;
    std::vector<record::Entry> entries;
    std::deque<PageView> page_views;
    // Whether the agents who may pick it have been told of it.
    bool is_shown = false;
    // Whether the visitor's client says who it is, by a trackingId.
    bool is_visitor_known = false;
    bool is_visitor_typing = false;
    // The visitor's unsent text, as far as the agent may see it.
    std::string sneak_peek;
    // The place in line the visitor was told last; -1 for none.
    int told_position = -1;
    // The last batch that changed the chat.
    BatchNumber changed_in = 0;

    bool is_waiting() const { return row.state == record::ChatState::waiting; }
    bool is_engaged() const { return row.state == record::ChatState::engaged; }
    bool is_ended() const { return row.state == record::ChatState::ended; }
};

}  // namespace rejoinder::domain

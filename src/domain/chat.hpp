#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "domain/effects.hpp"
#include "domain/request.hpp"
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

// Agents asked to take a chat over, or to join it, by an agent in it. The first who accepts ends
// it.
struct Invitation {
    agent::InvitationKind kind = agent::InvitationKind::transfer;
    // An agent or a skill.
    record::TransferKind to = record::TransferKind::agent;
    // The id of that agent or skill.
    std::string target;
    Agent* from = nullptr;
    std::string note;
    // Who has not answered yet.
    std::vector<Agent*> asked;
    Instant deadline;
};

// Who waits for whom in a chat, as its entries tell it (product spec 2.8).
struct Pace {
    // Since when the visitor has waited for an answer.
    std::optional<Instant> unanswered_since;
    // Since when the agents have waited for the visitor: its idle clock.
    std::optional<Instant> idle_since;
    bool is_critical = false;
    bool is_idle_warned = false;
};

// One conversation. It belongs to the visitor's session.
struct Chat {
    // The pages remembered, as many as the original's page script kept.
    static constexpr std::size_t page_views_max = 25;
    // Agents in a conference beside the one the chat belongs to, and supervisors who watch.
    static constexpr std::size_t members_max = 5;
    static constexpr std::size_t watchers_max = 20;

    record::Chat row;
    Session* session = nullptr;
    // In whose line it waits, or by whose settings it goes on. While a transfer to a button is
    // under way, that one.
    Button* button = nullptr;
    // Whom a direct-to-agent request goes to; null for the button's own routing.
    Agent* direct_agent = nullptr;
    // To whom an engaged chat belongs.
    Agent* agent = nullptr;
    std::optional<Offer> offer;
    // Who was asked and did not take it, since something last changed for them.
    std::vector<Agent*> tried;
    // How often it was offered again to those who had refused it.
    std::int64_t reroutes = 0;
    std::unique_ptr<Invitation> invitation;
    // Who joined, in their order; and who watches unseen.
    std::vector<Agent*> members;
    std::vector<Agent*> watchers;
    std::vector<record::Entry> entries;
    // Oldest first.
    std::vector<PageView> page_views;
    Pace pace;
    bool is_flag_raised = false;
    // The visitor has not polled for longer than its deployment's connection warning.
    bool is_disconnected = false;
    // Whether the agents who may pick it have been told of it.
    bool is_shown = false;
    bool is_enqueued = false;
    // Whether the visitor's client says who it is, by a trackingId.
    bool is_visitor_known = false;
    bool is_visitor_typing = false;
    // The visitor's unsent text, as far as the agent may see it.
    std::string sneak_peek;
    // A bot's footer menu as a JSON text; empty for none.
    std::string footer_items;
    // The place in line the visitor was told last; -1 for none.
    int told_position = -1;
    // When something is due for it, whatever its visitor does.
    std::optional<Instant> deadline;
    // The last batch that changed the chat.
    BatchNumber changed_in = 0;

    bool is_waiting() const { return row.state == record::ChatState::waiting; }
    bool is_engaged() const { return row.state == record::ChatState::engaged; }
    bool is_ended() const { return row.state == record::ChatState::ended; }
    // On its way from one agent to a button's next one.
    bool is_between_agents() const {
        return is_waiting() && row.transfer_kind == record::TransferKind::button;
    }

    // Remembers a page, and forgets the oldest at the bound.
    void visit(PageView page);
    // Takes in what an entry says of the chat. What is derived of entries is derived here, so that
    // it is the same after a restart.
    void note(const record::Entry& entry);
};

}  // namespace rejoinder::domain

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "base/record_id.hpp"
#include "base/time.hpp"
#include "domain/effects.hpp"
#include "record/agent.hpp"
#include "record/login.hpp"

namespace rejoinder::domain {

struct Button;
struct Chat;

// One frame of an agent's stream, kept for an agent who reconnects.
struct Frame {
    std::int64_t sequence = 0;
    BatchNumber after = 0;
    std::string text;
};

// One answer given under an idempotency key.
struct RememberedAnswer {
    std::string key;
    Outcome outcome = Outcome::done;
    std::string body;
    BatchNumber after = 0;
};

// An agent at work.
//
// Presence is a lease, not a socket: it holds while a stream is open, and for the grace time after
// the last sign of life (product spec 2.7).
struct Agent {
    record::Agent row;
    // By which the agent works: the one that is for it, or what it has without one.
    record::AgentConfig config;
    // The buttons whose chats this agent can answer, in the order of their ids.
    std::vector<Button*> buttons;

    record::PresenceState state = record::PresenceState::offline;
    std::string reason;
    Instant since;
    // When the last stream or request ended.
    Instant last_seen;

    // Its chats.
    std::vector<Chat*> engaged;
    // Pushed to this agent and not answered yet; they count against capacity.
    std::vector<Chat*> offered;
    // Other agents' chats: those it joined, those it is invited to, those it watches.
    std::vector<Chat*> joined;
    std::vector<Chat*> invited;
    std::vector<Chat*> watched;
    Instant last_assigned;

    // The time at work that is under way, with what is counted of it up to `accounted_to`.
    std::optional<record::AgentSession> work;
    Instant accounted_to;

    std::vector<Caller> streams;
    std::deque<Frame> frames;
    std::int64_t next_frame = 0;
    BatchNumber frames_after = 0;

    std::deque<RememberedAnswer> answers;

    static constexpr std::size_t no_deadline = static_cast<std::size_t>(-1);
    std::size_t lease_place = no_deadline;

    std::size_t load() const { return engaged.size() + offered.size(); }
    std::size_t capacity() const {
        return config.capacity > 0 ? static_cast<std::size_t>(config.capacity) : 0;
    }
    bool has_capacity() const { return load() < capacity(); }
    bool is_online() const { return state == record::PresenceState::online; }
    // Online or away: there to take chats sooner or later.
    bool is_present() const { return state != record::PresenceState::offline; }
    bool is_supervisor() const { return row.role != record::AgentRole::agent; }
    bool is_bot() const { return row.kind == record::AgentKind::bot; }

    // Counts the time since the last call for what the agent has been doing in it. To be called
    // before its state or its chats change.
    void account(Instant now);
};

}  // namespace rejoinder::domain

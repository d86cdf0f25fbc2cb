#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "record/chat.hpp"
#include "record/entity.hpp"
#include "record/login.hpp"
#include "record/organization.hpp"

namespace rejoinder::record {

// Gives a stored entry's event another number: done once, after a restart, when the client is
// known to have seen numbers that were never stored.
struct EntryRenumbered {
    SessionId chat;
    std::int64_t position = 0;
    std::int64_t sequence = 0;
};

// One row to write. A row replaces the stored one with the same key.
using Change =
    std::variant<Organization, Deployment, Skill, Button, ButtonSkill, Agent, AgentSkill, Session,
                 Chat, Entry, EntryRenumbered, WaitAverage, Login, Presence, EntityRecord>;

// Everything that is still open, as it is loaded at start: all configuration, every session not
// ended before `ended_after`, chats and entries of the open sessions in their order, log-ins not
// logged out, presences, averages.
struct Snapshot {
    std::vector<Organization> organizations;
    std::vector<Deployment> deployments;
    std::vector<Skill> skills;
    std::vector<Button> buttons;
    std::vector<ButtonSkill> button_skills;
    std::vector<Agent> agents;
    std::vector<AgentSkill> agent_skills;
    std::vector<Session> sessions;
    std::vector<Chat> chats;
    std::vector<Entry> entries;
    std::vector<WaitAverage> wait_averages;
    std::vector<Login> logins;
    std::vector<Presence> presences;
    std::vector<EntityRecord> entity_records;
};

}  // namespace rejoinder::record

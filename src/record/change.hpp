#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "base/fields.hpp"
#include "record/agent.hpp"
#include "record/chat.hpp"
#include "record/entity.hpp"
#include "record/file.hpp"
#include "record/login.hpp"
#include "record/organization.hpp"
#include "record/rules.hpp"

namespace rejoinder::record {

// Gives a stored entry's event another number: done once, after a restart, when the client is
// known to have seen numbers that were never stored.
struct EntryRenumbered {
    SessionId chat;
    std::int64_t position = 0;
    std::int64_t sequence = 0;
};

// Takes a configuration row away. Nothing happens when there is none with this id.
template <class Row>
struct Removed {
    decltype(Row::id) id;
};

// One row to write. A row replaces the stored one with the same key.
using Change = std::variant<Organization, Deployment, BusinessHours, Skill, Button, Agent,
                            AgentConfig, QuickText, SensitiveDataRule, BlockingRule, Session, Chat,
                            Entry, EntryRenumbered, WaitAverage, Login, Presence, AgentSession,
                            EntityRecord, File, Removed<Deployment>, Removed<BusinessHours>,
                            Removed<Skill>, Removed<Button>, Removed<Agent>, Removed<AgentConfig>,
                            Removed<QuickText>, Removed<SensitiveDataRule>, Removed<BlockingRule>>;

// Whether a change writes a row, rather than changing or removing one.
template <class T>
concept Row = requires(const T* row) { row_of(row); };

// Everything that is still open, as it is loaded at start: all configuration, every session not
// ended before `ended_after`, chats, entries and files of those sessions in their order, log-ins
// not logged out, presences, agents' sessions not over, averages.
struct Snapshot {
    std::vector<Organization> organizations;
    std::vector<Deployment> deployments;
    std::vector<BusinessHours> business_hours;
    std::vector<Skill> skills;
    std::vector<Button> buttons;
    std::vector<Agent> agents;
    std::vector<AgentConfig> agent_configs;
    std::vector<QuickText> quick_texts;
    std::vector<SensitiveDataRule> sensitive_data_rules;
    std::vector<BlockingRule> blocking_rules;
    std::vector<Session> sessions;
    std::vector<Chat> chats;
    std::vector<Entry> entries;
    std::vector<WaitAverage> wait_averages;
    std::vector<Login> logins;
    std::vector<Presence> presences;
    std::vector<AgentSession> agent_sessions;
    std::vector<EntityRecord> entity_records;
    std::vector<File> files;
};
FIELDS(Snapshot, organizations, deployments, business_hours, skills, buttons, agents, agent_configs,
       quick_texts, sensitive_data_rules, blocking_rules, sessions, chats, entries, wait_averages,
       logins, presences, agent_sessions, entity_records, files);

}  // namespace rejoinder::record

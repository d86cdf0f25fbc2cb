#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/record_id.hpp"
#include "base/time.hpp"
#include "record/row.hpp"

// The configuration of those who answer (product spec 2.4). Field names are the original's.
namespace rejoinder::record {

enum class AgentKind : std::uint8_t { person, bot };
ROW_ENUM(AgentKind, "person", "bot");

enum class AgentRole : std::uint8_t { agent, supervisor, admin };
ROW_ENUM(AgentRole, "agent", "supervisor", "admin");

// The person (or program) answering.
struct Agent {
    AgentId id;
    OrganizationId organization;
    // Unique in the organization.
    std::string username;
    std::string name;
    AgentKind kind = AgentKind::person;
    AgentRole role = AgentRole::agent;
    // Groups agents for `AgentConfig::profiles`; or empty.
    std::string profile;
    // argon2id, in the encoded form that holds its own salt and cost; empty forbids logging in.
    std::string password_hash;
    // SHA-256 of the key that a program shows in place of a log-in, in hexadecimal; empty is none.
    std::string api_key_hash;
    // What the agent can answer.
    std::vector<SkillId> skills;
    // How many chats at once, where no agent configuration says it.
    std::int64_t capacity = 3;
    // Whether the agent sees what the visitor has typed but not sent, where no agent configuration
    // says it.
    bool sneak_peek_enabled = true;
};
ROW(Agent, "agent", 1, id, organization, username, name, kind, role, profile, password_hash,
    api_key_hash, skills, capacity, sneak_peek_enabled);

// What agents may do, and how the console behaves for them. The one that names the agent counts,
// else the one that names its profile; the first by id where several do. An agent without one has
// its own capacity and sneak peek, and the other members as they are by default.
struct AgentConfig {
    AgentConfigId id;
    OrganizationId organization;
    std::string name;
    std::vector<AgentId> agents;
    std::vector<std::string> profiles;
    // How many chats at once.
    std::int64_t capacity = 3;
    // How long an engaged visitor may wait for an answer before the agent is alerted; 0 is never.
    Duration critical_wait_time{0};
    std::string auto_greeting;
    std::string custom_agent_name;
    // No greeting after a transfer or in a conference.
    bool disable_transfer_conference_greeting = false;
    // The agent sees what the visitor types.
    bool enable_sneak_peek = true;
    // Supervisors see what the agent types.
    bool enable_agent_sneak_peek = true;
    bool enable_agent_file_transfer = true;
    bool enable_assistance_flag = true;
    bool enable_auto_away_on_decline = false;
    bool enable_auto_away_on_push_timeout = false;
    bool enable_chat_conferencing = true;
    // Supervisors may watch the agent's chats, and whisper in them.
    bool enable_chat_monitoring = true;
    bool enable_whisper_message = true;
    bool enable_visitor_blocking = true;
    bool enable_chat_transfer_to_agent = true;
    bool enable_chat_transfer_to_button = true;
    bool enable_chat_transfer_to_skill = true;
    // Where to; none listed means anywhere.
    std::vector<ButtonId> transferable_buttons;
    std::vector<SkillId> transferable_skills;
    bool enable_logout_sound = true;
    bool enable_request_sound = true;
    bool enable_notifications = true;
    // For supervisors: the skills whose agents they look after; none listed means all.
    std::vector<SkillId> supervisor_skills;
    // What the supervisor's page shows at first: `Online`, `Away`, `Offline` or empty; ids or
    // empty.
    std::string supervisor_default_agent_status_filter;
    ButtonId supervisor_default_button_filter;
    SkillId supervisor_default_skill_filter;
};
ROW(AgentConfig, "agent_config", 1, id, organization, name, agents, profiles, capacity,
    critical_wait_time, auto_greeting, custom_agent_name, disable_transfer_conference_greeting,
    enable_sneak_peek, enable_agent_sneak_peek, enable_agent_file_transfer, enable_assistance_flag,
    enable_auto_away_on_decline, enable_auto_away_on_push_timeout, enable_chat_conferencing,
    enable_chat_monitoring, enable_whisper_message, enable_visitor_blocking,
    enable_chat_transfer_to_agent, enable_chat_transfer_to_button, enable_chat_transfer_to_skill,
    transferable_buttons, transferable_skills, enable_logout_sound, enable_request_sound,
    enable_notifications, supervisor_skills, supervisor_default_agent_status_filter,
    supervisor_default_button_filter, supervisor_default_skill_filter);

// A text that agents send often.
struct QuickText {
    QuickTextId id;
    OrganizationId organization;
    std::string name;
    // With merge fields such as `{visitor.name}`.
    std::string message;
    std::string category;
    std::string folder;
    // Where it may be used: `Chat` and others; none listed means everywhere.
    std::vector<std::string> channels;
};
ROW(QuickText, "quick_text", 1, id, organization, name, message, category, folder, channels);

}  // namespace rejoinder::record

#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/record_id.hpp"
#include "base/time.hpp"
#include "record/row.hpp"

// The configuration of organizations (product spec 2.2–2.4). Field names are the original's.
namespace rejoinder::record {

// The tenant: everything else belongs to exactly one.
struct Organization {
    OrganizationId id;
    std::string name;
};
ROW(Organization, "organization", 1, id, name);

// The site chats start from.
struct Deployment {
    DeploymentId id;
    OrganizationId organization;
    std::string name;
    // The origins whose pages may call from a browser, separated by spaces; empty means any.
    std::string allowed_origins;
    // How long a visitor may be without a poll before the agent is warned; 0 is never.
    Duration connection_warning{0};
    // How long a visitor may be without a poll before the chat ends.
    Duration connection_timeout{150'000};
    bool transcript_save_enabled = false;
};
ROW(Deployment, "deployment", 1, id, organization, name, allowed_origins, connection_warning,
    connection_timeout, transcript_save_enabled);

// What an agent can answer and a button asks for.
struct Skill {
    SkillId id;
    OrganizationId organization;
    std::string name;
};
ROW(Skill, "skill", 1, id, organization, name);

enum class RoutingType : std::uint8_t { choice, least_active, most_available };
ROW_ENUM(RoutingType, "Choice", "LeastActive", "MostAvailable");

// The entry point that names where a chat is routed.
struct Button {
    ButtonId id;
    OrganizationId organization;
    std::string name;
    RoutingType routing_type = RoutingType::least_active;
    // Whether requests may wait when every qualified agent is at capacity.
    bool has_queue = true;
    // The most requests that may wait; 0 is no limit.
    std::int64_t overall_queue_length = 0;
    // The most requests that may wait for each qualified agent online; 0 is no limit.
    std::int64_t per_agent_queue_length = 0;
    // How long an agent has to answer a pushed request; 0 is for ever.
    Duration push_timeout{0};
    // The visitor's idle time-out and its warning; 0 is off.
    Duration chasitor_idle_timeout{0};
    Duration chasitor_idle_timeout_warning{0};
    std::string language;
    std::string prechat_url;
    std::string chat_url;
    std::string post_chat_url;
    // Overrides the agents' own names; empty does not.
    std::string custom_agent_name;
    // Sent to the visitor when an agent accepts; empty is none.
    std::string auto_greeting;
};
ROW(Button, "button", 1, id, organization, name, routing_type, has_queue, overall_queue_length,
    per_agent_queue_length, push_timeout, chasitor_idle_timeout, chasitor_idle_timeout_warning,
    language, prechat_url, chat_url, post_chat_url, custom_agent_name, auto_greeting);

// A skill the button asks for; an agent needs one of the button's skills.
struct ButtonSkill {
    ButtonId button;
    SkillId skill;
};
ROW(ButtonSkill, "button_skill", 2, button, skill);

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
    // argon2id, in the encoded form that holds its own salt and cost; empty forbids logging in.
    std::string password_hash;
    // How many chats at once.
    std::int64_t capacity = 3;
    // Whether the agent sees what the visitor has typed but not sent.
    bool sneak_peek_enabled = true;
};
ROW(Agent, "agent", 1, id, organization, username, name, kind, role, password_hash, capacity,
    sneak_peek_enabled);

struct AgentSkill {
    AgentId agent;
    SkillId skill;
};
ROW(AgentSkill, "agent_skill", 2, agent, skill);

}  // namespace rejoinder::record

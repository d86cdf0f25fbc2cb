#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/record_id.hpp"
#include "base/time.hpp"
#include "record/row.hpp"

namespace rejoinder::record {

enum class PresenceState : std::uint8_t { offline, away, online };
ROW_ENUM(PresenceState, "Offline", "Away", "Online");

// One log-in of an agent. The token itself is never stored.
struct Login {
    // SHA-256 of the token, in hexadecimal.
    std::string token_hash;
    AgentId agent;
    OrganizationId organization;
    Instant login_time;
    Instant expires_at;
    std::optional<Instant> logout_time;
};
ROW(Login, "login", 1, token_hash, agent, organization, login_time, expires_at, logout_time);

// What an agent last chose to be; survives a restart within the agents' grace time.
struct Presence {
    AgentId agent;
    OrganizationId organization;
    PresenceState state = PresenceState::offline;
    std::string reason;
    Instant since;
};
ROW(Presence, "presence", 1, agent, organization, state, reason, since);

// An agent's time at work, from going online (or away) to going offline: the original's
// LiveAgentSession (product spec 2.9). Counts and times are those up to when the row was written;
// it is written at every change of presence, whenever a chat of the agent is over, and at the end.
struct AgentSession {
    AgentId agent;
    Instant login_time;
    OrganizationId organization;
    std::optional<Instant> logout_time;
    std::int64_t chat_req_assigned = 0;
    std::int64_t chat_req_declined = 0;
    std::int64_t chat_req_timed_out = 0;
    std::int64_t chat_req_engaged = 0;
    std::int64_t num_flag_raised = 0;
    std::int64_t num_flag_lowered_agent = 0;
    std::int64_t num_flag_lowered_supervisor = 0;
    // With as many chats as the capacity allows.
    Duration time_at_capacity{0};
    // Online without a chat.
    Duration time_idle{0};
    Duration time_in_away_status{0};
    // With at least one chat.
    Duration time_in_chats{0};
    Duration time_in_online_status{0};
};
ROW(AgentSession, "agent_session", 2, agent, login_time, organization, logout_time,
    chat_req_assigned, chat_req_declined, chat_req_timed_out, chat_req_engaged, num_flag_raised,
    num_flag_lowered_agent, num_flag_lowered_supervisor, time_at_capacity, time_idle,
    time_in_away_status, time_in_chats, time_in_online_status);

}  // namespace rejoinder::record

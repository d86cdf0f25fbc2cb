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

}  // namespace rejoinder::record

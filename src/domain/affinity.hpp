#pragma once

#include <cstdint>
#include <string>

#include "base/record_id.hpp"
#include "base/time.hpp"
#include "base/uuid.hpp"

namespace rejoinder::domain {

// The affinity token of a session after `generation` reconnects, from 0. It needs no storage: a
// session that has no state yet has one too. It is no secret, the session key is (wire spec 1.3).
std::uint32_t affinity_token(const SessionId& session, std::int64_t generation);

// The token's text on the wire: 8 hexadecimal digits in lower case.
std::string affinity_text(std::uint32_t token);

// What a session's first offset starts from: in [1, 2^30), the same for all of its life.
std::int64_t offset_base(const SessionId& session);

// The id visitors know an agent at work by: the same while the agent's presence lasts.
Uuid agent_session(const AgentId& agent, Instant since);

}  // namespace rejoinder::domain

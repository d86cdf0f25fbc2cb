#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "domain/agent.hpp"
#include "domain/directory.hpp"

// Who can take a chat, and who gets it (product spec 2.5, 2.6).
namespace rejoinder::domain::routing {

// Whether the button takes a request now: the one predicate behind Settings, Availability and
// ChasitorInit. `queue_length_max` bounds every queue, whatever the button says.
bool is_available(const Button& button, std::size_t queue_length_max, Instant now);

// Whether this agent can be asked directly.
bool is_available(const Agent& agent);

// Whether anyone who could ever answer is there, online or away.
bool is_staffed(const Button& button);

// The agents the chat may be pushed to now, in the order of their ids: online, with capacity, not
// tried yet.
std::vector<Agent*> candidates(const Chat& chat);

// The one to push to, by the button's routing type; null when there is nobody, and for Choice,
// where agents pick themselves. Ties go to the agent assigned longest ago, then to the lowest id.
Agent* choose(record::RoutingType type, const std::vector<Agent*>& candidates);

// Why it is that one, as a JSON text (`protocol::api::RoutingReason`). `type` is none for a direct
// request.
std::string reason_for(std::optional<record::RoutingType> type, const Agent& chosen,
                       const std::vector<Agent*>& candidates);

// Which of two lines an agent who is free serves first: the one of higher priority, then the one
// whose first request has waited longer.
bool is_served_before(const Button& one, const Button& other);

}  // namespace rejoinder::domain::routing

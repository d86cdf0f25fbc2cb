#include "domain/agent.hpp"

#include <utility>

namespace rejoinder::domain {

void Agent::account(Instant now) {
    const Duration passed = now - std::exchange(accounted_to, now);
    if (!work || passed <= Duration::zero()) return;
    if (state == record::PresenceState::away) work->time_in_away_status += passed;
    if (is_online()) work->time_in_online_status += passed;
    if (!engaged.empty()) work->time_in_chats += passed;
    if (is_online() && engaged.empty()) work->time_idle += passed;
    if (capacity() > 0 && engaged.size() >= capacity()) work->time_at_capacity += passed;
}

}  // namespace rejoinder::domain

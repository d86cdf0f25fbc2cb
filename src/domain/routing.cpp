#include "domain/routing.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <tuple>

#include "domain/chat.hpp"
#include "protocol/api_handover.hpp"

namespace rejoinder::domain::routing {
namespace {

std::size_t free_capacity(const Agent& agent) {
    return agent.capacity() > agent.load() ? agent.capacity() - agent.load() : 0;
}

bool is_tie_won(const Agent& one, const Agent& other) {
    return std::tie(one.last_assigned, one.row.id) < std::tie(other.last_assigned, other.row.id);
}

// A policy compares what it ranks agents by: less is better.
using Policy = std::weak_ordering (*)(const Agent& one, const Agent& other);

std::weak_ordering by_fewest_chats(const Agent& one, const Agent& other) {
    return one.load() <=> other.load();
}

std::weak_ordering by_most_free_capacity(const Agent& one, const Agent& other) {
    return free_capacity(other) <=> free_capacity(one);
}

// The share of the capacity that is free, compared without division.
std::weak_ordering by_largest_free_share(const Agent& one, const Agent& other) {
    return free_capacity(other) * one.capacity() <=> free_capacity(one) * other.capacity();
}

// In the order of `record::RoutingType`. Agents choose for themselves where there is no policy.
constexpr std::array<Policy, 4> policies = {nullptr, by_fewest_chats, by_most_free_capacity,
                                            by_largest_free_share};

bool is_better(Policy policy, const Agent& one, const Agent& other) {
    const std::weak_ordering order = policy(one, other);
    return order == 0 ? is_tie_won(one, other) : order < 0;
}

// Candidates told in a reason at the most.
constexpr std::size_t told_candidates_max = 50;

std::string decided_by(Policy policy, const Agent& chosen, const std::vector<Agent*>& candidates) {
    if (candidates.size() == 1) return "only";
    const bool is_tie = std::ranges::any_of(candidates, [&](const Agent* other) {
        return other != &chosen && policy && policy(chosen, *other) == 0;
    });
    if (!is_tie) return "load";
    const bool is_id = std::ranges::any_of(candidates, [&](const Agent* other) {
        return other != &chosen && policy(chosen, *other) == 0 &&
               other->last_assigned == chosen.last_assigned;
    });
    return is_id ? "id" : "lastAssigned";
}

std::size_t queue_limit(const Button& button, std::size_t online, std::size_t queue_length_max) {
    std::size_t limit = queue_length_max;
    if (const auto overall = button.row.overall_queue_length; overall > 0)
        limit = std::min(limit, static_cast<std::size_t>(overall));
    if (const auto each = button.row.per_agent_queue_length; each > 0)
        limit = std::min(limit, static_cast<std::size_t>(each) * online);
    return limit;
}

}  // namespace

bool is_available(const Button& button, std::size_t queue_length_max, Instant now) {
    if (!button.is_open(now)) return false;
    const auto online = std::ranges::count_if(button.qualified, &Agent::is_online);
    if (online == 0 || !button.row.is_active) return false;
    if (button.row.has_queue)
        return button.queue.size() <
               queue_limit(button, static_cast<std::size_t>(online), queue_length_max);
    return std::ranges::any_of(button.qualified, [](const Agent* agent) {
        return agent->is_online() && agent->has_capacity();
    });
}

bool is_available(const Agent& agent) { return agent.is_online() && agent.has_capacity(); }

bool is_staffed(const Button& button) {
    return std::ranges::any_of(button.qualified, &Agent::is_present);
}

std::vector<Agent*> candidates(const Chat& chat) {
    const auto can_take = [&](const Agent* agent) {
        return is_available(*agent) && std::ranges::find(chat.tried, agent) == chat.tried.end() &&
               // Whoever hands a chat on does not get it back by its new button.
               !(chat.is_between_agents() && agent->row.id == chat.row.transfer_from);
    };
    std::vector<Agent*> found;
    if (chat.direct_agent) {
        if (can_take(chat.direct_agent)) found.push_back(chat.direct_agent);
        return found;
    }
    std::ranges::copy_if(chat.button->qualified, std::back_inserter(found), can_take);
    return found;
}

Agent* choose(record::RoutingType type, const std::vector<Agent*>& candidates) {
    const Policy policy = policies[static_cast<std::size_t>(type)];
    if (!policy || candidates.empty()) return nullptr;
    return *std::ranges::min_element(candidates, [&](const Agent* one, const Agent* other) {
        return is_better(policy, *one, *other);
    });
}

std::string reason_for(std::optional<record::RoutingType> type, const Agent& chosen,
                       const std::vector<Agent*>& candidates) {
    protocol::api::RoutingReason reason;
    const Policy policy = type ? policies[static_cast<std::size_t>(*type)] : nullptr;
    reason.policy = type ? name_of(*type) : "Direct";
    reason.decided_by = decided_by(policy, chosen, candidates);
    reason.candidate_count = static_cast<std::int64_t>(candidates.size());
    for (const Agent* agent : candidates) {
        if (reason.candidates.size() == told_candidates_max) break;
        reason.candidates.push_back({agent->row.id.str(), static_cast<std::int64_t>(agent->load()),
                                     static_cast<std::int64_t>(agent->capacity()),
                                     epoch_milliseconds(agent->last_assigned)});
    }
    return protocol::to_json(reason);
}

bool is_served_before(const Button& one, const Button& other) {
    const Instant since_one = one.queue.front()->row.request_time;
    const Instant since_other = other.queue.front()->row.request_time;
    return std::tie(one.row.priority, since_one) < std::tie(other.row.priority, since_other);
}

}  // namespace rejoinder::domain::routing

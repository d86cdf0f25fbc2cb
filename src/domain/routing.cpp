#include "domain/routing.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "domain/chat.hpp"

namespace rejoinder::domain::routing {
namespace {

std::size_t free_capacity(const Agent& agent) {
    return agent.capacity() > agent.load() ? agent.capacity() - agent.load() : 0;
}

bool is_tie_won(const Agent& one, const Agent& other) {
    return std::tie(one.last_assigned, one.row.id) < std::tie(other.last_assigned, other.row.id);
}

// A policy says whether the first agent is the better one.
using Policy = bool (*)(const Agent& one, const Agent& other);

bool by_fewest_chats(const Agent& one, const Agent& other) {
    return one.load() != other.load() ? one.load() < other.load() : is_tie_won(one, other);
}

bool by_most_free_capacity(const Agent& one, const Agent& other) {
    const std::size_t free_one = free_capacity(one);
    const std::size_t free_other = free_capacity(other);
    return free_one != free_other ? free_one > free_other : is_tie_won(one, other);
}

// In the order of `record::RoutingType`. Agents choose for themselves where there is no policy.
constexpr std::array<Policy, 3> policies = {nullptr, by_fewest_chats, by_most_free_capacity};

std::size_t queue_limit(const Button& button, std::size_t online, std::size_t queue_length_max) {
    std::size_t limit = queue_length_max;
    if (const auto overall = button.row.overall_queue_length; overall > 0)
        limit = std::min(limit, static_cast<std::size_t>(overall));
    if (const auto each = button.row.per_agent_queue_length; each > 0)
        limit = std::min(limit, static_cast<std::size_t>(each) * online);
    return limit;
}

}  // namespace

bool is_available(const Button& button, std::size_t queue_length_max) {
    const auto online = std::ranges::count_if(button.qualified, &Agent::is_online);
    if (online == 0) return false;
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
        return is_available(*agent) && std::ranges::find(chat.tried, agent) == chat.tried.end();
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
    const Policy is_better = policies[static_cast<std::size_t>(type)];
    if (!is_better || candidates.empty()) return nullptr;
    return *std::ranges::min_element(
        candidates, [&](const Agent* one, const Agent* other) { return is_better(*one, *other); });
}

}  // namespace rejoinder::domain::routing

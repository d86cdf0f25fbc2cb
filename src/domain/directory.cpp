#include "domain/directory.hpp"

#include <algorithm>
#include <utility>

namespace rejoinder::domain {
namespace {

template <class Id, class Map>
auto* find_in(Map& map, std::string_view text) {
    const auto id = Id::parse(text);
    const auto found = id ? map.find(*id) : map.end();
    return found == map.end() ? nullptr : &found->second;
}

bool share_a_skill(const Button& button, const Agent& agent) {
    return std::ranges::any_of(button.skills, [&](const SkillId& skill) {
        return std::ranges::find(agent.skills, skill) != agent.skills.end();
    });
}

}  // namespace

const Deployment* Organization::deployment(std::string_view id) const {
    return find_in<DeploymentId>(deployments, id);
}

Button* Organization::button(std::string_view id) { return find_in<ButtonId>(buttons, id); }

Agent* Organization::agent(std::string_view id) {
    auto* found = find_in<AgentId>(agents, id);
    return found ? found->get() : nullptr;
}

Agent* Organization::agent_by_username(std::string_view username) {
    for (auto& [id, agent] : agents)
        if (agent->row.username == username) return agent.get();
    return nullptr;
}

void Directory::load(record::Snapshot& snapshot) {
    for (auto& row : snapshot.organizations) {
        const OrganizationId id = row.id;
        organizations_[id].row = std::move(row);
    }
    for (auto& row : snapshot.deployments)
        if (Organization* owner = organization(row.organization))
            owner->deployments[row.id] = Deployment{row};
    for (auto& row : snapshot.skills)
        if (Organization* owner = organization(row.organization)) owner->skills[row.id] = row;
    load_buttons(snapshot);
    load_agents(snapshot);
    for (auto& [id, owner] : organizations_)
        for (auto& [button_id, button] : owner.buttons)
            for (auto& [agent_id, agent] : owner.agents)
                if (share_a_skill(button, *agent)) {
                    button.qualified.push_back(agent.get());
                    agent->buttons.push_back(&button);
                }
}

void Directory::load_buttons(record::Snapshot& snapshot) {
    std::map<ButtonId, Button*> buttons;
    for (auto& row : snapshot.buttons) {
        Organization* owner = organization(row.organization);
        if (!owner) continue;
        Button& button = owner->buttons[row.id];
        buttons[row.id] = &button;
        button.row = std::move(row);
    }
    for (const auto& row : snapshot.button_skills)
        if (const auto found = buttons.find(row.button); found != buttons.end())
            found->second->skills.push_back(row.skill);
    for (const auto& row : snapshot.wait_averages)
        if (const auto found = buttons.find(row.button); found != buttons.end())
            found->second->wait = WaitAverage(row.seconds);
}

void Directory::load_agents(record::Snapshot& snapshot) {
    for (auto& row : snapshot.agents) {
        Organization* owner = organization(row.organization);
        if (!owner) continue;
        auto agent = std::make_unique<Agent>();
        agent->row = std::move(row);
        agents_[agent->row.id] = agent.get();
        owner->agents[agent->row.id] = std::move(agent);
    }
    for (const auto& row : snapshot.agent_skills)
        if (Agent* found = agent(row.agent)) found->skills.push_back(row.skill);
}

Organization* Directory::organization(std::string_view id) {
    return find_in<OrganizationId>(organizations_, id);
}

Organization* Directory::organization(const OrganizationId& id) {
    const auto found = organizations_.find(id);
    return found == organizations_.end() ? nullptr : &found->second;
}

Agent* Directory::agent(const AgentId& id) {
    const auto found = agents_.find(id);
    return found == agents_.end() ? nullptr : found->second;
}

}  // namespace rejoinder::domain

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
    return std::ranges::any_of(button.row.skills, [&](const SkillId& skill) {
        return std::ranges::find(agent.row.skills, skill) != agent.row.skills.end();
    });
}

template <class List, class Item>
bool contains(const List& list, const Item& item) {
    return std::ranges::find(list, item) != list.end();
}

// By which configuration the agent works (see `record::AgentConfig`).
record::AgentConfig config_of(const record::Agent& agent, const Organization& organization) {
    for (const auto& [id, config] : organization.agent_configs)
        if (contains(config.agents, agent.id)) return config;
    for (const auto& [id, config] : organization.agent_configs)
        if (!agent.profile.empty() && contains(config.profiles, agent.profile)) return config;
    record::AgentConfig own;
    own.organization = agent.organization;
    own.capacity = agent.capacity;
    own.enable_sneak_peek = agent.sneak_peek_enabled;
    return own;
}

void compile_schedules(Organization& organization) {
    organization.schedules.clear();
    for (const auto& [id, row] : organization.business_hours)
        if (auto schedule = Schedule::compile(row))
            organization.schedules.emplace(id, *std::move(schedule));
}

// Null when it is always open.
const Schedule* schedule_of(const Organization& organization, const BusinessHoursId& id) {
    const auto found = organization.schedules.find(id);
    return found == organization.schedules.end() ? nullptr : &found->second;
}

void link_hours(Button& button, const Organization& organization) {
    button.hours = schedule_of(organization, button.row.business_hours);
    button.skill_hours.clear();
    for (const SkillId& id : button.row.skills) {
        const auto skill = organization.skills.find(id);
        if (skill == organization.skills.end()) continue;
        const Schedule* const hours = schedule_of(organization, skill->second.business_hours);
        if (!hours) return button.skill_hours.clear();
        button.skill_hours.push_back(hours);
    }
}

}  // namespace

bool Button::is_open(Instant now) const {
    const auto is_now = [now](const Schedule* schedule) { return schedule->is_open(now); };
    if (hours && !is_now(hours)) return false;
    return skill_hours.empty() || std::ranges::any_of(skill_hours, is_now);
}

const record::Deployment* Organization::deployment(std::string_view id) const {
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

template <class Rows, class Row>
void Directory::put_into(Rows Organization::* rows, Row row) {
    if (Organization* owner = organization(row.organization)) {
        const auto id = row.id;
        (owner->*rows).insert_or_assign(id, std::move(row));
    }
}

void Directory::put(record::Deployment row) { put_into(&Organization::deployments, row); }
void Directory::put(record::BusinessHours row) { put_into(&Organization::business_hours, row); }
void Directory::put(record::Skill row) { put_into(&Organization::skills, row); }
void Directory::put(record::AgentConfig row) { put_into(&Organization::agent_configs, row); }
void Directory::put(record::QuickText row) { put_into(&Organization::quick_texts, row); }
void Directory::put(record::SensitiveDataRule row) {
    put_into(&Organization::sensitive_data_rules, row);
}
void Directory::put(record::BlockingRule row) { put_into(&Organization::blocking_rules, row); }

void Directory::put(record::Button row) {
    if (Organization* owner = organization(row.organization)) {
        const ButtonId id = row.id;
        owner->buttons[id].row = std::move(row);
    }
}

void Directory::put(record::Agent row) {
    Organization* owner = organization(row.organization);
    if (!owner) return;
    auto& agent = owner->agents[row.id];
    if (!agent) {
        agent = std::make_unique<Agent>();
        agents_[row.id] = agent.get();
    }
    api_keys_.erase(agent->row.api_key_hash);
    agent->row = std::move(row);
    const bool has_key =
        agent->row.kind == record::AgentKind::bot && !agent->row.api_key_hash.empty();
    if (has_key) api_keys_[agent->row.api_key_hash] = agent.get();
}

void Directory::remove(Organization& organization, const DeploymentId& id) {
    organization.deployments.erase(id);
}
void Directory::remove(Organization& organization, const BusinessHoursId& id) {
    organization.business_hours.erase(id);
}
void Directory::remove(Organization& organization, const SkillId& id) {
    organization.skills.erase(id);
}
void Directory::remove(Organization& organization, const AgentConfigId& id) {
    organization.agent_configs.erase(id);
}
void Directory::remove(Organization& organization, const QuickTextId& id) {
    organization.quick_texts.erase(id);
}
void Directory::remove(Organization& organization, const SensitiveDataRuleId& id) {
    organization.sensitive_data_rules.erase(id);
}
void Directory::remove(Organization& organization, const BlockingRuleId& id) {
    organization.blocking_rules.erase(id);
}

void Directory::remove(Organization& organization, const ButtonId& id) {
    auto node = organization.buttons.extract(id);
    if (node) removed_buttons_.push_back(std::move(node));
}

void Directory::remove(Organization& organization, const AgentId& id) {
    auto node = organization.agents.extract(id);
    if (!node) return;
    Agent& agent = *node.mapped();
    agents_.erase(id);
    api_keys_.erase(agent.row.api_key_hash);
    agent.row.api_key_hash.clear();
    agent.row.password_hash.clear();
    removed_agents_.push_back(std::move(node.mapped()));
}

void Directory::load(record::Snapshot& snapshot) {
    for (auto& row : snapshot.organizations) {
        const OrganizationId id = row.id;
        organizations_[id].row = std::move(row);
    }
    const auto put_all = [this](auto& rows) {
        for (auto& row : rows) put(std::move(row));
    };
    put_all(snapshot.deployments);
    put_all(snapshot.business_hours);
    put_all(snapshot.skills);
    put_all(snapshot.buttons);
    put_all(snapshot.agents);
    put_all(snapshot.agent_configs);
    put_all(snapshot.quick_texts);
    put_all(snapshot.sensitive_data_rules);
    put_all(snapshot.blocking_rules);
    for (const auto& row : snapshot.wait_averages) {
        Organization* owner = organization(row.organization);
        if (!owner) continue;
        if (const auto found = owner->buttons.find(row.button); found != owner->buttons.end())
            found->second.wait = WaitAverage(row.seconds);
    }
    for (auto& [id, owner] : organizations_) link(owner);
}

void Directory::link(Organization& organization) {
    organization.supervisors.clear();
    organization.sensitive_data.update(organization.sensitive_data_rules);
    organization.blocking.update(organization.blocking_rules);
    for (auto& [id, agent] : organization.agents) {
        if (agent->is_supervisor()) organization.supervisors.push_back(agent.get());
        agent->buttons.clear();
        agent->config = config_of(agent->row, organization);
    }
    compile_schedules(organization);
    for (auto& [id, button] : organization.buttons) {
        link_hours(button, organization);
        button.qualified.clear();
        for (auto& [agent_id, agent] : organization.agents) {
            if (!share_a_skill(button, *agent)) continue;
            button.qualified.push_back(agent.get());
            agent->buttons.push_back(&button);
        }
    }
}

Organization* Directory::organization(std::string_view id) {
    return find_in<OrganizationId>(organizations_, id);
}

Organization* Directory::organization(const OrganizationId& id) {
    const auto found = organizations_.find(id);
    return found == organizations_.end() ? nullptr : &found->second;
}

Agent* Directory::agent_by_api_key(const std::string& hash) {
    const auto found = api_keys_.find(hash);
    return found == api_keys_.end() ? nullptr : found->second;
}

Agent* Directory::agent(const AgentId& id) {
    const auto found = agents_.find(id);
    return found == agents_.end() ? nullptr : found->second;
}

}  // namespace rejoinder::domain

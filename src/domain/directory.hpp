#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash_map.hpp"
#include "base/record_id.hpp"
#include "domain/agent.hpp"
#include "domain/wait_average.hpp"
#include "record/change.hpp"

namespace rejoinder::domain {

struct Chat;

// A button with what goes with it: who can answer, and who waits.
struct Button {
    record::Button row;
    std::vector<SkillId> skills;
    // The agents with one of its skills, in the order of their ids.
    std::vector<Agent*> qualified;
    // The requests not accepted yet, offered ones included, longest waiting first.
    std::deque<Chat*> queue;
    WaitAverage wait;
};

// A deployment with the organization it belongs to.
struct Deployment {
    record::Deployment row;
};

// Everything configured for one tenant.
struct Organization {
    record::Organization row;
    std::map<DeploymentId, Deployment> deployments;
    std::map<SkillId, record::Skill> skills;
    std::map<ButtonId, Button> buttons;
    std::map<AgentId, std::unique_ptr<Agent>> agents;

    const Deployment* deployment(std::string_view id) const;
    Button* button(std::string_view id);
    Agent* agent(std::string_view id);
    Agent* agent_by_username(std::string_view username);
};

// The configuration of all organizations of a shard, by id. Its objects stay where they are until
// the directory goes.
//
// Belongs to one shard; not thread-safe.
class Directory {
public:
    // Takes the configuration over. Rows of organizations that are not there are left out.
    void load(record::Snapshot& snapshot);

    // Null when there is none; ids in either length, of any content.
    Organization* organization(std::string_view id);
    Organization* organization(const OrganizationId& id);
    // Agents are unique across organizations.
    Agent* agent(const AgentId& id);

    std::map<OrganizationId, Organization>& organizations() { return organizations_; }
    const std::map<OrganizationId, Organization>& organizations() const { return organizations_; }

private:
    void load_buttons(record::Snapshot& snapshot);
    void load_agents(record::Snapshot& snapshot);

    std::map<OrganizationId, Organization> organizations_;
    HashMap<AgentId, Agent*> agents_;
};

}  // namespace rejoinder::domain

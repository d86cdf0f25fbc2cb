#pragma once

#include <string>
#include <vector>

#include "base/record_id.hpp"
#include "record/agent.hpp"

namespace rejoinder::domain {

struct Agent;
struct Organization;

// What an agent may see of the records of chats, of agents' sessions and of visitors.
struct Access {
    AgentId agent;
    OrganizationId organization;
    record::AgentRole role = record::AgentRole::agent;
    // For supervisors: whose chats they see, and the agents they look after; no skill means all.
    std::vector<SkillId> supervisor_skills;
    std::vector<AgentId> agents;
    // The session keys of the visitors the agent is engaged with.
    std::vector<std::string> visitors;
};

Access access_of(const Agent& agent, const Organization& organization);

}  // namespace rejoinder::domain

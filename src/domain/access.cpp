#include "domain/access.hpp"

#include <algorithm>

#include "domain/agent.hpp"
#include "domain/chat.hpp"
#include "domain/directory.hpp"

namespace rejoinder::domain {

Access access_of(const Agent& agent, const Organization& organization) {
    Access access{agent.row.id, agent.row.organization, agent.row.role, {}, {}, {}};
    for (const Chat* chat : agent.engaged)
        if (!chat->row.visitor_id.empty()) access.visitors.push_back(chat->row.visitor_id);
    if (agent.row.role != record::AgentRole::supervisor) return access;
    access.supervisor_skills = agent.config.supervisor_skills;
    for (const auto& [id, other] : organization.agents)
        if (std::ranges::find_first_of(other->row.skills, access.supervisor_skills) !=
            other->row.skills.end())
            access.agents.push_back(id);
    return access;
}

}  // namespace rejoinder::domain

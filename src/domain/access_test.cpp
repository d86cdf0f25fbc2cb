#include "domain/access.hpp"

#include <gtest/gtest.h>

#include "domain/agent.hpp"
#include "domain/chat.hpp"
#include "domain/directory.hpp"

namespace rejoinder::domain {

namespace {

Agent& add_agent(Organization& organization, std::uint64_t number, SkillId skill) {
    auto agent = std::make_unique<Agent>();
    agent->row.id = AgentId::numbered(number);
    agent->row.skills = {skill};
    return *organization.agents.emplace(agent->row.id, std::move(agent)).first->second;
}

TEST(Access, NamesTheVisitorsOfTheChatsUnderWay) {
    Organization organization;
    Agent& agent = add_agent(organization, 1, SkillId::numbered(1));
    Chat known;
    known.row.visitor_id = "jo";
    Chat nameless;
    agent.engaged = {&known, &nameless};
    const Access access = access_of(agent, organization);
    EXPECT_EQ(access.agent, agent.row.id);
    EXPECT_EQ(access.visitors, std::vector<std::string>{"jo"});
    EXPECT_TRUE(access.agents.empty());
}

TEST(Access, NamesTheAgentsASupervisorLooksAfter) {
    Organization organization;
    Agent& supervisor = add_agent(organization, 1, SkillId::numbered(9));
    supervisor.row.role = record::AgentRole::supervisor;
    supervisor.config.supervisor_skills = {SkillId::numbered(1)};
    add_agent(organization, 2, SkillId::numbered(1));
    add_agent(organization, 3, SkillId::numbered(2));
    const Access access = access_of(supervisor, organization);
    EXPECT_EQ(access.supervisor_skills, std::vector{SkillId::numbered(1)});
    EXPECT_EQ(access.agents, std::vector{AgentId::numbered(2)});

    supervisor.row.role = record::AgentRole::agent;
    EXPECT_TRUE(access_of(supervisor, organization).supervisor_skills.empty())
        << "its configuration is another role's";
}

}  // namespace

}  // namespace rejoinder::domain

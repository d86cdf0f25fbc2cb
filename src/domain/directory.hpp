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
#include "domain/blocking.hpp"
#include "domain/business_hours.hpp"
#include "domain/sensitive_data.hpp"
#include "domain/wait_average.hpp"
#include "record/change.hpp"

namespace rejoinder::domain {

struct Chat;

// A button with what goes with it: who can answer, and who waits.
struct Button {
    record::Button row;
    // The agents with one of its skills, in the order of their ids.
    std::vector<Agent*> qualified;
    // The requests not accepted yet, offered ones included, longest waiting first.
    std::deque<Chat*> queue;
    WaitAverage wait;
    // Its own hours; null is always.
    const Schedule* hours = nullptr;
    // Those of its skills; empty when one of them is always answered.
    std::vector<const Schedule*> skill_hours;

    // Within its own hours, and those of one of its skills.
    bool is_open(Instant now) const;
};

// Everything configured for one tenant, each kind in the order of its ids.
struct Organization {
    record::Organization row;
    std::map<DeploymentId, record::Deployment> deployments;
    std::map<BusinessHoursId, record::BusinessHours> business_hours;
    std::map<SkillId, record::Skill> skills;
    std::map<ButtonId, Button> buttons;
    std::map<AgentId, std::unique_ptr<Agent>> agents;
    std::map<AgentConfigId, record::AgentConfig> agent_configs;
    std::map<QuickTextId, record::QuickText> quick_texts;
    std::map<SensitiveDataRuleId, record::SensitiveDataRule> sensitive_data_rules;
    std::map<BlockingRuleId, record::BlockingRule> blocking_rules;
    // Those who look after others, in the order of their ids.
    std::vector<Agent*> supervisors;
    // Of `business_hours`. Rows are checked before they come here: what cannot be read all the
    // same, such as a time zone that is gone, is left out, and so always open.
    std::map<BusinessHoursId, Schedule> schedules;
    // The rules at work.
    SensitiveData sensitive_data;
    Blocking blocking;

    const record::Deployment* deployment(std::string_view id) const;
    Button* button(std::string_view id);
    Agent* agent(std::string_view id);
    Agent* agent_by_username(std::string_view username);
};

// The configuration of all organizations of a shard, by id. Its objects stay where they are until
// they are removed, or the directory goes.
//
// Belongs to one shard; not thread-safe.
class Directory {
public:
    // Takes the configuration over. Rows of organizations that are not there are left out.
    void load(record::Snapshot& snapshot);

    // Adds or replaces one row of an organization that is there. `link` ends a change.
    void put(record::Deployment row);
    void put(record::BusinessHours row);
    void put(record::Skill row);
    void put(record::Button row);
    void put(record::Agent row);
    void put(record::AgentConfig row);
    void put(record::QuickText row);
    void put(record::SensitiveDataRule row);
    void put(record::BlockingRule row);

    // Takes one object away; nothing happens when it is not there. `link` ends a change.
    //
    // Agents and buttons are out of reach then, but stay where they are: chats that have ended may
    // name them.
    void remove(Organization& organization, const DeploymentId& id);
    void remove(Organization& organization, const BusinessHoursId& id);
    void remove(Organization& organization, const SkillId& id);
    void remove(Organization& organization, const ButtonId& id);
    void remove(Organization& organization, const AgentId& id);
    void remove(Organization& organization, const AgentConfigId& id);
    void remove(Organization& organization, const QuickTextId& id);
    void remove(Organization& organization, const SensitiveDataRuleId& id);
    void remove(Organization& organization, const BlockingRuleId& id);

    // Works out what follows from the rows: who is qualified for what, by which configuration each
    // agent works, when buttons are open, and what is kept out.
    static void link(Organization& organization);

    // Null when there is none; ids in either length, of any content.
    Organization* organization(std::string_view id);
    Organization* organization(const OrganizationId& id);
    // Agents are unique across organizations.
    Agent* agent(const AgentId& id);
    // The bot whose API key has this hash; null for none.
    Agent* agent_by_api_key(const std::string& hash);

    std::map<OrganizationId, Organization>& organizations() { return organizations_; }
    const std::map<OrganizationId, Organization>& organizations() const { return organizations_; }

private:
    // Puts `row` into its organization's `rows`, if that is there.
    template <class Rows, class Row>
    void put_into(Rows Organization::* rows, Row row);

    std::map<OrganizationId, Organization> organizations_;
    HashMap<AgentId, Agent*> agents_;
    // Bots by the hash of their API key.
    HashMap<std::string, Agent*> api_keys_;
    std::vector<std::unique_ptr<Agent>> removed_agents_;
    std::vector<std::map<ButtonId, Button>::node_type> removed_buttons_;
};

}  // namespace rejoinder::domain

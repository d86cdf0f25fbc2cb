#pragma once

#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/fields.hpp"
#include "base/record_id.hpp"
#include "record/change.hpp"

// The configuration of one organization as rows, and what is done with each kind of them alike.
namespace rejoinder::app {

// All rows of one organization but its own; what is named by others comes first.
struct OrganizationRows {
    std::vector<record::BusinessHours> business_hours;
    std::vector<record::Skill> skills;
    std::vector<record::Deployment> deployments;
    std::vector<record::Agent> agents;
    std::vector<record::Button> buttons;
    std::vector<record::AgentConfig> agent_configs;
    std::vector<record::QuickText> quick_texts;
    std::vector<record::SensitiveDataRule> sensitive_data_rules;
    std::vector<record::BlockingRule> blocking_rules;
};
FIELDS(OrganizationRows, business_hours, skills, deployments, agents, buttons, agent_configs,
       quick_texts, sensitive_data_rules, blocking_rules);

// An organization as files describe it.
struct OrganizationFile {
    record::Organization organization;
    // Agents without password and API key hashes.
    OrganizationRows rows;
    // In plain text, of the agents the files give one.
    std::map<AgentId, std::string> passwords;
};

// Calls `act` with the vector of each kind of row, in their order.
template <class Rows, class Act>
void for_each_kind(Rows& rows, Act act) {
    visit_fields(static_cast<const OrganizationRows*>(nullptr),
                 [&](const auto&... field) { (act(rows.*field.member), ...); });
}

template <class Rows>
using RowOf = typename std::remove_cvref_t<Rows>::value_type;

// The vector of this kind of row in a struct of them: `OrganizationRows` or `record::Snapshot`.
template <class Row, class Struct>
auto& rows_of(Struct& rows) {
    using Rows = std::vector<Row>;
    std::conditional_t<std::is_const_v<Struct>, const Rows, Rows>* found = nullptr;
    const auto look = [&](auto& member) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, Rows>) found = &member;
    };
    visit_fields(static_cast<const Struct*>(nullptr),
                 [&](const auto&... field) { (look(rows.*field.member), ...); });
    return *found;
}

// Whether all members are the same.
template <class Row>
bool is_same_row(const Row& one, const Row& other) {
    return visit_fields(&one, [&](const auto&... field) {
        return (... && (one.*field.member == other.*field.member));
    });
}

// What people call the row by: an agent's user name, else its name; empty where it has none.
template <class Row>
std::string name_of(const Row& row) {
    if constexpr (std::is_same_v<Row, record::Agent>)
        return row.username;
    else if constexpr (requires { row.name; })
        return row.name;
    else
        return {};
}

// The table of the kind, as files and reports write it.
template <class Row>
constexpr std::string_view table_of(const Row* row = nullptr) {
    return row_of(row).table;
}

// The organization's own among all that is stored.
OrganizationRows rows_of_organization(const record::Snapshot& stored,
                                      const OrganizationId& organization);

}  // namespace rejoinder::app

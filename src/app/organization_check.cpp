#include "app/organization_check.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/web_address.hpp"
#include "domain/blocking.hpp"
#include "domain/business_hours.hpp"
#include "domain/sensitive_data.hpp"

namespace rejoinder::app {
namespace {

class Checker {
public:
    explicit Checker(const OrganizationRows& stored) : stored_(stored) {}

    std::vector<RowProblem> check(const OrganizationRows& rows) {
        for (const record::Agent& agent : rows.agents) names_[agent.id] = agent.username;
        for (const record::Agent& agent : stored_.agents)
            names_.try_emplace(agent.id, agent.username);
        for (const auto& [id, name] : names_) ++users_[name];
        for_each_kind(rows, [this](const auto& list) {
            for (const auto& row : list) check_row(row);
        });
        return std::move(problems_);
    }

private:
    template <class Row>
    void report(const Row& row, std::string_view member, std::string what) {
        problems_.push_back({row.id.str(), std::string(member), std::move(what)});
    }

    template <class Row>
    void check_row(const Row&) {}

    void check_row(const record::BusinessHours& row) {
        const auto compiled = domain::Schedule::compile(row);
        if (compiled) return;
        const std::string what(compiled.error().text());
        record::BusinessHours weekly = row;
        weekly.exceptions.clear();
        record::BusinessHours zone = weekly;
        zone.weekly.clear();
        if (!domain::Schedule::compile(zone)) return report(row, "time_zone", what);
        report(row, domain::Schedule::compile(weekly) ? "exceptions" : "weekly", what);
    }

    void check_row(const record::Deployment& row) {
        for (const std::string& origin : row.allowed_origins)
            if (!is_web_origin(origin))
                report(row, "allowed_origins", "\"" + origin + "\" is no https://host");
    }

    void check_row(const record::Agent& row) {
        if (row.username.find_first_of(" \t\r\n") != std::string::npos)
            report(row, "username", "must not have spaces");
        if (!row.username.empty() && users_[row.username] > 1)
            report(row, "username", "is used twice: " + row.username);
    }

    void check_row(const record::SensitiveDataRule& row) {
        if (row.pattern.empty()) return;  // a rule that is not finished yet never fires
        if (const auto checked = domain::check_pattern(row.pattern); !checked)
            report(row, "pattern", std::string(checked.error().text()));
    }

    void check_row(const record::BlockingRule& row) {
        if (row.from_address.empty()) return;
        if (const auto checked = domain::check_range(row.from_address, row.to_address); !checked)
            report(row, "from_address", std::string(checked.error().text()));
    }

    void check_row(const record::Button& row) {
        if (row.chasitor_idle_timeout_warning > row.chasitor_idle_timeout)
            report(row, "chasitor_idle_timeout_warning",
                   "must not be longer than chasitor_idle_timeout");
    }

    const OrganizationRows& stored_;
    std::map<AgentId, std::string> names_;
    std::map<std::string, int> users_;
    std::vector<RowProblem> problems_;
};

}  // namespace

std::vector<RowProblem> check_rows(const OrganizationRows& rows, const OrganizationRows& stored) {
    return Checker(stored).check(rows);
}

}  // namespace rejoinder::app

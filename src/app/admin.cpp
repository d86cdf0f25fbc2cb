#include "app/admin.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/password.hpp"
#include "app/random.hpp"

namespace rejoinder::app {
namespace {

template <class Row>
bool is_same(const Row& a, const Row& b) {
    const auto same = [&](const auto&... field) {
        return (... && (a.*field.member == b.*field.member));
    };
    return std::apply(same, fields_of(static_cast<const Row*>(nullptr)));
}

template <class Row>
const Row* find_row(const std::vector<Row>& rows, const Row& row) {
    const auto found = std::ranges::find(rows, row.id, &Row::id);
    return found == rows.end() ? nullptr : &*found;
}

class Planner {
public:
    explicit Planner(const record::Snapshot& stored) : stored_(stored) {}

    Result<Import> plan(const OrganizationFile& file) {
        const auto* const known = find_row(stored_.organizations, file.organization);
        if (known == nullptr || !is_same(*known, file.organization))
            import_.changes.emplace_back(file.organization);
        for (const record::Deployment& row : file.deployments)
            TRY_VOID(write(row, stored_.deployments));
        for (const record::Skill& row : file.skills) TRY_VOID(write(row, stored_.skills));
        for (const OrganizationFile::Agent& agent : file.agents) TRY_VOID(plan_agent(agent));
        for (const record::Button& row : file.buttons) TRY_VOID(write(row, stored_.buttons));
        return std::move(import_);
    }

private:
    template <class Row>
    Result<void> write(const Row& row, const std::vector<Row>& stored) {
        const Row* const known = find_row(stored, row);
        if (known != nullptr && known->organization != row.organization)
            return fail(Errc::conflict,
                        row.id.str() + " belongs to organization " + known->organization.str());
        if (known == nullptr || !is_same(*known, row)) import_.changes.emplace_back(row);
        return {};
    }

    Result<void> plan_agent(const OrganizationFile::Agent& agent) {
        record::Agent row = agent.row;
        for (const record::Agent& other : stored_.agents) {
            if (other.organization == row.organization && other.username == row.username &&
                other.id != row.id)
                return fail(Errc::conflict, "the user name " + row.username + " belongs to agent " +
                                                other.id.str());
        }
        const record::Agent* const known = find_row(stored_.agents, row);
        if (known != nullptr) row.password_hash = known->password_hash;
        if (agent.password) {
            if (!password::verify(row.password_hash, *agent.password))
                row.password_hash = password::hash(*agent.password);
        } else if (known == nullptr) {
            NewPassword drawn{row.username, random_password()};
            row.password_hash = password::hash(drawn.password);
            import_.passwords.push_back(std::move(drawn));
        }
        return write(row, stored_.agents);
    }

    const record::Snapshot& stored_;
    Import import_;
};

Result<void> commit(store::Store& store, std::span<const record::Change> changes) {
    if (changes.empty()) return {};
    TRY(const std::int64_t epoch, store.take_over(first_shard));
    return store.commit({.shard = first_shard, .epoch = epoch, .number = 1, .changes = changes});
}

}  // namespace

Result<Import> plan_import(const OrganizationFile& file, const record::Snapshot& stored) {
    return Planner(stored).plan(file);
}

Result<void> commit_import(const Import& import, store::Store& store) {
    return commit(store, import.changes);
}

Result<void> set_password(store::Store& store, OrganizationId organization,
                          std::string_view username, std::string_view password, Instant now) {
    TRY(const record::Snapshot stored, store.load(now));
    const auto is_it = [&](const record::Agent& agent) {
        return agent.organization == organization && agent.username == username;
    };
    const auto found = std::ranges::find_if(stored.agents, is_it);
    if (found == stored.agents.end())
        return fail(Errc::not_found, "there is no agent " + std::string(username) +
                                         " in organization " + organization.str());
    record::Agent agent = *found;
    agent.password_hash = password::hash(password);
    std::vector<record::Change> changes{agent};
    for (record::Login login : stored.logins) {
        if (login.agent != agent.id) continue;
        login.logout_time = now;
        changes.emplace_back(std::move(login));
    }
    return commit(store, changes);
}

}  // namespace rejoinder::app

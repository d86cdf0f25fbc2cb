#include "app/admin.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/password.hpp"

namespace rejoinder::app {

Result<void> commit_changes(store::Store& store, std::span<const record::Change> changes) {
    if (changes.empty()) return {};
    TRY(const std::int64_t epoch, store.take_over(first_shard));
    return store.commit({.shard = first_shard, .epoch = epoch, .number = 1, .changes = changes});
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
    return commit_changes(store, changes);
}

}  // namespace rejoinder::app

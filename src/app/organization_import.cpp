#include "app/organization_import.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "app/admin.hpp"
#include "app/password.hpp"
#include "app/random.hpp"

namespace rejoinder::app {
namespace {

using Action = RowReport::Action;

template <class Row>
const Row* find_row(const std::vector<Row>& rows, const decltype(Row::id)& id) {
    const auto found = std::ranges::find(rows, id, &Row::id);
    return found == rows.end() ? nullptr : &*found;
}

class Planner {
public:
    Planner(const OrganizationFile& file, const record::Snapshot& stored, Instant now)
        : file_(file), stored_(stored), now_(now) {}

    Result<Import> plan(Prune prune) {
        find_needed();
        const OrganizationRows own = rows_of_organization(stored_, file_.organization.id);
        for_each_kind(own, [&]<class Row>(const std::vector<Row>& rows) {
            for (const Row& row : rows)
                if (!find_row(rows_of<Row>(file_.rows), row.id)) leave(row, prune);
        });
        write_organization();
        Result<void> done;
        for_each_kind(file_.rows, [&](const auto& rows) {
            for (const auto& row : rows)
                if (done) done = write(row);
        });
        if (!done) return std::unexpected(std::move(done).error());
        return std::move(import_);
    }

private:
    // The ids that open chats name.
    void find_needed() {
        for (const record::Chat& chat : stored_.chats) {
            if (chat.state == record::ChatState::ended) continue;
            for (const std::string_view id : {chat.deployment.view(), chat.button.view(),
                                              chat.agent.view(), chat.direct_agent.view()})
                needed_.emplace(id);
        }
    }

    template <class Row>
    void leave(const Row& row, Prune prune) {
        RowReport report{Action::left, table_of<Row>(), row.id.str(), name_of(row)};
        if (prune == Prune::yes) {
            if (needed_.contains(row.id.view()))
                report.why = "an open chat needs it";
            else if (is_of_agents(row))
                report.why = "an agent made it";
            else
                remove(row, report);
        }
        import_.rows.push_back(std::move(report));
    }

    template <class Row>
    static bool is_of_agents(const Row& row) {
        if constexpr (std::is_same_v<Row, record::BlockingRule>)
            return row.owner_type == record::BlockingRuleOwner::agent;
        return false;
    }

    template <class Row>
    void remove(const Row& row, RowReport& report) {
        report.action = Action::removed;
        import_.changes.emplace_back(record::Removed<Row>{row.id});
        removed_.insert(row.id.str());
        if constexpr (std::is_same_v<Row, record::Agent>) {
            for (record::Login login : stored_.logins) {
                if (login.agent != row.id) continue;
                login.logout_time = now_;
                import_.changes.emplace_back(std::move(login));
            }
        }
    }

    void write_organization() {
        const auto* const known = find_row(stored_.organizations, file_.organization.id);
        report(file_.organization, known);
    }

    template <class Row>
    void report(const Row& row, const Row* known) {
        if (known != nullptr && is_same_row(*known, row)) {
            ++import_.unchanged;
            return;
        }
        import_.changes.emplace_back(row);
        import_.rows.push_back({known == nullptr ? Action::added : Action::changed, table_of<Row>(),
                                row.id.str(), name_of(row)});
    }

    template <class Row>
    Result<void> write(const Row& row) {
        const Row* const known = find_row(rows_of<Row>(stored_), row.id);
        if (known != nullptr && known->organization != row.organization)
            return fail(Errc::conflict,
                        row.id.str() + " belongs to organization " + known->organization.str());
        Row completed = row;
        TRY_VOID(complete(completed, known));
        report(completed, known);
        return {};
    }

    // Adds what the files do not say.
    template <class Row>
    Result<void> complete(Row&, const Row*) {
        return {};
    }

    Result<void> complete(record::BlockingRule& row, const record::BlockingRule* known) {
        if (row.created_at == Instant())
            row.created_at = known != nullptr ? known->created_at : now_;
        return {};
    }

    Result<void> complete(record::Agent& row, const record::Agent* known) {
        TRY_VOID(check_username(row));
        if (known != nullptr) {
            row.password_hash = known->password_hash;
            row.api_key_hash = known->api_key_hash;
        }
        const auto given = file_.passwords.find(row.id);
        if (given != file_.passwords.end()) {
            if (!password::verify(row.password_hash, given->second))
                row.password_hash = password::hash(given->second);
        } else if (known == nullptr) {
            NewPassword drawn{row.username, random_password()};
            row.password_hash = password::hash(drawn.password);
            import_.passwords.push_back(std::move(drawn));
        }
        return {};
    }

    Result<void> check_username(const record::Agent& row) const {
        for (const record::Agent& other : stored_.agents) {
            if (other.organization != row.organization || other.username != row.username ||
                other.id == row.id)
                continue;
            if (removed_.contains(other.id.str()) || find_row(file_.rows.agents, other.id))
                continue;
            return fail(Errc::conflict,
                        "the user name " + row.username + " belongs to agent " + other.id.str());
        }
        return {};
    }

    const OrganizationFile& file_;
    const record::Snapshot& stored_;
    Instant now_;
    std::set<std::string, std::less<>> needed_;
    std::set<std::string> removed_;
    Import import_;
};

}  // namespace

std::size_t Import::count(RowReport::Action action) const {
    return static_cast<std::size_t>(std::ranges::count(rows, action, &RowReport::action));
}

Result<Import> plan_import(const OrganizationFile& file, const record::Snapshot& stored,
                           Prune prune, Instant now) {
    return Planner(file, stored, now).plan(prune);
}

Result<void> commit_import(const Import& import, store::Store& store) {
    return commit_changes(store, import.changes);
}

}  // namespace rejoinder::app

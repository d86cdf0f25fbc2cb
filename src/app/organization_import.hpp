#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/organization_rows.hpp"
#include "base/error.hpp"
#include "base/time.hpp"
#include "record/change.hpp"
#include "store/store.hpp"

// Bringing a store that no server runs on to what files say.
namespace rejoinder::app {

struct NewPassword {
    std::string username;
    std::string password;
};

// What an import does with one row.
struct RowReport {
    enum class Action : std::uint8_t { added, changed, removed, left };

    Action action = Action::left;
    std::string_view table;
    std::string id;
    std::string name;
    // Of a row that was to be removed and is left; or empty.
    std::string why = {};
};

// What importing brings about.
struct Import {
    std::vector<record::Change> changes;
    // Drawn for new agents the files have no password for; stored as hashes only, so they have to
    // be shown now.
    std::vector<NewPassword> passwords;
    // What is written, removed, or left though the files do not name it.
    std::vector<RowReport> rows;
    // How many rows are what the files say already.
    std::size_t unchanged = 0;

    std::size_t count(RowReport::Action action) const;
};

// Whether what the files do not name is taken away. What an open chat needs stays, and so do the
// blocking rules that agents made.
enum class Prune : bool { no, yes };

// Compares the files with what is stored: rows that are new or differ are written, by id. A
// password in the files is set unless it is the agent's already; without one an agent keeps the
// present one. API keys stay. Agents who are taken away are logged out.
//
// Fails with `conflict` when an id or a user name belongs to somebody else in the store.
Result<Import> plan_import(const OrganizationFile& file, const record::Snapshot& stored,
                           Prune prune, Instant now);

// Carries `import` out. Fails as the store does, and changes nothing then.
Result<void> commit_import(const Import& import, store::Store& store);

}  // namespace rejoinder::app

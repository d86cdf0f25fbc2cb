#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/organization_file.hpp"
#include "base/error.hpp"
#include "base/record_id.hpp"
#include "base/time.hpp"
#include "record/change.hpp"
#include "store/store.hpp"

// What operators change in a store that no server runs on.
namespace rejoinder::app {

// The one shard there is.
inline constexpr std::int64_t first_shard = 0;

struct NewPassword {
    std::string username;
    std::string password;
};

// What importing a file brings about.
struct Import {
    std::vector<record::Change> changes;
    // Drawn for new agents the file has no password for; stored as hashes only, so they have to be
    // shown now.
    std::vector<NewPassword> passwords;
};

// Compares the file with what is stored: rows that are new or differ are written, by id. A password
// in the file is set unless it is the agent's already; without one an agent keeps the present one.
// Nothing is taken away: what is not in the file stays.
//
// Fails with `conflict` when an id or a user name belongs to somebody else in the store.
Result<Import> plan_import(const OrganizationFile& file, const record::Snapshot& stored);

// Carries `import` out. Fails as the store does, and changes nothing then.
Result<void> commit_import(const Import& import, store::Store& store);

// Sets an agent's password and logs it out everywhere. Fails with `not_found`, or as the store
// does.
Result<void> set_password(store::Store& store, OrganizationId organization,
                          std::string_view username, std::string_view password, Instant now);

}  // namespace rejoinder::app

#pragma once

#include <span>
#include <string_view>

#include "base/error.hpp"
#include "base/record_id.hpp"
#include "base/time.hpp"
#include "record/change.hpp"
#include "store/store.hpp"

// What operators change in a store that no server runs on.
namespace rejoinder::app {

// The one shard there is.
inline constexpr std::int64_t first_shard = 0;

// Stores the changes. Fails as the store does, and changes nothing then.
Result<void> commit_changes(store::Store& store, std::span<const record::Change> changes);

// Sets an agent's password and logs it out everywhere. Fails with `not_found`, or as the store
// does.
Result<void> set_password(store::Store& store, OrganizationId organization,
                          std::string_view username, std::string_view password, Instant now);

}  // namespace rejoinder::app

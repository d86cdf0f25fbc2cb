#pragma once

#include "record/change.hpp"
#include "store/sqlite.hpp"

namespace rejoinder::store {

// Reads everything still open, as `Store::load` promises. Within the caller's transaction; every
// entry must have its place. Fails with `store_unavailable`.
Result<record::Snapshot> read_snapshot(Database& database, Instant ended_after);

}  // namespace rejoinder::store

#pragma once

#include "store/sqlite.hpp"

namespace rejoinder::store {

// The schema this release reads and writes.
extern const int schema_version;

// Brings the schema from whatever version it has to version `to`, in one transaction: all of it or
// nothing. An empty database has version 0.
//
// Fails with `conflict` and changes nothing when the database is not one of ours or a newer release
// wrote it, and with `store_unavailable` when it cannot be read or written.
Result<void> migrate(Database& database, int to = schema_version);

}  // namespace rejoinder::store

#pragma once

// The SQL of each migration, one file each. Never edit one that was released: add the next. Why the
// tables look like this: docs/adr/0003-store-schema.md.
namespace rejoinder::store {

// The tables as they were at first.
extern const char* const migration_1;
// Lists in columns, all of the configuration, transfers, files and agents' sessions.
extern const char* const migration_2;

}  // namespace rejoinder::store

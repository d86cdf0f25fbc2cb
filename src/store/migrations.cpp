#include "store/migrations.hpp"

#include <iterator>

#include "base/check.hpp"
#include "store/migration_sql.hpp"

namespace rejoinder::store {

namespace {

// Tells our databases from others: "Rjnd".
constexpr std::int64_t application_id = 0x526a6e64;

// Each one leads from the version before it to its own, counted from 1.
constexpr const char* const* migrations[] = {&migration_1, &migration_2};

Result<void> refuse_strangers(Database& database, std::int64_t version) {
    TRY(const std::int64_t id, database.integer("PRAGMA application_id"));
    TRY(const std::int64_t objects, database.integer("SELECT count(*) FROM sqlite_schema"));
    const bool is_empty = version == 0 && id == 0 && objects == 0;
    if (!is_empty && id != application_id)
        return fail(Errc::conflict, "database: made by another program");
    if (version > schema_version) {
        return fail(Errc::conflict, "database: a newer release wrote it (schema " +
                                        std::to_string(version) + ", this release knows " +
                                        std::to_string(schema_version) + ")");
    }
    return {};
}

}  // namespace

const int schema_version = static_cast<int>(std::size(migrations));

Result<void> migrate(Database& database, int to) {
    CHECK(to <= schema_version);
    TRY(const std::int64_t from, database.integer("PRAGMA user_version"));
    TRY_VOID(refuse_strangers(database, from));
    if (from >= to) return {};

    std::string sql =
        "BEGIN IMMEDIATE; PRAGMA application_id = " + std::to_string(application_id) + ";";
    for (auto version = static_cast<std::size_t>(from); version < static_cast<std::size_t>(to);
         ++version)
        sql += *migrations[version];
    sql += "PRAGMA user_version = " + std::to_string(to) + "; COMMIT";

    auto migrated = database.execute(sql);
    if (!migrated) database.roll_back();
    return migrated;
}

}  // namespace rejoinder::store

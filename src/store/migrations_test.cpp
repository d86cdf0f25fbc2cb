#include "store/migrations.hpp"

#include <gtest/gtest.h>

#include "store/test_changes.hpp"

namespace rejoinder::store {

namespace {

// The SQL of every table, index and view, and the version.
std::string schema_of(Database& database) {
    auto select = *database.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name");
    std::string schema = std::to_string(*database.integer("PRAGMA user_version"));
    while (*select.step()) schema.append("\n").append(select.text(0)).append(select.text(1));
    return schema;
}

TEST(Migrations, EveryOlderVersionBecomesTheFreshSchema) {
    const TestDirectory fresh_directory;
    Database fresh = *Database::open(fresh_directory.database());
    ASSERT_TRUE(migrate(fresh));
    ASSERT_EQ(*fresh.integer("PRAGMA user_version"), schema_version);

    for (int version = 0; version <= schema_version; ++version) {
        const TestDirectory directory;
        Database database = *Database::open(directory.database());
        ASSERT_TRUE(migrate(database, version));
        ASSERT_EQ(*database.integer("PRAGMA user_version"), version);
        ASSERT_TRUE(migrate(database));
        EXPECT_EQ(schema_of(database), schema_of(fresh)) << "from version " << version;
    }
}

TEST(Migrations, AFailedOneLeavesTheDatabaseAsItWas) {
    const TestDirectory directory;
    Database database = *Database::open(directory.database());
    ASSERT_TRUE(database.execute("PRAGMA max_page_count = 5"));
    EXPECT_FALSE(migrate(database));
    EXPECT_EQ(*database.integer("PRAGMA user_version"), 0);
    EXPECT_EQ(*database.integer("SELECT count(*) FROM sqlite_schema"), 0);

    ASSERT_TRUE(database.execute("PRAGMA max_page_count = 1000"));
    EXPECT_TRUE(migrate(database));
}

// Every column of the tables is declared in `record/`, in the same order, and the other way round.
template <class Row>
void expect_declared(Database& database) {
    std::string columns;
    auto select = *database.prepare("SELECT name, pk FROM pragma_table_info('" +
                                    std::string(row_traits<Row>.table) + "')");
    while (*select.step()) {
        // Only the store knows the numbers.
        if (select.text(0) == "number") continue;
        columns.append(columns.empty() ? "" : ", ").append(select.text(0));
    }
    EXPECT_EQ(columns, column_list<Row>()) << row_traits<Row>.table;
}

template <class... Rows>
void expect_all_declared(Database& database, const std::variant<Rows...>*) {
    const auto expect = [&]<class T>(const T*) {
        if constexpr (record::Row<T>) expect_declared<T>(database);
    };
    (expect(static_cast<const Rows*>(nullptr)), ...);
}

TEST(Migrations, TheTablesAreWhatTheRowsDeclare) {
    const TestDirectory directory;
    Database database = *Database::open(directory.database());
    ASSERT_TRUE(migrate(database));
    expect_all_declared(database, static_cast<const record::Change*>(nullptr));
}

}  // namespace

}  // namespace rejoinder::store

#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace rejoinder::store {

// One prepared statement, to be run many times. Must not outlive its database.
//
// Every failure is `store_unavailable`, with what SQLite said as its detail.
class Statement {
public:
    Statement() = default;

    // Parameters count from 1 and keep their values until they are bound again.
    void bind_null(int parameter);
    void bind_integer(int parameter, std::int64_t value);
    void bind_real(int parameter, double value);
    // `text` must stay as it is until the statement has been run.
    void bind_text(int parameter, std::string_view text);
    void bind_text_copy(int parameter, std::string_view text);

    // Goes to the next row of the result: false when there is none left. After false or a failure
    // the statement can be bound and run again.
    Result<bool> step();
    // Runs a statement that has no result.
    Result<void> run();
    // Ends a run before its last row.
    void reset();

    // The present row's columns, counted from 0. A text lasts until the next step.
    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

// One connection to an SQLite database. Fails like `Statement`.
class Database {
public:
    // Opens `file`, made readable by its owner only when it is not there.
    static Result<Database> open(const std::filesystem::path& file);
    // Opens `file`, which this process has open already, to be read only.
    static Result<Database> open_to_read(const std::filesystem::path& file);

    Result<Statement> prepare(std::string_view sql);
    // Runs any number of statements that have no result worth reading.
    Result<void> execute(const std::string& sql);
    // The first column of the first row; 0 when there is none.
    Result<std::int64_t> integer(std::string_view sql);
    // Undoes the transaction under way, if there is one.
    void roll_back();

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };

    static Result<Database> open(const std::filesystem::path& file, int flags);

    std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace rejoinder::store

#include "store/sqlite.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/check.hpp"

namespace rejoinder::store {

namespace {

// How long a write waits for an operator's own write transaction to end.
constexpr int busy_timeout_milliseconds = 2000;

std::unexpected<Error> failure(sqlite3* database) {
    std::string detail = "database: ";
    detail += sqlite3_errmsg(database);
    detail += " (SQLite " + std::to_string(sqlite3_extended_errcode(database)) + ")";
    return fail(Errc::store_unavailable, std::move(detail));
}

// SQLite takes a null pointer for NULL, and an empty view may hold one.
const char* text_pointer(std::string_view text) { return text.empty() ? "" : text.data(); }

}  // namespace

void Statement::bind_null(int parameter) {
    CHECK(sqlite3_bind_null(handle_.get(), parameter) == SQLITE_OK);
}

void Statement::bind_integer(int parameter, std::int64_t value) {
    CHECK(sqlite3_bind_int64(handle_.get(), parameter, value) == SQLITE_OK);
}

void Statement::bind_real(int parameter, double value) {
    CHECK(sqlite3_bind_double(handle_.get(), parameter, value) == SQLITE_OK);
}

void Statement::bind_text(int parameter, std::string_view text) {
    CHECK(sqlite3_bind_text64(handle_.get(), parameter, text_pointer(text), text.size(), nullptr,
                              SQLITE_UTF8) == SQLITE_OK);
}

void Statement::bind_text_copy(int parameter, std::string_view text) {
    const auto copy = reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});
    CHECK(sqlite3_bind_text64(handle_.get(), parameter, text_pointer(text), text.size(), copy,
                              SQLITE_UTF8) == SQLITE_OK);
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    auto failed = failure(sqlite3_db_handle(handle_.get()));
    reset();
    return failed;
}

Result<void> Statement::run() {
    TRY(const bool row, step());
    CHECK(!row);
    return {};
}

void Statement::reset() { sqlite3_reset(handle_.get()); }

bool Statement::is_null(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(handle_.get(), column); }

std::string_view Statement::text(int column) const {
    // The length counts only after the text was asked for.
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
    return text ? std::string_view(text, size) : std::string_view();
}

Result<Database> Database::open(const std::filesystem::path& file) {
    // SQLite would make it readable by everybody; its log files take the mode of this one.
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return fail(Errc::store_unavailable,
                    file.string() + ": " + std::generic_category().message(errno));
    }
    ::close(descriptor);

    // Statistics nobody reads, under a lock that every allocation would take. Too late when
    // somebody used SQLite already, which does no harm.
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return open(file, SQLITE_OPEN_READWRITE);
}

// Nothing but SQLite may open or close the file here: closing any descriptor of it would take away
// the locks that the other connection holds.
Result<Database> Database::open_to_read(const std::filesystem::path& file) {
    return open(file, SQLITE_OPEN_READONLY);
}

Result<Database> Database::open(const std::filesystem::path& file, int flags) {
    Database database;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &handle,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    database.handle_.reset(handle);
    if (code != SQLITE_OK) return failure(handle);
    sqlite3_busy_timeout(handle, busy_timeout_milliseconds);
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
    Statement statement;
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK) return failure(handle_.get());
    statement.handle_.reset(handle);
    return statement;
}

Result<void> Database::execute(const std::string& sql) {
    const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return failure(handle_.get());
    return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
    TRY(Statement statement, prepare(sql));
    TRY(const bool row, statement.step());
    return row ? statement.integer(0) : 0;
}

void Database::roll_back() {
    // A failure may have ended the transaction already.
    if (!sqlite3_get_autocommit(handle_.get())) static_cast<void>(execute("ROLLBACK"));
}

}  // namespace rejoinder::store

#include <tuple>
#include <type_traits>

#include "store/entry_log.hpp"
#include "store/file_lock.hpp"
#include "store/migrations.hpp"
#include "store/rows.hpp"
#include "store/snapshot.hpp"
#include "store/sqlite_archive.hpp"
#include "store/store.hpp"

namespace rejoinder::store {

namespace {

// The write-ahead log is copied into the database when it has this many pages of 4 KiB, by the
// commit that gets it there.
constexpr int checkpoint_pages = 1000;
// What the log's file is cut down to after somebody's long read kept it from being copied.
constexpr int log_bytes_kept = 64 * 1024 * 1024;

// How much of the database is kept in memory: little while it runs, as only the ends of tables are
// busy then.
constexpr const char* cache = "PRAGMA cache_size = -2000; PRAGMA shrink_memory";
constexpr const char* load_cache = "PRAGMA cache_size = -65536";

// The statement that writes one row of its kind.
template <class Row>
struct Upsert {
    Statement statement;
};

class SqliteStore final : public Store {
public:
    SqliteStore(std::filesystem::path file, FileLock lock, Database database, EntryLog entries)
        : file_(std::move(file)),
          lock_(std::move(lock)),
          database_(std::move(database)),
          entries_(std::move(entries)) {}

    Result<void> prepare();
    Result<std::int64_t> take_over(std::int64_t shard) override;
    Result<void> commit(const Batch& batch) override;
    Result<record::Snapshot> load(Instant ended_after) override;
    Result<std::unique_ptr<Archive>> open_archive() override { return open_sqlite_archive(file_); }

private:
    struct Owner {
        std::int64_t epoch = 0;
        std::int64_t number = -1;
    };

    // Runs `work` in one transaction, which is undone when it fails.
    template <class Work>
    Result<void> transact(Work work);
    Result<Owner> owner_of(std::int64_t shard);
    Result<void> set_owner(std::int64_t shard, Owner owner);

    Result<void> write_all(const Batch& batch);
    template <class Row>
    Result<void> write(const Row& row);
    Result<void> write(const record::Chat& chat);
    Result<void> write(const record::Entry& entry) { return entries_.write(entry); }
    Result<void> write(const record::EntryRenumbered& renumbered) {
        return entries_.renumber(renumbered);
    }
    template <class Row>
    Result<void> write(const record::Removed<Row>& removed);
    template <class Row>
    Result<void> upsert(const Row& row);

    Result<void> read_all(Instant ended_after, record::Snapshot& snapshot);
    const std::filesystem::path file_;
    FileLock lock_;
    Database database_;
    EntryLog entries_;
    Statement begin_;
    Statement commit_;
    Statement select_owner_;
    Statement upsert_owner_;
    // Entries are written by their log.
    PerRow<Upsert> upserts_;
};

Result<void> SqliteStore::prepare() {
    TRY(begin_, database_.prepare("BEGIN IMMEDIATE"));
    TRY(commit_, database_.prepare("COMMIT"));
    TRY(select_owner_, database_.prepare("SELECT epoch, number FROM batch WHERE shard = ?"));
    TRY(upsert_owner_, database_.prepare("INSERT OR REPLACE INTO batch VALUES (?, ?, ?)"));

    Result<void> prepared;
    const auto prepare_upsert = [&]<class Row>(Upsert<Row>& upsert) {
        if (!prepared) return;
        if constexpr (std::is_same_v<Row, record::Entry>) return;
        auto statement = database_.prepare(upsert_sql<Row>());
        if (statement) {
            upsert.statement = *std::move(statement);
        } else {
            prepared = std::unexpected(std::move(statement).error());
        }
    };
    std::apply([&](auto&... upserts) { (prepare_upsert(upserts), ...); }, upserts_);
    return prepared;
}

template <class Work>
Result<void> SqliteStore::transact(Work work) {
    Result<void> done = begin_.run();
    if (done) done = work();
    if (done) done = commit_.run();
    if (!done) {
        database_.roll_back();
        entries_.forget();
    }
    return done;
}

Result<SqliteStore::Owner> SqliteStore::owner_of(std::int64_t shard) {
    select_owner_.bind_integer(1, shard);
    TRY(const bool is_known, select_owner_.step());
    if (!is_known) return Owner{};
    const Owner owner{select_owner_.integer(0), select_owner_.integer(1)};
    select_owner_.reset();
    return owner;
}

Result<void> SqliteStore::set_owner(std::int64_t shard, Owner owner) {
    upsert_owner_.bind_integer(1, shard);
    upsert_owner_.bind_integer(2, owner.epoch);
    upsert_owner_.bind_integer(3, owner.number);
    return upsert_owner_.run();
}

Result<std::int64_t> SqliteStore::take_over(std::int64_t shard) {
    TRY(const Owner owner, owner_of(shard));
    const std::int64_t epoch = owner.epoch + 1;
    TRY_VOID(transact([&] { return set_owner(shard, Owner{epoch}); }));
    return epoch;
}

Result<void> SqliteStore::commit(const Batch& batch) {
    TRY(const Owner owner, owner_of(batch.shard));
    if (batch.epoch != owner.epoch) return fail_stale(batch, owner.epoch);
    if (batch.number <= owner.number) return {};
    return transact([&] { return write_all(batch); });
}

Result<void> SqliteStore::write_all(const Batch& batch) {
    for (const record::Change& change : batch.changes)
        TRY_VOID(std::visit([this](const auto& row) { return write(row); }, change));
    TRY_VOID(entries_.place_if_due());
    return set_owner(batch.shard, Owner{batch.epoch, batch.number});
}

template <class Row>
Result<void> SqliteStore::write(const Row& row) {
    return upsert(row);
}

Result<void> SqliteStore::write(const record::Chat& chat) {
    if (chat.state == record::ChatState::ended) entries_.forget_chat(chat.id);
    return upsert(chat);
}

// Seldom enough that the statement is not kept.
template <class Row>
Result<void> SqliteStore::write(const record::Removed<Row>& removed) {
    TRY(Statement statement, database_.prepare(delete_sql<Row>()));
    bind_value(statement, 1, removed.id);
    return statement.run();
}

template <class Row>
Result<void> SqliteStore::upsert(const Row& row) {
    Statement& statement = std::get<Upsert<Row>>(upserts_).statement;
    bind_row(statement, row);
    return statement.run();
}

Result<record::Snapshot> SqliteStore::load(Instant ended_after) {
    record::Snapshot snapshot;
    TRY_VOID(database_.execute(load_cache));
    auto loaded = transact([&] { return read_all(ended_after, snapshot); });
    TRY_VOID(database_.execute(cache));
    if (!loaded) return std::unexpected(std::move(loaded).error());
    return snapshot;
}

Result<void> SqliteStore::read_all(Instant ended_after, record::Snapshot& snapshot) {
    TRY_VOID(entries_.place_all());
    TRY(snapshot, read_snapshot(database_, ended_after));
    return {};
}

Result<void> configure(Database& database) {
    TRY_VOID(
        database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                         "PRAGMA wal_autocheckpoint = " +
                         std::to_string(checkpoint_pages) +
                         ";PRAGMA journal_size_limit = " + std::to_string(log_bytes_kept)));
    // SQLite keeps the other mode, without an error, where the file system cannot do it.
    TRY(Statement mode, database.prepare("PRAGMA journal_mode"));
    TRY_VOID(mode.step());
    if (mode.text(0) != "wal")
        return fail(Errc::store_unavailable, "database: its file system has no shared memory");
    return {};
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite(std::filesystem::path file) {
    TRY(FileLock lock, FileLock::acquire(std::filesystem::path(file).replace_extension(".lock")));
    TRY(Database database, Database::open(file));
    TRY_VOID(migrate(database));
    TRY_VOID(configure(database));
    TRY(EntryLog entries, EntryLog::open(database));
    auto store = std::make_unique<SqliteStore>(std::move(file), std::move(lock),
                                               std::move(database), std::move(entries));
    TRY_VOID(store->prepare());
    return store;
}

}  // namespace rejoinder::store

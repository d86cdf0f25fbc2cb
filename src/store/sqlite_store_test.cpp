#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <fstream>

#include "store/entry_log.hpp"
#include "store/test_changes.hpp"

namespace rejoinder::store {

namespace {

using testing::HasSubstr;

constexpr std::int64_t shard = 0;
constexpr Instant any_time = instant_from_epoch(0);

// No file of this process may grow above `bytes`: a full disk, as far as SQLite can tell.
class FullDisk {
public:
    explicit FullDisk(std::uintmax_t bytes) {
        before_handler_ = ::signal(SIGXFSZ, SIG_IGN);
        CHECK(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
        rlimit limited = before_;
        limited.rlim_cur = bytes;
        CHECK(::setrlimit(RLIMIT_FSIZE, &limited) == 0);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() {
        CHECK(::setrlimit(RLIMIT_FSIZE, &before_) == 0);
        ::signal(SIGXFSZ, before_handler_);
    }

private:
    rlimit before_{};
    void (*before_handler_)(int) = nullptr;
};

// A session, its chat and `count` entries of about a kilobyte.
std::vector<record::Change> large_batch(std::uint64_t session, std::int64_t count) {
    std::vector<record::Change> changes{test_session(session), test_chat(session)};
    for (std::int64_t position = 0; position < count; ++position)
        changes.emplace_back(test_entry(session, position, std::string(1000, 'x')));
    return changes;
}

TEST(SqliteStore, FilesAreReadableByTheirOwnerOnly) {
    const TestDirectory directory;
    const auto store = *open_sqlite(directory.database());
    ASSERT_TRUE(store->take_over(shard));
    for (const auto& file :
         std::filesystem::directory_iterator(directory.database().parent_path())) {
        struct stat status{};
        ASSERT_EQ(::stat(file.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777u, 0600u) << file.path();
    }
}

TEST(SqliteStore, ASecondStoreOnTheSameFileIsRefused) {
    const TestDirectory directory;
    auto first = open_sqlite(directory.database());
    ASSERT_TRUE(first);
    const auto second = open_sqlite(directory.database());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, Errc::conflict);
    EXPECT_THAT(second.error().detail, HasSubstr("another server"));

    first->reset();
    EXPECT_TRUE(open_sqlite(directory.database()));
}

TEST(SqliteStore, OperatorsReadTheTranscriptWhileItRuns) {
    const TestDirectory directory;
    const auto store = *open_sqlite(directory.database());
    const std::int64_t epoch = *store->take_over(shard);
    // Enough for both halves of the view: entries with and without their place.
    const std::vector<std::int64_t> sizes{EntryLog::unplaced_max, 2};
    for (std::int64_t number = 0; number < 2; ++number) {
        const auto session = static_cast<std::uint64_t>(number);
        const auto changes = large_batch(session, sizes[session]);
        ASSERT_TRUE(store->commit(Batch{shard, epoch, number, changes}));
    }

    Database reader = *Database::open(directory.database());
    for (std::uint64_t session = 0; session < 2; ++session) {
        const auto count = reader.integer("SELECT count(*) FROM transcript WHERE chat = '" +
                                          numbered_session(session).str() + "'");
        EXPECT_EQ(*count, sizes[session]);
    }
}

TEST(SqliteStore, ANewerSchemaIsRefusedAndLeftAlone) {
    const TestDirectory directory;
    ASSERT_TRUE(open_sqlite(directory.database()));
    ASSERT_TRUE(Database::open(directory.database())->execute("PRAGMA user_version = 99"));

    const auto store = open_sqlite(directory.database());
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, Errc::conflict);
    EXPECT_THAT(store.error().detail, HasSubstr("newer release"));
    EXPECT_EQ(*Database::open(directory.database())->integer("PRAGMA user_version"), 99);
}

TEST(SqliteStore, AnotherProgramsDatabaseIsRefused) {
    const TestDirectory directory;
    ASSERT_TRUE(Database::open(directory.database())->execute("CREATE TABLE recipe (name)"));
    const auto store = open_sqlite(directory.database());
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, Errc::conflict);
}

TEST(SqliteStore, AFileThatIsNoDatabaseIsRefused) {
    const TestDirectory directory;
    std::ofstream(directory.database()) << std::string(10'000, 'x');
    const auto store = open_sqlite(directory.database());
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, Errc::store_unavailable);
    EXPECT_THAT(store.error().detail, HasSubstr("not a database"));
}

TEST(SqliteStore, AMissingDirectoryIsTold) {
    const auto store = open_sqlite("/no/such/directory/rejoinder.db");
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, Errc::store_unavailable);
    EXPECT_THAT(store.error().detail, HasSubstr("No such file"));
}

TEST(SqliteStore, DamagedPagesAreAnErrorNotAWrongAnswer) {
    const TestDirectory directory;
    {
        const auto store = *open_sqlite(directory.database());
        const std::int64_t epoch = *store->take_over(shard);
        const auto changes = large_batch(1, 200);
        ASSERT_TRUE(store->commit(Batch{shard, epoch, 0, changes}));
    }
    const auto size = std::filesystem::file_size(directory.database());
    {
        std::fstream file(directory.database(), std::ios::in | std::ios::out | std::ios::binary);
        for (std::uintmax_t page = 8192; page < size; page += 4096) {
            file.seekp(static_cast<std::streamoff>(page));
            file << std::string(64, '\x5a');
        }
    }
    const auto store = open_sqlite(directory.database());
    const auto loaded = store ? (*store)->load(any_time) : std::unexpected(store.error());
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, Errc::store_unavailable);
}

TEST(SqliteStore, AfterAFullDiskTheSameBatchSucceeds) {
    const TestDirectory directory;
    auto store = *open_sqlite(directory.database());
    const std::int64_t epoch = *store->take_over(shard);
    const auto before = large_batch(1, 10);
    ASSERT_TRUE(store->commit(Batch{shard, epoch, 0, before}));

    const auto changes = large_batch(2, 500);
    const auto log = directory.database().string() + "-wal";
    for (int attempt = 0; attempt < 3; ++attempt) {
        const FullDisk full(std::filesystem::file_size(log) + 20'000);
        const auto committed = store->commit(Batch{shard, epoch, 1, changes});
        ASSERT_FALSE(committed);
        EXPECT_EQ(committed.error().code, Errc::store_unavailable);
        EXPECT_THAT(committed.error().detail, HasSubstr("disk I/O error"));
    }
    EXPECT_EQ(store->load(any_time)->entries.size(), 10u);

    ASSERT_TRUE(store->commit(Batch{shard, epoch, 1, changes}));
    EXPECT_EQ(store->load(any_time)->entries.size(), 510u);
    store.reset();
    store = *open_sqlite(directory.database());
    EXPECT_EQ(store->load(any_time)->entries.size(), 510u);
}

// Fills what the store remembers between commits and lets a commit fail that would have moved it.
TEST(SqliteStore, AFailedCommitForgetsNoEntryThatWaitsForItsPlace) {
    const TestDirectory directory;
    auto store = *open_sqlite(directory.database());
    const std::int64_t epoch = *store->take_over(shard);
    const auto most = static_cast<std::int64_t>(EntryLog::unplaced_max) - 100;
    const auto before = large_batch(1, most);
    ASSERT_TRUE(store->commit(Batch{shard, epoch, 0, before}));

    const auto changes = large_batch(2, 200);
    {
        const FullDisk full(20'000);
        ASSERT_FALSE(store->commit(Batch{shard, epoch, 1, changes}));
    }
    ASSERT_TRUE(store->commit(Batch{shard, epoch, 1, changes}));
    const std::vector<record::Change> more{test_entry(1, 3, "replaced"), test_entry(1, most)};
    ASSERT_TRUE(store->commit(Batch{shard, epoch, 2, more}));

    const auto entries = store->load(any_time)->entries;
    EXPECT_EQ(entries.size(), static_cast<std::size_t>(most) + 201u);
    EXPECT_EQ(std::ranges::count(entries, "replaced", &record::Entry::content), 1);
}

TEST(Database, AFullDatabaseIsUnavailableAndSaysSo) {
    const TestDirectory directory;
    Database database = *Database::open(directory.database());
    ASSERT_TRUE(database.execute("CREATE TABLE t (x); PRAGMA max_page_count = 10"));
    const auto filled = database.execute("INSERT INTO t VALUES (zeroblob(100000))");
    ASSERT_FALSE(filled);
    EXPECT_EQ(filled.error().code, Errc::store_unavailable);
    EXPECT_THAT(filled.error().detail, HasSubstr("full"));
}

// The child's whole life: commits numbered batches and reports each once it is acknowledged.
[[noreturn]] void commit_for_ever(const std::filesystem::path& file, int report) {
    const auto store = *open_sqlite(file);
    const std::int64_t epoch = *store->take_over(shard);
    const std::vector<record::Change> first{test_session(1), test_chat(1)};
    CHECK(store->commit(Batch{shard, epoch, 0, first}));
    for (std::int64_t number = 1;; ++number) {
        const std::vector<record::Change> changes{test_entry(1, 2 * number),
                                                  test_entry(1, 2 * number + 1)};
        CHECK(store->commit(Batch{shard, epoch, number, changes}));
        CHECK(::write(report, &number, sizeof number) == sizeof number);
    }
}

TEST(SqliteStore, AKilledProcessLosesNothingItAcknowledged) {
    const TestDirectory directory;
    int pipe[2];
    ASSERT_EQ(::pipe(pipe), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) commit_for_ever(directory.database(), pipe[1]);
    ::close(pipe[1]);

    // Kill it in full flight, past the first time that places are written.
    constexpr std::int64_t kill_after = 2500;
    std::int64_t acknowledged = 0;
    while (::read(pipe[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged)
        if (acknowledged == kill_after) ::kill(child, SIGKILL);
    ::close(pipe[0]);
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    ASSERT_GE(acknowledged, kill_after);

    const auto store = *open_sqlite(directory.database());
    const auto entries = store->load(any_time)->entries;
    ASSERT_EQ(entries.size() % 2, 0u) << "a batch is stored whole or not at all";
    const auto batches = static_cast<std::int64_t>(entries.size() / 2);
    EXPECT_GE(batches, acknowledged);
    EXPECT_LE(batches, acknowledged + 1);
    for (std::int64_t index = 0; index < 2 * batches; ++index)
        ASSERT_EQ(entries[static_cast<std::size_t>(index)].position, index + 2);
    EXPECT_EQ(*store->take_over(shard), 2) << "the epoch survived too";
}

}  // namespace

}  // namespace rejoinder::store

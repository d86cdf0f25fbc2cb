#include "store/store.hpp"

#include <gtest/gtest.h>

#include "store/memory_store.hpp"
#include "store/test_changes.hpp"

namespace rejoinder::store {

namespace {

constexpr std::int64_t shard = 7;
constexpr Instant any_time = instant_from_epoch(0);

// The contract, kept by every engine alike.
class Contract : public testing::TestWithParam<bool> {
protected:
    Contract() {
        store_ = GetParam() ? *open_sqlite(directory_.database()) : make_memory_store();
        epoch_ = *store_->take_over(shard);
    }

    Result<void> commit(std::int64_t number, const std::vector<record::Change>& changes) {
        return store_->commit(Batch{shard, epoch_, number, changes});
    }
    record::Snapshot load() { return *store_->load(any_time); }

    TestDirectory directory_;
    std::unique_ptr<Store> store_;
    std::int64_t epoch_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Engines, Contract, testing::Bool(),
                         [](const auto& instance) { return instance.param ? "Sqlite" : "Memory"; });

TEST_P(Contract, AnEmptyStoreLoadsNothing) {
    EXPECT_EQ(difference(load(), record::Snapshot()), "");
}

TEST_P(Contract, ARepeatedBatchDoesNothing) {
    ASSERT_TRUE(commit(1, {test_session(1), test_chat(1), test_entry(1, 0, "first")}));
    ASSERT_TRUE(commit(2, {test_entry(1, 0, "second")}));
    EXPECT_TRUE(commit(1, {test_entry(1, 0, "first")}));
    EXPECT_TRUE(commit(2, {test_entry(1, 1, "never")}));

    const auto entries = load().entries;
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].content, "second");
}

TEST_P(Contract, TheOldOwnerIsRefusedAfterATakeOver) {
    ASSERT_TRUE(commit(5, {test_session(1)}));
    const std::int64_t older = epoch_;
    epoch_ = *store_->take_over(shard);
    EXPECT_GT(epoch_, older);

    const std::vector<record::Change> changes{test_session(2)};
    const auto refused = store_->commit(Batch{shard, older, 6, changes});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::conflict);
    EXPECT_EQ(load().sessions.size(), 1u);

    EXPECT_TRUE(commit(0, changes)) << "the new owner's numbers begin again";
    EXPECT_EQ(load().sessions.size(), 2u);
}

TEST_P(Contract, ShardsHaveTheirOwnEpochsAndNumbers) {
    const std::int64_t other = *store_->take_over(shard + 1);
    const std::vector<record::Change> changes{test_session(1)};
    EXPECT_TRUE(store_->commit(Batch{shard + 1, other, 3, changes}));
    EXPECT_TRUE(commit(2, {test_session(2)}));
    EXPECT_EQ(load().sessions.size(), 2u);
    EXPECT_EQ(store_->commit(Batch{shard + 2, 1, 0, {}}).error().code, Errc::conflict)
        << "nobody took it over";
}

TEST_P(Contract, EndedSessionsAreLeftOutWithAllThatIsTheirs) {
    auto ended = test_session(1);
    ended.ended_at = instant_from_epoch(1000);
    ASSERT_TRUE(commit(1, {ended, test_chat(1), test_entry(1, 0), test_session(2), test_chat(2),
                           test_entry(2, 0)}));

    const auto with = *store_->load(instant_from_epoch(1000));
    EXPECT_EQ(with.sessions.size(), 2u);
    EXPECT_EQ(with.entries.size(), 2u);
    const auto without = *store_->load(instant_from_epoch(1001));
    ASSERT_EQ(without.sessions.size(), 1u);
    ASSERT_EQ(without.chats.size(), 1u);
    ASSERT_EQ(without.entries.size(), 1u);
    EXPECT_EQ(without.entries[0].chat, numbered_session(2));
}

TEST_P(Contract, ALogoutEndsALogin) {
    record::Login login;
    login.token_hash = "hash";
    ASSERT_TRUE(commit(1, {login}));
    EXPECT_EQ(load().logins.size(), 1u);
    login.logout_time = instant_from_epoch(1);
    ASSERT_TRUE(commit(2, {login}));
    EXPECT_EQ(load().logins.size(), 0u);
}

TEST_P(Contract, ARenumberedEntryKeepsEverythingElse) {
    ASSERT_TRUE(commit(1, {test_session(1), test_chat(1), test_entry(1, 0), test_entry(1, 1)}));
    ASSERT_TRUE(commit(2, {record::EntryRenumbered{numbered_session(1), 1, 40},
                           record::EntryRenumbered{numbered_session(1), 2, 41},
                           record::EntryRenumbered{numbered_session(9), 0, 42}}));
    const auto entries = load().entries;
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].sequence, std::nullopt);
    EXPECT_EQ(entries[1].sequence, 40);
    EXPECT_EQ(entries[1].content, "Hello");
}

TEST_P(Contract, EntriesComeInTheOrderOfTheirPositions) {
    ASSERT_TRUE(commit(1, {test_session(1), test_chat(1), test_entry(1, 3), test_entry(1, 0)}));
    ASSERT_TRUE(commit(2, {test_entry(1, 2), test_entry(1, 1)}));
    const auto entries = load().entries;
    ASSERT_EQ(entries.size(), 4u);
    for (std::int64_t position = 0; position < 4; ++position)
        EXPECT_EQ(entries[static_cast<std::size_t>(position)].position, position);
}

TEST(MemoryStore, FailsAsOftenAsToldAndThenTakesTheSameBatch) {
    MemoryStore store;
    const std::int64_t epoch = *store.take_over(shard);
    const std::vector<record::Change> changes{test_session(1)};
    const Batch batch{shard, epoch, 1, changes};

    store.fail_commits(2);
    EXPECT_EQ(store.commit(batch).error().code, Errc::store_unavailable);
    EXPECT_EQ(store.commit(batch).error().code, Errc::store_unavailable);
    EXPECT_TRUE(store.load(any_time)->sessions.empty());
    EXPECT_TRUE(store.commit(batch));
    EXPECT_EQ(store.load(any_time)->sessions.size(), 1u);
}

// The same random steps to the memory store and to SQLite, which is closed and opened again now and
// then: they never tell a difference.
TEST(Model, MemoryAndSqliteAgreeThroughRestarts) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const TestDirectory directory;
        MemoryStore memory;
        auto sqlite = *open_sqlite(directory.database());
        RandomChanges random(seed);
        std::int64_t epoch = *memory.take_over(shard);
        ASSERT_EQ(*sqlite->take_over(shard), epoch);
        std::int64_t number = 0;
        const auto first = random.first();
        ASSERT_TRUE(memory.commit(Batch{shard, epoch, number, first}));
        ASSERT_TRUE(sqlite->commit(Batch{shard, epoch, number, first}));

        for (int step = 0; step < 200; ++step) {
            if (random.below(10) == 0) {
                sqlite.reset();
                sqlite = *open_sqlite(directory.database());
            }
            if (random.below(20) == 0) {
                const auto taken = memory.take_over(shard);
                ASSERT_EQ(*taken, *sqlite->take_over(shard));
                epoch = *taken;
            }
            const auto changes = random.some();
            const std::int64_t stale = random.below(15) == 0 ? 1 : 0;
            if (random.below(10) != 0) ++number;
            const Batch batch{shard, epoch - stale, number, changes};
            ASSERT_EQ(memory.commit(batch).has_value(), sqlite->commit(batch).has_value());
            if (random.below(4) != 0) continue;
            const Instant after = instant_from_epoch(static_cast<std::int64_t>(random.below(100)));
            ASSERT_EQ(difference(*memory.load(after), *sqlite->load(after)), "") << step;
        }
    }
}

}  // namespace

}  // namespace rejoinder::store

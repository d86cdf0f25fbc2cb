#include "app/committer.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/test_outlet.hpp"
#include "app/test_store.hpp"
#include "record/organization.hpp"

namespace rejoinder::app {
namespace {

using domain::Caller;
using domain::Outcome;
using domain::Outgoing;

constexpr std::int64_t shard = 0;

record::Change some_row() {
    return record::Organization{.id = OrganizationId::numbered(1), .name = "Shop"};
}

Step::Leaving reply(std::uint64_t caller, domain::BatchNumber after, bool is_urgent = true) {
    return {Outgoing{after, domain::Reply{{caller}, Outcome::done, {}}}, is_urgent};
}

Step::Leaving frame(std::uint64_t stream, domain::BatchNumber after, std::string text) {
    return {Outgoing{after, domain::StreamFrame{{stream}, std::move(text)}}, false};
}

std::uint64_t caller_of(const Outgoing& one) { return std::get<domain::Reply>(one.what).caller.id; }

const domain::Refusal* refusal_in(const Outgoing& one) {
    return std::get_if<domain::Refusal>(&one.what);
}

std::string frame_text(const Outgoing& one) { return std::get<domain::StreamFrame>(one.what).text; }

class Committing : public testing::Test {
protected:
    Committing() {
        auto fake = std::make_unique<TestStore>(disk);
        const auto epoch = fake->take_over(shard);
        committer = std::make_unique<Committer>(
            std::move(fake), shard, *epoch, outlet,
            [this](std::string_view event, std::string_view) {
                const std::lock_guard lock(events_mutex);
                events.emplace_back(event);
            },
            [this] { is_lost = true; });
    }

    void take(domain::BatchNumber number, std::size_t rows, std::vector<Step::Leaving> leaving) {
        Step step{.number = number, .changes = {}, .leaving = std::move(leaving)};
        for (std::size_t i = 0; i < rows; ++i) step.changes.push_back(some_row());
        committer->take(std::move(step));
    }

    std::vector<std::string> logged() {
        const std::lock_guard lock(events_mutex);
        return events;
    }

    std::shared_ptr<TestStore::Switch> disk = std::make_shared<TestStore::Switch>();
    TestOutlet outlet;
    std::mutex events_mutex;
    std::vector<std::string> events;
    std::atomic<bool> is_lost{false};
    std::unique_ptr<Committer> committer;
};

TEST_F(Committing, WhatRestsOnNothingLeavesAtOnce) {
    disk->hold();
    take(1, 1, {reply(7, 0)});

    ASSERT_EQ(outlet.left().size(), 1U);
    EXPECT_EQ(caller_of(outlet.left()[0]), 7U);
    disk->let_go();
}

TEST_F(Committing, WhatRestsOnABatchLeavesOnceThatIsStored) {
    disk->hold();
    take(1, 1, {reply(7, 1)});
    disk->await_tries(1);
    EXPECT_TRUE(outlet.left().empty());

    disk->let_go();
    EXPECT_EQ(caller_of(outlet.await(1)[0]), 7U);
    EXPECT_EQ(disk->stored(), std::vector<std::int64_t>{1});
}

TEST_F(Committing, StepsCollectWhileABatchIsOnItsWay) {
    disk->hold();
    take(1, 1, {reply(1, 1)});
    disk->await_tries(1);
    take(2, 1, {reply(2, 2)});
    take(3, 1, {reply(3, 3)});

    disk->let_go();
    outlet.await(3);
    EXPECT_EQ(disk->stored(), (std::vector<std::int64_t>{1, 3}));
}

TEST_F(Committing, AStepWithoutChangesWaitsForNoBatchOfItsOwn) {
    take(1, 1, {reply(1, 1)});
    outlet.await(1);

    take(2, 0, {reply(2, 2)});
    EXPECT_EQ(caller_of(outlet.await(2)[1]), 2U);
}

TEST_F(Committing, FramesOfAStreamKeepTheirOrder) {
    disk->hold();
    take(1, 1, {frame(9, 1, "stored")});
    disk->await_tries(1);
    take(2, 0, {frame(9, 0, "passing"), frame(8, 0, "elsewhere")});

    ASSERT_EQ(outlet.left().size(), 1U);
    EXPECT_EQ(frame_text(outlet.left()[0]), "elsewhere");
    disk->let_go();
    const auto left = outlet.await(3);
    EXPECT_EQ(frame_text(left[1]), "stored");
    EXPECT_EQ(frame_text(left[2]), "passing");
}

TEST_F(Committing, AFailingStoreRefusesWhoWaitsAndKeepsTheRest) {
    disk->break_with(Errc::store_unavailable);
    take(1, 1, {reply(1, 1), reply(2, 1, false)});

    const auto left = outlet.await(1);
    ASSERT_EQ(left.size(), 1U);
    ASSERT_NE(refusal_in(left[0]), nullptr);
    EXPECT_EQ(refusal_in(left[0])->caller.id, 1U);
    EXPECT_EQ(refusal_in(left[0])->error.code, Errc::store_unavailable);
    EXPECT_FALSE(committer->is_storing());

    disk->repair();
    EXPECT_EQ(caller_of(outlet.await(2)[1]), 2U);
    EXPECT_EQ(disk->stored(), std::vector<std::int64_t>{1});
}

TEST_F(Committing, AnAnswerThatComesWhileTheStoreFailsIsRefusedAtOnce) {
    disk->break_with(Errc::store_unavailable);
    take(1, 1, {reply(1, 1)});
    outlet.await(1);

    take(2, 1, {reply(2, 2)});
    const auto left = outlet.await(2);
    ASSERT_NE(refusal_in(left[1]), nullptr);
    EXPECT_EQ(refusal_in(left[1])->caller.id, 2U);
}

TEST_F(Committing, AFailureIsLoggedWhenItBeginsAndWhenItEnds) {
    disk->break_with(Errc::store_unavailable);
    take(1, 1, {reply(1, 1, false)});
    disk->await_tries(2);
    disk->repair();
    outlet.await(1);

    EXPECT_EQ(logged(), (std::vector<std::string>{"store_failed", "store_recovered"}));
}

TEST_F(Committing, StoppingCommitsWhatWasTaken) {
    disk->hold();
    take(1, 1, {reply(1, 1)});
    disk->await_tries(1);
    take(2, 1, {reply(2, 2)});
    disk->let_go();

    committer->stop();
    EXPECT_EQ(outlet.left().size(), 2U);
    EXPECT_EQ(disk->stored(), (std::vector<std::int64_t>{1, 2}));
}

TEST_F(Committing, StoppingDoesNotWaitForAStoreThatFails) {
    disk->break_with(Errc::store_unavailable);
    take(1, 1, {reply(1, 1)});
    outlet.await(1);

    committer->stop();
    EXPECT_TRUE(disk->stored().empty());
}

TEST_F(Committing, AShardThatWasTakenOverIsGivenUp) {
    disk->break_with(Errc::conflict);
    take(1, 1, {reply(1, 1)});

    EXPECT_NE(refusal_in(outlet.await(1)[0]), nullptr);
    committer->stop();
    EXPECT_TRUE(is_lost);
    EXPECT_EQ(logged(), std::vector<std::string>{"shard_lost"});
}

TEST_F(Committing, TimesAreCounted) {
    take(1, 3, {reply(1, 1)});
    outlet.await(1);

    const CommitTimes times = committer->times();
    std::uint64_t commits = 0;
    for (const std::uint64_t count : times.counts) commits += count;
    EXPECT_EQ(commits, 1U);
    EXPECT_EQ(times.changes_total, 3U);
}

}  // namespace
}  // namespace rejoinder::app

#include "app/shard.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <latch>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/test_outlet.hpp"
#include "app/test_store.hpp"
#include "domain/affinity.hpp"

namespace rejoinder::app {
namespace {

using domain::Caller;
using domain::Outcome;
using domain::Outgoing;

constexpr std::string_view organization = "00D000000000001";
constexpr std::string_view deployment = "572000000000001";
constexpr std::string_view button = "573000000000001";

const Outgoing* answer_to(const std::vector<Outgoing>& left, std::uint64_t caller) {
    for (const Outgoing& one : left) {
        const auto* reply = std::get_if<domain::Reply>(&one.what);
        const auto* refusal = std::get_if<domain::Refusal>(&one.what);
        if ((reply && reply->caller.id == caller) || (refusal && refusal->caller.id == caller))
            return &one;
    }
    return nullptr;
}

std::optional<Outcome> outcome_of(const std::vector<Outgoing>& left, std::uint64_t caller) {
    const Outgoing* answer = answer_to(left, caller);
    const auto* reply = answer ? std::get_if<domain::Reply>(&answer->what) : nullptr;
    return reply ? std::optional(reply->outcome) : std::nullopt;
}

std::optional<Errc> refusal_of(const std::vector<Outgoing>& left, std::uint64_t caller) {
    const Outgoing* answer = answer_to(left, caller);
    const auto* refusal = answer ? std::get_if<domain::Refusal>(&answer->what) : nullptr;
    return refusal ? std::optional(refusal->error.code) : std::nullopt;
}

// A shop with one button that takes chats into its queue, and one agent, who is away.
std::vector<record::Change> shop() {
    const auto id = *OrganizationId::parse(organization);
    const auto skill = SkillId::numbered(1);
    record::Deployment site;
    site.id = *DeploymentId::parse(deployment);
    site.organization = id;
    site.allowed_origins = {"https://shop.example"};
    record::Button entry;
    entry.id = *ButtonId::parse(button);
    entry.organization = id;
    entry.skills = {skill};
    record::Agent ann;
    ann.id = AgentId::numbered(1);
    ann.organization = id;
    ann.role = record::AgentRole::admin;
    ann.skills = {skill};
    return {record::Organization{id, "Shop"},
            site,
            record::Skill{skill, id, "Support", {}},
            entry,
            ann,
            record::Presence{ann.id, id, record::PresenceState::away, "", Clock().now()}};
}

class ShardTest : public testing::Test {
protected:
    void start(std::size_t queue_max = 64) {
        auto store = std::make_unique<TestStore>(disk);
        store->seed(shop());
        auto started = Shard::start(
            {.number = 0, .queue_max = queue_max, .settings = {}}, std::move(store), clock, outlet,
            {.store_log = [](auto, auto) {},
             .refusal_log = [this](const Refused&) { on_refusal(); },
             .origins = [this](auto allowed) { origins.push_back(allowed); },
             .lost = [] {}});
        ASSERT_TRUE(started);
        shard = *std::move(started);
    }

    domain::SessionContext context(std::uint8_t visitor) const {
        const SessionId session(Uuid::from_random({visitor, 1, 2, 3}));
        domain::AffinityClaim claim{.is_present = true, .count = 1, .tokens = {}};
        claim.tokens[0] = domain::affinity_token(session, 0);
        return {.session = session,
                .created_at = clock.now(),
                .api_version = 43,
                .affinity = claim,
                .network = 1};
    }

    domain::Request poll(std::uint8_t visitor) const { return domain::Poll{context(visitor), -1}; }

    domain::Request post(std::uint8_t visitor, protocol::request::Post post) const {
        std::vector<protocol::request::Post> posts;
        posts.push_back(std::move(post));
        return domain::VisitorPost{.context = context(visitor),
                                   .sequence = std::nullopt,
                                   .posts = std::move(posts),
                                   .origin = {},
                                   .random = {}};
    }

    domain::Request init(std::uint8_t visitor) const {
        protocol::request::ChasitorInit init;
        init.organization_id = organization;
        init.deployment_id = deployment;
        init.button_id = button;
        return post(visitor, std::move(init));
    }

    void submit(domain::Request request, std::uint64_t caller) {
        ASSERT_TRUE(shard->submit(std::move(request), Caller{caller}));
    }

    // A request that is refused at once.
    domain::Request stranger() const {
        domain::SessionContext wrong = context(99);
        wrong.affinity.tokens[0] ^= 1;
        return domain::Poll{wrong, -1};
    }

    Clock clock;
    TestOutlet outlet;
    std::function<void()> on_refusal = [] {};
    // All that were told, to be read when the shard has stopped, or before anything is submitted.
    std::vector<std::vector<std::string>> origins;
    std::shared_ptr<TestStore::Switch> disk = std::make_shared<TestStore::Switch>();
    std::unique_ptr<Shard> shard;
};

TEST_F(ShardTest, NothingLeavesBeforeWhatItRestsOnIsStored) {
    start();
    disk->hold();
    submit(poll(1), 1);
    submit(init(1), 2);
    disk->await_tries(1);
    EXPECT_EQ(answer_to(outlet.left(), 2), nullptr);

    disk->let_go();
    const auto left = outlet.await(2);
    EXPECT_EQ(outcome_of(left, 1), Outcome::json);
    EXPECT_EQ(outcome_of(left, 2), Outcome::done);
}

TEST_F(ShardTest, WhatRestsOnNothingDoesNotWaitForTheDisk) {
    start();
    disk->hold();
    submit(init(1), 1);
    disk->await_tries(1);
    submit(stranger(), 2);

    EXPECT_EQ(refusal_of(outlet.await(1), 2), Errc::affinity_moved);
    disk->let_go();
}

TEST_F(ShardTest, StoppingAnswersWhatIsParked) {
    start();
    submit(poll(1), 1);
    shard->stop();

    EXPECT_EQ(outcome_of(outlet.left(), 1), Outcome::nothing_new);
    EXPECT_FALSE(shard->submit(poll(1), Caller{2}));
}

TEST_F(ShardTest, StoppingFinishesWhatWasTaken) {
    start();
    submit(init(1), 1);
    shard->stop();

    EXPECT_EQ(outcome_of(outlet.left(), 1), Outcome::done);
    EXPECT_FALSE(disk->stored().empty());
}

TEST_F(ShardTest, AFailingStoreRefusesPostsAndKeepsPolls) {
    start();
    disk->break_with(Errc::store_unavailable);
    submit(poll(1), 1);
    submit(init(1), 2);
    EXPECT_EQ(refusal_of(outlet.await(1), 2), Errc::store_unavailable);

    submit(init(2), 3);
    EXPECT_EQ(refusal_of(outlet.await(2), 3), Errc::store_unavailable);
    EXPECT_EQ(answer_to(outlet.left(), 1), nullptr);

    disk->repair();
    EXPECT_EQ(outcome_of(outlet.await(3), 1), Outcome::json);
}

TEST_F(ShardTest, PollsAreTakenWhileTheStoreFails) {
    start();
    disk->break_with(Errc::store_unavailable);
    submit(init(1), 1);
    outlet.await(1);

    submit(poll(2), 2);
    submit(poll(2), 3);
    EXPECT_EQ(refusal_of(outlet.await(2), 2), Errc::duplicate_poll);
    disk->repair();
}

TEST_F(ShardTest, NewcomersAreRefusedFirstWhenTooManyWait) {
    std::latch is_held(1);
    std::latch may_go_on(1);
    on_refusal = [&, is_first = true]() mutable {
        if (!std::exchange(is_first, false)) return;
        is_held.count_down();
        may_go_on.wait();
    };
    start(16);
    submit(stranger(), 1);
    is_held.wait();

    for (std::uint8_t visitor = 0; visitor < 14; ++visitor) submit(poll(visitor), 100U + visitor);
    EXPECT_TRUE(shard->is_crowded());
    EXPECT_FALSE(shard->submit(init(50), Caller{50}));
    submit(poll(14), 114);
    submit(poll(15), 115);
    EXPECT_FALSE(shard->submit(poll(16), Caller{116}));
    EXPECT_TRUE(shard->submit(domain::CallerGone{}, Caller{100}));
    may_go_on.count_down();

    shard->stop();
    EXPECT_EQ(shard->figures().refused_total, 2U);
    // The first one, and 15 of the 16 polls: one has hung up.
    EXPECT_EQ(outlet.left().size(), 16U);
}

TEST_F(ShardTest, FiguresTellWhatIsThere) {
    start();
    submit(init(1), 1);
    submit(poll(2), 2);
    outlet.await(1);
    shard->stop();

    const ShardFigures figures = shard->figures();
    EXPECT_EQ(figures.desk.chats_requested_total, 1U);
    EXPECT_EQ(figures.requests_total, 2U);
    EXPECT_EQ(figures.queue_depth, 0U);
    EXPECT_TRUE(figures.is_storing);
}

TEST_F(ShardTest, TheOriginsOfItsDeploymentsAreToldAtTheStartAndWhenTheyChange) {
    start();
    ASSERT_EQ(origins.size(), 1U);
    EXPECT_EQ(origins.back(), std::vector<std::string>{"https://shop.example"});

    submit(domain::OpenLogin{AgentId::numbered(1), "token", "hash",
                             clock.now() + std::chrono::hours(1)},
           1);
    submit(init(1), 2);
    domain::agent::ReplaceObject change{
        .kind = domain::agent::ObjectKind::deployment,
        .id = std::string(deployment),
        .body = R"({"name":"Site","allowedOrigins":["https://new.example"]})",
        .if_match = "*"};
    submit(domain::AgentRequest{"hash", "", domain::agent::Administer{std::move(change)}}, 3);
    shard->stop();

    EXPECT_EQ(outcome_of(outlet.left(), 3), Outcome::object);
    ASSERT_EQ(origins.size(), 2U);
    EXPECT_EQ(origins.back(), std::vector<std::string>{"https://new.example"});
}

}  // namespace
}  // namespace rejoinder::app

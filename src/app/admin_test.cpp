#include "app/admin.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "app/demo.hpp"
#include "app/password.hpp"
#include "app/private_file.hpp"
#include "app/test_directory.hpp"

namespace rejoinder::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Instant now = instant_from_epoch(1'790'000'000'000);

class AdminTest : public ::testing::Test {
protected:
    record::Snapshot stored() { return *store_->load(now); }

    Import import(const std::string& text) {
        const auto file = read_organization(text, "org.toml");
        EXPECT_TRUE(file) << file.error().front();
        auto plan = plan_import(*file, stored());
        EXPECT_TRUE(plan) << plan.error().detail;
        EXPECT_TRUE(commit_import(*plan, *store_));
        return *std::move(plan);
    }

    std::unique_ptr<store::Store> store_ = store::make_memory_store();
};

std::string organization(std::string_view agent_lines, std::string_view skills = R"(["Support"])") {
    return R"(
        [organization]
        id = "00D000000000001"
        name = "Demo"
        [[skill]]
        id = "0C5000000000001"
        name = "Support"
        [[skill]]
        id = "0C5000000000002"
        name = "Sales"
        [[agent]]
        id = "005000000000001"
        username = "ann"
        name = "Ann"
        skills = )" +
           std::string(skills) + "\n" + std::string(agent_lines);
}

TEST_F(AdminTest, ANewAgentWithoutAPasswordGetsARandomOne) {
    const Import done = import(organization(""));
    ASSERT_THAT(done.passwords, SizeIs(1));
    EXPECT_EQ(done.passwords[0].username, "ann");
    ASSERT_THAT(stored().agents, SizeIs(1));
    EXPECT_TRUE(password::verify(stored().agents[0].password_hash, done.passwords[0].password));
    EXPECT_THAT(stored().agents[0].skills, SizeIs(1));
}

TEST_F(AdminTest, ImportingAgainChangesNothing) {
    import(organization(""));
    const Import again = import(organization(""));
    EXPECT_THAT(again.changes, IsEmpty());
    EXPECT_THAT(again.passwords, IsEmpty());
}

TEST_F(AdminTest, WhatDiffersIsChangedAndThePasswordStays) {
    import(organization("password = \"first\""));
    const std::string hash = stored().agents[0].password_hash;

    const Import changed = import(organization("capacity = 7"));
    EXPECT_THAT(changed.changes, SizeIs(1));
    EXPECT_EQ(stored().agents[0].capacity, 7);
    EXPECT_EQ(stored().agents[0].password_hash, hash);

    EXPECT_THAT(import(organization("capacity = 7\npassword = \"first\"")).changes, IsEmpty());
    EXPECT_THAT(import(organization("capacity = 7\npassword = \"second\"")).changes, SizeIs(1));
    EXPECT_TRUE(password::verify(stored().agents[0].password_hash, "second"));
}

TEST_F(AdminTest, AnAgentHasTheSkillsOfTheFile) {
    import(organization(""));
    import(organization("", R"(["Sales"])"));
    EXPECT_THAT(stored().agents[0].skills, ElementsAre(*SkillId::parse("0C5000000000002")));
}

TEST_F(AdminTest, WhatBelongsToSomebodyElseIsAConflict) {
    import(organization(""));
    std::string text = organization("");
    const auto plan = [&] {
        const auto file = read_organization(text, "org.toml");
        EXPECT_TRUE(file);
        const auto planned = plan_import(*file, stored());
        return planned ? Errc::internal : planned.error().code;
    };
    text.replace(text.find("00D000000000001"), 15, "00D000000000002");
    EXPECT_EQ(plan(), Errc::conflict);
    text = organization("");
    text.replace(text.find("005000000000001"), 15, "005000000000009");
    EXPECT_EQ(plan(), Errc::conflict);
}

TEST_F(AdminTest, ANewPasswordLogsTheAgentOutEverywhere) {
    import(organization("password = \"first\""));
    const record::Agent ann = stored().agents[0];
    const record::Change login = record::Login{.token_hash = "abc",
                                               .agent = ann.id,
                                               .organization = ann.organization,
                                               .login_time = now,
                                               .expires_at = now + std::chrono::hours{1},
                                               .logout_time = {}};
    const auto epoch = store_->take_over(0);
    ASSERT_TRUE(store_->commit(
        {.shard = 0, .epoch = *epoch, .number = 1, .changes = std::span(&login, 1)}));
    ASSERT_THAT(stored().logins, SizeIs(1));

    ASSERT_TRUE(set_password(*store_, ann.organization, "ann", "second", now));
    EXPECT_TRUE(password::verify(stored().agents[0].password_hash, "second"));
    EXPECT_THAT(stored().logins, IsEmpty());

    const auto unknown = set_password(*store_, ann.organization, "eve", "x", now);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, Errc::not_found);
}

TEST_F(AdminTest, TheDemoIsImportedOnceAndItsPasswordsAreWritten) {
    const TestDirectory directory;
    const auto data = DataDirectory::open(directory.path() / "data");
    ASSERT_TRUE(data);

    const auto first = import_demo(*data, *store_);
    ASSERT_TRUE(first && *first);
    ASSERT_THAT((*first)->passwords, SizeIs(2));
    EXPECT_THAT(stored().organizations, SizeIs(1));
    const auto lines = read_private_file(data->demo_agents(), 1000);
    ASSERT_TRUE(lines && *lines);
    EXPECT_EQ(**lines, "ann " + (*first)->passwords[0].password + "\nbob " +
                           (*first)->passwords[1].password + "\n");
    EXPECT_THAT(demo_banner(**first, *data), HasSubstr((*first)->passwords[1].password));

    const auto second = import_demo(*data, *store_);
    ASSERT_TRUE(second);
    EXPECT_FALSE(*second);
    EXPECT_EQ(*read_private_file(data->demo_agents(), 1000), *lines);
}

}  // namespace
}  // namespace rejoinder::app

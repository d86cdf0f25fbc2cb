#include "app/organization_import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "app/admin.hpp"
#include "app/demo.hpp"
#include "app/organization_file.hpp"
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

class ImportTest : public ::testing::Test {
protected:
    record::Snapshot stored() { return *store_->load(now); }

    Import import(const std::string& text, Prune prune = Prune::no) {
        const auto file = read_organization(text, "org.toml");
        EXPECT_TRUE(file) << file.error().front();
        auto plan = plan_import(*file, stored(), prune, now);
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

TEST_F(ImportTest, ANewAgentWithoutAPasswordGetsARandomOne) {
    const Import done = import(organization(""));
    ASSERT_THAT(done.passwords, SizeIs(1));
    EXPECT_EQ(done.passwords[0].username, "ann");
    ASSERT_THAT(stored().agents, SizeIs(1));
    EXPECT_TRUE(password::verify(stored().agents[0].password_hash, done.passwords[0].password));
    EXPECT_THAT(stored().agents[0].skills, SizeIs(1));
}

TEST_F(ImportTest, ImportingAgainChangesNothing) {
    import(organization(""));
    const Import again = import(organization(""));
    EXPECT_THAT(again.changes, IsEmpty());
    EXPECT_THAT(again.passwords, IsEmpty());
}

TEST_F(ImportTest, WhatDiffersIsChangedAndThePasswordStays) {
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

TEST_F(ImportTest, AnAgentHasTheSkillsOfTheFile) {
    import(organization(""));
    import(organization("", R"(["Sales"])"));
    EXPECT_THAT(stored().agents[0].skills, ElementsAre(*SkillId::parse("0C5000000000002")));
}

TEST_F(ImportTest, WhatBelongsToSomebodyElseIsAConflict) {
    import(organization(""));
    std::string text = organization("");
    const auto plan = [&] {
        const auto file = read_organization(text, "org.toml");
        EXPECT_TRUE(file);
        const auto planned = plan_import(*file, stored(), Prune::no, now);
        return planned ? Errc::internal : planned.error().code;
    };
    text.replace(text.find("00D000000000001"), 15, "00D000000000002");
    EXPECT_EQ(plan(), Errc::conflict);
    text = organization("");
    text.replace(text.find("005000000000001"), 15, "005000000000009");
    EXPECT_EQ(plan(), Errc::conflict);
}

TEST_F(ImportTest, TheDemoIsImportedOnceAndItsPasswordsAreWritten) {
    const TestDirectory directory;
    const auto data = DataDirectory::open(directory.path() / "data");
    ASSERT_TRUE(data);

    const auto first = import_demo(*data, *store_, now);
    ASSERT_TRUE(first && *first);
    ASSERT_THAT((*first)->passwords, SizeIs(3));
    EXPECT_THAT(stored().organizations, SizeIs(1));
    const auto lines = read_private_file(data->demo_agents(), 1000);
    ASSERT_TRUE(lines && *lines);
    EXPECT_EQ(**lines, "ann " + (*first)->passwords[0].password + "\nbob " +
                           (*first)->passwords[1].password + "\nsue " +
                           (*first)->passwords[2].password + "\n");
    EXPECT_THAT(demo_banner(**first, *data), HasSubstr((*first)->passwords[1].password));

    const auto second = import_demo(*data, *store_, now);
    ASSERT_TRUE(second);
    EXPECT_FALSE(*second);
    EXPECT_EQ(*read_private_file(data->demo_agents(), 1000), *lines);
}

TEST_F(ImportTest, WhatTheFilesDoNotNameStaysUnlessPruned) {
    import(organization(""));
    const std::string smaller = R"(
        [organization]
        id = "00D000000000001"
        name = "Demo"
        [[skill]]
        id = "0C5000000000001"
        name = "Support"
    )";
    const Import kept = import(smaller);
    EXPECT_THAT(kept.changes, IsEmpty());
    EXPECT_EQ(kept.count(RowReport::Action::left), 2u);
    EXPECT_THAT(stored().agents, SizeIs(1));

    const Import pruned = import(smaller, Prune::yes);
    EXPECT_EQ(pruned.count(RowReport::Action::removed), 2u);
    EXPECT_THAT(stored().agents, IsEmpty());
    EXPECT_THAT(stored().skills, SizeIs(1));
}

TEST_F(ImportTest, PruningLogsOutAndLeavesWhatOpenChatsNeed) {
    import(organization("password = \"first\"") + R"(
        [[agent]]
        id = "005000000000002"
        username = "bob"
        name = "Bob"
        password = "second"
    )");
    const auto organization_id = *OrganizationId::parse("00D000000000001");
    record::Session session;
    session.id = SessionId(Uuid::from_random({}));
    record::Chat chat;
    chat.id = session.id;
    chat.organization = organization_id;
    chat.agent = AgentId::numbered(1);
    chat.state = record::ChatState::engaged;
    record::BlockingRule rule;
    rule.id = BlockingRuleId::numbered(1);
    rule.organization = organization_id;
    rule.owner_type = record::BlockingRuleOwner::agent;
    record::Login login;
    login.token_hash = "abc";
    login.agent = AgentId::numbered(2);
    login.organization = organization_id;
    login.expires_at = now + std::chrono::hours{1};
    const std::vector<record::Change> changes = {session, chat, rule, login};
    ASSERT_TRUE(commit_changes(*store_, changes));

    const Import pruned =
        import("[organization]\nid = \"00D000000000001\"\nname = \"Demo\"\n", Prune::yes);
    EXPECT_EQ(pruned.count(RowReport::Action::left), 2u);
    EXPECT_THAT(stored().agents, SizeIs(1));
    EXPECT_EQ(stored().agents.at(0).username, "ann");
    EXPECT_THAT(stored().blocking_rules, SizeIs(1));
    EXPECT_THAT(stored().logins, IsEmpty());
}

TEST_F(ImportTest, ABlockingRuleKeepsTheTimeItWasMade) {
    const std::string rule = R"(
        [[blocking_rule]]
        id = "0BR000000000001"
        from_address = "192.0.2.1"
    )";
    import(organization("") + rule);
    EXPECT_EQ(stored().blocking_rules.at(0).created_at, now);
    EXPECT_THAT(import(organization("") + rule).changes, IsEmpty());
}

TEST_F(ImportTest, AnExportImportedAgainChangesNothing) {
    import(organization("password = \"first\""));
    const auto files = write_organization(
        stored().organizations.at(0),
        rows_of_organization(stored(), *OrganizationId::parse("00D000000000001")));
    const auto file = read_organization(files, record::Snapshot());
    ASSERT_TRUE(file) << file.error().front();
    const auto plan = plan_import(*file, stored(), Prune::yes, now);
    ASSERT_TRUE(plan);
    EXPECT_THAT(plan->changes, IsEmpty());
    EXPECT_THAT(plan->rows, IsEmpty());
}

}  // namespace
}  // namespace rejoinder::app

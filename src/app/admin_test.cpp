#include "app/admin.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "app/password.hpp"

namespace rejoinder::app {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Instant now = instant_from_epoch(1'790'000'000'000);

class AdminTest : public ::testing::Test {
protected:
    record::Snapshot stored() { return *store_->load(now); }

    std::unique_ptr<store::Store> store_ = store::make_memory_store();
};

TEST_F(AdminTest, ANewPasswordLogsTheAgentOutEverywhere) {
    record::Agent ann;
    ann.id = *AgentId::parse("005000000000001");
    ann.organization = *OrganizationId::parse("00D000000000001");
    ann.username = "ann";
    const std::vector<record::Change> changes = {record::Organization{ann.organization, "Demo"},
                                                 ann};
    ASSERT_TRUE(commit_changes(*store_, changes));
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

}  // namespace
}  // namespace rejoinder::app

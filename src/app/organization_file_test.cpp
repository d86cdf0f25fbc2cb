#include "app/organization_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"

namespace rejoinder::app {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr std::string_view head = "[organization]\nid = \"00D000000000001\"\nname = \"Demo\"\n";

Problems problems_of(const std::string& text) {
    const auto read = read_organization(text, "org.toml");
    return read ? Problems() : read.error();
}

TEST(OrganizationFile, TheDemoIsRead) {
    const auto read = read_organization(demo_organization_toml, "demo");
    ASSERT_TRUE(read) << read.error().front();
    EXPECT_EQ(read->organization.id.view(), "00D000000000001");
    ASSERT_THAT(read->deployments, SizeIs(1));
    EXPECT_EQ(read->deployments[0].connection_timeout, 150s);
    ASSERT_THAT(read->agents, SizeIs(2));
    EXPECT_EQ(read->agents[0].row.username, "ann");
    EXPECT_EQ(read->agents[0].password, std::nullopt);
    EXPECT_THAT(read->agents[0].row.skills, ElementsAre(read->skills.at(0).id));
    ASSERT_THAT(read->buttons, SizeIs(1));
    EXPECT_EQ(read->buttons[0].routing_type, record::RoutingType::least_active);
    EXPECT_EQ(read->buttons[0].organization, read->organization.id);
}

TEST(OrganizationFile, EverySettingOfATableIsTaken) {
    const auto read = read_organization(std::string(head) + R"(
        [[deployment]]
        id = "572000000000001"
        name = "Shop"
        allowed_origins = ["https://a.example", "https://b.example:8443"]
        connection_warning = "10s"
        connection_timeout = "20s"
        transcript_save_enabled = true
        [[agent]]
        id = "005000000000001AAA"
        username = "bot"
        name = "Botty"
        password = "secret words"
        kind = "bot"
        role = "supervisor"
        capacity = 0
        sneak_peek = false
        [[button]]
        id = "573000000000001"
        name = "Chat"
        routing = "Choice"
        has_queue = false
        overall_queue_length = 5
        per_agent_queue_length = 2
        push_timeout = "30s"
        post_chat_url = "https://a.example/bye"
        chasitor_idle_timeout = "2m"
        chasitor_idle_timeout_warning = "90s"
        auto_greeting = "Hi"
    )",
                                        "org.toml");
    ASSERT_TRUE(read) << read.error().front();
    EXPECT_THAT(read->deployments[0].allowed_origins,
                ElementsAre("https://a.example", "https://b.example:8443"));
    EXPECT_EQ(read->deployments[0].connection_warning, 10s);
    const OrganizationFile::Agent& agent = read->agents.at(0);
    EXPECT_EQ(agent.row.id.view(), "005000000000001");
    EXPECT_EQ(agent.password, "secret words");
    EXPECT_EQ(agent.row.kind, record::AgentKind::bot);
    EXPECT_EQ(agent.row.role, record::AgentRole::supervisor);
    EXPECT_EQ(agent.row.capacity, 0);
    EXPECT_FALSE(agent.row.sneak_peek_enabled);
    const record::Button& button = read->buttons.at(0);
    EXPECT_EQ(button.routing_type, record::RoutingType::choice);
    EXPECT_FALSE(button.has_queue);
    EXPECT_EQ(button.push_timeout, 30s);
    EXPECT_EQ(button.chasitor_idle_timeout_warning, 90s);
    EXPECT_EQ(button.language, "en_US");
}

TEST(OrganizationFile, EveryProblemIsToldWithItsPlace) {
    EXPECT_THAT(problems_of("[organization]\n"
                            "id = \"00X000000000001\"\n"
                            "[[agent]]\n"
                            "id = \"573000000000001\"\n"
                            "username = \"a b\"\n"
                            "name = 5\n"
                            "skills = [\"Sales\"]\n"
                            "colour = \"red\"\n"
                            "[[button]]\n"
                            "name = \"Chat\"\n"
                            "routing = \"Fair\"\n"
                            "push_timeout = 30\n"
                            "[extra]\n"),
                ElementsAre("org.toml:1:1: name is missing",
                            HasSubstr("org.toml:2:6: id \"00X000000000001\" must be 15 or 18"),
                            HasSubstr("org.toml:4:6: id \"573000000000001\" must be 15 or 18"),
                            "org.toml:5:12: username must not have spaces",
                            "org.toml:6:8: name must be a text in quotes",
                            "org.toml:7:10: skills there is no [[skill]] named \"Sales\"",
                            "org.toml:8:1: there is no key colour", "org.toml:9:1: id is missing",
                            HasSubstr("org.toml:11:11: routing must be one of \"Choice\", \"Lea"),
                            HasSubstr("org.toml:12:16: push_timeout must be a time such as"),
                            "org.toml:13:2: there is no table extra"));
}

TEST(OrganizationFile, IdsAndNamesAreUnique) {
    const std::string agent =
        "[[agent]]\nid = \"005000000000001\"\nusername = \"ann\"\n"
        "name = \"Ann\"\n";
    EXPECT_THAT(problems_of(std::string(head) + agent + agent),
                ElementsAre("org.toml:9:6: id is used twice: 005000000000001",
                            "org.toml:10:12: username is used twice: ann"));
    const std::string skill = "[[skill]]\nid = \"0C5000000000001\"\nname = \"S\"\n";
    EXPECT_THAT(problems_of(std::string(head) + skill + skill), SizeIs(2));
}

TEST(OrganizationFile, NumbersHaveBounds) {
    const std::string agent =
        std::string(head) +
        "[[agent]]\nid = \"005000000000001\"\nusername = \"ann\"\nname = \"Ann\"\ncapacity = ";
    EXPECT_THAT(problems_of(agent + "-1"),
                ElementsAre("org.toml:8:12: capacity must be from 0 to 1000000000"));
    EXPECT_THAT(problems_of(agent + "1000000000"), SizeIs(0));
    EXPECT_THAT(problems_of(agent + "1000000001"), SizeIs(1));
}

TEST(OrganizationFile, WithoutAnOrganizationThereIsNothing) {
    EXPECT_THAT(problems_of(""), ElementsAre(HasSubstr("[organization] is missing")));
    EXPECT_THAT(problems_of("[[organization]]\n"), SizeIs(1));
    EXPECT_THAT(problems_of(std::string(head) + "[agent]\n"),
                ElementsAre(HasSubstr("write [[agent]]")));
}

}  // namespace
}  // namespace rejoinder::app

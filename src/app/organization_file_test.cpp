#include "app/organization_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

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
    ASSERT_THAT(read->rows.deployments, SizeIs(1));
    EXPECT_EQ(read->rows.deployments[0].connection_timeout, 150s);
    ASSERT_THAT(read->rows.agents, SizeIs(3));
    EXPECT_EQ(read->rows.agents[0].username, "ann");
    EXPECT_EQ(read->rows.agents[2].role, record::AgentRole::admin);
    EXPECT_THAT(read->passwords, SizeIs(0));
    EXPECT_THAT(read->rows.agents[1].skills, ElementsAre(read->rows.skills.at(0).id));
    ASSERT_THAT(read->rows.buttons, SizeIs(2));
    EXPECT_EQ(read->rows.buttons[0].routing_type, record::RoutingType::least_active);
    EXPECT_EQ(read->rows.buttons[0].organization, read->organization.id);
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
        sneak_peek_enabled = false
        [[button]]
        id = "573000000000001"
        name = "Chat"
        routing_type = "Choice"
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
    EXPECT_THAT(read->rows.deployments[0].allowed_origins,
                ElementsAre("https://a.example", "https://b.example:8443"));
    EXPECT_EQ(read->rows.deployments[0].connection_warning, 10s);
    const record::Agent& agent = read->rows.agents.at(0);
    EXPECT_EQ(agent.id.view(), "005000000000001");
    EXPECT_EQ(read->passwords.at(agent.id), "secret words");
    EXPECT_EQ(agent.kind, record::AgentKind::bot);
    EXPECT_EQ(agent.role, record::AgentRole::supervisor);
    EXPECT_EQ(agent.capacity, 0);
    EXPECT_FALSE(agent.sneak_peek_enabled);
    const record::Button& button = read->rows.buttons.at(0);
    EXPECT_EQ(button.routing_type, record::RoutingType::choice);
    EXPECT_FALSE(button.has_queue);
    EXPECT_EQ(button.push_timeout, 30s);
    EXPECT_EQ(button.chasitor_idle_timeout_warning, 90s);
    EXPECT_EQ(button.language, "en_US");
}

TEST(OrganizationFile, EveryProblemIsToldWithItsPlace) {
    EXPECT_THAT(
        problems_of("[organization]\n"
                    "id = \"00X000000000001\"\n"
                    "[[agent]]\n"
                    "id = \"573000000000001\"\n"
                    "username = \"ann\"\n"
                    "name = 5\n"
                    "skills = [\"Sales\"]\n"
                    "colour = \"red\"\n"
                    "[[button]]\n"
                    "name = \"Chat\"\n"
                    "routing_type = \"Fair\"\n"
                    "push_timeout = 30\n"
                    "[extra]\n"),
        ElementsAre("org.toml:1:1: name is missing",
                    HasSubstr("org.toml:2:6: id \"00X000000000001\" must be 15 or 18"),
                    HasSubstr("org.toml:4:6: id \"573000000000001\" must be 15 or 18"),
                    "org.toml:6:8: name must be a text in quotes",
                    "org.toml:7:10: skills there is no [[skill]] named \"Sales\"",
                    "org.toml:8:1: there is no key colour", "org.toml:9:1: id is missing",
                    HasSubstr("org.toml:11:16: routing_type must be one of \"Choice\", \"Lea"),
                    HasSubstr("org.toml:12:16: push_timeout must be a time such as"),
                    "org.toml:13:2: there is no table extra"));
}

TEST(OrganizationFile, IdsAndNamesAreUnique) {
    const std::string agent =
        "[[agent]]\nid = \"005000000000001\"\nusername = \"ann\"\n"
        "name = \"Ann\"\n";
    EXPECT_THAT(problems_of(std::string(head) + agent + agent),
                ElementsAre("org.toml:9:6: id is used twice: 005000000000001"));
    std::string other = agent;
    other.replace(other.find("000001"), 6, "000002");
    EXPECT_THAT(problems_of(std::string(head) + agent + other),
                ElementsAre("org.toml:6:12: username is the one of 005000000000002",
                            "org.toml:10:12: username is the one of 005000000000001"));
}

constexpr std::string_view everything = R"(
[organization]
id = "00D000000000001"
name = "Demo"
[[business_hours]]
id = "01m000000000001"
name = "Office"
time_zone = "Europe/Berlin"
weekly = ["Mon 09:00-18:00"]
exceptions = ["2026-12-25 closed"]
[[skill]]
id = "0C5000000000001"
name = "Support"
business_hours = "Office"
[[skill]]
id = "0C5000000000002"
name = "Twin"
[[skill]]
id = "0C5000000000003"
name = "Twin"
[[deployment]]
id = "572000000000001"
name = "Shop"
display_queue_position = true
[[agent]]
id = "005000000000001"
username = "ann"
name = "Ann"
skills = ["Support", "0C5000000000003"]
[[button]]
id = "573000000000001"
name = "Come in"
type = "Invite"
skills = ["0C5000000000001"]
business_hours = "01m000000000001"
invite_deployments = ["Shop"]
invite_renderer = "Fade"
time_to_remove_invite = "90s"
language = ""
[[agent_config]]
id = "571000000000001"
name = "All"
agents = ["ann"]
profiles = ["Standard", "Night \"owl\""]
capacity = 5
enable_whisper_message = false
transferable_buttons = ["Come in"]
transferable_skills = ["Support"]
supervisor_default_button_filter = "Come in"
[[quick_text]]
id = "574000000000001"
name = "Hello"
message = "Hello {visitor.name},\n\twelcome \u00FC \\ \u0007"
channels = ["Chat"]
[[sensitive_data_rule]]
id = "0GO000000000001"
name = "Cards"
action_type = "Remove"
pattern = '\d{4}-?\d{4}'
is_enabled = true
enforce_on = 3
[[blocking_rule]]
id = "0BR000000000001"
from_address = "192.0.2.1"
to_address = "192.0.2.9"
owner_type = "Agent"
agent = "ann"
created_at = 2026-01-15T09:30:00.120Z
)";

TEST(OrganizationFile, AllKindsAreReadAndReferToEachOtherByNameOrId) {
    const auto read = read_organization(everything, "org.toml");
    ASSERT_TRUE(read) << read.error().front();
    const OrganizationRows& rows = read->rows;
    const auto office = rows.business_hours.at(0).id;
    EXPECT_EQ(rows.skills.at(0).business_hours, office);
    EXPECT_EQ(rows.buttons.at(0).business_hours, office);
    EXPECT_EQ(rows.buttons[0].type, record::ButtonType::invite);
    EXPECT_THAT(rows.buttons[0].skills, ElementsAre(rows.skills[0].id));
    EXPECT_THAT(rows.buttons[0].invite_deployments, ElementsAre(rows.deployments.at(0).id));
    EXPECT_EQ(rows.buttons[0].language, "");
    EXPECT_THAT(rows.agents.at(0).skills, ElementsAre(rows.skills[0].id, rows.skills[2].id));
    const record::AgentConfig& config = rows.agent_configs.at(0);
    EXPECT_THAT(config.agents, ElementsAre(rows.agents[0].id));
    EXPECT_EQ(config.supervisor_default_button_filter, rows.buttons[0].id);
    EXPECT_EQ(rows.quick_texts.at(0).message, "Hello {visitor.name},\n\twelcome \u00FC \\ \a");
    EXPECT_EQ(rows.sensitive_data_rules.at(0).pattern, "\\d{4}-?\\d{4}");
    EXPECT_EQ(rows.blocking_rules.at(0).agent, rows.agents[0].id);
    EXPECT_EQ(rows.blocking_rules[0].created_at,
              std::chrono::sys_days(std::chrono::January / 15 / 2026) + 9h + 30min + 120ms);
}

TEST(OrganizationFile, WhatIsWrittenIsReadAgainToTheSame) {
    const auto read = read_organization(everything, "org.toml");
    ASSERT_TRUE(read) << read.error().front();
    const auto files = write_organization(read->organization, read->rows);
    EXPECT_THAT(files, SizeIs(10));
    const auto again = read_organization(files, record::Snapshot());
    ASSERT_TRUE(again) << again.error().front();
    EXPECT_TRUE(is_same_row(again->organization, read->organization));
    for_each_kind(read->rows, [&]<class Row>(const std::vector<Row>& rows) {
        const auto& others = rows_of<Row>(again->rows);
        ASSERT_EQ(others.size(), rows.size()) << table_of<Row>();
        for (std::size_t i = 0; i < rows.size(); ++i)
            EXPECT_TRUE(is_same_row(others[i], rows[i])) << files[i].text;
    });
    const auto same = write_organization(again->organization, again->rows);
    for (std::size_t i = 0; i < files.size(); ++i) EXPECT_EQ(same[i].text, files[i].text);
}

TEST(OrganizationFile, NamesAreWrittenWhereTheyAreUniqueAndIdsElse) {
    const auto read = read_organization(everything, "org.toml");
    ASSERT_TRUE(read);
    const auto files = write_organization(read->organization, read->rows);
    const auto agents = std::ranges::find(files, "agent.toml", &TextFile::name);
    EXPECT_EQ(agents->text,
              "# The [[agent]] tables of 00D000000000001.\n\n[[agent]]\nid = \"005000000000001\"\n"
              "username = \"ann\"\nname = \"Ann\"\nskills = [\"Support\", \"0C5000000000003\"]\n");
}

TEST(OrganizationFile, ReferencesThatNameNothingOrTooMuchAreTold) {
    const std::string skills =
        "[[skill]]\nid = \"0C5000000000001\"\nname = \"Twin\"\n"
        "[[skill]]\nid = \"0C5000000000002\"\nname = \"Twin\"\nbusiness_hours = \"Night\"\n";
    EXPECT_THAT(problems_of(std::string(head) + skills +
                            "[[button]]\nid = \"573000000000001\"\nname = \"B\"\n"
                            "skills = [\"Twin\"]\ninvite_deployments = \"Shop\"\n"),
                ElementsAre("org.toml:10:18: business_hours there is no [[business_hours]] named "
                            "\"Night\"",
                            "org.toml:14:10: skills \"Twin\" is the name of several [[skill]]: use "
                            "the id",
                            "org.toml:15:22: invite_deployments must be a list of texts"));
}

TEST(OrganizationFile, ReferencesMayNameWhatIsStoredButTheFilesNamesComeFirst) {
    const auto organization = *OrganizationId::parse("00D000000000001");
    record::Snapshot stored;
    stored.skills = {{SkillId::numbered(1), organization, "Old", {}},
                     {SkillId::numbered(2), organization, "Both", {}},
                     {SkillId::numbered(3), *OrganizationId::parse("00D000000000002"), "Far", {}}};
    const auto read = [&](const std::string& skill) {
        const TextFile file{"org.toml", std::string(head) +
                                            "[[skill]]\nid = \"0C5000000000009\"\nname = \"Both\"\n"
                                            "[[button]]\nid = \"573000000000001\"\nname = \"B\"\n"
                                            "skills = [\"" +
                                            skill + "\"]\n"};
        return read_organization(std::span(&file, 1), stored);
    };
    EXPECT_THAT(read("Old")->rows.buttons.at(0).skills, ElementsAre(SkillId::numbered(1)));
    EXPECT_THAT(read("Both")->rows.buttons.at(0).skills, ElementsAre(SkillId::numbered(9)));
    EXPECT_FALSE(read("Far"));
}

TEST(OrganizationFile, SeveralFilesAreOneOrganization) {
    const std::vector<TextFile> files = {
        {"a.toml", "[[button]]\nid = \"573000000000001\"\nname = \"B\"\nskills = [\"S\"]\n"},
        {"b.toml", std::string(head)},
        {"c.toml", "[[skill]]\nid = \"0C5000000000001\"\nname = \"S\"\n"}};
    const auto read = read_organization(files, record::Snapshot());
    ASSERT_TRUE(read) << read.error().front();
    EXPECT_THAT(read->rows.buttons.at(0).skills, ElementsAre(read->rows.skills.at(0).id));

    const std::vector<TextFile> twice = {files[2], files[1], files[2], files[1]};
    const auto refused = read_organization(twice, record::Snapshot());
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error(),
                ElementsAre("c.toml:2:6: id is used twice: 0C5000000000001",
                            HasSubstr("b.toml:1:1: [organization] stands in another file too")));
}

TEST(OrganizationFile, RowsAreCheckedWhereTheyStand) {
    EXPECT_THAT(
        problems_of(std::string(head) + "[[agent]]\nid = \"005000000000001\"\nusername = \"a b\"\n"
                                        "name = \"A\"\n[[deployment]]\nid = \"572000000000001\"\n"
                                        "name = \"D\"\nallowed_origins = [\"shop.example\"]\n"),
        ElementsAre(
            "org.toml:6:12: username must not have spaces",
            "org.toml:11:19: allowed_origins must be origins, https://host or https://host:port"));
}

TEST(OrganizationFile, BusinessHoursAreCheckedWhereTheyStand) {
    const std::string hours =
        std::string(head) + "[[business_hours]]\nid = \"01m000000000001\"\nname = \"N\"\n";
    EXPECT_THAT(problems_of(hours + "time_zone = \"Mars\"\n"),
                ElementsAre(HasSubstr("org.toml:7:13: time_zone \"Mars\" is no time zone")));
    EXPECT_THAT(problems_of(hours + "weekly = [\"Mon 9-5\"]\n"),
                ElementsAre(HasSubstr("org.toml:7:10: weekly \"Mon 9-5\": ")));
    EXPECT_THAT(problems_of(hours + "exceptions = [\"Mon 09:00-17:00\"]\n"),
                ElementsAre(HasSubstr("org.toml:7:14: exceptions \"Mon 09:00-17:00\": ")));
}

TEST(OrganizationFile, NumbersHaveBounds) {
    const std::string agent =
        std::string(head) +
        "[[agent]]\nid = \"005000000000001\"\nusername = \"ann\"\nname = \"Ann\"\ncapacity = ";
    EXPECT_THAT(problems_of(agent + "-1"),
                ElementsAre("org.toml:8:12: capacity must be from 0 to 1000"));
    EXPECT_THAT(problems_of(agent + "1000"), SizeIs(0));
    EXPECT_THAT(problems_of(agent + "1001"), SizeIs(1));
}

TEST(OrganizationFile, WithoutAnOrganizationThereIsNothing) {
    EXPECT_THAT(problems_of(""), ElementsAre(HasSubstr("[organization] is missing")));
    EXPECT_THAT(problems_of("[[organization]]\n"), SizeIs(1));
    EXPECT_THAT(problems_of(std::string(head) + "[agent]\n"),
                ElementsAre(HasSubstr("write [[agent]]")));
}

}  // namespace
}  // namespace rejoinder::app

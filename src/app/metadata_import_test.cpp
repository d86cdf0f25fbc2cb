#include "app/metadata_import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/import_report.hpp"
#include "app/organization_folder.hpp"
#include "app/organization_import.hpp"

namespace rejoinder::app {
namespace {

using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::SizeIs;
using ::testing::StartsWith;

const auto organization = *OrganizationId::parse("00D000000000001");

record::Snapshot with_ann() {
    record::Snapshot stored;
    stored.organizations.push_back({organization, "Shop"});
    record::Agent ann;
    ann.id = AgentId::numbered(1);
    ann.organization = organization;
    ann.username = "ann@shop.example";
    ann.name = "Ann";
    ann.password_hash = "hash";
    stored.agents.push_back(ann);
    return stored;
}

MetadataImport sample(const record::Snapshot& stored = with_ann()) {
    const auto files = read_import_files(SAMPLE_METADATA);
    EXPECT_TRUE(files) << files.error().front();
    EXPECT_EQ(files->kind, ImportFiles::Kind::metadata);
    auto read = read_metadata(files->files, files->others, organization, stored);
    EXPECT_TRUE(read) << read.error().front();
    return *std::move(read);
}

template <class Row>
const Row& row_named(const std::vector<Row>& rows, std::string_view name) {
    const auto found = std::ranges::find(rows, name, &Row::name);
    EXPECT_NE(found, rows.end()) << name;
    return *found;
}

const FileReport& report_of(const MetadataImport& import, std::string_view end) {
    const auto found = std::ranges::find_if(
        import.reports, [&](const FileReport& report) { return report.file.ends_with(end); });
    EXPECT_NE(found, import.reports.end()) << end;
    return *found;
}

std::vector<std::string> notes_of(const MetadataImport& import, std::string_view end) {
    std::vector<std::string> notes;
    for (const FileReport::Note& note : report_of(import, end).notes)
        notes.push_back(std::to_string(note.line) + " " + note.element + ": " + note.why);
    return notes;
}

Problems problems_of(const std::string& name, const std::string& text) {
    const TextFile file{name, text};
    const auto read =
        read_metadata(std::span(&file, 1), std::span<const std::string>(), organization, {});
    return read ? Problems() : read.error();
}

TEST(MetadataImport, AButtonIsTakenWithAllItsSettings) {
    const MetadataImport import = sample();
    const auto& rows = import.file.rows;
    const record::Button& button = row_named(rows.buttons, "Chat now");
    EXPECT_EQ(button.id.view(), "573B0000000PbXY") << "from ids.csv";
    EXPECT_EQ(button.organization, organization);
    EXPECT_EQ(button.type, record::ButtonType::standard);
    EXPECT_EQ(button.routing_type, record::RoutingType::most_available);
    EXPECT_THAT(button.skills, ElementsAre(row_named(rows.skills, "Customer Support").id,
                                           row_named(rows.skills, "Returns").id));
    EXPECT_TRUE(button.has_queue);
    EXPECT_EQ(button.overall_queue_length, 20);
    EXPECT_EQ(button.per_agent_queue_length, 4);
    EXPECT_EQ(button.push_timeout, 45s);
    EXPECT_TRUE(button.has_reroute_declined_request);
    EXPECT_EQ(button.number_of_rerouting_attempts, 2);
    EXPECT_EQ(button.chasitor_idle_timeout, 300s);
    EXPECT_EQ(button.chasitor_idle_timeout_warning, 240s);
    EXPECT_EQ(button.auto_greeting, "Hello from the shop!");
    EXPECT_EQ(button.custom_agent_name, "The Shop");
    EXPECT_EQ(button.prechat_url, "https://shop.example/prechat");
    EXPECT_EQ(button.post_chat_url, "https://shop.example/survey");
    EXPECT_EQ(button.online_image, "https://shop.example/online.png");
    EXPECT_EQ(button.offline_image, "");
    EXPECT_EQ(button.window_language, "de");
    EXPECT_THAT(notes_of(import, "Chat_Now.liveChatButton"),
                IsSupersetOf({HasSubstr("no file of the skill \"Returns\": it is made"),
                              HasSubstr("6 chatPage: Visualforce"),
                              HasSubstr("9 isActive: it counts for invitations only"),
                              HasSubstr("13 offlineImage: it names a static resource")}));
    EXPECT_THAT(report_of(import, "Chat_Now.liveChatButton").taken, Contains("pushTimeOut"));
}

TEST(MetadataImport, AnInvitationIsTaken) {
    const MetadataImport import = sample();
    const auto& rows = import.file.rows;
    const record::Button& invite = row_named(rows.buttons, "Need help?");
    EXPECT_EQ(invite.type, record::ButtonType::invite);
    EXPECT_EQ(invite.invite_renderer, record::InviteRenderer::fade);
    EXPECT_EQ(invite.invite_start_position, "TopLeftTop");
    EXPECT_EQ(invite.invite_end_position, "Center");
    EXPECT_EQ(invite.invite_image, "https://shop.example/help.png");
    EXPECT_EQ(invite.time_to_remove_invite, 60s);
    EXPECT_TRUE(invite.has_invite_after_accept);
    EXPECT_FALSE(invite.has_queue);
    EXPECT_THAT(invite.invite_deployments, ElementsAre(rows.deployments.at(0).id));
    EXPECT_EQ(invite.routing_type, record::RoutingType::least_active);
    EXPECT_THAT(notes_of(import, "Need_Help.liveChatButton"),
                IsSupersetOf({HasSubstr("routingType: taken as LeastActive"),
                              HasSubstr("customRoutingClass: Apex"),
                              HasSubstr("no [[deployment]] named \"Old_Shop\"")}));
}

TEST(MetadataImport, DeploymentAgentConfigRuleAndQuickTextsAreTaken) {
    const MetadataImport import = sample();
    const auto& rows = import.file.rows;
    const record::Deployment& shop = rows.deployments.at(0);
    EXPECT_EQ(shop.id.view(), "572B0000000GmCx");
    EXPECT_EQ(shop.window_title, "Chat with the shop");
    EXPECT_EQ(shop.connection_timeout, 120s);
    EXPECT_EQ(shop.connection_warning, 30s);
    EXPECT_TRUE(shop.transcript_save_enabled);
    EXPECT_TRUE(shop.display_queue_position);
    EXPECT_FALSE(shop.prechat_api_enabled);
    EXPECT_THAT(
        shop.allowed_origins,
        ElementsAre("https://shop.example", "https://www.shop.example", "https://cdn.example"));
    const record::AgentConfig& config = rows.agent_configs.at(0);
    EXPECT_EQ(config.name, "All agents");
    EXPECT_THAT(config.agents, ElementsAre(AgentId::numbered(1)));
    EXPECT_THAT(config.profiles, ElementsAre("Support Agent"));
    EXPECT_EQ(config.capacity, 4);
    EXPECT_EQ(config.critical_wait_time, 90s);
    EXPECT_TRUE(config.disable_transfer_conference_greeting);
    EXPECT_FALSE(config.enable_agent_file_transfer);
    EXPECT_FALSE(config.enable_chat_transfer_to_skill);
    EXPECT_TRUE(config.enable_auto_away_on_decline);
    EXPECT_THAT(config.transferable_buttons, ElementsAre(row_named(rows.buttons, "Chat now").id));
    EXPECT_THAT(config.supervisor_skills, SizeIs(2));
    EXPECT_EQ(config.supervisor_default_agent_status_filter, "Online");
    EXPECT_EQ(config.supervisor_default_button_filter, row_named(rows.buttons, "Chat now").id);
    EXPECT_THAT(notes_of(import, "Agents.liveChatAgentConfig"),
                ElementsAre(HasSubstr("no agent of this user name: nobody@shop.example"),
                            HasSubstr("no [[button]] named \"Night_Desk\"")));
    const record::SensitiveDataRule& rule = rows.sensitive_data_rules.at(0);
    EXPECT_EQ(rule.name, "Card_Numbers");
    EXPECT_EQ(rule.pattern, R"(\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4})");
    EXPECT_EQ(rule.replacement, "(card number)");
    EXPECT_EQ(rule.priority, 2);
    EXPECT_EQ(rule.enforce_on, 3);
    EXPECT_TRUE(rule.is_enabled);
    const record::QuickText& welcome = row_named(rows.quick_texts, "Welcome");
    EXPECT_EQ(welcome.id.view(), "574B00000004T3r");
    EXPECT_EQ(welcome.message, "Hello {visitor.name},\nhow can I help?");
    EXPECT_EQ(welcome.folder, "Public");
    EXPECT_THAT(welcome.channels, ElementsAre("Chat", "Email"));
    EXPECT_EQ(row_named(rows.quick_texts, "Bye").message, "Thank you, \"goodbye\"!");
}

TEST(MetadataImport, OnlyAgentsWhoAreThereGetTheSkill) {
    const MetadataImport import = sample();
    ASSERT_THAT(import.file.rows.agents, SizeIs(1));
    EXPECT_THAT(import.file.rows.agents[0].skills,
                ElementsAre(row_named(import.file.rows.skills, "Customer Support").id));
    EXPECT_THAT(notes_of(import, "Support.skill"),
                ElementsAre(HasSubstr("no agent of this profile: Support Agent"),
                            HasSubstr("no agent of this user name: nobody@shop.example")));
}

TEST(MetadataImport, WhatIsNotTakenIsReported) {
    const MetadataImport import = sample();
    EXPECT_THAT(report_of(import, "PreChatPage.page").why, HasSubstr("Visualforce"));
    EXPECT_THAT(report_of(import, "ShopRouting.cls").why, HasSubstr("Apex"));
    EXPECT_THAT(report_of(import, "package.xml").why, HasSubstr("describes the folder"));
    const std::string text = report_text(Import(), import.reports);
    EXPECT_THAT(text, HasSubstr("button 573B0000000PbXY Chat_Now, "));
    EXPECT_THAT(text, HasSubstr("PreChatPage.page: not taken: "));
    EXPECT_THAT(report_json(Import(), import.reports), HasSubstr("\"fullName\":\"Chat_Now\""));
}

TEST(MetadataImport, ImportingAgainFindsTheSameObjects) {
    record::Snapshot stored = with_ann();
    const auto first = plan_import(sample(stored).file, stored, Prune::no, Instant());
    ASSERT_TRUE(first);
    EXPECT_EQ(first->count(RowReport::Action::added), 10u);
    const MetadataImport import = sample(stored);
    for_each_kind(import.file.rows, [&]<class Row>(const std::vector<Row>& rows) {
        for (const Row& row : rows) {
            auto& list = rows_of<Row>(stored);
            std::erase_if(list, [&](const Row& old) { return old.id == row.id; });
            list.push_back(row);
        }
    });
    stored.agents.at(0).password_hash = "hash";
    stored.buttons.at(0).priority = 1;
    const auto again = plan_import(sample(stored).file, stored, Prune::no, Instant());
    ASSERT_TRUE(again);
    EXPECT_THAT(again->changes, IsEmpty()) << "what metadata does not say stays as well";

    const auto elsewhere = *OrganizationId::parse("00D000000000002");
    const TextFile skill{"skills/Support.skill", "<Skill><label>S</label></Skill>"};
    const auto other = read_metadata(std::span(&skill, 1), {}, elsewhere, stored);
    EXPECT_NE(other->file.rows.skills.at(0).id,
              row_named(import.file.rows.skills, "Customer Support").id);
}

TEST(MetadataImport, IdsAndEscapedNamesAreTakenFromTheFile) {
    const TextFile file{"liveChatButtons/A%26B.liveChatButton-meta.xml",
                        "<LiveChatButton><id>573000000000009AAA</id></LiveChatButton>"};
    const auto read = read_metadata(std::span(&file, 1), {}, organization, {});
    ASSERT_TRUE(read) << read.error().front();
    EXPECT_EQ(read->file.rows.buttons.at(0).id.view(), "573000000000009");
    EXPECT_EQ(read->file.rows.buttons[0].name, "A&B");
}

TEST(MetadataImport, WhatIsWrongIsToldWithFileAndLine) {
    const std::string button = "x/B.liveChatButton";
    EXPECT_THAT(problems_of(button, "<LiveChatButton>\n<label>B</label>\n"),
                ElementsAre(StartsWith(button + ":2:1: ")));
    EXPECT_THAT(problems_of(button, "<Skill/>"),
                ElementsAre(button + ":1:1: is no LiveChatButton but a Skill"));
    EXPECT_THAT(problems_of(button,
                            "<LiveChatButton>\n<pushTimeOut>soon</pushTimeOut>\n"
                            "<enableQueue>yes</enableQueue>\n<routingType>Fair</routingType>\n"
                            "<type>Hidden</type>\n<id>572000000000001</id>\n"
                            "<overallQueueLength>-1</overallQueueLength></LiveChatButton>"),
                ElementsAre(HasSubstr(":2:1: pushTimeOut must be a whole number"),
                            HasSubstr(":3:1: enableQueue must be true or false"),
                            HasSubstr(":4:1: routingType is no routing type: Fair"),
                            HasSubstr(":5:1: type must be one of Standard, Invite"),
                            HasSubstr(":6:1: id must be 15 or 18"),
                            HasSubstr(":7:1: overallQueueLength must be a whole number")));
    EXPECT_THAT(problems_of("D.liveChatDeployment",
                            "<LiveChatDeployment><domainWhiteList>\n<domain>a b</domain>"
                            "</domainWhiteList></LiveChatDeployment>"),
                ElementsAre("D.liveChatDeployment:2:1: domain \"a b\" is no domain"));
    EXPECT_THAT(problems_of("ids.csv", "Id,Label\n1,2\n"),
                ElementsAre(HasSubstr("ids.csv:1:1: has no columns")));
    EXPECT_THAT(problems_of("ids.csv", "Id,Name\nx,2\n"),
                ElementsAre("ids.csv:2:1: \"x\" is no id"));
    EXPECT_THAT(problems_of("quickText.csv", "Name,Message\nA,b\nA,c\n,d\n"),
                ElementsAre("quickText.csv:3:1: A is there twice",
                            "quickText.csv:4:1: the name is missing"));
}

}  // namespace
}  // namespace rejoinder::app

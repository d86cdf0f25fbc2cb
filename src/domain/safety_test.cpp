// Sensitive data, blocked visitors and pre-chat records, through the whole core.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "domain/entities.hpp"
#include "domain/test_desk.hpp"

namespace rejoinder::domain {
namespace {

using namespace std::chrono_literals;
using record::EntryType;
using testing::HasSubstr;
using testing::Not;

constexpr auto ann = TestDesk::ann;
constexpr auto bob = TestDesk::bob;

// A visitor with an address, who may say who it is.
TestDesk::Visitor ask_from(TestDesk& desk, const std::string& address,
                           const std::string& more = "") {
    auto visitor = desk.open_session();
    const std::string body = std::string(R"({"organizationId":")") + TestDesk::organization +
                             R"(","deploymentId":")" + TestDesk::deployment + R"(","buttonId":")" +
                             TestDesk::button + "\"" + more + "}";
    const auto post = protocol::request::read_post("Chasitor", "ChasitorInit", body);
    EXPECT_TRUE(post);
    VisitorPost request{desk.context_of(visitor),
                        ++visitor.request_sequence,
                        std::vector{*post},
                        {address, "", ""},
                        visitor.id};
    EXPECT_EQ(desk.ask(std::move(request)).status, 200);
    return visitor;
}

void add_rule(TestDesk& desk, std::string pattern, std::string replacement) {
    record::SensitiveDataRule rule;
    auto& rules = desk.stored().sensitive_data_rules;
    rule.id = SensitiveDataRuleId::numbered(rules.size() + 1);
    rule.organization = *OrganizationId::parse(TestDesk::organization);
    rule.name = "Rule";
    rule.pattern = std::move(pattern);
    rule.replacement = std::move(replacement);
    rule.is_enabled = true;
    rules.push_back(rule);
}

std::string stored_text(TestDesk& desk, EntryType type) {
    std::string text;
    for (const auto& entry : desk.stored().entries)
        if (entry.type == type) text += entry.content + "\n";
    return text;
}

const record::Chat& stored_chat(TestDesk& desk, const TestDesk::Visitor& visitor) {
    const auto found = std::ranges::find(desk.stored().chats, visitor.id, &record::Chat::id);
    EXPECT_NE(found, desk.stored().chats.end());
    return *found;
}

// ---- sensitive data

TEST(Safety, SensitiveDataIsSeenByNobodyAndStoredNowhere) {
    TestDesk desk;
    add_rule(desk, R"(\d{16})", "****");
    desk.restart();
    desk.go_online(ann);
    const Caller stream = desk.open_stream(ann, std::nullopt);
    auto visitor = desk.open_session();
    desk.init(visitor, R"(,"prechatDetails":[{"label":"Card","value":"1234567812345678"}])");
    const auto success = desk.poll(visitor, -1);
    EXPECT_THAT(success.body,
                HasSubstr(R"("sensitiveDataRules":[{"name":"Rule","pattern":"\\d{16}",)"
                          R"("id":"0GO000000000001","replacement":"****",)"
                          R"("actionType":"Replace"}])"));
    EXPECT_THAT(success.body, HasSubstr(R"("value":"****")"));
    desk.act(ann, agent::Accept{visitor.id});

    desk.post(visitor, "ChasitorSneakPeek", R"({"position":0,"text":"now 1111222233334444"})");
    desk.post(visitor, "ChatMessage", R"({"text":"my card: 1111222233334444!"})");
    EXPECT_EQ(desk.act(ann, agent::SendMessage{visitor.id, "1111222233334444?"}).status, 201);
    EXPECT_THAT(desk.poll(visitor, 0).body, HasSubstr(R"("text":"****?")"));

    const std::string seen = testing::PrintToString(desk.frames_of(stream)) +
                             desk.act(ann, agent::GetChat{visitor.id}).body;
    EXPECT_THAT(seen, HasSubstr("my card: ****!"));
    EXPECT_THAT(seen, HasSubstr("now ****"));
    EXPECT_THAT(seen, HasSubstr("SensitiveDataVisitor"));
    EXPECT_THAT(seen, Not(HasSubstr("1111222233334444")));
    EXPECT_EQ(stored_text(desk, EntryType::visitor_message), "my card: ****!\n");
    EXPECT_EQ(stored_text(desk, EntryType::agent_message), "****?\n");
    const std::string fired = R"([{"id":"0GO000000000001","name":"Rule"}])";
    EXPECT_EQ(stored_text(desk, EntryType::sensitive_data_visitor), fired + "\n" + fired + "\n")
        << "once for the details, once for the message";
    EXPECT_EQ(stored_text(desk, EntryType::sensitive_data_agent), fired + "\n");
    EXPECT_THAT(stored_chat(desk, visitor).custom_details, Not(HasSubstr("1234567812345678")));
}

TEST(Safety, WhatABotSaidBeforeIsCleanedToo) {
    TestDesk desk;
    add_rule(desk, "secret", "***");
    desk.restart();
    desk.go_online(ann);
    auto visitor = desk.open_session();
    desk.init(visitor);
    const auto answer = desk.post(visitor, "MultiNoun",
                                  R"({"nouns":[{"prefix":"ChatBot","noun":"ChatMessage",)"
                                  R"("object":{"text":"the secret"}}]})");
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(stored_text(desk, EntryType::bot_message), "the ***\n");
}

TEST(Safety, WhatASupervisorWhispersIsCleanedAsTheSupervisors) {
    TestDesk desk;
    add_rule(desk, "secret", "***");
    desk.stored().sensitive_data_rules.back().enforce_on = 4;
    desk.stored().agents.back().role = record::AgentRole::supervisor;
    desk.restart();
    desk.go_online(ann);
    auto visitor = desk.open_session();
    desk.init(visitor);
    desk.act(ann, agent::Accept{visitor.id});
    desk.act(ann, agent::Whisper{visitor.id, "a secret"});
    desk.log_in(bob);
    EXPECT_EQ(desk.act(bob, agent::Whisper{visitor.id, "the secret"}).status, 201);
    EXPECT_EQ(stored_text(desk, EntryType::whisper), "a secret\nthe ***\n");
    EXPECT_THAT(stored_text(desk, EntryType::sensitive_data_supervisor), HasSubstr("Rule"));
}

TEST(Safety, NotesAndFlagsAreCleanedLikeMessages) {
    TestDesk desk;
    add_rule(desk, "secret", "***");
    desk.restart();
    desk.go_online(ann);
    auto visitor = desk.open_session();
    desk.init(visitor);
    desk.act(ann, agent::Accept{visitor.id});
    desk.go_online(bob);
    EXPECT_EQ(
        desk.act(ann, agent::Transfer{visitor.id, record::TransferKind::agent, bob, "secret one"})
            .status,
        200);
    EXPECT_EQ(stored_chat(desk, visitor).transfer_note, "*** one");
    desk.act(bob, agent::DeclineInvitation{visitor.id, agent::InvitationKind::transfer});
    desk.act(ann, agent::Confer{visitor.id, bob, "secret two"});
    desk.act(ann, agent::SetFlag{visitor.id, true, "secret three"});
    EXPECT_EQ(stored_text(desk, EntryType::transfer_request), "*** one\n");
    EXPECT_EQ(stored_text(desk, EntryType::conference_request), "*** two\n");
    EXPECT_EQ(stored_text(desk, EntryType::flag_raised), "*** three\n");
}

TEST(Safety, TheRulesAreAMessageOfTheirOwnWhenSoConfigured) {
    Settings settings;
    settings.sensitive_data_rules_message = true;
    TestDesk desk(settings);
    add_rule(desk, "a", "b");
    add_rule(desk, "(?=a)", "b");
    desk.restart();
    desk.go_online(ann);
    auto visitor = desk.open_session();
    desk.init(visitor);
    desk.poll(visitor, -1);
    const std::string body = desk.poll(visitor, 0).body;
    EXPECT_THAT(body, HasSubstr(R"({"type":"SensitiveDataRules","message":{"sensitiveDataRules":)"
                                R"([{"name":"Rule","pattern":"a")"));
    EXPECT_THAT(body, Not(HasSubstr("(?=a)"))) << "the rule that does not work is left out";
}

// ---- blocking

TEST(Safety, ABlockedAddressIsRefusedAndRecorded) {
    TestDesk desk;
    record::BlockingRule rule;
    rule.id = BlockingRuleId::numbered(1);
    rule.organization = *OrganizationId::parse(TestDesk::organization);
    rule.from_address = "203.0.113.0";
    rule.to_address = "203.0.113.255";
    desk.stored().blocking_rules.push_back(rule);
    desk.restart();
    desk.go_online(ann);
    const Caller stream = desk.open_stream(ann, std::nullopt);
    desk.frames_of(stream);

    const auto blocked = ask_from(desk, "::ffff:203.0.113.9");
    EXPECT_THAT(desk.poll(blocked, -1).body,
                HasSubstr(R"({"type":"ChatRequestFail","message":{"reason":"Blocked")"));
    EXPECT_EQ(desk.poll(blocked, 0).status, 403);
    EXPECT_EQ(stored_chat(desk, blocked).status, record::ChatStatus::blocked);
    EXPECT_EQ(desk.stored().entries.at(0).type, EntryType::chat_request);
    EXPECT_EQ(desk.stored().entries.at(1).type, EntryType::cancel_blocked);
    EXPECT_THAT(testing::PrintToString(desk.frames_of(stream)), Not(HasSubstr("chat.requested")));
    EXPECT_EQ(desk.desk().figures().chats_waiting, 0u);

    EXPECT_THAT(desk.poll(ask_from(desk, "203.0.114.0"), -1).body, HasSubstr("ChatRequestSuccess"));
}

TEST(Safety, AnAgentBlocksAVisitor) {
    TestDesk desk;
    desk.go_online(ann);
    const auto visitor = ask_from(desk, "2001:db8::7");
    EXPECT_EQ(desk.act(ann, agent::BlockVisitor{visitor.id, "", 7}).status, 409) << "not accepted";
    desk.act(ann, agent::Accept{visitor.id});
    desk.go_online(bob);
    EXPECT_EQ(desk.act(bob, agent::BlockVisitor{visitor.id, "", 7}).status, 403);

    const auto answer = desk.act(ann, agent::BlockVisitor{visitor.id, "Spam", 7});
    EXPECT_EQ(answer.status, 201);
    EXPECT_THAT(answer.body, HasSubstr(R"({"id":"0BR000000000007","fromAddress":"2001:db8::7",)"
                                       R"("toAddress":"","ownerType":"Agent",)"
                                       R"("agent":"005000000000001","description":"Spam")"));
    EXPECT_THAT(desk.poll(visitor, -1).body, HasSubstr("ChatRequestSuccess"));
    EXPECT_THAT(desk.poll(visitor, 0).body, HasSubstr(R"("reason":"agent")"));
    EXPECT_EQ(stored_text(desk, EntryType::agent_blocked), "Spam\n");
    EXPECT_EQ(desk.act(ann, agent::BlockVisitor{visitor.id, "", 8}).status, 409) << "ended";

    EXPECT_THAT(desk.poll(ask_from(desk, "2001:db8::7"), -1).body, HasSubstr("Blocked"));
    desk.restart();
    EXPECT_THAT(desk.poll(ask_from(desk, "2001:db8::7"), -1).body, HasSubstr("Blocked"));
}

TEST(Safety, BlockingNeedsPermissionAndAnAddress) {
    TestDesk desk;
    record::AgentConfig config;
    config.id = AgentConfigId::numbered(1);
    config.organization = *OrganizationId::parse(TestDesk::organization);
    config.agents = {*AgentId::parse(ann)};
    config.enable_visitor_blocking = false;
    desk.stored().agent_configs.push_back(config);
    desk.restart();
    desk.go_online(ann);
    const auto visitor = ask_from(desk, "192.0.2.1");
    desk.act(ann, agent::Accept{visitor.id});
    EXPECT_EQ(desk.act(ann, agent::BlockVisitor{visitor.id, "", 1}).status, 403);

    desk.go(ann, record::PresenceState::offline);
    desk.go_online(bob);
    const auto nameless = ask_from(desk, "");
    ASSERT_EQ(desk.act(bob, agent::Accept{nameless.id}).status, 200);
    EXPECT_EQ(desk.act(bob, agent::BlockVisitor{nameless.id, "", 1}).status, 409);
}

// ---- pre-chat records

const std::string contact_and_case =
    R"(,"prechatDetails":[{"label":"E-mail","value":"jo@example.com"},)"
    R"({"label":"Subject","value":"Parcel"}],)"
    R"("prechatEntities":[{"entityName":"Contact","saveToTranscript":"ContactId",)"
    R"("linkToEntityName":"Case","linkToEntityField":"ContactId","showOnCreate":true,)"
    R"("entityFieldsMaps":[{"fieldName":"Email","label":"E-mail","doFind":true,)"
    R"("isExactMatch":true,"doCreate":true}]},)"
    R"({"entityName":"Case","entityFieldsMaps":[{"fieldName":"Subject","label":"Subject",)"
    R"("doCreate":true}]}])";

// Asks, accepts and ends; returns the chat as the agent saw it.
std::string chat_of(TestDesk& desk, const std::string& address, const std::string& more) {
    desk.go_online(ann);
    const auto visitor = ask_from(desk, address, more);
    const auto details = desk.act(ann, agent::Accept{visitor.id});
    EXPECT_EQ(details.status, 200);
    desk.act(ann, agent::EndChat{visitor.id});
    return details.body;
}

TEST(PrechatRecords, AreFoundOrMadeAndToldToTheAgent) {
    TestDesk desk;
    desk.go_online(ann);
    EXPECT_THAT(chat_of(desk, "192.0.2.1", contact_and_case),
                HasSubstr(R"("records":[{"entityName":"Contact","id":"003000000000001",)"
                          R"("isNew":true,"showOnCreate":true,"fieldName":"ContactId"},)"
                          R"({"entityName":"Case","id":"500000000000002","isNew":true,)"
                          R"("showOnCreate":false}])"));
    const auto made = desk.act(ann, agent::GetRecord{"500000000000002"});
    EXPECT_THAT(made.body, HasSubstr(R"({"fieldName":"ContactId","fieldValue":"003000000000001"})"))
        << "the contact is linked to the case";

    desk.advance(1min);
    EXPECT_THAT(chat_of(desk, "192.0.2.2", contact_and_case),
                HasSubstr(R"([{"entityName":"Contact","id":"003000000000001","isNew":false,)"
                          R"("showOnCreate":true,"fieldName":"ContactId"},)"
                          R"({"entityName":"Case","id":"500000000000003","isNew":true)"))
        << "another visitor's contact is found, its case is made";
}

TEST(PrechatRecords, AreNotMadeAgainForTheSameVisitorForTenMinutes) {
    TestDesk desk;
    desk.go_online(ann);
    const std::string first = chat_of(desk, "192.0.2.1", contact_and_case);
    EXPECT_THAT(first, HasSubstr("500000000000002"));
    desk.advance(5min);
    EXPECT_THAT(chat_of(desk, "192.0.2.1", contact_and_case),
                HasSubstr(R"("id":"500000000000002","isNew":false)"));
    const std::string other =
        R"(,"prechatDetails":[{"label":"Subject","value":"Other"}],"prechatEntities":[)"
        R"({"entityName":"Case","entityFieldsMaps":[{"fieldName":"Subject","label":"Subject",)"
        R"("doCreate":true}]}])";
    EXPECT_THAT(chat_of(desk, "192.0.2.1", other), HasSubstr("500000000000003")) << "other data";

    desk.restart();
    desk.advance(5min - 1ms);
    EXPECT_THAT(chat_of(desk, "192.0.2.1", contact_and_case), HasSubstr("500000000000002"));
    desk.advance(20min);
    EXPECT_THAT(chat_of(desk, "192.0.2.1", contact_and_case), HasSubstr("500000000000004"));
}

TEST(PrechatRecords, BelongToTheVisitorThatAClientNames) {
    TestDesk desk;
    desk.go_online(ann);
    const auto named = [](std::string name) {
        return R"(,"trackingId":")" + name + "\"" + contact_and_case;
    };
    EXPECT_THAT(chat_of(desk, "192.0.2.1", named("t-1")), HasSubstr("500000000000002"));
    EXPECT_THAT(chat_of(desk, "192.0.2.1", named("t-2")), HasSubstr("500000000000003"));
    EXPECT_THAT(chat_of(desk, "192.0.2.9", named("t-1")), HasSubstr("500000000000002"));
    desk.restart();
    EXPECT_THAT(chat_of(desk, "192.0.2.9", named("t-2")), HasSubstr("500000000000003"));
}

TEST(PrechatRecords, AreLinkedToOneParentAndInNoCircle) {
    TestDesk desk;
    desk.go_online(ann);
    const auto entity = [](std::string name, std::string parent) {
        return R"({"entityName":")" + name + R"(","linkToEntityName":")" + parent +
               R"(","linkToEntityField":"Link","entityFieldsMaps":[{"fieldName":"Name",)"
               R"("label":"Name","doCreate":true}]})";
    };
    chat_of(desk, "192.0.2.1",
            R"(,"prechatDetails":[{"label":"Name","value":"Jo"}],"prechatEntities":[)" +
                entity("Lead", "Case") + "," + entity("Case", "Account") + "," +
                entity("Account", "Lead") + "," + entity("Contact", "Nothing") + "]");
    EXPECT_THAT(desk.act(ann, agent::GetRecord{"500000000000002"}).body,
                HasSubstr(R"({"fieldName":"Link","fieldValue":"00Q000000000001"})"));
    EXPECT_THAT(desk.act(ann, agent::GetRecord{"001000000000003"}).body,
                HasSubstr(R"({"fieldName":"Link","fieldValue":"500000000000002"})"));
    EXPECT_THAT(desk.act(ann, agent::GetRecord{"00Q000000000001"}).body, Not(HasSubstr("Link")))
        << "the link that would close the circle";
}

TEST(PrechatRecords, AgentsAttachMore) {
    TestDesk desk;
    desk.stored().buttons.front().post_chat_url = "https://shop.example/survey";
    desk.restart();
    desk.go_online(ann);
    const auto visitor = ask_from(desk, "192.0.2.1", contact_and_case);
    EXPECT_EQ(desk.act(ann, agent::AttachRecord{visitor.id, "CaseId", "x"}).status, 409);
    desk.act(ann, agent::Accept{visitor.id});
    const auto attached =
        desk.act(ann, agent::AttachRecord{visitor.id, "CaseId", "500000000000002"});
    EXPECT_EQ(attached.status, 201);
    EXPECT_EQ(attached.body, R"({"entityName":"Case","id":"500000000000002","isNew":false,)"
                             R"("showOnCreate":false,"fieldName":"CaseId"})");
    desk.act(ann, agent::AttachRecord{visitor.id, "CaseId", "elsewhere"});
    desk.restart();
    desk.act(ann, agent::EndChat{visitor.id});
    EXPECT_EQ(desk.poll(visitor, -1).status, 200);
    EXPECT_THAT(desk.poll(visitor, 0).body,
                HasSubstr(R"("attachedRecords":[)"
                          R"({"fieldName":"ContactId","fieldValue":"003000000000001"},)"
                          R"({"fieldName":"CaseId","fieldValue":"elsewhere"}])"));
    EXPECT_THAT(chat_of(desk, "192.0.2.1", contact_and_case), Not(HasSubstr("elsewhere")))
        << "what an agent attached is this chat's only";
}

TEST(PrechatRecords, AreListedInPagesNewestFirst) {
    TestDesk desk;
    desk.go_online(ann);
    for (int i = 0; i < 5; ++i) chat_of(desk, "192.0.2." + std::to_string(i), contact_and_case);
    desk.restart();
    const auto first = desk.act(ann, agent::ListRecords{.entity = "Case", .limit = 2}).body;
    EXPECT_THAT(first, HasSubstr(R"({"records":[{"id":"500000000000006")"));
    EXPECT_THAT(first, HasSubstr(R"("nextCursor":"5"})"));
    const auto second =
        desk.act(ann, agent::ListRecords{.entity = "Case", .before = 5, .limit = 3}).body;
    EXPECT_THAT(second, HasSubstr(R"({"records":[{"id":"500000000000004")"));
    EXPECT_THAT(second, HasSubstr(R"({"id":"500000000000002")"));
    const auto found = desk.act(ann, agent::ListRecords{.search = "JO@EXAMPLE"}).body;
    EXPECT_THAT(found, HasSubstr(R"("records":[{"id":"003000000000001")"));
    EXPECT_THAT(found, Not(HasSubstr("nextCursor")));
    EXPECT_EQ(desk.act(ann, agent::ListRecords{.search = "nobody"}).body, R"({"records":[]})");
    EXPECT_EQ(desk.act(ann, agent::GetRecord{"003000000000001AAA"}).status, 200);
    EXPECT_EQ(desk.act(ann, agent::GetRecord{"500000000000001"}).status, 404);
    EXPECT_EQ(desk.act(ann, agent::GetRecord{"../etc"}).status, 404);
}

}  // namespace
}  // namespace rejoinder::domain

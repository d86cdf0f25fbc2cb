#include "domain/administration.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "domain/entity_tag.hpp"
#include "domain/test_desk.hpp"

namespace rejoinder::domain {
namespace {

using agent::ObjectKind;
using testing::HasSubstr;
using testing::Not;

constexpr auto ann = TestDesk::ann;
constexpr auto bob = TestDesk::bob;
constexpr auto skill = "0C5000000000001";

// A desk where Bob is the administrator, and has logged in.
class AdministrationTest : public testing::Test {
protected:
    using Answer = TestDesk::Answer;

    AdministrationTest() {
        desk.stored().agents.back().role = record::AgentRole::admin;
        desk.restart();
        desk.log_in(bob);
    }

    template <class What>
    Answer ask(What what, const std::string& who = bob) {
        return desk.act(who, agent::Administer{std::move(what)});
    }
    Answer list(ObjectKind kind, std::string cursor = "", std::size_t limit = 100) {
        return ask(agent::ListObjects{kind, {std::move(cursor), limit}});
    }
    Answer get(ObjectKind kind, std::string id) { return ask(agent::GetObject{kind, id}); }
    Answer create(ObjectKind kind, std::string body, std::uint64_t random = 1'000) {
        return ask(agent::CreateObject{kind, std::move(body), random});
    }
    Answer put(ObjectKind kind, std::string id, std::string body,
               std::optional<std::string> if_match = "*") {
        return ask(agent::ReplaceObject{kind, id, std::move(body), std::move(if_match)});
    }
    Answer remove(ObjectKind kind, std::string id,
                  std::optional<std::string> if_match = std::nullopt) {
        return ask(agent::RemoveObject{kind, id, std::move(if_match)});
    }
    // Ann with her skills, and this capacity.
    Answer put_ann(int capacity, const std::string& skills = R"("0C5000000000001")") {
        return put(ObjectKind::agent, ann,
                   R"({"username":"Ann","name":"Ann","skills":[)" + skills + R"(],"capacity":)" +
                       std::to_string(capacity) + "}");
    }
    std::string make_bot() {
        EXPECT_EQ(create(ObjectKind::agent,
                         R"({"id":"005000000000009","username":"bot","name":"Bot","kind":"bot"})")
                      .status,
                  201);
        return "005000000000009";
    }
    Answer act_by_key(const std::string& key) {
        return desk.ask(AgentRequest{"hash of " + key, "", agent::GetMe{}});
    }

    TestDesk desk;
};

TEST_F(AdministrationTest, IsForAdministratorsOnly) {
    desk.log_in(ann);
    EXPECT_EQ(ask(agent::ListObjects{ObjectKind::button, {}}, ann).status, 403);
    EXPECT_EQ(ask(agent::GetObject{ObjectKind::button, TestDesk::button}, ann).status, 403);
    EXPECT_EQ(ask(agent::CreateObject{ObjectKind::skill, "no JSON", 1}, ann).status, 403);
    EXPECT_EQ(ask(agent::RemoveObject{ObjectKind::agent, bob, {}}, ann).status, 403);
    EXPECT_EQ(ask(agent::GetOrganization{}, ann).status, 403);
    EXPECT_EQ(ask(agent::SetPassword{ann, "hash"}, ann).status, 403);
    EXPECT_EQ(ask(agent::GetObject{ObjectKind::button, TestDesk::button}).status, 200);
}

TEST_F(AdministrationTest, WhatIsMadeStaysThroughARestart) {
    const Answer made = create(ObjectKind::skill, R"({"name":"Sales"})");
    EXPECT_EQ(made.status, 201);
    const std::string id = SkillId::numbered(1'000).str();
    EXPECT_EQ(made.body, R"({"id":")" + id + R"(","name":"Sales","businessHours":""})");

    desk.restart();
    EXPECT_EQ(get(ObjectKind::skill, id).body, made.body);
    EXPECT_EQ(get(ObjectKind::skill, SkillId::numbered(1'000).full()).status, 200);
}

TEST_F(AdministrationTest, IdsAreNeverGivenTwice) {
    create(ObjectKind::skill, R"({"name":"One"})", 7);
    EXPECT_THAT(create(ObjectKind::skill, R"({"name":"Two"})", 7).body,
                HasSubstr(SkillId::numbered(8).str()));
    EXPECT_EQ(create(ObjectKind::skill, R"({"id":"0C5000000000001","name":"Three"})").status, 409);
    EXPECT_EQ(create(ObjectKind::skill, R"({"id":"0C500000000000Z","name":"Four"})").status, 201);
}

TEST_F(AdministrationTest, AnotherOrganizationIsOutOfReach) {
    const auto other = *OrganizationId::parse("00D000000000002");
    desk.stored().organizations.push_back({other, "Other"});
    desk.stored().skills.push_back({SkillId::numbered(50), other, "Theirs", {}});
    desk.restart();
    const std::string theirs = SkillId::numbered(50).str();
    EXPECT_EQ(get(ObjectKind::skill, theirs).status, 404);
    EXPECT_EQ(put(ObjectKind::skill, theirs, R"({"name":"Mine"})").status, 404);
    EXPECT_EQ(remove(ObjectKind::skill, theirs).status, 404);
    EXPECT_EQ(create(ObjectKind::skill, R"({"id":")" + theirs + R"(","name":"Mine"})").status, 409);
    EXPECT_THAT(create(ObjectKind::skill, R"({"name":"New"})", 50).body,
                HasSubstr(SkillId::numbered(51).str()));
    EXPECT_EQ(create(ObjectKind::button, R"({"name":"B","skills":[")" + theirs + R"("]})").status,
              400);
}

TEST_F(AdministrationTest, TheSecondOfTwoEditorsHasToReadAgain) {
    const std::string seen = entity_tag(get(ObjectKind::skill, skill).body);
    EXPECT_EQ(put(ObjectKind::skill, skill, R"({"name":"A"})", std::nullopt).status, 428);

    const Answer first = put(ObjectKind::skill, skill, R"({"name":"A"})", seen);
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(put(ObjectKind::skill, skill, R"({"name":"B"})", seen).status, 412);
    EXPECT_EQ(remove(ObjectKind::skill, skill, seen).status, 412);
    EXPECT_THAT(get(ObjectKind::skill, skill).body, HasSubstr(R"("name":"A")"));

    desk.restart();
    EXPECT_EQ(put(ObjectKind::skill, skill, R"({"name":"B"})", entity_tag(first.body)).status, 200);
}

TEST_F(AdministrationTest, WhatIsNotSentIsAsForANewObject) {
    put(ObjectKind::button, TestDesk::button,
        R"({"name":"Help","skills":["0C5000000000001"],"pushTimeout":30})");
    const Answer answer = put(ObjectKind::button, TestDesk::button, R"({"name":"Help"})");
    EXPECT_THAT(answer.body, HasSubstr(R"("skills":[])"));
    EXPECT_THAT(answer.body, HasSubstr(R"("pushTimeout":0)"));
    EXPECT_EQ(
        put(ObjectKind::button, TestDesk::button, R"({"id":"573000000000009","name":"x"})").status,
        400);
}

TEST_F(AdministrationTest, AChangeThatIsWrongChangesNothing) {
    const std::string before = get(ObjectKind::button, TestDesk::button).body;
    for (const char* body : {"", "[]", "{}", R"({"name":1})", R"({"name":"x","pushTimeout":-1})"})
        EXPECT_EQ(put(ObjectKind::button, TestDesk::button, body).status, 400) << body;
    EXPECT_EQ(get(ObjectKind::button, TestDesk::button).body, before);
}

TEST_F(AdministrationTest, ListsComeInPages) {
    for (int i = 0; i < 5; ++i)
        create(ObjectKind::quick_text, R"({"name":"T)" + std::to_string(i) + R"(","message":"x"})",
               10);
    const Answer first = list(ObjectKind::quick_text, "", 3);
    const std::string last = QuickTextId::numbered(12).str();
    EXPECT_THAT(first.body, HasSubstr("T2"));
    EXPECT_THAT(first.body, Not(HasSubstr("T3")));
    EXPECT_THAT(first.body, HasSubstr(R"(],"nextCursor":")" + last + R"("})"));

    const Answer second = list(ObjectKind::quick_text, last, 3);
    EXPECT_THAT(second.body, HasSubstr("T3"));
    EXPECT_THAT(second.body, HasSubstr("T4"));
    EXPECT_THAT(second.body, Not(HasSubstr("nextCursor")));
    EXPECT_EQ(list(ObjectKind::quick_text, "what").status, 400);
    EXPECT_EQ(list(ObjectKind::blocking_rule).body, R"({"items":[]})");
}

TEST_F(AdministrationTest, WhatIsStillNamedStays) {
    EXPECT_EQ(remove(ObjectKind::skill, skill).status, 409);
    create(
        ObjectKind::agent_config,
        R"({"name":"C","agents":["005000000000001"],"transferableButtons":["573000000000001"]})");
    EXPECT_EQ(remove(ObjectKind::agent, ann).status, 409);
    EXPECT_EQ(remove(ObjectKind::button, TestDesk::button).status, 409);

    EXPECT_EQ(remove(ObjectKind::agent_config, AgentConfigId::numbered(1'000).str()).status, 200);
    EXPECT_EQ(remove(ObjectKind::button, TestDesk::button).status, 200);
    EXPECT_EQ(get(ObjectKind::button, TestDesk::button).status, 404);
    desk.restart();
    EXPECT_EQ(get(ObjectKind::button, TestDesk::button).status, 404);
}

TEST_F(AdministrationTest, WhatHasOpenChatsStays) {
    desk.go_online(ann);
    auto visitor = desk.open_session();
    desk.init(visitor);
    desk.poll(visitor, -1);
    EXPECT_EQ(remove(ObjectKind::button, TestDesk::button).status, 409);
    EXPECT_EQ(remove(ObjectKind::deployment, TestDesk::deployment).status, 409);
    desk.act(ann, agent::Accept{visitor.id});
    desk.poll(visitor, 0);
    EXPECT_EQ(remove(ObjectKind::button, TestDesk::button).status, 409);
    EXPECT_EQ(remove(ObjectKind::agent, ann).status, 409);

    desk.act(ann, agent::EndChat{visitor.id});
    EXPECT_EQ(remove(ObjectKind::button, TestDesk::button).status, 200);
    EXPECT_EQ(remove(ObjectKind::agent, ann).status, 200);
    // The ended chat is still looked at.
    EXPECT_EQ(desk.act(bob, agent::GetChat{visitor.id}).status, 200);
    EXPECT_THAT(desk.poll(visitor, 2).body, HasSubstr("ChatEnded"));
}

TEST_F(AdministrationTest, ARemovedAgentIsLoggedOut) {
    desk.go_online(ann);
    const Caller stream = desk.open_stream(ann, std::nullopt);
    auto visitor = desk.open_session();
    desk.init(visitor);
    desk.poll(visitor, -1);
    EXPECT_EQ(remove(ObjectKind::agent, ann).status, 200);

    EXPECT_EQ(desk.act(ann, agent::GetMe{}).status, 401);
    EXPECT_EQ(desk.desk().figures().agents_online, 0U);
    EXPECT_EQ(desk.desk().figures().streams, 0U);
    EXPECT_THAT(testing::PrintToString(desk.frames_of(stream)), HasSubstr("chat.revoked"));
    EXPECT_THAT(desk.poll(visitor, 0).body, HasSubstr("ChatRequestFail"));
    desk.advance(std::chrono::minutes(10));
    desk.restart();
    EXPECT_EQ(get(ObjectKind::agent, ann).status, 404);
}

TEST_F(AdministrationTest, AnAdministratorCannotShutItselfOut) {
    EXPECT_EQ(remove(ObjectKind::agent, bob).status, 409);
    EXPECT_EQ(put(ObjectKind::agent, bob, R"({"username":"Bob","name":"Bob"})").status, 409);
    EXPECT_EQ(
        put(ObjectKind::agent, bob, R"({"username":"Bob","name":"Robert","role":"admin"})").status,
        200);
    EXPECT_THAT(desk.act(bob, agent::GetMe{}).body, HasSubstr("Robert"));
}

TEST_F(AdministrationTest, MoreCapacityTakesWhoWaits) {
    put_ann(1);
    desk.go_online(ann);
    const Caller stream = desk.open_stream(ann, std::nullopt);
    auto first = desk.open_session();
    auto second = desk.open_session();
    desk.init(first);
    desk.init(second);
    desk.frames_of(stream);

    EXPECT_EQ(put_ann(2).status, 200);
    const std::string frames = testing::PrintToString(desk.frames_of(stream));
    EXPECT_THAT(frames, HasSubstr(R"("type\":\"capacity.changed\")"));
    EXPECT_THAT(frames, HasSubstr("chat.requested"));
    EXPECT_EQ(desk.act(ann, agent::Accept{second.id}).status, 200);
}

TEST_F(AdministrationTest, ANewSkillBringsTheChatsThatWaitForIt) {
    desk.go_online(ann);
    create(ObjectKind::skill, R"({"id":"0C5000000000002","name":"Sales"})");
    EXPECT_EQ(put(ObjectKind::agent, bob,
                  R"({"username":"Bob","name":"Bob","role":"admin","skills":["0C5000000000002"]})")
                  .status,
              200);
    EXPECT_EQ(create(ObjectKind::button, R"({"id":"573000000000002","name":"Sales",
                     "skills":["0C5000000000002"]})")
                  .status,
              201);
    desk.go(bob, record::PresenceState::online);
    put(ObjectKind::agent, bob,
        R"({"username":"Bob","name":"Bob","role":"admin","skills":["0C5000000000002"],
            "capacity":0})");
    auto visitor = desk.open_session();
    desk.init(visitor, R"(,"buttonId":"573000000000002")");
    EXPECT_EQ(desk.desk().figures().chats_waiting, 1U);
    EXPECT_EQ(desk.act(ann, agent::Accept{visitor.id}).status, 409);

    EXPECT_EQ(put_ann(2, R"("0C5000000000001","0C5000000000002")").status, 200);
    EXPECT_EQ(desk.act(ann, agent::Accept{visitor.id}).status, 200);
}

TEST_F(AdministrationTest, ARequestEndsWhenItsLastAgentIsTakenAway) {
    desk.go_online(ann);
    const Caller stream = desk.open_stream(ann, std::nullopt);
    auto visitor = desk.open_session();
    desk.init(visitor);
    EXPECT_THAT(testing::PrintToString(desk.frames_of(stream)), HasSubstr("chat.requested"));
    desk.poll(visitor, -1);

    EXPECT_EQ(put_ann(2, "").status, 200);
    EXPECT_THAT(testing::PrintToString(desk.frames_of(stream)), HasSubstr("chat.revoked"));
    EXPECT_THAT(desk.poll(visitor, 0).body, HasSubstr(R"("reason":"Unavailable")"));
}

TEST_F(AdministrationTest, AnotherRoutingOffersAnew) {
    desk.go_online(ann);
    const Caller stream = desk.open_stream(ann, std::nullopt);
    auto visitor = desk.open_session();
    desk.init(visitor);
    desk.frames_of(stream);
    const auto route = [&](const std::string& type) {
        return put(
            ObjectKind::button, TestDesk::button,
            R"({"name":"Help","skills":["0C5000000000001"],"routingType":")" + type + R"("})");
    };

    EXPECT_EQ(route("Choice").status, 200);
    std::string frames = testing::PrintToString(desk.frames_of(stream));
    EXPECT_THAT(frames, HasSubstr("chat.revoked"));
    EXPECT_THAT(frames, HasSubstr(R"(isPushRequest\":false)"));

    EXPECT_EQ(route("MostAvailable").status, 200);
    frames = testing::PrintToString(desk.frames_of(stream));
    EXPECT_THAT(frames, HasSubstr("chat.revoked"));
    EXPECT_THAT(frames, HasSubstr(R"(isPushRequest\":true)"));
    EXPECT_EQ(desk.act(ann, agent::Accept{visitor.id}).status, 200);
}

TEST_F(AdministrationTest, ANewPasswordEndsLogIns) {
    desk.go_online(ann);
    EXPECT_EQ(ask(agent::SetPassword{ann, "another hash"}).status, 200);
    EXPECT_EQ(desk.act(ann, agent::GetMe{}).status, 401);
    EXPECT_EQ(desk.desk().figures().agents_online, 0U);
    desk.restart();
    EXPECT_EQ(desk.act(ann, agent::GetMe{}).status, 401);
    EXPECT_EQ(desk.stored().agents.front().password_hash, "another hash");
    EXPECT_EQ(ask(agent::SetPassword{"005000000000099", "hash"}).status, 404);
    // Another editor's change of the agent is not disturbed, and disturbs no password.
    put_ann(3);
    EXPECT_EQ(desk.stored().agents.front().password_hash, "another hash");
}

TEST_F(AdministrationTest, AnApiKeyStandsForItsBot) {
    const std::string bot = make_bot();
    EXPECT_EQ(act_by_key("k1").status, 401);
    const Answer made = ask(agent::CreateApiKey{bot, "k1", "hash of k1"});
    EXPECT_EQ(made.status, 201);
    EXPECT_EQ(made.body, R"({"apiKey":"k1"})");
    EXPECT_THAT(act_by_key("k1").body, HasSubstr(bot));
    EXPECT_THAT(get(ObjectKind::agent, bot).body, HasSubstr(R"("hasApiKey":true)"));
    desk.restart();
    EXPECT_EQ(act_by_key("k1").status, 200);
    EXPECT_EQ(desk.ask(AgentRequest{"hash of k1", "", agent::Logout{}}).status, 409);

    EXPECT_EQ(ask(agent::CreateApiKey{bot, "k2", "hash of k2"}).status, 201);
    EXPECT_EQ(act_by_key("k1").status, 401);
    EXPECT_EQ(act_by_key("k2").status, 200);
    EXPECT_EQ(ask(agent::RemoveApiKey{bot}).status, 200);
    EXPECT_EQ(act_by_key("k2").status, 401);
    EXPECT_EQ(ask(agent::RemoveApiKey{bot}).status, 404);
}

TEST_F(AdministrationTest, WithoutItsKeyABotIsGone) {
    const std::string bot = make_bot();
    ask(agent::CreateApiKey{bot, "k", "hash of " + bot});
    desk.act(bot, agent::SetPresence{record::PresenceState::online, ""});
    desk.open_stream(bot, std::nullopt);
    EXPECT_EQ(desk.desk().figures().agents_online, 1U);

    EXPECT_EQ(
        put(ObjectKind::agent, bot, R"({"username":"bot","name":"Bot","kind":"person"})").status,
        200);
    EXPECT_EQ(desk.desk().figures().agents_online, 0U);
    EXPECT_EQ(desk.desk().figures().streams, 0U);
    EXPECT_EQ(desk.act(bot, agent::GetMe{}).status, 401);
    EXPECT_EQ(ask(agent::CreateApiKey{bot, "k", "hash"}).status, 409);
}

TEST_F(AdministrationTest, TheOrganizationHasAName) {
    const Answer seen = ask(agent::GetOrganization{});
    EXPECT_EQ(seen.body, R"({"id":"00D000000000001","name":"Demo"})");
    EXPECT_EQ(ask(agent::ReplaceOrganization{R"({"name":"New"})", std::nullopt}).status, 428);
    EXPECT_EQ(ask(agent::ReplaceOrganization{R"({"name":""})", "*"}).status, 400);
    EXPECT_EQ(ask(agent::ReplaceOrganization{R"({"name":"New"})", entity_tag(seen.body)}).status,
              200);
    EXPECT_EQ(ask(agent::ReplaceOrganization{R"({"name":"X"})", entity_tag(seen.body)}).status,
              412);
    EXPECT_THAT(desk.act(bob, agent::GetMe{}).body, HasSubstr(R"("name":"New")"));
}

TEST_F(AdministrationTest, QuickTextsAreForEveryAgent) {
    create(ObjectKind::quick_text, R"({"name":"Hello","message":"Good day","category":"Start"})",
           1);
    create(ObjectKind::quick_text, R"({"name":"Bye","message":"Farewell","category":"End"})", 2);
    desk.log_in(ann);
    const auto found = [&](std::string category, std::string search) {
        return desk.act(ann, agent::ListQuickTexts{category, search, {}}).body;
    };
    EXPECT_THAT(found("", ""), testing::AllOf(HasSubstr("Hello"), HasSubstr("Bye")));
    EXPECT_THAT(found("End", ""), testing::AllOf(Not(HasSubstr("Hello")), HasSubstr("Bye")));
    EXPECT_THAT(found("", "gOOD"), testing::AllOf(HasSubstr("Hello"), Not(HasSubstr("Bye"))));
    EXPECT_EQ(found("Start", "farewell"), R"({"items":[]})");
}

TEST_F(AdministrationTest, BlockingRulesRememberWhoMadeThem) {
    const Answer made = create(ObjectKind::blocking_rule,
                               R"({"fromAddress":"192.0.2.1","ownerType":"Agent","createdAt":1})");
    EXPECT_THAT(made.body, HasSubstr(R"("ownerType":"Admin")"));
    EXPECT_THAT(made.body,
                HasSubstr(R"("createdAt":)" + std::to_string(epoch_milliseconds(desk.now()))));
}

}  // namespace
}  // namespace rejoinder::domain

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/test_centre.hpp"

// Stories of who gets which chat (product spec 2.5, 2.6, 2.7).
namespace rejoinder::domain {
namespace {

using namespace std::chrono_literals;
using record::PresenceState;
using record::RoutingType;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr auto ann = Centre::ann;
constexpr auto bob = Centre::bob;
constexpr auto cora = Centre::cora;
constexpr auto botty = Centre::botty;

Centre::Arrange with_button(const std::function<void(record::Button&)>& change) {
    return [change](record::Snapshot& rows) { change(Centre::button(rows, Centre::support)); };
}

TEST(Routing, LeastActiveGoesToTheOneWithFewerChats) {
    Centre centre;
    centre.online({ann, bob});
    centre.chat(ann);
    auto& second = centre.ask();
    EXPECT_EQ(centre.accept(ann, second), 409);
    EXPECT_EQ(centre.accept(bob, second), 200);
}

TEST(Routing, MostAvailableGoesToTheOneWithMoreRoom) {
    Centre centre([](record::Snapshot& rows) {
        Centre::button(rows, Centre::support).routing_type = RoutingType::most_available;
        Centre::agent(rows, ann).capacity = 8;
    });
    centre.online({ann, bob});
    for (int i = 0; i < 6; ++i) {
        auto& visitor = centre.ask();
        EXPECT_EQ(centre.accept(ann, visitor), 200) << i;
    }
    // Two places each: the one assigned longest ago has it.
    EXPECT_EQ(centre.accept(bob, centre.ask()), 200);
}

TEST(Routing, TiesGoToTheOneAssignedLongestAgo) {
    Centre centre;
    centre.online({ann, bob});
    std::string order;
    for (int i = 0; i < 4; ++i) {
        auto& visitor = centre.ask();
        order += centre.accept(ann, visitor) == 200 ? 'a' : 'b';
        if (order.back() == 'b') {
            EXPECT_EQ(centre.accept(bob, visitor), 200);
        }
        centre.post(visitor, "ChatEnd");
        centre.advance(1s);
    }
    EXPECT_EQ(order, "abab");
}

TEST(Routing, TellsWhyItWasThatAgent) {
    Centre centre;
    centre.online({ann, bob});
    centre.chat(ann);
    auto& jo = centre.ask();
    centre.accept(bob, jo);
    const std::string routing = centre.body(bob, agent::GetRouting{jo.id()});
    EXPECT_THAT(routing, HasSubstr(R"("policy":"LeastActive","decidedBy":"load")"));
    EXPECT_THAT(routing, HasSubstr(R"("load":1,"capacity":2)"));
    EXPECT_THAT(routing, HasSubstr(R"("candidateCount":2)"));
}

TEST(Routing, ByChoiceShowsTheRequestToAllAndTheFirstTakesIt) {
    Centre centre(with_button([](auto& row) { row.routing_type = RoutingType::choice; }));
    centre.online({ann, bob});
    auto& jo = centre.ask();
    EXPECT_THAT(centre.hear(jo), HasSubstr(R"("queuePosition":0)"));
    EXPECT_THAT(centre.frames(ann), HasSubstr("chat.requested"));
    EXPECT_THAT(centre.frames(bob), HasSubstr("chat.requested"));
    EXPECT_EQ(centre.accept(bob, jo), 200);
    EXPECT_THAT(centre.frames(ann), HasSubstr("chat.revoked"));
    EXPECT_EQ(centre.count(jo, "ChoiceRoute"), 1u);
}

TEST(Routing, OmniServesTheButtonOfHigherPriorityFirst) {
    Centre centre([](record::Snapshot& rows) {
        auto& support = Centre::button(rows, Centre::support);
        auto& sales = Centre::button(rows, Centre::sales);
        support.routing_type = sales.routing_type = RoutingType::omni;
        support.priority = 7;
        sales.priority = 1;
        Centre::agent(rows, ann).skills.push_back(*SkillId::parse(Centre::sales_skill));
        Centre::agent(rows, ann).capacity = 1;
    });
    centre.online({ann});
    auto& first = centre.chat(ann);
    auto& waits_longer = centre.ask(Centre::support);
    centre.advance(5s);
    auto& matters_more = centre.ask(Centre::sales);
    centre.act(ann, agent::EndChat{first.id()});
    EXPECT_EQ(centre.accept(ann, waits_longer), 409);
    EXPECT_EQ(centre.accept(ann, matters_more), 200);
}

TEST(Routing, OmniGoesToTheLargestFreeShare) {
    Centre centre([](record::Snapshot& rows) {
        Centre::button(rows, Centre::support).routing_type = RoutingType::omni;
        Centre::agent(rows, ann).capacity = 10;
        Centre::agent(rows, bob).capacity = 2;
    });
    centre.online({ann, bob});
    EXPECT_EQ(centre.accept(ann, centre.ask()), 200);
    EXPECT_EQ(centre.accept(bob, centre.ask()), 200) << "2 of 2 are more than 9 of 10";
    EXPECT_EQ(centre.accept(ann, centre.ask()), 200) << "9 of 10 are more than 1 of 2";
}

TEST(Offer, OneThatIsNotAnsweredGoesToTheNext) {
    Centre centre(with_button([](auto& row) { row.push_timeout = 10s; }));
    centre.online({ann, bob});
    auto& jo = centre.ask();
    centre.advance(10s);
    EXPECT_THAT(centre.frames(ann), HasSubstr(R"("reason":"timeout")"));
    EXPECT_EQ(centre.accept(bob, jo), 200);
    EXPECT_EQ(centre.count(jo, "DeclineTimeout"), 1u);
}

TEST(Offer, IsMadeAgainAsOftenAsTheButtonSays) {
    Centre centre(with_button([](auto& row) {
        row.has_queue = false;
        row.has_reroute_declined_request = true;
        row.number_of_rerouting_attempts = 2;
    }));
    centre.online({ann});
    auto& jo = centre.ask();
    for (int i = 0; i < 3; ++i) EXPECT_EQ(centre.act(ann, agent::Decline{jo.id()}), 200) << i;
    EXPECT_EQ(centre.act(ann, agent::Decline{jo.id()}), 409);
    EXPECT_THAT(centre.hear(jo), HasSubstr(R"("reason":"Unavailable")"));
    EXPECT_EQ(centre.count(jo, "PushAssignment"), 3u);
    EXPECT_EQ(centre.count(jo, "Unassigned"), 1u);
    EXPECT_EQ(centre.row(jo).status, record::ChatStatus::missed);
    EXPECT_EQ(centre.row(jo).owner.str(), ann) << "the last one it was offered to";
}

TEST(Offer, DeclinedByAllWaitsInTheQueue) {
    Centre centre;
    centre.online({ann});
    auto& jo = centre.ask();
    centre.act(ann, agent::Decline{jo.id()});
    EXPECT_EQ(centre.row(jo).state, record::ChatState::waiting);
    centre.online({bob});
    EXPECT_EQ(centre.accept(bob, jo), 200);
}

TEST(Offer, IsAcceptedByItselfWhereTheButtonSaysSo) {
    Centre centre(with_button([](auto& row) { row.is_auto_accept = true; }));
    centre.online({ann});
    auto& jo = centre.ask();
    EXPECT_THAT(centre.hear(jo),
                AllOf(HasSubstr("ChatRequestSuccess"), HasSubstr("ChatEstablished")));
    EXPECT_THAT(centre.frames(ann), HasSubstr("chat.started"));
    EXPECT_EQ(centre.tell(ann, jo, "hello"), 201);
    auto& kim = centre.ask();
    auto& lee = centre.ask();
    EXPECT_EQ(centre.row(kim).state, record::ChatState::engaged);
    EXPECT_EQ(centre.row(lee).state, record::ChatState::waiting) << "Ann takes two";
    centre.act(ann, agent::EndChat{jo.id()});
    EXPECT_EQ(centre.row(lee).state, record::ChatState::engaged);
}

TEST(AutoAway, FollowsADeclineAndATimeoutWhereConfigured) {
    Centre centre([](record::Snapshot& rows) {
        Centre::button(rows, Centre::support).push_timeout = 10s;
        Centre::config(rows, ann).enable_auto_away_on_decline = true;
        Centre::config(rows, bob).enable_auto_away_on_push_timeout = true;
    });
    centre.online({ann, bob});
    auto& jo = centre.ask();
    centre.act(ann, agent::Decline{jo.id()});
    EXPECT_THAT(centre.frames(ann), HasSubstr(R"("state":"Away")"));
    centre.advance(10s);
    EXPECT_THAT(centre.frames(bob), HasSubstr(R"("state":"Away")"));
    EXPECT_EQ(centre.desk().desk().figures().agents_away, 2u);
}

TEST(Queue, ItsLimitClosesTheButton) {
    Centre centre(with_button([](auto& row) { row.overall_queue_length = 2; }));
    centre.online({ann});
    centre.chat(ann);
    centre.chat(ann);
    centre.ask();
    auto& last = centre.ask();
    auto& refused = centre.ask();
    EXPECT_THAT(centre.hear(last), HasSubstr("ChatRequestSuccess"));
    EXPECT_THAT(centre.hear(refused), HasSubstr(R"("reason":"Unavailable")"));
    EXPECT_EQ(centre.count(refused, "CancelNoQueue"), 1u);
}

TEST(Queue, ItsLimitPerAgentGrowsWithTheAgentsOnline) {
    Centre centre(with_button([](auto& row) { row.per_agent_queue_length = 1; }));
    centre.online({ann});
    centre.chat(ann);
    centre.chat(ann);
    EXPECT_THAT(centre.hear(centre.ask()), HasSubstr("ChatRequestSuccess"));
    EXPECT_THAT(centre.hear(centre.ask()), HasSubstr("ChatRequestFail"));
    centre.online({bob});
    centre.go(bob, PresenceState::away);
    EXPECT_THAT(centre.hear(centre.ask()), HasSubstr("ChatRequestFail")) << "away counts not";
}

TEST(Queue, WithoutOneAFullTeamIsUnavailable) {
    Centre centre(with_button([](auto& row) { row.has_queue = false; }));
    centre.online({ann});
    centre.chat(ann);
    centre.chat(ann);
    auto& jo = centre.ask();
    EXPECT_THAT(centre.hear(jo), HasSubstr(R"("reason":"Unavailable")"));
    EXPECT_EQ(centre.count(jo, "CancelNoAgent"), 1u);
}

TEST(Queue, PositionsFallAsPlacesBecomeFree) {
    Centre centre;
    centre.online({ann, bob});
    std::vector<Centre::Visitor*> engaged;
    for (const char* agent : {ann, bob, ann, bob}) engaged.push_back(&centre.chat(agent));
    auto& third = centre.ask();
    auto& fourth = centre.ask();
    auto& fifth = centre.ask();
    EXPECT_THAT(centre.hear(fifth), HasSubstr(R"("queuePosition":3)"));
    EXPECT_EQ(centre.count(fifth, "Enqueue"), 1u);
    centre.act(ann, agent::EndChat{engaged[0]->id()});
    centre.act(bob, agent::EndChat{engaged[1]->id()});
    EXPECT_EQ(centre.accept(ann, third), 200);
    EXPECT_EQ(centre.accept(bob, fourth), 200);
    EXPECT_THAT(centre.hear(fifth), HasSubstr(R"("position":1)"));
}

TEST(Queue, EmptiesToNobodyWhenTheLastAgentLeaves) {
    Centre centre;
    centre.online({ann});
    centre.chat(ann);
    centre.chat(ann);
    auto& jo = centre.ask();
    centre.go(ann, PresenceState::away);
    EXPECT_EQ(centre.row(jo).state, record::ChatState::waiting) << "Ann may come back";
    centre.go(ann, PresenceState::offline);
    EXPECT_THAT(centre.hear(jo), HasSubstr("ChatRequestFail"));
    EXPECT_EQ(centre.row(jo).status, record::ChatStatus::missed);
}

TEST(Presence, WhoIsAwayKeepsItsChatsAndGetsNoNewOnes) {
    Centre centre;
    centre.online({ann});
    auto& jo = centre.chat(ann);
    centre.go(ann, PresenceState::away);
    EXPECT_EQ(centre.tell(ann, jo, "still with you"), 201);
    EXPECT_THAT(centre.hear(centre.ask()), HasSubstr("ChatRequestFail"));
}

TEST(Direct, AnAgentIsAskedAloneAndFallsBackToTheButton) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.ask(Centre::support, R"(,"agentId":"005000000000002")");
    EXPECT_EQ(centre.accept(ann, jo), 409);
    EXPECT_EQ(centre.accept(bob, jo), 200);
    auto& kim = centre.ask(Centre::support, R"(,"agentId":"005000000000003","doFallback":true)");
    EXPECT_EQ(centre.accept(ann, kim), 200) << "Cora is offline";
    auto& lee = centre.ask(Centre::support, R"(,"agentId":"005000000000003")");
    EXPECT_THAT(centre.hear(lee), HasSubstr("ChatRequestFail"));
}

TEST(Bot, TakesAChatSpeaksAsOneAndHandsItOn) {
    Centre centre([](record::Snapshot& rows) {
        Centre::agent(rows, botty).skills.push_back(*SkillId::parse(Centre::support_skill));
        Centre::agent(rows, ann).skills = {*SkillId::parse(Centre::sales_skill)};
        Centre::agent(rows, bob).skills.clear();
    });
    centre.online({botty, ann});
    auto& jo = centre.ask();
    EXPECT_EQ(centre.act(botty, agent::Accept{jo.id(), {{"Main menu", "menu", {}, {}}}}), 200);
    EXPECT_THAT(centre.hear(jo), HasSubstr(R"("items":[{"text":"Main menu","dialogId":"menu"}])"));
    EXPECT_EQ(centre.tell(botty, jo, "beep"), 201);
    EXPECT_EQ(centre.act(botty,
                         agent::SendRichMessage{
                             jo.id(), {"ChatWindowButton", {}, {{"Yes", {}}, {"No", {}}}}}),
              201);
    EXPECT_THAT(centre.hear(jo), AllOf(HasSubstr("beep"), HasSubstr(R"("type":"RichMessage")")));
    EXPECT_EQ(
        centre.post(jo, "RichMessage", R"({"actions":[{"type":"ChatWindowButton","index":1}]})"),
        200);
    EXPECT_THAT(centre.frames(botty), HasSubstr("VisitorRichMessage"));
    EXPECT_EQ(centre.transfer(botty, jo, record::TransferKind::button, Centre::sales), 200);
    EXPECT_THAT(centre.hear(jo), HasSubstr("TransferToButtonInitiated"));
    EXPECT_EQ(centre.accept(ann, jo), 200);
    EXPECT_THAT(centre.events(jo), testing::IsSupersetOf({"ChatbotEstablished", "BotMessage"}));
    EXPECT_TRUE(centre.row(jo).is_chatbot_session);
}

TEST(Bot, EndsAndDeclinesAsOne) {
    Centre centre([](record::Snapshot& rows) {
        Centre::agent(rows, botty).skills.push_back(*SkillId::parse(Centre::support_skill));
    });
    centre.online({botty});
    auto& jo = centre.chat(botty);
    centre.act(botty, agent::EndChat{jo.id()});
    EXPECT_EQ(centre.count(jo, "ChatbotEndChat"), 1u);
    auto& kim = centre.chat(botty);
    centre.act(botty, agent::EndChat{kim.id(), true});
    EXPECT_EQ(centre.count(kim, "ChatbotEndedChatByAction"), 1u);
    auto& lee = centre.ask();
    centre.act(botty, agent::Decline{lee.id()});
    EXPECT_EQ(centre.count(lee, "ChatbotNotEstablished"), 1u);
}

TEST(Greeting, AndNameComeFromTheButtonThenTheConfiguration) {
    Centre centre([](record::Snapshot& rows) {
        auto& config = Centre::config(rows, ann);
        config.auto_greeting = "I am listening";
        config.custom_agent_name = "Support team";
        Centre::button(rows, Centre::sales).auto_greeting = "Welcome to sales";
        auto& other = Centre::config(rows, cora);
        other.auto_greeting = "Cora speaking";
        other.disable_transfer_conference_greeting = true;
    });
    centre.online({ann, cora});
    auto& jo = centre.ask();
    centre.accept(ann, jo);
    EXPECT_THAT(centre.hear(jo), AllOf(HasSubstr("I am listening"), HasSubstr("Support team")));
    auto& kim = centre.ask(Centre::sales);
    centre.accept(cora, kim);
    EXPECT_THAT(centre.hear(kim), HasSubstr("Welcome to sales"));
    centre.transfer(ann, jo, record::TransferKind::agent, cora);
    centre.act(cora, agent::AcceptInvitation{jo.id(), agent::InvitationKind::transfer});
    EXPECT_THAT(centre.hear(jo), Not(HasSubstr("Cora speaking")));
}

TEST(Configuration, AChatWhoseButtonIsGoneEndsAtTheRestart) {
    Centre centre;
    centre.online({ann});
    auto& jo = centre.chat(ann);
    std::erase_if(centre.desk().stored().buttons,
                  [](const record::Button& row) { return row.id.view() == Centre::support; });
    centre.restart();
    EXPECT_EQ(centre.row(jo).state, record::ChatState::ended);
    EXPECT_EQ(centre.count(jo, "Other"), 1u);
}

}  // namespace
}  // namespace rejoinder::domain

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/test_centre.hpp"

// Stories of chats that are handed on, and of agents who join (product spec 2.10).
namespace rejoinder::domain {
namespace {

using namespace std::chrono_literals;
using agent::InvitationKind;
using record::EntryType;
using record::PresenceState;
using record::TransferKind;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr auto ann = Centre::ann;
constexpr auto bob = Centre::bob;
constexpr auto cora = Centre::cora;
constexpr auto botty = Centre::botty;
constexpr auto transfer = InvitationKind::transfer;
constexpr auto conference = InvitationKind::conference;

// As when an agent's row was taken out and put back while no server ran.
void forget_presence(Centre& centre, std::string_view agent) {
    std::erase_if(centre.desk().stored().presences,
                  [&](const record::Presence& row) { return row.agent.view() == agent; });
}

TEST(TransferToAgent, TheNextAgentAcceptsAndTheVisitorIsTold) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::agent, bob, "knows parcels"), 200);
    EXPECT_THAT(centre.frames(bob),
                AllOf(HasSubstr("transfer.requested"), HasSubstr("knows parcels")));

    EXPECT_EQ(centre.act(bob, agent::AcceptInvitation{jo.id(), transfer}), 200);
    EXPECT_THAT(centre.hear(jo),
                AllOf(HasSubstr(R"("type":"ChatTransferred")"), HasSubstr(R"("name":"Bob")")));
    EXPECT_THAT(centre.frames(ann),
                AllOf(HasSubstr("transfer.answered"), HasSubstr("chat.transferred")));
    EXPECT_THAT(centre.frames(bob), HasSubstr("chat.started"));
    EXPECT_EQ(centre.tell(ann, jo, "still me"), 403);
    EXPECT_EQ(centre.tell(bob, jo, "now me"), 201);
    EXPECT_THAT(centre.events(jo), testing::IsSupersetOf({"TransferRequest", "Transfer"}));
    EXPECT_EQ(centre.row(jo).agent.str(), bob);
    EXPECT_EQ(centre.row(jo).transfer_kind, TransferKind::none);
}

TEST(TransferToAgent, TheFirstAgentGoesOnUntilItIsAccepted) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::agent, bob);
    EXPECT_EQ(centre.tell(ann, jo, "one moment"), 201);
    centre.say(jo, "fine");
    EXPECT_THAT(centre.hear(jo), HasSubstr("one moment"));
    EXPECT_EQ(centre.tell(bob, jo, "hello"), 403) << "not Bob's yet";
}

TEST(TransferToAgent, ADeclinedOneStaysWithTheFirstAgent) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::agent, bob);
    centre.frames(ann);
    EXPECT_EQ(centre.act(bob, agent::DeclineInvitation{jo.id(), transfer}), 200);
    EXPECT_THAT(centre.frames(ann), HasSubstr(R"("outcome":"declined")"));
    EXPECT_EQ(centre.tell(ann, jo, "it is still me"), 201);
    EXPECT_EQ(centre.count(jo, "TransferDeclined"), 1u);
    EXPECT_THAT(centre.hear(jo), Not(HasSubstr("ChatTransferred")));
}

TEST(TransferToAgent, OneThatNobodyAnswersIsOverAfterAWhile) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::agent, bob);
    centre.advance(Settings{}.invitation_timeout - 1ms);
    EXPECT_EQ(centre.count(jo, "TransferDeclined"), 0u);
    centre.advance(1ms);
    EXPECT_EQ(centre.count(jo, "TransferDeclined"), 1u);
    EXPECT_THAT(centre.frames(bob), HasSubstr(R"("reason":"timeout")"));
    EXPECT_EQ(centre.act(bob, agent::AcceptInvitation{jo.id(), transfer}), 409);
}

TEST(TransferToAgent, CanBeTakenBack) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::agent, bob);
    EXPECT_EQ(centre.act(bob, agent::CancelInvitation{jo.id(), transfer}), 403);
    EXPECT_EQ(centre.act(ann, agent::CancelInvitation{jo.id(), transfer}), 200);
    EXPECT_THAT(centre.frames(bob), HasSubstr(R"("reason":"canceled")"));
    EXPECT_EQ(centre.count(jo, "TransferCancelled"), 1u);
    EXPECT_EQ(centre.act(bob, agent::AcceptInvitation{jo.id(), transfer}), 409);
}

TEST(TransferToAgent, MayExceedTheCapacity) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    auto& one = centre.ask();
    EXPECT_EQ(centre.accept(bob, one), 200);
    auto& two = centre.ask();
    for (const char* agent : {ann, bob}) centre.accept(agent, two);
    auto& three = centre.ask();
    for (const char* agent : {ann, bob}) centre.accept(agent, three);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::agent, bob), 200);
    EXPECT_EQ(centre.act(bob, agent::AcceptInvitation{jo.id(), transfer}), 200);
    EXPECT_EQ(centre.row(jo).agent.str(), bob);
}

TEST(TransferToAgent, IsRefusedWhereItCannotGo) {
    Centre centre;
    centre.online({ann});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::agent, "005000000000099"), 404);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::agent, ann), 409) << "herself";
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::agent, bob), 409) << "he is offline";
    centre.online({bob});
    EXPECT_EQ(centre.transfer(bob, jo, TransferKind::agent, bob), 403) << "not his chat";
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::agent, bob), 200);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::agent, bob), 409) << "one at a time";
}

TEST(TransferToAgent, NeedsTheConfigurationsLeave) {
    Centre centre([](record::Snapshot& rows) {
        auto& config = Centre::config(rows, ann);
        config.enable_chat_transfer_to_agent = false;
        config.enable_chat_transfer_to_skill = false;
        config.enable_chat_transfer_to_button = false;
    });
    centre.online({ann, bob, cora});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::agent, bob), 403);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::skill, Centre::sales_skill), 403);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::button, Centre::sales), 403);
}

TEST(TransferToAgent, SurvivesARestart) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::agent, bob, "please");
    centre.restart();
    EXPECT_EQ(centre.act(bob, agent::AcceptInvitation{jo.id(), transfer}), 200);
    EXPECT_EQ(centre.tell(bob, jo, "hello"), 201);
}

TEST(TransferToAgent, FailsOverARestartWhenNobodyWhoWasAskedIsPresent) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::agent, bob, "please");
    forget_presence(centre, bob);
    centre.restart();
    EXPECT_EQ(centre.entries(jo).back()->type, EntryType::transfer_cancelled);
    EXPECT_EQ(centre.entries(jo).back()->content, "restart");
    EXPECT_EQ(centre.act(bob, agent::AcceptInvitation{jo.id(), transfer}), 409);
    EXPECT_EQ(centre.tell(ann, jo, "still me"), 201);
}

TEST(TransferToAgent, EndsWithTheChat) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::agent, bob);
    centre.post(jo, "ChatEnd");
    EXPECT_THAT(centre.frames(bob), HasSubstr(R"("reason":"ended")"));
    EXPECT_EQ(centre.act(bob, agent::AcceptInvitation{jo.id(), transfer}), 409);
}

TEST(TransferToAgent, OneWhoGoesOfflineDeclines) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::agent, bob);
    centre.go(bob, PresenceState::offline);
    EXPECT_EQ(centre.count(jo, "TransferDeclined"), 1u);
    EXPECT_EQ(centre.tell(ann, jo, "still here"), 201);
}

TEST(TransferToSkill, TheFirstWhoAcceptsHasIt) {
    Centre centre([](record::Snapshot& rows) {
        Centre::agent(rows, bob).skills.push_back(*SkillId::parse(Centre::sales_skill));
    });
    centre.online({ann, bob, cora});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::skill, Centre::sales_skill, "buys"), 200);
    EXPECT_THAT(centre.frames(bob), HasSubstr("transfer.requested"));
    EXPECT_THAT(centre.frames(cora), HasSubstr("transfer.requested"));
    EXPECT_EQ(centre.act(cora, agent::AcceptInvitation{jo.id(), transfer}), 200);
    EXPECT_THAT(centre.frames(bob), HasSubstr(R"("reason":"accepted")"));
    EXPECT_EQ(centre.act(bob, agent::AcceptInvitation{jo.id(), transfer}), 409);
    const record::Entry& taken = *centre.entries(jo).back();
    EXPECT_EQ(taken.type, record::EntryType::transferred_to_sbr_skill);
    EXPECT_EQ(taken.event_type, Centre::sales_skill);
    EXPECT_THAT(centre.hear(jo), HasSubstr("ChatTransferred"));
}

TEST(TransferToSkill, FailsWhenEverybodyDeclines) {
    Centre centre([](record::Snapshot& rows) {
        Centre::agent(rows, bob).skills.push_back(*SkillId::parse(Centre::sales_skill));
    });
    centre.online({ann, bob, cora});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::skill, Centre::sales_skill);
    EXPECT_EQ(centre.act(cora, agent::DeclineInvitation{jo.id(), transfer}), 200);
    EXPECT_EQ(centre.count(jo, "TransferredToSbrSkillFailed"), 0u);
    EXPECT_EQ(centre.act(bob, agent::DeclineInvitation{jo.id(), transfer}), 200);
    EXPECT_EQ(centre.count(jo, "TransferredToSbrSkillFailed"), 1u);
    EXPECT_EQ(centre.tell(ann, jo, "I keep you"), 201);
}

TEST(TransferToSkill, GoesOnlyWhereTheConfigurationAllows) {
    Centre centre([](record::Snapshot& rows) {
        Centre::config(rows, ann).transferable_skills = {*SkillId::parse(Centre::support_skill)};
    });
    centre.online({ann, cora});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::skill, Centre::sales_skill), 403);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::skill, Centre::support_skill), 409)
        << "nobody else has it";
}

TEST(TransferToButton, TheFirstAgentDropsOffAtOnceAndTheNextOneAccepts) {
    Centre centre;
    centre.online({ann, cora});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::button, Centre::sales, "wants ten"), 200);
    EXPECT_EQ(centre.tell(ann, jo, "bye"), 409);
    EXPECT_THAT(centre.hear(jo), HasSubstr("TransferToButtonInitiated"));
    EXPECT_THAT(centre.frames(cora), HasSubstr("chat.requested"));
    EXPECT_EQ(centre.accept(cora, jo), 200);
    EXPECT_THAT(centre.hear(jo), HasSubstr("ChatTransferred"));
    EXPECT_EQ(centre.count(jo, "TransferredToButton"), 1u);
    EXPECT_EQ(centre.row(jo).button.str(), Centre::sales);
    EXPECT_THAT(centre.body(cora, agent::GetChat{jo.id()}), HasSubstr("wants ten"));
}

TEST(TransferToButton, WhatTheVisitorSaysMeanwhileIsKeptForTheNextAgent) {
    Centre centre;
    centre.online({ann, cora});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::button, Centre::sales);
    centre.say(jo, "anybody there?");
    centre.accept(cora, jo);
    EXPECT_THAT(centre.body(cora, agent::GetChat{jo.id()}), HasSubstr("anybody there?"));
}

TEST(TransferToButton, NeverExceedsTheCapacity) {
    Centre centre;
    centre.online({ann, cora});
    auto& one = centre.chat(cora, Centre::sales);
    centre.chat(cora, Centre::sales);
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::button, Centre::sales), 200);
    EXPECT_THAT(centre.frames(cora), Not(HasSubstr("chat.requested")));
    centre.act(cora, agent::EndChat{one.id()});
    EXPECT_THAT(centre.frames(cora), HasSubstr("chat.requested"));
}

TEST(TransferToButton, ComesBeforeThoseWhoAskedLater) {
    Centre centre;
    centre.online({ann, cora});
    auto& jo = centre.chat(ann);
    auto& full = centre.chat(cora, Centre::sales);
    centre.chat(cora, Centre::sales);
    centre.advance(1s);
    auto& later = centre.ask(Centre::sales);
    centre.transfer(ann, jo, TransferKind::button, Centre::sales);
    centre.act(cora, agent::EndChat{full.id()});
    EXPECT_EQ(centre.accept(cora, later), 409);
    EXPECT_EQ(centre.accept(cora, jo), 200) << "it asked first";
}

TEST(TransferToButton, AClosedButtonLeavesTheChatWhereItIs) {
    Centre centre;
    centre.online({ann});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.transfer(ann, jo, TransferKind::button, Centre::sales), 409);
    EXPECT_EQ(centre.count(jo, "TransferToButtonFailed"), 1u);
    EXPECT_EQ(centre.tell(ann, jo, "still here"), 201);
}

TEST(TransferToButton, AFailedOneReturnsToTheFirstAgent) {
    Centre centre;
    centre.online({ann, cora});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::button, Centre::sales);
    centre.hear(jo);
    centre.go(cora, PresenceState::offline);
    EXPECT_THAT(centre.hear(jo), AllOf(HasSubstr("ChatResumedAfterTransfer"),
                                       HasSubstr(R"("isTransferFailure":true)")));
    EXPECT_EQ(centre.tell(ann, jo, "back again"), 201);
    EXPECT_THAT(centre.events(jo),
                testing::IsSupersetOf({"TransferToButtonFailed", "ChatResumedAfterTransfer"}));
}

TEST(TransferToButton, AFailedOneWaitsAgainWhenTheFirstAgentIsGone) {
    Centre centre;
    centre.online({ann, bob, cora});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::button, Centre::sales);
    centre.go(ann, PresenceState::offline);
    centre.go(cora, PresenceState::offline);
    EXPECT_THAT(centre.frames(bob), HasSubstr("chat.requested"));
    EXPECT_EQ(centre.accept(bob, jo), 200);
}

TEST(TransferToButton, WhoHandedItOnDoesNotGetItBackByTheButton) {
    Centre centre([](record::Snapshot& rows) {
        Centre::agent(rows, ann).skills.push_back(*SkillId::parse(Centre::sales_skill));
    });
    centre.online({ann, cora});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::button, Centre::sales);
    EXPECT_EQ(centre.accept(ann, jo), 409);
    EXPECT_EQ(centre.accept(cora, jo), 200);
}

TEST(TransferToButton, OfOmniRoutingIsATransferToAQueue) {
    Centre centre([](record::Snapshot& rows) {
        Centre::button(rows, Centre::sales).routing_type = record::RoutingType::omni;
    });
    centre.online({ann, cora});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::button, Centre::sales);
    centre.accept(cora, jo);
    EXPECT_EQ(centre.count(jo, "TransferredToQueue"), 1u);

    auto& kim = centre.chat(ann);
    centre.transfer(ann, kim, TransferKind::button, Centre::sales);
    centre.go(cora, PresenceState::offline);
    EXPECT_EQ(centre.count(kim, "TransferToQueueFailed"), 1u);
}

TEST(TransferToButton, SurvivesARestart) {
    Centre centre;
    centre.online({ann, cora});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::button, Centre::sales);
    centre.restart();
    EXPECT_EQ(centre.accept(cora, jo), 200);
    EXPECT_EQ(centre.row(jo).button.str(), Centre::sales);
}

TEST(TransferToBot, IsNotedAsOne) {
    Centre centre;
    centre.online({ann, botty});
    auto& jo = centre.chat(ann);
    centre.transfer(ann, jo, TransferKind::agent, botty);
    centre.act(botty, agent::DeclineInvitation{jo.id(), transfer});
    EXPECT_EQ(centre.count(jo, "TransferToBotFailed"), 1u);
    centre.transfer(ann, jo, TransferKind::agent, botty);
    centre.act(botty, agent::AcceptInvitation{jo.id(), transfer});
    EXPECT_THAT(centre.events(jo),
                testing::IsSupersetOf({"TransferredToBot", "ChatbotEstablished"}));
}

TEST(Conference, ASecondAgentJoinsAndBothTalk) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.act(ann, agent::Confer{jo.id(), bob, "help me"}), 200);
    EXPECT_THAT(centre.frames(bob), HasSubstr("conference.requested"));
    EXPECT_EQ(centre.act(bob, agent::AcceptInvitation{jo.id(), conference}), 200);
    EXPECT_THAT(centre.hear(jo),
                AllOf(HasSubstr("AgentJoinedConference"), HasSubstr(R"("name":"Bob")")));
    EXPECT_EQ(centre.tell(bob, jo, "I am here, too"), 201);
    EXPECT_THAT(centre.hear(jo), HasSubstr("I am here, too"));
    EXPECT_THAT(centre.frames(ann), HasSubstr("I am here, too"));
    centre.say(jo, "hello both");
    EXPECT_THAT(centre.frames(ann), HasSubstr("hello both"));
    EXPECT_THAT(centre.frames(bob), HasSubstr("hello both"));
    EXPECT_THAT(centre.events(jo),
                testing::IsSupersetOf({"ConferenceRequest", "OperatorJoinedConference"}));
}

TEST(Conference, AMemberLeavesAndTheChatGoesOn) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.act(ann, agent::Confer{jo.id(), bob, ""});
    centre.act(bob, agent::AcceptInvitation{jo.id(), conference});
    centre.hear(jo);
    EXPECT_EQ(centre.act(bob, agent::LeaveConference{jo.id()}), 200);
    EXPECT_THAT(centre.hear(jo), HasSubstr("AgentLeftConference"));
    EXPECT_EQ(centre.tell(bob, jo, "gone"), 403);
    EXPECT_EQ(centre.tell(ann, jo, "I am still here"), 201);
    EXPECT_EQ(centre.count(jo, "OperatorLeftConference"), 1u);
}

TEST(Conference, WhenTheFirstAgentLeavesTheMemberHasTheChat) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.act(ann, agent::Confer{jo.id(), bob, ""});
    centre.act(bob, agent::AcceptInvitation{jo.id(), conference});
    EXPECT_EQ(centre.act(ann, agent::LeaveConference{jo.id()}), 200);
    EXPECT_EQ(centre.row(jo).agent.str(), bob);
    EXPECT_EQ(centre.tell(bob, jo, "mine now"), 201);
    EXPECT_EQ(centre.tell(ann, jo, "gone"), 403);
}

TEST(Conference, AnAgentWhoIsLostLeavesTheChatToTheMember) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.act(ann, agent::Confer{jo.id(), bob, ""});
    centre.act(bob, agent::AcceptInvitation{jo.id(), conference});
    centre.go(ann, PresenceState::offline);
    EXPECT_EQ(centre.row(jo).agent.str(), bob);
    EXPECT_EQ(centre.row(jo).state, record::ChatState::engaged);
}

TEST(Conference, ADeclinedAndACanceledInvitationAreNoted) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.act(ann, agent::Confer{jo.id(), bob, ""});
    EXPECT_EQ(centre.act(bob, agent::DeclineInvitation{jo.id(), conference}), 200);
    EXPECT_EQ(centre.count(jo, "ConferenceRequestDeclined"), 1u);
    centre.act(ann, agent::Confer{jo.id(), bob, ""});
    EXPECT_EQ(centre.act(ann, agent::CancelInvitation{jo.id(), transfer}), 409) << "another kind";
    EXPECT_EQ(centre.act(ann, agent::CancelInvitation{jo.id(), conference}), 200);
    EXPECT_EQ(centre.count(jo, "ConferenceRequestCanceled"), 1u);
}

TEST(Conference, IsRefusedWithoutLeaveAndForThoseInIt) {
    Centre centre(
        [](record::Snapshot& rows) { Centre::config(rows, bob).enable_chat_conferencing = false; });
    centre.online({ann, bob, cora});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.act(ann, agent::Confer{jo.id(), ann, ""}), 409);
    EXPECT_EQ(centre.act(ann, agent::LeaveConference{jo.id()}), 409) << "there is none";
    auto& kim = centre.ask();
    centre.accept(bob, kim);
    EXPECT_EQ(centre.act(bob, agent::Confer{kim.id(), cora, ""}), 403);
}

TEST(Conference, IsStillThereAfterARestart) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.act(ann, agent::Confer{jo.id(), bob, ""});
    centre.act(bob, agent::AcceptInvitation{jo.id(), conference});
    centre.restart();
    EXPECT_EQ(centre.tell(bob, jo, "I am here"), 201);
    EXPECT_EQ(centre.tell(ann, jo, "so am I"), 201);
}

TEST(Conference, AnInvitationSurvivesARestart) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.act(ann, agent::Confer{jo.id(), bob, "please"});
    centre.restart();
    EXPECT_EQ(centre.count(jo, "ConferenceRequestCanceled"), 0u);
    EXPECT_EQ(centre.act(bob, agent::AcceptInvitation{jo.id(), conference}), 200);
    EXPECT_EQ(centre.tell(bob, jo, "hello"), 201);
}

TEST(Conference, AnInvitationFailsOverARestartWhenWhoWasAskedIsNotPresent) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.act(ann, agent::Confer{jo.id(), bob, "please"});
    forget_presence(centre, bob);
    centre.restart();
    EXPECT_EQ(centre.entries(jo).back()->type, EntryType::conference_request_canceled);
    EXPECT_EQ(centre.entries(jo).back()->content, "restart");
    EXPECT_EQ(centre.act(bob, agent::AcceptInvitation{jo.id(), conference}), 409);
    EXPECT_EQ(centre.tell(ann, jo, "still me"), 201);
}

TEST(Conference, EndsForAllWithTheChat) {
    Centre centre;
    centre.online({ann, bob});
    auto& jo = centre.chat(ann);
    centre.act(ann, agent::Confer{jo.id(), bob, ""});
    centre.act(bob, agent::AcceptInvitation{jo.id(), conference});
    centre.frames(bob);
    centre.act(ann, agent::EndChat{jo.id()});
    EXPECT_THAT(centre.frames(bob), HasSubstr("chat.ended"));
    EXPECT_THAT(centre.body(bob, agent::ListChats{}), Not(HasSubstr(jo.id().str())));
}

}  // namespace
}  // namespace rejoinder::domain

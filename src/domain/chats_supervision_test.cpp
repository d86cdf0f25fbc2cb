#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/test_centre.hpp"

// Stories of agents who need help, and of those who give it (product spec 1.5).
namespace rejoinder::domain {
namespace {

using namespace std::chrono_literals;
using record::PresenceState;
using testing::HasSubstr;
using testing::Not;

constexpr auto ann = Centre::ann;
constexpr auto bob = Centre::bob;
constexpr auto cora = Centre::cora;
constexpr auto sue = Centre::sue;

TEST(Flag, IsRaisedByTheAgentAndLoweredByEither) {
    Centre centre;
    centre.online({ann, sue});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.act(ann, agent::SetFlag{jo.id(), true, "angry"}), 200);
    EXPECT_THAT(centre.frames(sue), AllOf(HasSubstr("flag.raised"), HasSubstr("angry")));
    EXPECT_EQ(centre.act(sue, agent::SetFlag{jo.id(), false, ""}), 200);
    EXPECT_THAT(centre.frames(ann), HasSubstr("flag.lowered"));
    centre.act(ann, agent::SetFlag{jo.id(), true, ""});
    centre.act(ann, agent::SetFlag{jo.id(), false, ""});
    EXPECT_EQ(centre.count(jo, "FlagRaised"), 2u);
    EXPECT_EQ(centre.count(jo, "FlagLoweredSupervisor"), 1u);
    EXPECT_EQ(centre.count(jo, "FlagLoweredAgent"), 1u);
}

TEST(Flag, IsRaisedOnceAndOnlyWithLeave) {
    Centre centre(
        [](record::Snapshot& rows) { Centre::config(rows, bob).enable_assistance_flag = false; });
    centre.online({ann, bob, sue});
    auto& jo = centre.chat(ann);
    centre.act(ann, agent::SetFlag{jo.id(), true, ""});
    centre.act(ann, agent::SetFlag{jo.id(), true, ""});
    EXPECT_EQ(centre.count(jo, "FlagRaised"), 1u);
    EXPECT_EQ(centre.act(bob, agent::SetFlag{jo.id(), false, ""}), 403) << "not Bob's chat";
    EXPECT_EQ(centre.act(sue, agent::SetFlag{jo.id(), true, ""}), 403) << "only agents raise them";
    auto& kim = centre.chat(bob);
    EXPECT_EQ(centre.act(bob, agent::SetFlag{kim.id(), true, ""}), 403);
}

TEST(Whisper, IsHeardByTheAgentAndNotByTheVisitor) {
    Centre centre;
    centre.online({ann, sue});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.act(sue, agent::Whisper{jo.id(), "offer a refund"}), 201);
    EXPECT_THAT(centre.frames(ann), AllOf(HasSubstr("whisper"), HasSubstr("offer a refund")));
    EXPECT_THAT(centre.hear(jo), Not(HasSubstr("refund")));
    EXPECT_EQ(centre.count(jo, "Whisper"), 1u);
    EXPECT_EQ(centre.row(jo).operator_message_count, 0);
}

TEST(Whisper, NeedsLeaveAndAnEngagedChat) {
    Centre centre(
        [](record::Snapshot& rows) { Centre::config(rows, sue).enable_whisper_message = false; });
    centre.online({ann, bob, sue});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.act(sue, agent::Whisper{jo.id(), "psst"}), 403);
    EXPECT_EQ(centre.act(bob, agent::Whisper{jo.id(), "psst"}), 403);
    auto& kim = centre.ask();
    EXPECT_EQ(centre.act(ann, agent::Whisper{kim.id(), "psst"}), 409);
}

TEST(Watching, ShowsTheChatAsItHappensAndNobodySeesTheWatcher) {
    Centre centre;
    centre.online({ann, sue});
    auto& jo = centre.chat(ann);
    centre.frames(sue);
    EXPECT_EQ(centre.act(sue, agent::Watch{jo.id(), true}), 200);
    centre.say(jo, "from the visitor");
    centre.tell(ann, jo, "from the agent");
    EXPECT_THAT(centre.frames(sue),
                AllOf(HasSubstr("from the visitor"), HasSubstr("from the agent")));
    EXPECT_THAT(centre.frames(ann), Not(HasSubstr("Sue")));
    EXPECT_THAT(centre.hear(jo), Not(HasSubstr("Sue")));
    EXPECT_EQ(centre.act(sue, agent::Watch{jo.id(), false}), 200);
    centre.say(jo, "unseen");
    EXPECT_THAT(centre.frames(sue), Not(HasSubstr("unseen")));
}

TEST(Watching, ShowsWhatTheAgentTypesWhenTheAgentsConfigurationAllows) {
    Centre centre(
        [](record::Snapshot& rows) { Centre::config(rows, bob).enable_agent_sneak_peek = false; });
    centre.online({ann, sue});
    auto& jo = centre.chat(ann);
    centre.online({bob});
    auto& kim = centre.chat(bob);
    centre.act(sue, agent::Watch{jo.id(), true});
    centre.act(sue, agent::Watch{kim.id(), true});
    centre.act(ann, agent::SetTyping{jo.id(), true, "my draft"});
    centre.act(bob, agent::SetTyping{kim.id(), true, "secret draft"});
    const std::string frames = centre.frames(sue);
    EXPECT_THAT(frames, HasSubstr("my draft"));
    EXPECT_THAT(frames, Not(HasSubstr("secret draft")));
}

TEST(Watching, IsForSupervisorsOfTheSkill) {
    Centre centre([](record::Snapshot& rows) {
        Centre::config(rows, sue).supervisor_skills = {*SkillId::parse(Centre::sales_skill)};
        Centre::config(rows, cora).enable_chat_monitoring = false;
    });
    centre.online({ann, bob, cora, sue});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.act(bob, agent::Watch{jo.id(), true}), 403);
    EXPECT_EQ(centre.act(sue, agent::Watch{jo.id(), true}), 403) << "support is not hers";
    EXPECT_EQ(centre.act(sue, agent::GetChat{jo.id()}), 403);
    auto& kim = centre.chat(cora, Centre::sales);
    EXPECT_EQ(centre.act(sue, agent::Watch{kim.id(), true}), 403) << "Cora may not be watched";
    EXPECT_EQ(centre.act(sue, agent::GetChat{kim.id()}), 200);
}

TEST(Joining, BringsASupervisorInUnaskedAndTheVisitorIsTold) {
    Centre centre;
    centre.online({ann, sue});
    auto& jo = centre.chat(ann);
    centre.act(sue, agent::Watch{jo.id(), true});
    EXPECT_EQ(centre.act(sue, agent::Join{jo.id()}), 200);
    EXPECT_THAT(centre.frames(ann), AllOf(HasSubstr("chat.agents"), HasSubstr("Sue")));
    EXPECT_EQ(centre.tell(sue, jo, "I can help"), 201);
    EXPECT_EQ(centre.tell(ann, jo, "still here"), 201);
    EXPECT_THAT(centre.hear(jo), AllOf(HasSubstr("I can help"), HasSubstr("still here")));
    EXPECT_EQ(centre.count(jo, "OperatorJoinedConference"), 1u);
    EXPECT_EQ(centre.act(sue, agent::Join{jo.id()}), 409) << "in it already";
    EXPECT_EQ(centre.act(sue, agent::LeaveConference{jo.id()}), 200);
    EXPECT_EQ(centre.tell(ann, jo, "my chat"), 201);
}

TEST(Joining, IsForSupervisorsAndForChatsWithAnAgent) {
    Centre centre;
    centre.online({ann, bob, sue});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.act(bob, agent::Join{jo.id()}), 403);
    auto& kim = centre.ask();
    EXPECT_EQ(centre.act(sue, agent::Join{kim.id()}), 409) << "nobody is in it";
}

TEST(Joining, AnswersTheInvitationOfWhoeverWasBeingAsked) {
    Centre centre;
    centre.online({ann, sue});
    auto& jo = centre.chat(ann);
    centre.act(ann, agent::Confer{jo.id(), sue, "please"});
    EXPECT_EQ(centre.act(sue, agent::Join{jo.id()}), 200);
    EXPECT_THAT(centre.frames(ann), HasSubstr(R"("outcome":"accepted")"));
    EXPECT_EQ(centre.act(sue, agent::AcceptInvitation{jo.id(), agent::InvitationKind::conference}),
              409);
    EXPECT_EQ(centre.count(jo, "OperatorJoinedConference"), 1u);
}

TEST(Details, TellWhatASupervisorMayDo) {
    Centre centre(
        [](record::Snapshot& rows) { Centre::config(rows, bob).enable_chat_monitoring = false; });
    centre.online({ann, sue});
    auto& jo = centre.chat(ann);
    const auto may = [&](const char* viewer) {
        return centre.body(viewer, agent::GetChat{jo.id()});
    };
    EXPECT_THAT(may(sue), HasSubstr(R"("mayWhisper":true,"mayWatch":true,"mayJoin":true,)"
                                    R"("mayTakeOver":true)"));
    EXPECT_THAT(may(ann), HasSubstr(R"("mayWhisper":true,"mayWatch":false,"mayJoin":false,)"
                                    R"("mayTakeOver":false)"));
    centre.act(sue, agent::Join{jo.id()});
    EXPECT_THAT(may(sue), HasSubstr(R"("mayWatch":false,"mayJoin":false,"mayTakeOver":true)"));
    centre.online({bob});
    auto& kim = centre.chat(bob);
    EXPECT_THAT(centre.body(sue, agent::GetChat{kim.id()}), HasSubstr(R"("mayWatch":false)"));
}

TEST(TakeOver, MakesTheChatTheSupervisors) {
    Centre centre;
    centre.online({ann, sue});
    auto& jo = centre.chat(ann);
    EXPECT_EQ(centre.act(sue, agent::TakeOver{jo.id()}), 200);
    EXPECT_THAT(centre.hear(jo), HasSubstr("ChatTransferred"));
    EXPECT_EQ(centre.tell(ann, jo, "me"), 403);
    EXPECT_EQ(centre.tell(sue, jo, "I have it"), 201);
    auto& kim = centre.ask();
    EXPECT_EQ(centre.act(sue, agent::TakeOver{kim.id()}), 200) << "also one that waits";
    EXPECT_THAT(centre.hear(kim), HasSubstr("ChatEstablished"));
    EXPECT_EQ(centre.act(ann, agent::TakeOver{kim.id()}), 403);
}

TEST(Supervisor, SetsTheStateOfAnotherAgent) {
    Centre centre;
    centre.online({ann, bob, sue});
    EXPECT_EQ(centre.act(bob, agent::SetAgentPresence{ann, PresenceState::away, ""}), 403);
    EXPECT_EQ(centre.act(sue, agent::SetAgentPresence{ann, PresenceState::away, "Break"}), 200);
    EXPECT_THAT(centre.frames(ann),
                AllOf(HasSubstr("presence.changed"), HasSubstr(R"("reason":"Break")")));
    auto& jo = centre.ask();
    EXPECT_EQ(centre.accept(ann, jo), 409);
    EXPECT_EQ(centre.act(sue, agent::SetAgentPresence{"005000000000077", PresenceState::away, ""}),
              404);
}

TEST(Supervisor, SeesAgentsLinesAndChats) {
    Centre centre;
    centre.online({ann, sue});
    auto& jo = centre.chat(ann);
    auto& kim = centre.ask();
    EXPECT_THAT(centre.body(sue, agent::ListAgents{}),
                AllOf(HasSubstr(R"("name":"Ann")"), HasSubstr(jo.id().str())));
    EXPECT_THAT(centre.body(sue, agent::ListQueues{}), HasSubstr(R"("waiting":1)"));
    EXPECT_THAT(centre.body(sue, agent::ListChats{"", true}),
                AllOf(HasSubstr(jo.id().str()), HasSubstr(kim.id().str())));
    centre.act(ann, agent::SetFlag{jo.id(), true, "angry"});
    EXPECT_THAT(centre.body(sue, agent::ListChats{"engaged", true}),
                HasSubstr(R"("isFlagRaised":true,"flagText":"angry","isCriticalWait":false)"));
    EXPECT_EQ(centre.act(ann, agent::ListAgents{}), 403);
    EXPECT_EQ(centre.act(ann, agent::ListChats{"", true}), 403);
}

TEST(Supervisor, IsToldOfEveryChange) {
    Centre centre;
    centre.online({sue});
    centre.online({ann});
    EXPECT_THAT(centre.frames(sue), HasSubstr("agent.changed"));
    auto& jo = centre.ask();
    EXPECT_THAT(centre.frames(sue), AllOf(HasSubstr("queue.changed"), HasSubstr("chat.changed")));
    centre.accept(ann, jo);
    EXPECT_THAT(centre.frames(sue), HasSubstr(R"("state":"engaged")"));
    centre.act(ann, agent::EndChat{jo.id()});
    EXPECT_THAT(centre.frames(sue), HasSubstr(R"("state":"ended")"));
}

}  // namespace
}  // namespace rejoinder::domain

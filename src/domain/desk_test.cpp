#include "domain/desk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "domain/test_desk.hpp"
#include "domain/wait_average.hpp"

namespace rejoinder::domain {
namespace {

using namespace std::chrono_literals;
using record::PresenceState;
using testing::HasSubstr;
using testing::Not;

constexpr auto ann = TestDesk::ann;
constexpr auto bob = TestDesk::bob;

TEST(Messages, PollAnswersNoContentOnceItsTimeIsOver) {
    TestDesk desk;
    const auto visitor = desk.open_session();

    const Caller poll = desk.start_poll(visitor, -1);
    desk.advance(Settings{}.poll_timeout - 1ms);
    EXPECT_FALSE(desk.answer_of(poll));

    desk.advance(1ms);
    ASSERT_TRUE(desk.answer_of(poll));
    EXPECT_EQ(desk.answer_of(poll)->status, 204);
}

TEST(Messages, ANewerPollTakesOverAndTheChatGoesOn) {
    TestDesk desk;
    const auto visitor = desk.open_session();
    const Caller older = desk.start_poll(visitor, -1);
    const Caller newer = desk.start_poll(visitor, -1);
    ASSERT_TRUE(desk.answer_of(older));
    EXPECT_EQ(desk.answer_of(older)->status, 409);
    EXPECT_FALSE(desk.answer_of(newer));
}

TEST(Messages, ASecondPollEndsTheChatWhenSoConfigured) {
    Settings settings;
    settings.duplicate_poll = DuplicatePoll::terminate;
    TestDesk desk(settings);
    auto visitor = desk.open_session();
    const Caller older = desk.start_poll(visitor, -1);
    EXPECT_EQ(desk.poll(visitor, -1).status, 409);
    EXPECT_EQ(desk.answer_of(older)->status, 409);
    EXPECT_EQ(desk.poll(visitor, -1).status, 403);
}

TEST(Sessions, AKeyThatIsTooOldBeginsNothing) {
    TestDesk desk;
    desk.advance(10min);
    const auto visitor = desk.open_session();
    desk.advance(Settings{}.client_poll_timeout + Settings{}.session_grace + 1ms);
    EXPECT_EQ(desk.poll(visitor, -1).status, 403);
}

TEST(Sessions, AClientThatNeverComesBackIsGivenUp) {
    TestDesk desk;
    desk.go_online(ann);
    desk.open_stream(ann, std::nullopt);
    auto visitor = desk.open_session();
    desk.init(visitor);
    EXPECT_EQ(desk.poll(visitor, -1).status, 200);
    desk.advance(150s);
    EXPECT_EQ(desk.poll(visitor, 0).status, 403);
    EXPECT_EQ(desk.desk().figures().sessions, 0u);
    EXPECT_EQ(desk.stored().chats.front().status, record::ChatStatus::dropped);
}

TEST(Sessions, AWrongAffinityTokenAsksForAReconnect) {
    TestDesk desk;
    auto visitor = desk.open_session();
    ++visitor.affinity_generation;
    EXPECT_EQ(desk.poll(visitor, -1).status, 503);
}

TEST(Chat, GoesFromRequestToEnd) {
    TestDesk desk;
    desk.go_online(ann);
    const Caller stream = desk.open_stream(ann, std::nullopt);
    auto visitor = desk.open_session();

    EXPECT_EQ(desk.init(visitor).status, 200);
    EXPECT_THAT(desk.poll(visitor, -1).body, HasSubstr(R"("type":"ChatRequestSuccess")"));
    const auto frames = desk.frames_of(stream);
    EXPECT_THAT(testing::PrintToString(frames), HasSubstr("chat.requested"));

    EXPECT_EQ(desk.act(ann, agent::Accept{visitor.id}).status, 200);
    const auto established = desk.poll(visitor, 0);
    EXPECT_THAT(established.body, HasSubstr(R"({"type":"QueueUpdate","message":{"position":0)"));
    EXPECT_THAT(established.body, HasSubstr(R"("type":"ChatEstablished")"));
    EXPECT_THAT(established.body, HasSubstr(R"("sequence":2)"));

    EXPECT_EQ(desk.post(visitor, "ChatMessage", R"({"text":"Hi"})").status, 200);
    EXPECT_THAT(testing::PrintToString(desk.frames_of(stream)), HasSubstr("chat.message"));
    EXPECT_EQ(desk.act(ann, agent::SendMessage{visitor.id, "Hello"}).status, 201);
    EXPECT_THAT(desk.poll(visitor, 2).body, HasSubstr(R"("text":"Hello")"));

    EXPECT_EQ(desk.act(ann, agent::EndChat{visitor.id}).status, 200);
    EXPECT_THAT(desk.poll(visitor, 3).body, HasSubstr(R"("reason":"agent")"));
    EXPECT_EQ(desk.poll(visitor, 4).status, 403);
}

TEST(Chat, FailsWhenNobodyIsThere) {
    TestDesk desk;
    auto visitor = desk.open_session();
    EXPECT_EQ(desk.init(visitor).status, 200);
    EXPECT_THAT(desk.poll(visitor, -1).body,
                HasSubstr(R"({"type":"ChatRequestFail","message":{"reason":"Unavailable")"));
    EXPECT_EQ(desk.poll(visitor, 0).status, 403);
    EXPECT_EQ(desk.stored().chats.front().status, record::ChatStatus::missed);
}

TEST(Chat, ADeclinedRequestGoesToTheOtherAgent) {
    TestDesk desk;
    desk.go_online(ann);
    desk.go_online(bob);
    auto visitor = desk.open_session();
    desk.init(visitor);
    EXPECT_EQ(desk.act(ann, agent::Accept{visitor.id}).status, 200);

    auto second = desk.open_session();
    desk.init(second);
    EXPECT_EQ(desk.act(ann, agent::Accept{second.id}).status, 409) << "bob has fewer chats";
    EXPECT_EQ(desk.act(bob, agent::Decline{second.id}).status, 200);
    EXPECT_EQ(desk.act(bob, agent::Accept{second.id}).status, 409);
    EXPECT_EQ(desk.act(ann, agent::Accept{second.id}).status, 200);
}

TEST(Chat, TheLineMovesWhenAPlaceIsFree) {
    TestDesk desk;
    desk.go_online(ann);
    std::vector<TestDesk::Visitor> visitors;
    for (int i = 0; i < 4; ++i) {
        visitors.push_back(desk.open_session());
        desk.init(visitors.back());
        desk.advance(1s);
    }
    // Ann takes two at once: the third and the fourth wait.
    EXPECT_EQ(desk.act(ann, agent::Accept{visitors[0].id}).status, 200);
    EXPECT_EQ(desk.act(ann, agent::Accept{visitors[1].id}).status, 200);
    EXPECT_EQ(desk.act(ann, agent::Accept{visitors[2].id}).status, 409);
    EXPECT_THAT(desk.poll(visitors[3], -1).body, HasSubstr(R"("queuePosition":4)"));
    EXPECT_THAT(desk.poll(visitors[3], 0).body, HasSubstr(R"("position":2)"));

    desk.act(ann, agent::EndChat{visitors[0].id});
    EXPECT_EQ(desk.act(ann, agent::Accept{visitors[2].id}).status, 200) << "first come";
    EXPECT_THAT(desk.poll(visitors[3], 2).body, HasSubstr(R"("position":1)"));
}

TEST(Chat, AnAgentWhoDoesNotComeBackLosesItsChatsToAnother) {
    TestDesk desk;
    desk.go_online(ann);
    auto visitor = desk.open_session();
    desk.init(visitor);
    desk.act(ann, agent::Accept{visitor.id});
    desk.go_online(bob);
    const Caller stream = desk.open_stream(bob, std::nullopt);
    EXPECT_EQ(desk.poll(visitor, -1).status, 200);
    EXPECT_EQ(desk.poll(visitor, 0).status, 200);

    const Caller waiting = desk.start_poll(visitor, 2);
    desk.advance(28s);
    const Caller still_waiting = desk.start_poll(visitor, 2);
    desk.advance(2s);
    EXPECT_EQ(desk.answer_of(waiting)->status, 204);
    ASSERT_TRUE(desk.answer_of(still_waiting));
    EXPECT_THAT(desk.answer_of(still_waiting)->body, HasSubstr("AgentDisconnect"));
    EXPECT_THAT(testing::PrintToString(desk.frames_of(stream)), HasSubstr("chat.requested"));

    EXPECT_EQ(desk.act(bob, agent::Accept{visitor.id}).status, 200);
    EXPECT_THAT(desk.poll(visitor, 3).body, HasSubstr("ChatTransferred"));
}

TEST(Chat, ARepeatedRequestIsDoneOnce) {
    TestDesk desk;
    desk.go_online(ann);
    auto visitor = desk.open_session();
    desk.init(visitor);
    desk.act(ann, agent::Accept{visitor.id});
    EXPECT_EQ(desk.post(visitor, "ChatMessage", R"({"text":"once"})", 2).status, 200);
    EXPECT_EQ(desk.post(visitor, "ChatMessage", R"({"text":"once"})", 2).status, 200);
    EXPECT_EQ(desk.desk().figures().visitor_messages_total, 1u);

    desk.restart();
    EXPECT_EQ(desk.post(visitor, "ChatMessage", R"({"text":"once"})", 2).status, 200);
    EXPECT_EQ(desk.desk().figures().visitor_messages_total, 0u);
}

TEST(Chat, AnIdempotencyKeyIsAnsweredTheSameAndDoneOnce) {
    TestDesk desk;
    desk.go_online(ann);
    auto visitor = desk.open_session();
    desk.init(visitor);
    desk.act(ann, agent::Accept{visitor.id});
    const auto first = desk.act(ann, agent::SendMessage{visitor.id, "Hello"}, "key");
    const auto second = desk.act(ann, agent::SendMessage{visitor.id, "Hello"}, "key");
    EXPECT_EQ(first.body, second.body);
    EXPECT_EQ(desk.desk().figures().agent_messages_total, 1u);
}

TEST(Restart, TheSamePollGoesOnWithoutLoss) {
    TestDesk desk;
    desk.go_online(ann);
    auto visitor = desk.open_session();
    desk.init(visitor);
    desk.act(ann, agent::Accept{visitor.id});
    EXPECT_EQ(desk.poll(visitor, -1).status, 200);
    EXPECT_THAT(desk.poll(visitor, 0).body, HasSubstr("ChatEstablished"));
    desk.act(ann, agent::SendMessage{visitor.id, "seen"});
    EXPECT_THAT(desk.poll(visitor, 2).body, HasSubstr("seen"));
    desk.act(ann, agent::SendMessage{visitor.id, "unseen"});

    desk.restart();
    const auto answer = desk.poll(visitor, 3);
    EXPECT_THAT(answer.body, HasSubstr(R"("text":"unseen")"));
    EXPECT_THAT(answer.body, Not(HasSubstr(R"("text":"seen")")));
    EXPECT_THAT(answer.body, HasSubstr(R"("sequence":4)"));
    EXPECT_EQ(desk.act(ann, agent::SendMessage{visitor.id, "on we go"}).status, 201);
    EXPECT_THAT(desk.poll(visitor, 4).body, HasSubstr("on we go"));
}

TEST(Restart, WaitingChatsKeepTheirOrder) {
    TestDesk desk;
    desk.go_online(ann);
    std::vector<TestDesk::Visitor> visitors;
    for (int i = 0; i < 4; ++i) {
        visitors.push_back(desk.open_session());
        desk.init(visitors.back());
        desk.advance(10ms);
    }
    desk.restart();
    EXPECT_EQ(desk.act(ann, agent::Accept{visitors[2].id}).status, 409);
    EXPECT_EQ(desk.act(ann, agent::Accept{visitors[0].id}).status, 200);
    EXPECT_EQ(desk.act(ann, agent::Accept{visitors[1].id}).status, 200);
    desk.act(ann, agent::EndChat{visitors[0].id});
    EXPECT_EQ(desk.act(ann, agent::Accept{visitors[2].id}).status, 200);
}

TEST(Restart, AnEndedSessionStaysEnded) {
    TestDesk desk;
    desk.go_online(ann);
    auto visitor = desk.open_session();
    desk.init(visitor);
    EXPECT_EQ(desk.ask(EndSession{desk.context_of(visitor)}).status, 200);
    EXPECT_EQ(desk.poll(visitor, -1).status, 403);
    desk.restart();
    EXPECT_EQ(desk.poll(visitor, -1).status, 403);
}

TEST(Stream, GoesOnWhereItWasLeftOrSaysThatItCannot) {
    TestDesk desk;
    desk.go_online(ann);
    const Caller first = desk.open_stream(ann, std::nullopt);
    const auto hello = desk.frames_of(first);
    ASSERT_EQ(hello.size(), 1u);
    EXPECT_THAT(hello[0], HasSubstr(R"("type":"hello")"));
    const auto sequence = std::stoll(hello[0].substr(hello[0].find(':') + 1));
    desk.drop_stream(first);

    auto visitor = desk.open_session();
    desk.init(visitor);
    const Caller second = desk.open_stream(ann, sequence);
    const auto resumed = desk.frames_of(second);
    ASSERT_GE(resumed.size(), 2u);
    EXPECT_THAT(resumed[0], HasSubstr(R"("resumed":true)"));
    EXPECT_THAT(testing::PrintToString(resumed), HasSubstr("chat.requested"));

    const Caller stranger = desk.open_stream(ann, 3);
    EXPECT_THAT(desk.frames_of(stranger)[0], HasSubstr(R"("type":"reset")"));
}

TEST(Presence, SurvivesALostConnectionForTheGraceTime) {
    TestDesk desk;
    desk.go_online(ann);
    const Caller stream = desk.open_stream(ann, std::nullopt);
    desk.advance(10min);
    EXPECT_EQ(desk.desk().figures().agents_online, 1u);
    desk.drop_stream(stream);
    desk.advance(Settings{}.presence_grace - 1ms);
    EXPECT_EQ(desk.desk().figures().agents_online, 1u);
    desk.advance(1ms);
    EXPECT_EQ(desk.desk().figures().agents_online, 0u);
}

TEST(Wait, IsEstimatedFromAcceptedWaits) {
    WaitAverage average;
    EXPECT_EQ(average.estimate(), -1);
    average.add(100s);
    EXPECT_EQ(average.estimate(), 100);
    average.add(200s);
    EXPECT_EQ(average.estimate(), 110);
    EXPECT_EQ(average.estimate(60s), 50);
    EXPECT_EQ(average.estimate(600s), 0);
}

}  // namespace
}  // namespace rejoinder::domain

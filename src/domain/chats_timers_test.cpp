#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/test_centre.hpp"

// Stories of silence (product spec 2.8) and of the time agents spend (2.9).
namespace rejoinder::domain {
namespace {

using namespace std::chrono_literals;
using record::PresenceState;
using testing::HasSubstr;
using testing::Not;

constexpr auto ann = Centre::ann;
constexpr auto bob = Centre::bob;
constexpr auto sue = Centre::sue;

Centre::Arrange idle_button() {
    return [](record::Snapshot& rows) {
        auto& row = Centre::button(rows, Centre::support);
        row.chasitor_idle_timeout = 120s;
        row.chasitor_idle_timeout_warning = 90s;
    };
}

TEST(IdleVisitor, IsWarnedAndThenTheChatEnds) {
    Centre centre(idle_button());
    centre.online({ann});
    auto& jo = centre.chat(ann);
    centre.tell(ann, jo, "Are you there?");
    centre.advance(90s);
    EXPECT_EQ(centre.count(jo, "ChasitorIdleTimeoutWarningTriggered"), 1u);
    centre.advance(30s + Settings{}.idle_grace - 1ms);
    EXPECT_EQ(centre.row(jo).state, record::ChatState::engaged);
    centre.advance(1ms);
    EXPECT_THAT(centre.hear(jo), HasSubstr(R"("reason":"clientIdleTimeout")"));
    EXPECT_EQ(centre.count(jo, "ChasitorIdleTimeout"), 1u);
    EXPECT_EQ(centre.row(jo).ended_by, record::ChatEndedBy::system);
}

TEST(IdleVisitor, ItsClockBeginsWithAnAgentsMessageAndStopsWithItsOwn) {
    Centre centre(idle_button());
    centre.online({ann});
    auto& jo = centre.chat(ann);
    centre.advance(10min);
    EXPECT_EQ(centre.row(jo).state, record::ChatState::engaged) << "nobody has said anything";
    centre.tell(ann, jo, "Hello?");
    centre.advance(80s);
    centre.say(jo, "Here I am");
    centre.advance(10min);
    EXPECT_EQ(centre.row(jo).state, record::ChatState::engaged);
    EXPECT_EQ(centre.count(jo, "ChasitorIdleTimeoutWarningTriggered"), 0u);
}

TEST(IdleVisitor, AMessageOfEitherSideClearsTheWarning) {
    Centre centre(idle_button());
    centre.online({ann});
    auto& jo = centre.chat(ann);
    centre.tell(ann, jo, "Hello?");
    centre.advance(95s);
    centre.say(jo, "Sorry");
    EXPECT_EQ(centre.count(jo, "ChasitorIdleTimeoutWarningCleared"), 1u);
    centre.tell(ann, jo, "No problem");
    centre.advance(95s);
    centre.tell(ann, jo, "Still there?");
    EXPECT_EQ(centre.count(jo, "ChasitorIdleTimeoutWarningCleared"), 2u);
    centre.advance(89s);
    EXPECT_EQ(centre.count(jo, "ChasitorIdleTimeoutWarningTriggered"), 2u) << "from the start";
}

TEST(IdleVisitor, WhatTheClientReportsIsNotedOnce) {
    Centre centre(idle_button());
    centre.online({ann});
    auto& jo = centre.chat(ann);
    centre.tell(ann, jo, "Hello?");
    centre.advance(89s);
    const auto report = [&](std::string_view what) {
        return centre.post(jo, "ChasitorIdleTimeoutWarningEvent",
                           R"({"idleTimeoutWarningEvent":")" + std::string(what) + R"("})");
    };
    EXPECT_EQ(report("triggered"), 200);
    centre.advance(5s);
    EXPECT_EQ(centre.count(jo, "ChasitorIdleTimeoutWarningTriggered"), 1u);
    centre.say(jo, "Yes");
    EXPECT_EQ(report("cleared"), 200);
    EXPECT_EQ(centre.count(jo, "ChasitorIdleTimeoutWarningCleared"), 1u);
}

TEST(IdleVisitor, ItsClockGoesOnAfterARestart) {
    Centre centre(idle_button());
    centre.online({ann});
    auto& jo = centre.chat(ann);
    centre.tell(ann, jo, "Hello?");
    centre.advance(60s);
    centre.restart();
    centre.advance(30s);
    EXPECT_EQ(centre.count(jo, "ChasitorIdleTimeoutWarningTriggered"), 1u);
}

TEST(CriticalWait, AlertsTheAgentUntilItAnswers) {
    Centre centre(
        [](record::Snapshot& rows) { Centre::config(rows, ann).critical_wait_time = 30s; });
    centre.online({ann});
    auto& jo = centre.chat(ann);
    centre.say(jo, "Hello?");
    centre.advance(10s);
    centre.say(jo, "Anyone?");
    centre.frames(ann);
    centre.advance(20s);
    EXPECT_THAT(centre.frames(ann),
                AllOf(HasSubstr("chat.critical_wait"), HasSubstr(R"("isCritical":true)")))
        << "from the first unanswered message on";
    EXPECT_EQ(centre.count(jo, "AlertCriticalWaitChat"), 1u);
    centre.tell(ann, jo, "Here I am");
    EXPECT_THAT(centre.frames(ann), HasSubstr(R"("isCritical":false)"));
    EXPECT_EQ(centre.count(jo, "ClearCriticalWaitChat"), 1u);
    centre.advance(10min);
    EXPECT_EQ(centre.count(jo, "AlertCriticalWaitChat"), 1u);
}

TEST(Connection, TheAgentIsWarnedOfASilentClientAndToldWhenItIsBack) {
    Centre centre([](record::Snapshot& rows) {
        rows.deployments.front().connection_warning = 20s;
        rows.deployments.front().connection_timeout = 60s;
    });
    centre.online({ann});
    auto& jo = centre.chat(ann);
    const Caller poll = centre.desk().start_poll(jo.session, jo.ack);
    centre.desk().hang_up(poll);
    centre.desk().advance(20s);
    EXPECT_THAT(centre.frames(ann), HasSubstr("chat.disconnected"));
    EXPECT_EQ(centre.count(jo, "ConnectionWarning"), 1u);
    centre.hear(jo);
    EXPECT_THAT(centre.frames(ann), HasSubstr("chat.reconnected"));
    centre.desk().advance(28s);
    centre.desk().advance(60s);
    EXPECT_EQ(centre.count(jo, "ConnectionTimeout"), 1u);
    EXPECT_EQ(centre.row(jo).state, record::ChatState::ended);
}

TEST(Visitor, WhoGivesItsSessionUpHasLeft) {
    Centre centre;
    centre.online({ann});
    auto& jo = centre.chat(ann);
    centre.desk().ask(EndSession{centre.desk().context_of(jo.session)});
    EXPECT_EQ(centre.count(jo, "LeaveVisitor"), 1u);
    auto& kim = centre.ask();
    centre.desk().ask(EndSession{centre.desk().context_of(kim.session)});
    EXPECT_EQ(centre.count(kim, "CancelVisitor"), 1u);
}

const record::AgentSession& work_of(Centre& centre, const char* agent) {
    for (const auto& row : centre.desk().stored().agent_sessions)
        if (row.agent.view() == agent) return row;
    ADD_FAILURE() << "no session of " << agent;
    static const record::AgentSession none;
    return none;
}

TEST(Work, IsCountedFromComingToLeaving) {
    Centre centre([](record::Snapshot& rows) {
        Centre::button(rows, Centre::support).push_timeout = 10s;
        Centre::agent(rows, ann).capacity = 1;
    });
    centre.online({ann, sue});
    centre.advance(30s);
    auto& jo = centre.ask();
    centre.act(ann, agent::Decline{jo.id()});
    centre.post(jo, "ChatEnd");
    auto& missed = centre.ask();
    centre.advance(10s);
    centre.post(missed, "ChatEnd");
    auto& kim = centre.chat(ann);
    centre.act(ann, agent::SetFlag{kim.id(), true, ""});
    centre.act(sue, agent::SetFlag{kim.id(), false, ""});
    centre.advance(60s);
    centre.act(ann, agent::EndChat{kim.id()});
    centre.go(ann, PresenceState::away);
    centre.advance(15s);
    centre.go(ann, PresenceState::offline);

    const record::AgentSession& work = work_of(centre, ann);
    EXPECT_EQ(work.logout_time, centre.desk().now());
    EXPECT_EQ(work.chat_req_assigned, 3);
    EXPECT_EQ(work.chat_req_declined, 1);
    EXPECT_EQ(work.chat_req_timed_out, 1);
    EXPECT_EQ(work.chat_req_engaged, 1);
    EXPECT_EQ(work.num_flag_raised, 1);
    EXPECT_EQ(work.num_flag_lowered_supervisor, 1);
    EXPECT_EQ(work.time_in_online_status, 100s);
    EXPECT_EQ(work.time_in_away_status, 15s);
    EXPECT_EQ(work.time_in_chats, 60s);
    EXPECT_EQ(work.time_at_capacity, 60s);
    EXPECT_EQ(work.time_idle, 40s);
}

TEST(Work, GoesOnAfterARestart) {
    Centre centre;
    centre.online({bob});
    centre.advance(10s);
    centre.restart();
    centre.advance(10s);
    centre.go(bob, PresenceState::offline);
    EXPECT_GE(work_of(centre, bob).time_in_online_status, 10s);
    EXPECT_TRUE(work_of(centre, bob).logout_time);
    EXPECT_EQ(centre.desk().stored().agent_sessions.size(), 1u);
}

}  // namespace
}  // namespace rejoinder::domain

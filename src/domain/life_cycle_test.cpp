#include "domain/life_cycle.hpp"

#include <gtest/gtest.h>

#include <map>
#include <utility>

#include "domain/test_centre.hpp"

// Every act an agent may ask for, in every phase of a chat: what the table says is what is
// answered.
namespace rejoinder::domain::life_cycle {
namespace {

using record::TransferKind;

constexpr auto ann = Centre::ann;
constexpr auto cora = Centre::cora;
constexpr auto sue = Centre::sue;

// A chat in a phase, with the agent it belongs to, or the one it is offered to.
struct Stage {
    Centre centre;
    Centre::Visitor* visitor = nullptr;
};

void bring_to(Stage& stage, Phase phase) {
    Centre& centre = stage.centre;
    centre.online({ann, cora, sue});
    if (phase == Phase::waiting) {
        centre.chat(ann);
        centre.chat(ann);
    }
    if (phase == Phase::waiting || phase == Phase::offered) {
        stage.visitor = &centre.ask();
        return;
    }
    stage.visitor = &centre.chat(ann);
    if (phase == Phase::inviting) centre.act(ann, agent::Confer{stage.visitor->id(), cora, ""});
    if (phase == Phase::between_agents) {
        centre.chat(cora, Centre::sales);
        centre.chat(cora, Centre::sales);
        centre.transfer(ann, *stage.visitor, TransferKind::button, Centre::sales);
    }
    if (phase == Phase::ended) centre.act(ann, agent::EndChat{stage.visitor->id()});
}

// By whom an act is tried, and what is asked: by somebody who may do it if anybody may.
std::pair<const char*, agent::Action> request_for(Act act, Phase phase, const SessionId& chat) {
    using enum agent::InvitationKind;
    switch (act) {
        case Act::accept:
            return {ann, agent::Accept{chat}};
        case Act::decline:
            return {ann, agent::Decline{chat}};
        case Act::say:
            return {ann, agent::SendMessage{chat, "Hello"}};
        case Act::show_typing:
            return {ann, agent::SetTyping{chat, true, ""}};
        case Act::end:
            return {ann, agent::EndChat{chat}};
        case Act::invite:
            return {ann, agent::Confer{chat, cora, ""}};
        case Act::transfer_to_button:
            return {ann, agent::Transfer{chat, TransferKind::button, Centre::sales, ""}};
        case Act::answer_invitation:
            return {cora, agent::AcceptInvitation{chat, conference}};
        case Act::cancel_invitation:
            return {ann, agent::CancelInvitation{chat, conference}};
        case Act::set_flag:
            return {ann, agent::SetFlag{chat, true, ""}};
        case Act::whisper:
            return {ann, agent::Whisper{chat, "psst"}};
        case Act::watch:
            return {sue, agent::Watch{chat, true}};
        case Act::join:
            return {sue, agent::Join{chat}};
        case Act::take_over:
            return {sue, agent::TakeOver{chat}};
        case Act::leave_conference:
        case Act::transfer_file:
        case Act::block:
            break;
    }
    static_cast<void>(phase);
    return {nullptr, agent::GetMe{}};
}

TEST(LifeCycle, EveryActInEveryPhaseIsAnsweredAsTheTableSays) {
    // Whose the request is counts beside the phase: nobody may pick what waits in a push line.
    static const std::map<std::pair<Phase, Act>, int> exceptions = {
        {{Phase::waiting, Act::accept}, 409},
        {{Phase::waiting, Act::decline}, 409},
        {{Phase::between_agents, Act::accept}, 409},
        {{Phase::between_agents, Act::decline}, 409},
    };
    for (std::size_t p = 0; p < phase_count; ++p) {
        for (std::size_t a = 0; a < act_count; ++a) {
            const auto phase = static_cast<Phase>(p);
            const auto act = static_cast<Act>(a);
            Stage stage;
            bring_to(stage, phase);
            const auto [agent, action] = request_for(act, phase, stage.visitor->id());
            if (!agent) continue;
            const auto exception = exceptions.find({phase, act});
            const int status = stage.centre.act(agent, action);
            if (exception != exceptions.end())
                EXPECT_EQ(status, exception->second) << "phase " << p << ", act " << a;
            else if (check(phase, act))
                EXPECT_LT(status, 300) << "phase " << p << ", act " << a;
            else
                EXPECT_EQ(status, 409) << "phase " << p << ", act " << a;
        }
    }
}

TEST(LifeCycle, VisitorsMayAlwaysSpeakAndLeaveUntilTheEnd) {
    for (std::size_t p = 0; p < phase_count; ++p) {
        const auto phase = static_cast<Phase>(p);
        const int expected = phase == Phase::ended ? 403 : 200;
        for (const auto& [noun, body] :
             {std::pair{"ChatMessage", R"({"text":"Hi"})"}, std::pair{"ChasitorTyping", "{}"},
              std::pair{"CustomEvent", R"({"type":"a","data":"b"})"}, std::pair{"ChatEnd", "{}"}}) {
            Stage stage;
            bring_to(stage, phase);
            EXPECT_EQ(stage.centre.post(*stage.visitor, noun, body), expected)
                << noun << " in phase " << p;
        }
    }
}

TEST(LifeCycle, ARefusalSaysWhy) {
    EXPECT_EQ(check(Phase::ended, Act::say).error().text(), "The chat has ended");
    EXPECT_EQ(check(Phase::waiting, Act::say).error().text(), "The chat has not been accepted");
    EXPECT_EQ(check(Phase::inviting, Act::invite).error().text(), "Others are being asked already");
    EXPECT_TRUE(check(Phase::engaged, Act::say));
}

}  // namespace
}  // namespace rejoinder::domain::life_cycle

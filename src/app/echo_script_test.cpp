#include "app/echo_script.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace rejoinder::app {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const EchoCall hello{"messages", R"({"text":"Hello from agent"})"};
const EchoCall typing{"typing", R"({"isTyping":true})"};
const EchoCall end{"end", ""};

EchoCall echo(const std::string& text) {
    return {"messages", R"({"text":"echo: )" + text + R"("})"};
}

boost::json::object details(std::string_view entries) {
    return boost::json::parse(R"({"chatKey":"c1","entries":[)" + std::string(entries) + "]}")
        .as_object();
}

boost::json::object visitor_says(std::string_view text, int position) {
    return {{"chatKey", "c1"}, {"from", "visitor"}, {"text", text}, {"position", position}};
}

TEST(EchoScript, GreetsAnAcceptedChatAndEchoesWhatIsSaid) {
    EchoScript script;
    EXPECT_FALSE(script.knows("c1"));
    EXPECT_THAT(script.resume(details(R"({"position":0,"type":"ChatRequest","text":""})")),
                ElementsAre(hello));
    EXPECT_TRUE(script.knows("c1"));
    EXPECT_THAT(script.hear(visitor_says("hi", 2)), ElementsAre(typing, echo("hi")));
}

TEST(EchoScript, EndsTheChatOnBye) {
    EchoScript script;
    script.resume(details(""));
    EXPECT_THAT(script.hear(visitor_says("ok, bye!", 1)),
                ElementsAre(typing, echo("ok, bye!"), end));
}

TEST(EchoScript, AnswersNothingTwiceAndNobodyElse) {
    EchoScript script;
    script.resume(details(""));
    EXPECT_THAT(script.hear(visitor_says("hi", 1)), ElementsAre(typing, echo("hi")));
    EXPECT_THAT(script.hear(visitor_says("hi", 1)), IsEmpty());
    auto own = visitor_says("echo: hi", 2);
    own["from"] = "agent";
    EXPECT_THAT(script.hear(own), IsEmpty());
}

TEST(EchoScript, AnswersWhatWasSaidBeforeTheChatWasAccepted) {
    EchoScript script;
    EXPECT_THAT(script.hear(visitor_says("early", 1)), IsEmpty());
    EXPECT_THAT(script.resume(details(R"({"position":1,"type":"VisitorMessage","text":"early"})")),
                ElementsAre(hello, typing, echo("early")));
    EXPECT_THAT(script.hear(visitor_says("early", 1)), IsEmpty());
}

TEST(EchoScript, GoesOnWhereAnInterruptionLeftAChat) {
    EchoScript script;
    const auto calls = script.resume(details(R"(
        {"position":1,"type":"AgentMessage","text":"Hello from agent"},
        {"position":2,"type":"VisitorMessage","text":"one"},
        {"position":3,"type":"VisitorMessage","text":"two"},
        {"position":4,"type":"AgentMessage","text":"echo: one"},
        {"position":5,"type":"VisitorMessage","text":"three"})"));
    EXPECT_THAT(calls, ElementsAre(typing, echo("two"), typing, echo("three")));
}

TEST(EchoScript, ForgetsEndedChats) {
    EchoScript script;
    script.resume(details(""));
    script.forget("c1");
    EXPECT_FALSE(script.knows("c1"));
    EXPECT_THAT(script.hear(visitor_says("hi", 1)), IsEmpty());
}

TEST(EchoScript, StrangeJsonIsNoReasonToStop) {
    EchoScript script;
    EXPECT_THAT(script.resume(details(R"(5, {"type":7}, {"position":"x"})")), ElementsAre(hello));
    EXPECT_THAT(script.hear({}), IsEmpty());
}

}  // namespace
}  // namespace rejoinder::app

#include "protocol/replies.hpp"

#include <gtest/gtest.h>

#include <string>

namespace rejoinder::protocol {
namespace {

TEST(Replies, OfSessions) {
    const SessionIdReply session{.id = "0f9c2b1e-7a53-4c0e-9b7d-2f1a6c55d001",
                                 .key = "0f9c!1790000000123!q1n/Q+8=",
                                 .affinity_token = "5be31fa0",
                                 .client_poll_timeout = 40};
    EXPECT_EQ(to_json(session), R"({"id":"0f9c2b1e-7a53-4c0e-9b7d-2f1a6c55d001",)"
                                R"("key":"0f9c!1790000000123!q1n/Q+8=","affinityToken":"5be31fa0",)"
                                R"("clientPollTimeout":40})");
    EXPECT_EQ(to_json(ResyncSessionReply{true, "k", "7d02c1a4"}),
              R"({"isValid":true,"key":"k","affinityToken":"7d02c1a4"})");
    EXPECT_EQ(to_json(ResyncSessionReply{}), R"({"isValid":false})");
}

TEST(Replies, OfAReconnectHaveTheTokenTwice) {
    EXPECT_EQ(reconnect_reply("7d02c1a4"),
              R"({"messages":[{"type":"ReconnectSession","affinityToken":"7d02c1a4",)"
              R"("message":{"resetSequence":true,"affinityToken":"7d02c1a4"}}]})");
}

TEST(Replies, ToAPollJoinTheMessages) {
    MessagesWriter writer(0);
    writer.add(event_text(AgentDisconnect{}));
    writer.add(event_text(ChatEnded{"agent", {}}));
    EXPECT_EQ(writer.finish(17, 9007199254740991),
              R"({"messages":[{"type":"AgentDisconnect","message":{}},)"
              R"({"type":"ChatEnded","message":{"reason":"agent","attachedRecords":[]}}],)"
              R"("sequence":17,"offset":9007199254740991})");
}

TEST(Replies, ToAPollAreMadeInOnePieceOfMemory) {
    const std::string message = event_text(AgentDisconnect{});
    MessagesWriter writer(3 * message.size());
    for (int i = 0; i < 3; ++i) writer.add(message);
    const std::string reply = writer.finish(9223372036854775807, 9223372036854775807);
    EXPECT_LE(reply.size(), 3 * message.size() + 80);
}

TEST(Replies, OfVisitorResources) {
    Settings settings;
    settings.ping_rate = 50000;
    settings.content_server_url = "https://chat.example.org/content";
    settings.buttons.emplace_back().id = "573000000000001";
    settings.buttons[0].type = "Standard";
    EXPECT_EQ(message_text(settings),
              R"({"type":"Settings","message":{"pingRate":50000,)"
              R"("contentServerUrl":"https://chat.example.org/content",)"
              R"("buttons":[{"id":"573000000000001","type":"Standard"}]}})");

    settings.buttons[0].language = "en_US";
    settings.buttons[0].is_available = true;
    settings.buttons[0].estimated_wait_time = 42;
    settings.buttons[0].invite_rules = R"({"rules":[],"filter":""})";
    EXPECT_EQ(to_json(settings.buttons),
              R"([{"id":"573000000000001","type":"Standard","language":"en_US",)"
              R"("isAvailable":true,"estimatedWaitTime":42,)"
              R"("inviteRules":"{\"rules\":[],\"filter\":\"\"}"}])");

    EXPECT_EQ(messages_text({message_text(Availability{
                                 {{"573000000000001", true, 6.5}, {"573000000000002", {}, {}}}}),
                             message_text(VisitorId{"v"})}),
              R"({"messages":[{"type":"Availability","message":{"results":[)"
              R"({"id":"573000000000001","isAvailable":true,"estimatedWaitTime":6.5},)"
              R"({"id":"573000000000002"}]}},)"
              R"({"type":"VisitorId","message":{"sessionId":"v"}}]})");
    EXPECT_EQ(messages_text({}), R"({"messages":[]})");
}

TEST(Replies, OfAScriptSayWhatIsWrong) {
    EXPECT_EQ(jsonp_error(R"(No "org_id")"),
              R"({"messages":[{"type":"Error","message":{"text":"No \"org_id\""}}]})");
}

}  // namespace
}  // namespace rejoinder::protocol

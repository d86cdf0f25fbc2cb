#include "protocol/api.hpp"

#include <gtest/gtest.h>

#include <string>

#include "protocol/api_login.hpp"

namespace rejoinder::protocol::api {
namespace {

template <class Shape>
std::string written(const Shape& shape) {
    std::string out;
    write(out, shape);
    return out;
}

TEST(Api, SpellsNamesAsTheConsoleApiDid) {
    const ChatSummary chat{.chat_key = "k",
                           .state = "requested",
                           .name = "Jo",
                           .live_chat_button_id = "573000000000001",
                           .live_chat_deployment_id = "572000000000001",
                           .request_time = 1790000000000,
                           .is_push_request = true};
    EXPECT_EQ(written(chat),
              R"({"chatKey":"k","state":"requested","name":"Jo",)"
              R"("liveChatButtonId":"573000000000001","liveChatDeploymentId":"572000000000001",)"
              R"("requestTime":1790000000000,"isEngaged":false,"isEnded":false,)"
              R"("isPushRequest":true,"isFlagRaised":false,)"
              R"("isCriticalWait":false})");
}

TEST(Api, LeavesOutWhatIsNotThere) {
    Entry entry{.position = 2, .at = 5, .type = "Enqueue", .from = "system"};
    EXPECT_EQ(written(entry),
              R"({"position":2,"at":5,"type":"Enqueue","from":"system","name":"","text":""})");

    entry.agent_id = "005000000000001";
    entry.event_type = "T";
    EXPECT_EQ(written(entry),
              R"({"position":2,"at":5,"type":"Enqueue","from":"system",)"
              R"("agentId":"005000000000001","name":"","text":"","eventType":"T"})");
}

TEST(Api, WritesListsAlsoWhenTheyAreEmpty) { EXPECT_EQ(written(ChatList{}), R"({"chats":[]})"); }

TEST(Api, ReadsTheFirstFrameOfAStream) {
    EXPECT_EQ(read<Resume>(R"({"resume":41})").value().resume, 41);
    EXPECT_EQ(read<Resume>(R"({"resume":null})").value().resume, std::nullopt);
    EXPECT_FALSE(read<Resume>(R"({"resume":"last"})"));
    EXPECT_FALSE(read<Resume>("41"));
}

TEST(Api, WantsAllOfALogin) {
    EXPECT_TRUE(read<Login>(R"({"organization":"o","username":"u","password":"p"})"));
    EXPECT_FALSE(read<Login>(R"({"organization":"o","username":"u"})"));
}

TEST(Api, WritesFramesInTheirEnvelope) {
    std::string out = "before ";
    write_frame(out, 7, instant_from_epoch(1790000000000),
                ChatRevoked{.chat_key = "k", .reason = "accepted"});
    EXPECT_EQ(out, R"(before {"seq":7,"type":"chat.revoked","at":1790000000000,)"
                   R"("data":{"chatKey":"k","reason":"accepted"}})");
}

}  // namespace
}  // namespace rejoinder::protocol::api

#include "protocol/events.hpp"

#include <gtest/gtest.h>

#include <string>

// Each message as it goes over the wire, to the letter.
namespace rejoinder::protocol {
namespace {

TEST(Events, WithoutPropertiesStillHaveAMessage) {
    EXPECT_EQ(event_text(AgentDisconnect{}), R"({"type":"AgentDisconnect","message":{}})");
    EXPECT_EQ(event_text(TransferToButtonInitiated{}),
              R"({"type":"TransferToButtonInitiated","message":{}})");
}

TEST(Events, AreAppended) {
    std::string out = "[";
    write_event(out, AgentDisconnect{});
    write_event(out, AgentJoinedConference{"Ravi S"});
    EXPECT_EQ(out, R"([{"type":"AgentDisconnect","message":{}})"
                   R"({"type":"AgentJoinedConference","message":{"name":"Ravi S"}})");
}

TEST(Events, OfTyping) {
    const std::string id = "3c1f0a52-6f7e-4f43-9a4e-0d6f9a2b7c11";
    EXPECT_EQ(event_text(AgentTyping{"Ann", id}),
              R"({"type":"AgentTyping","message":{"name":"Ann",)"
              R"("agentId":"3c1f0a52-6f7e-4f43-9a4e-0d6f9a2b7c11"}})");
    EXPECT_EQ(event_text(AgentNotTyping{"Ann", id}),
              R"({"type":"AgentNotTyping","message":{"name":"Ann",)"
              R"("agentId":"3c1f0a52-6f7e-4f43-9a4e-0d6f9a2b7c11"}})");
}

TEST(Events, OfTheSessionAfterAReconnect) {
    ChasitorSessionData data;
    EXPECT_EQ(event_text(data), R"({"type":"ChasitorSessionData","message":{}})");

    data.queue_position = 0;
    data.geo_location = GeoLocation{.country_code = "FI",
                                    .country_name = "Finland",
                                    .region = {},
                                    .city = "Turku",
                                    .organization = {},
                                    .latitude = 60.45,
                                    .longitude = 22};
    data.url = "https://shop.example/basket";
    data.oref = "https://search.example/?q=tea";
    data.post_chat_url = "https://shop.example/thanks";
    data.sneak_peek_enabled = false;
    data.chat_messages = {{"Agent", "Ann", "Hello", 1790000001000, 1},
                          {"Chasitor", "Jo", "My \"tea\" is late", 1790000009000, 2}};
    EXPECT_EQ(event_text(data),
              R"({"type":"ChasitorSessionData","message":{"queuePosition":0,)"
              R"("geoLocation":{"countryCode":"FI","countryName":"Finland","city":"Turku",)"
              R"("latitude":60.45,"longitude":22},"url":"https://shop.example/basket",)"
              R"("oref":"https://search.example/?q=tea",)"
              R"("postChatUrl":"https://shop.example/thanks","sneakPeekEnabled":false,)"
              R"("chatMessages":[{"type":"Agent","name":"Ann","content":"Hello",)"
              R"("timestamp":1790000001000,"sequence":1},{"type":"Chasitor","name":"Jo",)"
              R"("content":"My \"tea\" is late","timestamp":1790000009000,"sequence":2}]}})");
}

TEST(Events, OfAChatsEnd) {
    EXPECT_EQ(event_text(ChatEnded{"agent", {{"CaseId", "500000000000001"}}}),
              R"({"type":"ChatEnded","message":{"reason":"agent","attachedRecords":[)"
              R"({"fieldName":"CaseId","fieldValue":"500000000000001"}]}})");
    EXPECT_EQ(event_text(ChatEnded{"client", {}}),
              R"({"type":"ChatEnded","message":{"reason":"client","attachedRecords":[]}})");
}

TEST(Events, OfAChatsStart) {
    ChatEstablished established{.name = "Ann",
                                .user_id = "005000000000001",
                                .sneak_peek_enabled = true,
                                .chasitor_idle_timeout = {},
                                .items = {}};
    EXPECT_EQ(event_text(established),
              R"({"type":"ChatEstablished","message":{"name":"Ann","userId":"005000000000001",)"
              R"("sneakPeekEnabled":true,"items":[]}})");

    established.chasitor_idle_timeout = ChasitorIdleTimeoutSettings{true, 60, 95};
    established.items = {{"Start over", "dialog-1", {}, {}}};
    EXPECT_EQ(event_text(established),
              R"({"type":"ChatEstablished","message":{"name":"Ann","userId":"005000000000001",)"
              R"("sneakPeekEnabled":true,"chasitorIdleTimeout":{"isEnabled":true,)"
              R"("warningTime":60,"timeout":95},)"
              R"("items":[{"text":"Start over","dialogId":"dialog-1"}]}})");
}

TEST(Events, OfAMessage) {
    EXPECT_EQ(event_text(ChatMessage{"Ann", "One moment.\n", "005000000000001", Schedule{}}),
              R"({"type":"ChatMessage","message":{"name":"Ann","text":"One moment.\n",)"
              R"("agentId":"005000000000001","schedule":{"responseDelayMilliseconds":0}}})");
    EXPECT_EQ(event_text(ChatMessage{"Ann", "", {}, {}}),
              R"({"type":"ChatMessage","message":{"name":"Ann","text":""}})");
}

TEST(Events, OfARequestThatFailed) {
    EXPECT_EQ(event_text(ChatRequestFail{"Unavailable", {}, {}}),
              R"({"type":"ChatRequestFail","message":{"reason":"Unavailable",)"
              R"("attachedRecords":[]}})");
    EXPECT_EQ(event_text(ChatRequestFail{"Blocked", "https://shop.example/thanks", {}}),
              R"({"type":"ChatRequestFail","message":{"reason":"Blocked",)"
              R"("postChatUrl":"https://shop.example/thanks","attachedRecords":[]}})");
}

TEST(Events, OfARequestThatWasRouted) {
    ChatRequestSuccess success;
    success.queue_position = 1;
    success.visitor_id = "7f0a3f6e-10d9-4ac1-9c3e-6b0f4f7f2a10";
    success.connection_timeout = 150000;
    EXPECT_EQ(event_text(success),
              R"({"type":"ChatRequestSuccess","message":{"queuePosition":1,)"
              R"("geoLocation":{"countryCode":"","countryName":""},"url":"","customDetails":[],)"
              R"("visitorId":"7f0a3f6e-10d9-4ac1-9c3e-6b0f4f7f2a10","connectionTimeout":150000,)"
              R"("sensitiveDataRules":[],"transcriptSaveEnabled":false}})");

    success.estimated_wait_time = -1;
    success.url = "https://shop.example/";
    success.custom_details = {{.label = "E-mail",
                               .value = "jo@example.org",
                               .transcript_fields = {"Email__c"},
                               .display_to_agent = true,
                               .entity_maps = {}}};
    success.sensitive_data_rules = {{"Card", "[0-9]{16}", "0GO000000000001", "****", "Replace"}};
    EXPECT_EQ(event_text(success),
              R"({"type":"ChatRequestSuccess","message":{"queuePosition":1,)"
              R"("estimatedWaitTime":-1,"geoLocation":{"countryCode":"","countryName":""},)"
              R"("url":"https://shop.example/","customDetails":[{"label":"E-mail",)"
              R"("value":"jo@example.org","transcriptFields":["Email__c"],)"
              R"("displayToAgent":true}],)"
              R"("visitorId":"7f0a3f6e-10d9-4ac1-9c3e-6b0f4f7f2a10","connectionTimeout":150000,)"
              R"("sensitiveDataRules":[{"name":"Card","pattern":"[0-9]{16}",)"
              R"("id":"0GO000000000001","replacement":"****","actionType":"Replace"}],)"
              R"("transcriptSaveEnabled":false}})");
}

TEST(Events, OfATransfer) {
    EXPECT_EQ(
        event_text(ChatTransferred{"Bob", "005000000000002", false, ChasitorIdleTimeoutSettings{}}),
        R"({"type":"ChatTransferred","message":{"name":"Bob","userId":"005000000000002",)"
        R"("sneakPeekEnabled":false,"chasitorIdleTimeout":{"isEnabled":false}}})");
    EXPECT_EQ(event_text(ChatResumedAfterTransfer{"Ann", true}),
              R"({"type":"ChatResumedAfterTransfer","message":{"name":"Ann",)"
              R"("isTransferFailure":true}})");
}

TEST(Events, OfTheAgentsOwnMaking) {
    EXPECT_EQ(event_text(CustomEvent{"Form", R"({"a":1})"}),
              R"({"type":"CustomEvent","message":{"type":"Form","data":"{\"a\":1}"}})");
}

TEST(Events, OfThePageAndTheLine) {
    EXPECT_EQ(event_text(NewVisitorBreadcrumb{"https://shop.example/help"}),
              R"({"type":"NewVisitorBreadcrumb","message":)"
              R"({"location":"https://shop.example/help"}})");
    EXPECT_EQ(event_text(QueueUpdate{3, 120}),
              R"({"type":"QueueUpdate","message":{"position":3,"estimatedWaitTime":120}})");
    EXPECT_EQ(event_text(QueueUpdate{0, {}}), R"({"type":"QueueUpdate","message":{"position":0}})");
}

TEST(Events, OfRulesServersAndResults) {
    EXPECT_EQ(event_text(SensitiveDataRules{{{"Card", "[0-9]+", {}, {}, "Remove"}}}),
              R"({"type":"SensitiveDataRules","message":{"sensitiveDataRules":[)"
              R"({"name":"Card","pattern":"[0-9]+","actionType":"Remove"}]}})");
    EXPECT_EQ(event_text(SwitchServer{"https://chat2.example.org/chat"}),
              R"({"type":"SwitchServer","message":{"newUrl":"https://chat2.example.org/chat"}})");
    EXPECT_EQ(event_text(AsyncResult{1, true, {}}),
              R"({"type":"AsyncResult","message":{"sequence":1,"isSuccess":true}})");
    EXPECT_EQ(event_text(AsyncResult{3, false, "No chat"}),
              R"({"type":"AsyncResult","message":{"sequence":3,"isSuccess":false,)"
              R"("error":"No chat"}})");
}

TEST(Events, OfFilesBotsAndConferences) {
    EXPECT_EQ(event_text(FileTransfer{"Requested", "https://chat.example.org/upload",
                                      "https://chat.example.org/cdm", "t0k3n"}),
              R"({"type":"FileTransfer","message":{"type":"Requested",)"
              R"("uploadServletUrl":"https://chat.example.org/upload",)"
              R"("cdmServletUrl":"https://chat.example.org/cdm","fileToken":"t0k3n"}})");
    EXPECT_EQ(event_text(FileTransfer{"Canceled", {}, {}, {}}),
              R"({"type":"FileTransfer","message":{"type":"Canceled"}})");
    EXPECT_EQ(event_text(RichMessage{"ChatWindowMenu", "Pick", {{"Tea", "tea"}, {"Milk", "m"}}}),
              R"({"type":"RichMessage","message":{"type":"ChatWindowMenu","header":"Pick",)"
              R"("items":[{"text":"Tea","value":"tea"},{"text":"Milk","value":"m"}]}})");
    EXPECT_EQ(event_text(RichMessage{"ChatWindowButton", {}, {{"Yes", {}}, {"No", {}}}}),
              R"({"type":"RichMessage","message":{"type":"ChatWindowButton",)"
              R"("items":[{"text":"Yes"},{"text":"No"}]}})");
    EXPECT_EQ(event_text(AgentJoinedConference{"Bob"}),
              R"({"type":"AgentJoinedConference","message":{"name":"Bob"}})");
    EXPECT_EQ(event_text(AgentLeftConference{"Bob"}),
              R"({"type":"AgentLeftConference","message":{"name":"Bob"}})");
}

}  // namespace
}  // namespace rejoinder::protocol

#include "protocol/requests.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <variant>

namespace rejoinder::protocol::request {
namespace {

// The request in `body`; its defaults when it is not one.
template <class T>
T posted(std::string_view body) {
    auto post = read_post(noun_of<T>.prefix, noun_of<T>.noun, body);
    EXPECT_TRUE(post) << body << " " << (post ? "" : post.error().detail);
    return post ? std::get<T>(*std::move(post)) : T{};
}

template <class T>
std::string complaint(std::string_view body) {
    const auto post = read_post(noun_of<T>.prefix, noun_of<T>.noun, body);
    if (post) return "understood";
    EXPECT_EQ(post.error().code, Errc::bad_request);
    return post.error().detail;
}

std::string batch_complaint(std::string_view body) {
    const auto batch = read_batch(body);
    if (batch) return "understood";
    EXPECT_EQ(batch.error().code, Errc::bad_request);
    return batch.error().detail;
}

TEST(Requests, AreFoundByTheirNouns) {
    EXPECT_TRUE(is_post_noun("Chasitor", "ChatMessage"));
    EXPECT_TRUE(is_post_noun("Agent", "SensitiveDataRuleTriggered"));
    EXPECT_TRUE(is_post_noun("ChatBot", "ChatMessage"));
    EXPECT_FALSE(is_post_noun("chasitor", "ChatMessage"));
    EXPECT_FALSE(is_post_noun("Chasitor", "chatmessage"));
    EXPECT_FALSE(is_post_noun("System", "MultiNoun"));
    EXPECT_FALSE(is_post_noun("Agent", "ChatMessage"));

    EXPECT_EQ(read_post("Chasitor", "Unheard", "{}").error().code, Errc::not_found);
    EXPECT_EQ(read_post("", "", "not even JSON").error().code, Errc::not_found);
}

TEST(Requests, HaveOneNounEach) {
    [&]<class... Shapes>(const std::variant<Shapes...>*) {
        const std::set<std::pair<std::string_view, std::string_view>> nouns{
            {noun_of<Shapes>.prefix, noun_of<Shapes>.noun}...};
        EXPECT_EQ(nouns.size(), sizeof...(Shapes));
    }(static_cast<const Post*>(nullptr));
}

TEST(Requests, MayHaveNoBodyWhereNothingIsNeeded) {
    posted<ChasitorTyping>("");
    posted<ChasitorTyping>("{}");
    posted<ChasitorNotTyping>("");
    posted<ChasitorNotTyping>(R"({"anything":1})");
    posted<ChatCancel>("");
    EXPECT_EQ(posted<ChatEnd>("").reason, "client");
    EXPECT_EQ(complaint<ChatMessage>(""), "text: is required");
    EXPECT_EQ(complaint<ChasitorTyping>("typing"), "The body is not valid JSON");
}

TEST(ChasitorInit, IsReadWhole) {
    const auto init = posted<ChasitorInit>(
        R"({"organizationId":"00D000000000001","deploymentId":"572000000000001",)"
        R"("buttonId":"573000000000001","agentId":"005000000000001","doFallback":true,)"
        R"("sessionId":"0f9c2b1e-7a53-4c0e-9b7d-2f1a6c55d001","userAgent":"Lynx/2.8.8",)"
        R"("language":"en-US","screenResolution":"1900x1080","visitorName":"Jo",)"
        R"("prechatDetails":[{"label":"E-mail","value":"jo@example.org",)"
        R"("transcriptFields":["Email__c"],"displayToAgent":false,"entityMaps":[{)"
        R"("entityName":"Contact","fieldName":"Email","isFastFillable":false,)"
        R"("isAutoQueryable":true,"isExactMatchable":true}],"doKnowledgeSearch":false}],)"
        R"("prechatEntities":[{"entityName":"Contact","showOnCreate":true,)"
        R"("linkToEntityName":"Case","linkToEntityField":"ContactId",)"
        R"("saveToTranscript":"ContactId","entityFieldsMaps":[{"fieldName":"Email",)"
        R"("label":"E-mail","doFind":true,"isExactMatch":true,"doCreate":false}]}],)"
        R"("buttonOverrides":["005000000000001_573000000000001","573000000000001"],)"
        R"("receiveQueueUpdates":true,"isPost":true,"trackingId":"t-1",)"
        R"("visitorInfo":{"visitCount":3,"originalReferrer":"https://search.example/",)"
        R"("pages":[{"location":"https://shop.example/","time":1700000000000}]}})");

    EXPECT_EQ(init.organization_id, "00D000000000001");
    EXPECT_EQ(init.deployment_id, "572000000000001");
    EXPECT_EQ(init.button_id, "573000000000001");
    EXPECT_EQ(init.agent_id, "005000000000001");
    EXPECT_TRUE(init.do_fallback);
    EXPECT_EQ(init.session_id, "0f9c2b1e-7a53-4c0e-9b7d-2f1a6c55d001");
    EXPECT_EQ(init.user_agent, "Lynx/2.8.8");
    EXPECT_EQ(init.screen_resolution, "1900x1080");
    EXPECT_EQ(init.visitor_name, "Jo");
    ASSERT_EQ(init.prechat_details.size(), 1u);
    const CustomDetail& detail = init.prechat_details[0];
    EXPECT_EQ(detail.value.text, "jo@example.org");
    EXPECT_EQ(detail.transcript_fields, std::vector<std::string>{"Email__c"});
    EXPECT_EQ(detail.display_to_agent, false);
    ASSERT_TRUE(detail.entity_maps);
    EXPECT_EQ(detail.entity_maps->at(0).field_name, "Email");
    EXPECT_EQ(detail.entity_maps->at(0).is_auto_queryable, true);
    ASSERT_EQ(init.prechat_entities.size(), 1u);
    const Entity& entity = init.prechat_entities[0];
    EXPECT_EQ(entity.entity_name, "Contact");
    EXPECT_EQ(entity.save_to_transcript, "ContactId");
    EXPECT_TRUE(entity.entity_fields_maps.at(0).do_find);
    EXPECT_FALSE(entity.entity_fields_maps.at(0).do_create);
    EXPECT_EQ(init.button_overrides.size(), 2u);
    EXPECT_TRUE(init.receive_queue_updates);
    EXPECT_EQ(init.is_post, true);
    EXPECT_EQ(init.tracking_id->text, "t-1");
    EXPECT_EQ(init.visitor_info->visit_count, 3);
    EXPECT_EQ(init.visitor_info->pages.at(0).time, 1700000000000);
}

TEST(ChasitorInit, NeedsOnlyTheOrganizationAndTheDeployment) {
    const auto init = posted<ChasitorInit>(R"({"organizationId":"o","deploymentId":"d"})");
    EXPECT_EQ(init.button_id, "");
    EXPECT_FALSE(init.do_fallback);
    EXPECT_FALSE(init.is_post);
    EXPECT_TRUE(init.prechat_details.empty());
    EXPECT_EQ(complaint<ChasitorInit>(R"({"deploymentId":"d"})"), "organizationId: is required");
    EXPECT_EQ(complaint<ChasitorInit>(R"({"organizationId":"o"})"), "deploymentId: is required");
}

TEST(ChasitorInit, IsUnderstoodAsClientsReallySendIt) {
    const auto init = posted<ChasitorInit>(
        R"({"organizationId":"o","deploymentId":"d","sessionId":null,"visitorName":null,)"
        R"("agentId":null,"buttonOverrides":null,"prechatEntities":null,"isPost":"true",)"
        R"("receiveQueueUpdates":"false","doFallback":"true","trackingId":17,)"
        R"("visitorInfo":{"visitCount":"2","pages":null},"apiVersion":59,"retry":{"max":3},)"
        R"("prechatDetails":[)"
        R"({"label":"a","value":5,"transcriptFields":[""],"displayToAgent":"true"},)"
        R"({"label":"b","value":true,"entityFieldMaps":[{"entityName":"E","fieldName":"F"}]},)"
        R"({"label":"c","value":null,"transcriptFields":null,"entityMaps":[]},)"
        R"({"label":"d"}]})");

    EXPECT_EQ(init.session_id, "");
    EXPECT_EQ(init.visitor_name, "");
    EXPECT_EQ(init.is_post, true);
    EXPECT_FALSE(init.receive_queue_updates);
    EXPECT_TRUE(init.do_fallback);
    EXPECT_EQ(init.tracking_id->text, "17");
    EXPECT_EQ(init.visitor_info->visit_count, 2);
    ASSERT_EQ(init.prechat_details.size(), 4u);
    EXPECT_EQ(init.prechat_details[0].value.text, "5");
    EXPECT_EQ(init.prechat_details[0].display_to_agent, true);
    EXPECT_EQ(init.prechat_details[0].transcript_fields, std::vector<std::string>{""});
    EXPECT_EQ(init.prechat_details[1].value.text, "true");
    EXPECT_EQ(init.prechat_details[1].entity_maps->at(0).field_name, "F");
    EXPECT_EQ(init.prechat_details[1].entity_maps->at(0).is_fast_fillable, std::nullopt);
    EXPECT_EQ(init.prechat_details[2].value.text, "");
    EXPECT_TRUE(init.prechat_details[2].entity_maps->empty());
    EXPECT_EQ(init.prechat_details[3].display_to_agent, std::nullopt);
}

TEST(ChasitorInit, KnowsTheSpellingsOfFieldMaps) {
    for (const std::string_view name : {"entityFieldsMaps", "entityFieldsMap", "entityFieldMaps"}) {
        const auto init = posted<ChasitorInit>(
            R"({"organizationId":"o","deploymentId":"d","prechatEntities":[{"entityName":"Case",)"
            R"("showOnCreate":null,")" +
            std::string(name) + R"(":[{"fieldName":"Subject","label":"L","doCreate":true}]}]})");
        ASSERT_EQ(init.prechat_entities.at(0).entity_fields_maps.size(), 1u) << name;
        EXPECT_TRUE(init.prechat_entities[0].entity_fields_maps[0].do_create);
    }
}

TEST(ChasitorInit, SaysWhereItIsWrong) {
    EXPECT_EQ(
        complaint<ChasitorInit>(R"({"organizationId":"o","deploymentId":"d","prechatDetails":[)"
                                R"({"label":"a"},{"label":"b"},{"label":["secret"]}]})"),
        "prechatDetails[2].label: must be a string");
    EXPECT_EQ(
        complaint<ChasitorInit>(R"({"organizationId":"o","deploymentId":"d","prechatDetails":{}})"),
        "prechatDetails: must be an array");
    EXPECT_EQ(complaint<ChasitorInit>(
                  R"({"organizationId":"o","deploymentId":"d","buttonOverrides":"573"})"),
              "buttonOverrides: must be an array");
}

TEST(ChatMessageRequest, IsAText) {
    EXPECT_EQ(posted<ChatMessage>(R"({"text":"Hello"})").text, "Hello");
    EXPECT_EQ(posted<ChatMessage>(R"({"text":""})").text, "");
    EXPECT_EQ(posted<ChatBotMessage>(R"({"text":"I am a bot"})").text, "I am a bot");
    EXPECT_EQ(complaint<ChatMessage>(R"({"text":5})"), "text: must be a string");
    EXPECT_EQ(complaint<ChatMessage>(R"({"text":null})"), "text: is required");
}

TEST(ChatEndRequest, IsUnderstoodInItsFourShapes) {
    EXPECT_EQ(posted<ChatEnd>("{}").reason, "client");
    EXPECT_EQ(posted<ChatEnd>(R"({"reason":null})").reason, "client");
    EXPECT_EQ(posted<ChatEnd>(R"({"reason":"clientIdleTimeout"})").reason, "clientIdleTimeout");
    EXPECT_EQ(posted<ChatEnd>(R"({"type":"ChatEndReason","reason":"a"})").reason, "a");
    EXPECT_EQ(posted<ChatEnd>(R"({"ChatEndReason":{"reason":"b"}})").reason, "b");
    EXPECT_EQ(posted<ChatEnd>(R"({"ChatEndReason":{}})").reason, "client");
}

TEST(IdleTimeoutWarning, IsTriggeredOrCleared) {
    using Warning = ChasitorIdleTimeoutWarningEvent;
    EXPECT_EQ(
        posted<Warning>(R"({"idleTimeoutWarningEvent":"triggered"})").idle_timeout_warning_event,
        "triggered");
    posted<Warning>(R"({"idleTimeoutWarningEvent":"cleared"})");
    EXPECT_EQ(complaint<Warning>(R"({"idleTimeoutWarningEvent":"Cleared"})"),
              "idleTimeoutWarningEvent: must be triggered or cleared");
    EXPECT_EQ(complaint<Warning>("{}"), "idleTimeoutWarningEvent: is required");
}

TEST(Requests, OfOtherKindsAreRead) {
    EXPECT_EQ(posted<ChasitorResyncState>(R"({"organizationId":"o"})").organization_id, "o");
    EXPECT_EQ(posted<ChasitorResyncState>("").organization_id, "");

    const auto peek = posted<ChasitorSneakPeek>(R"({"position":4,"text":"Hel"})");
    EXPECT_EQ(peek.position, 4);
    EXPECT_EQ(peek.text, "Hel");

    const auto event = posted<CustomEvent>(R"({"type":"Form","data":"{\"a\":1}"})");
    EXPECT_EQ(event.type, "Form");
    EXPECT_EQ(event.data, R"({"a":1})");

    const auto rules =
        posted<SensitiveDataRuleTriggered>(R"({"rules":[{"id":"0GO000000000001","name":"Mask"}]})");
    EXPECT_EQ(rules.rules.at(0).id, "0GO000000000001");
    const auto agents =
        posted<AgentSensitiveDataRuleTriggered>(R"({"rules":[{"name":"Mask"}],"chatId":"c"})");
    EXPECT_EQ(agents.rules.at(0).name, "Mask");
    EXPECT_EQ(agents.chat_id, "c");
}

TEST(RichMessageRequest, HoldsOneAction) {
    const auto menu = posted<RichMessage>(
        R"({"actions":[{"type":"ChatWindowFooterMenu","index":1,"dialogId":"d","value":"Yes"}]})");
    EXPECT_EQ(menu.actions.at(0).index, 1);
    EXPECT_EQ(menu.actions.at(0).dialog_id, "d");
    EXPECT_EQ(menu.actions.at(0).value->text, "Yes");
    EXPECT_EQ(complaint<RichMessage>(R"({"actions":[]})"), "actions: must hold exactly one action");
    EXPECT_EQ(complaint<RichMessage>("{}"), "actions: is required");
    EXPECT_EQ(complaint<RichMessage>(R"({"actions":[{"type":"ChatWindowButton"}]})"),
              "actions[0].index: is required");
}

TEST(BreadcrumbRequest, IsALocation) {
    EXPECT_EQ(read<Breadcrumb>(R"({"location":"https://a.example"})")->location,
              "https://a.example");
    EXPECT_FALSE(read<Breadcrumb>("{}"));
}

TEST(Batch, IsReadInItsOrderUnderBothNamesOfTheBody) {
    const auto batch =
        read_batch(R"({"nouns":[)"
                   R"({"prefix":"ChatBot","noun":"ChatMessage","object":{"text":"bot"}},)"
                   R"({"prefix":"Chasitor","noun":"ChatMessage","data":{"text":"That is all ☺"}},)"
                   R"({"prefix":"Chasitor","noun":"ChasitorTyping"},)"
                   R"({"prefix":"Chasitor","noun":"ChatEnd","object":null}]})");
    ASSERT_TRUE(batch);
    ASSERT_EQ(batch->size(), 4u);
    EXPECT_EQ(std::get<ChatBotMessage>((*batch)[0]).text, "bot");
    EXPECT_EQ(std::get<ChatMessage>((*batch)[1]).text, "That is all ☺");
    EXPECT_TRUE(std::holds_alternative<ChasitorTyping>((*batch)[2]));
    EXPECT_EQ(std::get<ChatEnd>((*batch)[3]).reason, "client");
    EXPECT_TRUE(read_batch(R"({"nouns":[]})")->empty());
}

TEST(Batch, IsUnderstoodWholeOrNotAtAll) {
    EXPECT_EQ(batch_complaint(R"({"nouns":[{"prefix":"Chasitor","noun":"ChasitorTyping"},)"
                              R"({"prefix":"Chasitor","noun":"ChatMessage","object":{}}]})"),
              "nouns[1].object.text: is required");
    EXPECT_EQ(batch_complaint(R"({"nouns":[{"prefix":"Chasitor","noun":"Unheard"}]})"),
              "nouns[0].noun: must be one that goes into a batch");
    EXPECT_EQ(batch_complaint(R"({"nouns":[{"prefix":"Chasitor","noun":"ChatMessage",)"
                              R"("object":"broken"}]})"),
              "nouns[0].object: must be JSON");
    EXPECT_EQ(batch_complaint("{}"), "nouns: is required");
    EXPECT_EQ(batch_complaint(""), "The body is not valid JSON");
}

TEST(Batch, DoesNotNest) {
    EXPECT_EQ(batch_complaint(
                  R"({"nouns":[{"prefix":"System","noun":"MultiNoun","object":{"nouns":[]}}]})"),
              "nouns[0].noun: must be one that goes into a batch");
}

TEST(Batch, IsBounded) {
    const auto batch_of = [](std::size_t count) {
        std::string body = R"({"nouns":[)";
        for (std::size_t i = 0; i < count; ++i) {
            if (i != 0) body += ',';
            body += R"({"prefix":"Chasitor","noun":"ChasitorTyping"})";
        }
        return body + "]}";
    };
    EXPECT_EQ(read_batch(batch_of(batch_nouns_max))->size(), batch_nouns_max);
    EXPECT_EQ(batch_complaint(batch_of(batch_nouns_max + 1)),
              "nouns: must not hold more than 100 requests");
}

}  // namespace
}  // namespace rejoinder::protocol::request

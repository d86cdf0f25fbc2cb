#include "app/live_agent/dialect.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/caller.hpp"
#include "domain/affinity.hpp"

namespace rejoinder::app::live_agent {
namespace {

using http::Method;

constexpr http::Ticket ticket{.connection = 3, .serial = 4, .worker = 0};

// A dialect whose core takes everything down and answers nothing.
class DialectTest : public testing::Test {
protected:
    std::optional<http::Response> ask(Method method, std::string path, std::string query = {},
                                      std::string body = {}) {
        http::Request request;
        request.method = method;
        request.path = path;
        request.query = query;
        request.body = body;
        request.headers = headers;
        request.peer = boost::asio::ip::make_address("192.0.2.7");
        return dialect.handle(request, ticket);
    }

    int status(Method method, std::string path, std::string query = {}, std::string body = {}) {
        const auto response = ask(method, std::move(path), std::move(query), std::move(body));
        return response ? response->status : 0;
    }

    template <class Request>
    const Request& passed() {
        EXPECT_FALSE(requests.empty());
        return std::get<Request>(requests.back().first);
    }

    // The headers of a client that has a session.
    void enter_session() {
        key = keys.make(session, clock.now());
        headers.push_back({"X-LIVEAGENT-SESSION-KEY", key});
        headers.push_back({"X-LIVEAGENT-AFFINITY", "98c41fa0"});
    }

    std::vector<std::pair<domain::Request, domain::Caller>> requests;
    bool is_full = false;
    bool is_crowded = false;
    std::vector<http::HeaderField> headers = {{"X-LIVEAGENT-API-VERSION", "43"}};
    SessionId session{Uuid::from_random({1, 2, 3})};
    std::string key;

    Clock clock;
    SessionKeys keys{Secret{}};
    Origins origins{{}};
    Dialect dialect{{},
                    {.submit =
                         [this](domain::Request request, domain::Caller caller) {
                             if (!is_full) requests.emplace_back(std::move(request), caller);
                             return !is_full;
                         },
                     .is_crowded = [this] { return is_crowded; }},
                    keys,
                    origins,
                    clock};
};

TEST_F(DialectTest, ChecksComeInTheOrderOfTheWire) {
    headers.clear();
    EXPECT_EQ(status(Method::get, "/chat/rest/System/Nothing"), 404);
    EXPECT_EQ(status(Method::post, "/chat/rest/System/Messages"), 405);
    EXPECT_EQ(status(Method::get, "/chat/rest/System/Messages"), 400);
    headers.push_back({"X-LIVEAGENT-API-VERSION", "43"});
    EXPECT_EQ(status(Method::get, "/chat/rest/System/Messages"), 403);
    headers.push_back({"X-LIVEAGENT-SESSION-KEY", "not!a!key"});
    EXPECT_EQ(status(Method::get, "/chat/rest/System/Messages"), 403);
    EXPECT_TRUE(requests.empty());
}

TEST_F(DialectTest, AMissingMethodIsToldWhichOnesThereAre) {
    const auto response = ask(Method::post, "/chat/rest/System/Messages");
    EXPECT_TRUE(response->headers.contains("Allow: GET, OPTIONS\r\n"));
}

TEST_F(DialectTest, PathsAreTakenToTheLetter) {
    EXPECT_EQ(status(Method::get, "/chat/rest//System/SessionId"), 404);
    EXPECT_EQ(status(Method::get, "/chat/rest/system/sessionid"), 404);
    EXPECT_EQ(status(Method::get, "/chat/System/SessionId"), 404);
}

TEST_F(DialectTest, ASessionIsMadeWithoutTheCore) {
    for (const char* path : {"/chat/rest/System/SessionId", "/chat/rest/System/SessionId/"}) {
        const auto response = ask(Method::get, path);
        ASSERT_TRUE(response);
        EXPECT_EQ(response->status, 200);
        EXPECT_EQ(response->content_type, "application/json;charset=UTF-8");
        EXPECT_TRUE(response->body.contains(R"("clientPollTimeout":40)")) << response->body;
    }
    EXPECT_TRUE(requests.empty());
}

TEST_F(DialectTest, NewcomersAreTurnedAwayWhenTooManyWait) {
    is_crowded = true;
    EXPECT_EQ(status(Method::get, "/chat/rest/System/SessionId"), 500);
}

TEST_F(DialectTest, ErrorsAreOneLineOfText) {
    const auto response = ask(Method::get, "/chat/rest/System/Messages");
    EXPECT_EQ(response->status, 403);
    EXPECT_EQ(response->content_type, "text/plain;charset=UTF-8");
    EXPECT_EQ(response->body, "Session required but was invalid or not found");
}

TEST_F(DialectTest, APollIsHandedOnWithItsAck) {
    enter_session();
    EXPECT_FALSE(ask(Method::get, "/chat/rest/System/Messages", "ack=-1&pc=0"));
    const auto& poll = passed<domain::Poll>();
    EXPECT_EQ(poll.context.session, session);
    EXPECT_EQ(poll.context.api_version, 43);
    EXPECT_EQ(poll.context.network, 0xc0000207U);
    EXPECT_EQ(poll.context.affinity.count, 1);
    EXPECT_EQ(poll.ack.value(), -1);
    EXPECT_EQ(kind_of(requests.back().second), CallerKind::visitor);

    EXPECT_FALSE(ask(Method::get, "/chat/rest/System/Messages"));
    EXPECT_EQ(passed<domain::Poll>().ack.value(), std::nullopt);
}

TEST_F(DialectTest, WhatDoesNotParseIsHandedOnAsAnError) {
    enter_session();
    headers.push_back({"X-LIVEAGENT-SEQUENCE", "none"});
    EXPECT_FALSE(ask(Method::get, "/chat/rest/System/Messages", "ack=first"));
    EXPECT_EQ(passed<domain::Poll>().ack.error().code, Errc::bad_request);

    EXPECT_FALSE(ask(Method::post, "/chat/rest/Chasitor/ChatMessage", "", "{\"text\":"));
    EXPECT_EQ(passed<domain::VisitorPost>().posts.error().code, Errc::bad_request);
    EXPECT_EQ(passed<domain::VisitorPost>().sequence.error().code, Errc::sequence_invalid);
}

TEST_F(DialectTest, APostIsHandedOnWithWhatTheConnectionTells) {
    enter_session();
    headers.push_back({"X-LIVEAGENT-SEQUENCE", "2"});
    headers.push_back({"User-Agent", "Lynx/2.8.8"});
    EXPECT_FALSE(ask(Method::post, "/chat/rest/Chasitor/ChatMessage", "", R"({"text":"Hi"})"));
    const auto& post = passed<domain::VisitorPost>();
    ASSERT_EQ(post.posts->size(), 1U);
    EXPECT_EQ(post.sequence.value(), 2);
    EXPECT_EQ(post.origin.address, "192.0.2.7");
    EXPECT_EQ(post.origin.user_agent, "Lynx/2.8.8");
}

TEST_F(DialectTest, TypingNeedsNoBody) {
    enter_session();
    EXPECT_FALSE(ask(Method::post, "/chat/rest/Chasitor/ChasitorTyping"));
    EXPECT_TRUE(passed<domain::VisitorPost>().posts);
}

TEST_F(DialectTest, ABatchIsReadWhole) {
    enter_session();
    const auto read = [this](std::string body) {
        EXPECT_FALSE(ask(Method::post, "/chat/rest/System/MultiNoun", "", std::move(body)));
        const auto& posts = passed<domain::VisitorPost>().posts;
        return posts ? posts->size() : 0;
    };
    EXPECT_EQ(read(R"({"nouns":[{"prefix":"Chasitor","noun":"ChatMessage","object":{"text":"a"}},
                                {"prefix":"Chasitor","noun":"ChatEnd","data":{}}]})"),
              2U);
    EXPECT_EQ(read(R"({"nouns":[{"prefix":"Chasitor","noun":"ChatMessage","object":{"text":"a"}},
                                {"prefix":"Chasitor","noun":"Nothing","object":{}}]})"),
              0U);
}

TEST_F(DialectTest, TheKeyInAPathMayBeRawOrEncoded) {
    // A key whose last part holds what a path would rather not.
    std::string raw;
    for (std::uint8_t i = 0; !raw.contains('/') || !raw.contains('+'); ++i)
        raw = keys.make(SessionId(Uuid::from_random({i, 9})), clock.now());
    std::string encoded;
    for (const char c : raw) {
        if (c == '/')
            encoded += "%2F";
        else if (c == '+')
            encoded += "%2b";
        else if (c == '=')
            encoded += "%3D";
        else
            encoded += c;
    }
    for (const std::string& path : {raw, encoded}) {
        EXPECT_FALSE(ask(Method::del, "/chat/rest/System/SessionId/" + path)) << path;
        EXPECT_EQ(keys.verify(raw)->session, passed<domain::EndSession>().context.session);
    }
    EXPECT_EQ(status(Method::del, "/chat/rest/System/SessionId/unknown"), 403);
}

TEST_F(DialectTest, ReconnectSessionNeedsAnOffset) {
    enter_session();
    const auto read = [this](Method method, std::string query) {
        EXPECT_FALSE(ask(method, "/chat/rest/System/ReconnectSession", std::move(query)));
        return passed<domain::ReconnectSession>().offset;
    };
    EXPECT_EQ(read(Method::get, "ReconnectSession.offset=97391055").value(), 97391055);
    EXPECT_EQ(read(Method::get, "ReconnectSession.offset=0").value(), 0);
    EXPECT_EQ(read(Method::post, "ReconnectSession.offset=5").value(), 5);
    EXPECT_EQ(read(Method::get, "").error().code, Errc::bad_request);
    EXPECT_EQ(read(Method::get, "ReconnectSession.offset=null").error().code, Errc::bad_request);
}

TEST_F(DialectTest, ResyncSessionTakesAnyKeyToTheCore) {
    headers.push_back({"X-LIVEAGENT-SESSION-KEY", "never!made!here"});
    EXPECT_FALSE(ask(Method::get, "/chat/rest/System/ResyncSession"));
    EXPECT_FALSE(passed<domain::ResyncSession>().context);
    EXPECT_EQ(passed<domain::ResyncSession>().key, "never!made!here");
}

TEST_F(DialectTest, ABreadcrumbWithoutASessionIsTakenToo) {
    const std::string body = R"({"location":"https://shop.example/"})";
    EXPECT_FALSE(ask(Method::post, "/chat/rest/Visitor/Breadcrumb", "", body));
    EXPECT_FALSE(passed<domain::VisitorBreadcrumb>().context);
    enter_session();
    EXPECT_FALSE(ask(Method::post, "/chat/rest/Visitor/Breadcrumb", "", body));
    EXPECT_TRUE(passed<domain::VisitorBreadcrumb>().context);
}

TEST_F(DialectTest, ALookupNeedsNoSession) {
    headers.push_back({"Host", "chat.example"});
    EXPECT_FALSE(ask(Method::get, "/chat/rest/Visitor/Availability",
                     "org_id=00D000000000001&Availability.ids=[573a,573b]"));
    const auto& lookup = passed<domain::VisitorLookup>();
    EXPECT_EQ(lookup.own_url, "http://chat.example/chat");
    EXPECT_EQ(lookup.callback, "");
}

TEST_F(DialectTest, AScriptLookupTakesItsHeadersFromTheQuery) {
    headers.clear();
    EXPECT_FALSE(ask(Method::get, "/chat/rest/System/MultiNoun.jsonp",
                     "nouns=VisitorId,Settings&version=43&org_id=00D000000000001&callback=a.b"));
    const auto& lookup = passed<domain::VisitorLookup>();
    EXPECT_EQ(lookup.callback, "a.b");
    EXPECT_EQ(lookup.api_version, 43);
    EXPECT_EQ(lookup.nouns.size(), 2U);
}

TEST_F(DialectTest, ErrorsOfScriptsAreScripts) {
    headers.clear();
    const auto response = ask(Method::get, "/chat/rest/Visitor/Settings.jsonp",
                              "org_id=00D000000000001&callback=a.b");
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->content_type, "text/javascript;charset=UTF-8");
    EXPECT_TRUE(
        response->body.starts_with(R"(a.b({"messages":[{"type":"Error","message":{"text":")"))
        << response->body;
    EXPECT_EQ(status(Method::get, "/chat/rest/Visitor/Settings.jsonp",
                     "org_id=00D000000000001&version=43&callback=alert(1)"),
              400);
}

TEST_F(DialectTest, ARefusedScriptLookupIsAnsweredByAScript) {
    EXPECT_FALSE(ask(Method::get, "/chat/rest/Visitor/Settings.jsonp",
                     "org_id=00D000000000001&version=43&callback=a.b"));
    const domain::Caller caller = requests.back().second;
    EXPECT_EQ(kind_of(caller), CallerKind::visitor_noted);
    const auto answer =
        dialect.release({0, domain::Refusal{caller, Error{Errc::store_unavailable}}});
    EXPECT_EQ(answer.ticket, ticket);
    EXPECT_EQ(answer.response.status, 200);
    EXPECT_TRUE(answer.response.body.starts_with("a.b("));
}

TEST_F(DialectTest, APreflightIsAnsweredFromConstants) {
    headers = {{"Origin", "https://shop.example"},
               {"Access-Control-Request-Headers", "x-liveagent-sequence,x-trace"}};
    const auto response = ask(Method::options, "/chat/rest/Chasitor/Anything");
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->body, "");
    EXPECT_TRUE(response->headers.contains("Access-Control-Allow-Origin: https://shop.example"));
    EXPECT_TRUE(response->headers.contains("Access-Control-Max-Age: 7200"));
    EXPECT_TRUE(response->headers.contains("x-trace"));
}

TEST_F(DialectTest, EveryAnswerToAPageTellsItsOrigin) {
    headers.push_back({"Origin", "https://shop.example"});
    const std::string line = "Access-Control-Allow-Origin: https://shop.example\r\n";
    EXPECT_TRUE(ask(Method::get, "/chat/rest/System/SessionId")->headers.contains(line));
    EXPECT_TRUE(ask(Method::get, "/chat/rest/System/Nothing")->headers.contains(line));

    enter_session();
    EXPECT_FALSE(ask(Method::get, "/chat/rest/System/Messages"));
    const domain::Caller caller = requests.back().second;
    const auto answer =
        dialect.release({0, domain::Reply{caller, domain::Outcome::nothing_new, {}}});
    EXPECT_EQ(answer.response.status, 204);
    EXPECT_TRUE(answer.response.headers.contains(line));
}

TEST_F(DialectTest, AFullInboxIsNoReasonToReconnect) {
    enter_session();
    is_full = true;
    EXPECT_EQ(status(Method::get, "/chat/rest/System/Messages"), 500);
}

TEST_F(DialectTest, APollThatComesWhileStoppingHearsNothingNew) {
    enter_session();
    is_full = true;
    dialect.stop();
    const auto response = ask(Method::get, "/chat/rest/System/Messages");
    EXPECT_EQ(response->status, 204);
    EXPECT_TRUE(response->close);
    EXPECT_EQ(status(Method::post, "/chat/rest/Chasitor/ChasitorTyping"), 500);
}

TEST_F(DialectTest, ACallerWhoHungUpIsForgotten) {
    enter_session();
    ask(Method::get, "/chat/rest/System/Messages");
    const domain::Caller caller = requests.back().second;
    dialect.gone(ticket);
    EXPECT_TRUE(std::holds_alternative<domain::CallerGone>(requests.back().first));
    EXPECT_EQ(requests.back().second, caller);
}

}  // namespace
}  // namespace rejoinder::app::live_agent

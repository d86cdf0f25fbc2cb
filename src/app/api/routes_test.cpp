#include "app/api/routes.hpp"

#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "app/api/test_request.hpp"

namespace rejoinder::app::api {
namespace {

namespace agent = domain::agent;
using http::Method;

constexpr std::string_view chat_key = "6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11";
const std::string chat_path = "/api/v1/chats/" + std::string(chat_key);

// What the core is asked when a client sends this.
Result<agent::Action> parse(TestRequest request) {
    const http::Request sent = request;
    const Match found = match(sent.method, sent.path);
    if (!found.route || !found.route->parse) return fail(Errc::internal, "no such action");
    return found.route->parse(sent, found.values);
}

template <class Action>
Action parsed(TestRequest request) {
    const auto action = parse(std::move(request));
    if (!action)
        ADD_FAILURE() << action.error().text();
    else if (const auto* found = std::get_if<Action>(&*action))
        return *found;
    else
        ADD_FAILURE() << "another action: " << action->index();
    return {};
}

Errc error_of(TestRequest request) {
    const auto action = parse(std::move(request));
    EXPECT_FALSE(action);
    return action ? Errc::internal : action.error().code;
}

TEST(Routes, LeadEveryPathToItsAction) {
    parsed<agent::GetMe>({Method::get, "/api/v1/me"});
    parsed<agent::GetMe>({Method::head, "/api/v1/me"});
    parsed<agent::Logout>({Method::del, "/api/v1/login"});
    const SessionId chat = SessionId::parse(chat_key).value();
    EXPECT_EQ(parsed<agent::GetChat>({Method::get, chat_path}).chat, chat);
    EXPECT_EQ(parsed<agent::Accept>({Method::post, chat_path + "/accept"}).chat, chat);
    EXPECT_EQ(parsed<agent::Decline>({Method::post, chat_path + "/decline"}).chat, chat);
    EXPECT_EQ(parsed<agent::EndChat>({Method::post, chat_path + "/end"}).chat, chat);
}

TEST(Routes, KnowOnlyTheirOwnPaths) {
    for (const char* path : {"/api/v1", "/api/v1/", "/api/v1/me/", "/api/v2/me", "/api/v1/chats/",
                             "/api/v1/chats//end", "/api/v1/chats/a/b/end",
                             "/api/v1/chats/a/endless", "/api/v1/chatsaccept", "/api/"}) {
        const Match found = match(Method::get, path);
        EXPECT_EQ(found.route, nullptr) << path;
        EXPECT_EQ(found.allow, "") << path;
    }
}

TEST(Routes, TellTheMethodsAPathHas) {
    EXPECT_EQ(match(Method::patch, "/api/v1/login").allow, "POST, DELETE");
    EXPECT_EQ(match(Method::patch, "/api/v1/me").allow, "GET, HEAD");
    EXPECT_EQ(match(Method::get, chat_path + "/accept").route, nullptr);
    EXPECT_EQ(match(Method::get, chat_path + "/accept").allow, "POST");
}

TEST(Routes, AnswerAChatKeyThatIsNoneAsAChatThatIsNotThere) {
    EXPECT_EQ(error_of({Method::get, "/api/v1/chats/nonsense"}), Errc::not_found);
    EXPECT_EQ(error_of({Method::post, "/api/v1/chats/nonsense/messages"}), Errc::not_found);
}

TEST(Routes, ReadPresence) {
    const auto away =
        parsed<agent::SetPresence>(TestRequest(Method::put, "/api/v1/me/presence")
                                       .body(R"({"state":"Away","reason":"Lunch","since":5})"));
    EXPECT_EQ(away.state, record::PresenceState::away);
    EXPECT_EQ(away.reason, "Lunch");

    const auto online = parsed<agent::SetPresence>(
        TestRequest(Method::put, "/api/v1/me/presence").body(R"({"state":"Online"})"));
    EXPECT_EQ(online.state, record::PresenceState::online);
    EXPECT_EQ(online.reason, "");
}

TEST(Routes, RefusePresenceOutOfBounds) {
    const auto put = [](const std::string& body) {
        return TestRequest(Method::put, "/api/v1/me/presence").body(body);
    };
    const auto with_reason = [&](std::size_t length) {
        std::string reason;
        for (std::size_t i = 0; i < length; ++i) reason += "é";
        return put(R"({"state":"Away","reason":")" + reason + R"("})");
    };

    EXPECT_EQ(error_of(put("")), Errc::bad_request);
    EXPECT_EQ(error_of(put("{}")), Errc::bad_request);
    EXPECT_EQ(error_of(put("[1]")), Errc::bad_request);
    EXPECT_EQ(error_of(put(R"({"state":7})")), Errc::bad_request);
    EXPECT_EQ(error_of(put(R"({"state":"online"})")), Errc::bad_request);
    EXPECT_TRUE(parse(with_reason(255)));
    EXPECT_EQ(error_of(with_reason(256)), Errc::bad_request);
}

TEST(Routes, ReadTheStateOfAList) {
    EXPECT_EQ(parsed<agent::ListChats>({Method::get, "/api/v1/chats"}).state, "");
    EXPECT_EQ(parsed<agent::ListChats>({Method::get, "/api/v1/chats?state=waiting"}).state,
              "waiting");
    EXPECT_EQ(error_of({Method::get, "/api/v1/chats?state=lost"}), Errc::bad_request);
}

TEST(Routes, ReadWhatIsSaid) {
    const auto message = parsed<agent::SendMessage>(
        TestRequest(Method::post, chat_path + "/messages").body(R"({"text":"Gr\u00fc\u00dfe"})"));
    EXPECT_EQ(message.text, "Grüße");

    const auto typing = parsed<agent::SetTyping>(
        TestRequest(Method::post, chat_path + "/typing").body(R"({"isTyping":true})"));
    EXPECT_TRUE(typing.is_typing);

    const auto event = parsed<agent::SendCustomEvent>(
        TestRequest(Method::post, chat_path + "/events").body(R"({"type":"T","data":"{}"})"));
    EXPECT_EQ(event.type, "T");
    EXPECT_EQ(event.data, "{}");
}

TEST(Routes, RefuseToSayNothing) {
    EXPECT_EQ(error_of(TestRequest(Method::post, chat_path + "/messages").body(R"({"text":""})")),
              Errc::bad_request);
    EXPECT_EQ(error_of(TestRequest(Method::post, chat_path + "/messages").body("{}")),
              Errc::bad_request);
    EXPECT_EQ(error_of(TestRequest(Method::post, chat_path + "/typing").body("{}")),
              Errc::bad_request);
    EXPECT_EQ(
        error_of(
            TestRequest(Method::post, chat_path + "/events").body(R"({"type":"","data":"x"})")),
        Errc::bad_request);
}

}  // namespace
}  // namespace rejoinder::app::api

#include "app/api/api.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <string>
#include <utility>
#include <variant>

#include "app/api/test_api.hpp"
#include "app/caller.hpp"

namespace rejoinder::app::api {
namespace {

using domain::Outcome;
using http::Method;

TEST_F(ApiTest, RefusesWhatItDoesNotHave) {
    start();
    EXPECT_EQ(answered({Method::get, "/api/v1/nothing"}).status, 404);

    const auto wrong_method = answered({Method::patch, "/api/v1/login"});
    EXPECT_EQ(wrong_method.status, 405);
    EXPECT_TRUE(wrong_method.headers.contains("Allow: POST, DELETE\r\n"));

    const auto options = answered({Method::options, "/api/v1/login"});
    EXPECT_EQ(options.status, 204);
    EXPECT_TRUE(options.headers.contains("Allow: POST, DELETE\r\n"));
}

TEST_F(ApiTest, DescribesItselfToAnybody) {
    start();
    const auto response = answered({Method::get, "/api/openapi.json"});
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(boost::json::parse(response.body).at("openapi"), "3.1.0");
}

TEST_F(ApiTest, AsksTheCoreOnlyForHoldersOfAToken) {
    start();
    EXPECT_EQ(answered({Method::get, "/api/v1/me"}).status, 401);
    EXPECT_EQ(answered({Method::del, "/api/v1/login"}).status, 401);
    EXPECT_FALSE(was_asked());
}

TEST_F(ApiTest, HashesANewPasswordBeforeItAsksTheCore) {
    start();
    const auto ticket =
        send(TestRequest(Method::put, "/api/v1/admin/agents/005000000000001/password")
                 .bearer("abc")
                 .body(R"({"password":"new"})"));
    const auto [request, caller] = asked<domain::AgentRequest>();

    EXPECT_EQ(request.token_hash, hash_of("abc"));
    const auto& change = std::get<domain::agent::SetPassword>(
        std::get<domain::agent::Administer>(*request.action).what);
    EXPECT_EQ(change.agent, "005000000000001");
    EXPECT_TRUE(password::verify(change.password_hash, "new"));
    const auto response = released(domain::Reply{caller, Outcome::done, {}, {}});
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 204);
    EXPECT_FALSE(find_answer(ticket));
}

TEST_F(ApiTest, HashesNoMorePasswordsThanMayWait) {
    start({.login_workers = 1, .login_queue = 0});
    EXPECT_EQ(answered(TestRequest(Method::put, "/api/v1/admin/agents/005000000000001/password")
                           .bearer("abc")
                           .body(R"({"password":"new"})"))
                  .status,
              503);
    EXPECT_FALSE(was_asked());
}

TEST_F(ApiTest, HandsRequestsToTheCoreAndAnswersBack) {
    start();
    const auto ticket = send(TestRequest(Method::get, "/api/v1/me").bearer("abc"));
    const auto [request, caller] = asked<domain::AgentRequest>();

    EXPECT_EQ(request.token_hash, hash_of("abc"));
    EXPECT_EQ(request.idempotency_key, "");
    EXPECT_TRUE(std::holds_alternative<domain::agent::GetMe>(request.action.value()));
    EXPECT_EQ(kind_of(caller), CallerKind::agent);
    EXPECT_EQ(ticket_of(caller), ticket);
    EXPECT_FALSE(find_answer(ticket));

    EXPECT_EQ(released(domain::Reply{caller, Outcome::json, R"({"a":1})", {}})->body, R"({"a":1})");
    EXPECT_EQ(released(domain::Refusal{caller, Error{Errc::unauthorized}})->status, 401);
}

TEST_F(ApiTest, LetsTheCoreLookAtTheTokenBeforeTheBody) {
    start();
    send(TestRequest(Method::put, "/api/v1/me/presence").bearer("abc").body("{"));
    const auto [request, caller] = asked<domain::AgentRequest>();
    EXPECT_EQ(request.action.error().code, Errc::bad_request);
}

TEST_F(ApiTest, RefusesWritesThatOnlyACookieVouchesFor) {
    start();
    const auto put = [] {
        return TestRequest(Method::put, "/api/v1/me/presence")
            .cookie("abc")
            .body(R"({"state":"Online"})");
    };
    EXPECT_EQ(answered(put()).status, 403);
    EXPECT_FALSE(was_asked());

    send(put().with("X-CSRF", "1"));
    EXPECT_EQ(asked<domain::AgentRequest>().first.token_hash, hash_of("abc"));
}

TEST_F(ApiTest, BoundsIdempotencyKeys) {
    start();
    const auto post = [](std::size_t length) {
        return TestRequest(Method::post,
                           "/api/v1/chats/6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11/accept")
            .bearer("abc")
            .with("Idempotency-Key", std::string(length, 'k'));
    };
    send(post(128));
    const auto [request, caller] = asked<domain::AgentRequest>();
    EXPECT_EQ(request.idempotency_key, std::string(128, 'k'));
    EXPECT_TRUE(request.action);

    send(post(129));
    EXPECT_EQ(asked<domain::AgentRequest>().first.action.error().code, Errc::bad_request);
    send(post(0));
    EXPECT_EQ(asked<domain::AgentRequest>().first.action.error().code, Errc::bad_request);
}

TEST_F(ApiTest, AsksToTryAgainWhenTheCoreIsFull) {
    start();
    is_core_full_ = true;
    const auto response = answered(TestRequest(Method::get, "/api/v1/me").bearer("abc"));
    EXPECT_EQ(response.status, 503);
    EXPECT_TRUE(response.headers.contains("Retry-After"));
    EXPECT_EQ(answered(TestRequest(Method::post, "/api/v1/login").body(login_body)).status, 503);
}

TEST_F(ApiTest, OpensStreamsForItsOwnPagesOnly) {
    start();
    EXPECT_EQ(answered({Method::get, "/api/v1/stream"}).status, 400);
    EXPECT_EQ(
        answered(TestRequest(Method::get, "/api/v1/stream?access_token=abc").upgrade()).status,
        401);
    EXPECT_EQ(answered(TestRequest(Method::get, "/api/v1/stream")
                           .upgrade()
                           .cookie("abc")
                           .with("Host", "chat.example")
                           .with("Origin", "https://evil.example"))
                  .status,
              403);
    EXPECT_EQ(handler_, nullptr);
}

TEST_F(ApiTest, CarriesAStreamFromItsOpeningToItsEnd) {
    start();
    const Client client = open_stream();
    const auto [open, stream] = asked<domain::OpenStream>();
    EXPECT_EQ(open.token_hash, hash_of("abc"));
    EXPECT_EQ(kind_of(stream), CallerKind::stream);

    handler_->on_text(R"({"resume":17})");
    EXPECT_EQ(asked<domain::ResumeStream>().first.last_seen, 17);
    handler_->on_text("anything");
    EXPECT_FALSE(was_asked());

    released(domain::StreamFrame{stream, "frame"});
    EXPECT_EQ(client.frame(), "frame");

    handler_->on_close();
    EXPECT_EQ(asked<domain::CloseStream>().second, stream);
    released(domain::StreamFrame{stream, "late"});
    EXPECT_EQ(client.frame(), "none");
}

TEST_F(ApiTest, ResumesAStreamFromTheStart) {
    start();
    open_stream();
    asked<domain::OpenStream>();
    handler_->on_text(R"({"resume":null})");
    EXPECT_EQ(asked<domain::ResumeStream>().first.last_seen, std::nullopt);
}

TEST_F(ApiTest, GivesEachStreamANumberOfItsOwn) {
    start();
    open_stream();
    open_stream();
    const auto first = asked<domain::OpenStream>().second;
    EXPECT_NE(first, asked<domain::OpenStream>().second);
}

TEST_F(ApiTest, ClosesAStreamWhoseFirstFrameIsNotUnderstood) {
    start();
    const Client client = open_stream();
    asked<domain::OpenStream>();
    handler_->on_text("hello");
    EXPECT_EQ(client.close_code(), http::close_code::policy_violation);
    EXPECT_FALSE(was_asked());
}

TEST_F(ApiTest, ClosesAStreamAsTheCoreSays) {
    start();
    const Client stale = open_stream();
    released(domain::StreamEnd{asked<domain::OpenStream>().second, Error{Errc::unauthorized}});
    EXPECT_EQ(stale.close_code(), http::close_code::policy_violation);

    const Client slow = open_stream();
    released(domain::StreamEnd{asked<domain::OpenStream>().second, Error{Errc::overloaded}});
    EXPECT_EQ(slow.close_code(), http::close_code::try_again_later);
}

TEST_F(ApiTest, ClosesAStreamThatTheCoreHasNoRoomFor) {
    start();
    is_core_full_ = true;
    const Client client = open_stream();
    EXPECT_EQ(client.close_code(), http::close_code::try_again_later);
    handler_->on_close();
    EXPECT_FALSE(was_asked());
}

}  // namespace
}  // namespace rejoinder::app::api

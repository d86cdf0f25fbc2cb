#include "app/api/logins.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

#include "app/api/authentication.hpp"
#include "app/api/test_api.hpp"
#include "app/password.hpp"

namespace rejoinder::app::api {
namespace {

using domain::Outcome;
using http::Method;

using LoginsTest = ApiTest;

TEST_F(LoginsTest, LogsInWithTheRightPassword) {
    start();
    const auto [login, caller] =
        log_in(TestRequest(Method::post, "/api/v1/login").body(login_body).over_tls());

    EXPECT_EQ(login.agent, ann_);
    EXPECT_EQ(login.token.size(), 43U);
    EXPECT_EQ(login.token_hash, hash_of(login.token));
    EXPECT_GT(login.expires_at, clock_.now() + std::chrono::hours{11});

    const auto response = released(domain::Reply{caller, Outcome::json, "{}", {}});
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
    EXPECT_TRUE(response->headers.contains("Set-Cookie: rejoinder_agent=" + login.token + ";"));
    EXPECT_TRUE(response->headers.contains("; Secure\r\n"));
}

TEST_F(LoginsTest, AnswersWrongPasswordsAndUnknownUsersAlike) {
    start();
    const auto body = R"({"organization":"00D000000000001","username":"ann","password":"wrong"})";

    const auto wrong = send(TestRequest(Method::post, "/api/v1/login").body(body));
    const auto known = asked<domain::FindCredentials>().second;
    released(domain::Reply{known, Outcome::credentials, password::hash("right"), ann_});
    const auto wrong_answer = wait_for_answer(wrong);

    const auto unknown = send(TestRequest(Method::post, "/api/v1/login").body(body));
    const auto nobody = asked<domain::FindCredentials>().second;
    EXPECT_FALSE(released(domain::Refusal{nobody, Error{Errc::not_found}}));
    const auto unknown_answer = wait_for_answer(unknown);

    // An agent without a password.
    const auto locked = send(TestRequest(Method::post, "/api/v1/login").body(body));
    const auto silent = asked<domain::FindCredentials>().second;
    released(domain::Reply{silent, Outcome::credentials, "", ann_});

    EXPECT_EQ(wrong_answer.status, 401);
    EXPECT_EQ(unknown_answer.body, wrong_answer.body);
    EXPECT_EQ(wait_for_answer(locked).body, wrong_answer.body);
    EXPECT_FALSE(was_asked());
}

TEST_F(LoginsTest, HoldsBackWhoGuessesPasswordsWhetherTheUserIsThereOrNot) {
    start({.login_limits = {.failures_max = 2, .window = std::chrono::hours{24}}});
    const auto guess = [](std::string_view username) {
        return TestRequest(Method::post, "/api/v1/login")
            .body(R"({"organization":"00D000000000001","username":")" + std::string(username) +
                  R"(","password":"guess"})");
    };
    for (const std::string_view username : {"ann", "nobody"}) {
        for (int i = 0; i < 2; ++i) {
            const auto ticket = send(guess(username));
            const auto caller = asked<domain::FindCredentials>().second;
            if (username == "ann")
                released(
                    domain::Reply{caller, Outcome::credentials, password::hash("right"), ann_});
            else
                released(domain::Refusal{caller, Error{Errc::unauthorized}});
            EXPECT_EQ(wait_for_answer(ticket).status, 401);
        }
        const auto refused = answered(guess(username));
        EXPECT_EQ(refused.status, 429);
        EXPECT_TRUE(refused.headers.contains("Retry-After: 43")) << refused.headers;
    }
    EXPECT_FALSE(was_asked());
}

TEST_F(LoginsTest, CountsOnlyLogInsThatFailed) {
    start({.login_limits = {.failures_max = 1}});
    for (int i = 0; i < 3; ++i) {
        const auto caller =
            log_in(TestRequest(Method::post, "/api/v1/login").body(login_body)).second;
        released(domain::Reply{caller, Outcome::json, "{}", {}});
    }
    for (int i = 0; i < 3; ++i) {
        send(TestRequest(Method::post, "/api/v1/login").body(login_body));
        const auto caller = asked<domain::FindCredentials>().second;
        EXPECT_EQ(released(domain::Refusal{caller, Error{Errc::overloaded}})->status, 503);
    }
    is_core_full_ = true;
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(answered(TestRequest(Method::post, "/api/v1/login").body(login_body)).status,
                  503);
}

TEST_F(LoginsTest, ChecksUnknownUsersAtTheSameCost) {
    start();
    const auto cost_of = [](std::string_view hash) {
        return std::string(hash.substr(0, hash.find('$', hash.find("p="))));
    };
    EXPECT_EQ(cost_of(Logins::decoy_hash), cost_of(password::hash("any")));
    EXPECT_FALSE(password::verify(Logins::decoy_hash, "any"));
}

TEST_F(LoginsTest, RefusesLogInsItCannotReadOrTrust) {
    start();
    EXPECT_EQ(answered(TestRequest(Method::post, "/api/v1/login").body("{}")).status, 400);
    EXPECT_EQ(answered(TestRequest(Method::post, "/api/v1/login")
                           .body(login_body)
                           .with("Host", "chat.example")
                           .with("Origin", "https://evil.example"))
                  .status,
              403);
    EXPECT_FALSE(was_asked());
}

TEST_F(LoginsTest, BoundsTheLogInsUnderWay) {
    start({.login_queue = 2});
    const auto post = [] { return TestRequest(Method::post, "/api/v1/login").body(login_body); };
    send(post());
    send(post());
    const auto refused = answered(post());
    EXPECT_EQ(refused.status, 503);
    EXPECT_TRUE(refused.headers.contains("Retry-After: 1\r\n"));

    const auto caller = asked<domain::FindCredentials>().second;
    EXPECT_EQ(released(domain::Refusal{caller, Error{Errc::overloaded}})->status, 503);
    EXPECT_FALSE(find_answer(send(post())));
}

TEST_F(LoginsTest, PassesOnThatALogInCouldNotBeStored) {
    start();
    const auto caller = log_in(TestRequest(Method::post, "/api/v1/login").body(login_body)).second;
    const auto response = released(domain::Refusal{caller, Error{Errc::store_unavailable}});
    EXPECT_EQ(response->status, 503);
    EXPECT_FALSE(response->headers.contains("Set-Cookie"));
}

TEST_F(LoginsTest, TakesTheCookieBackAtTheLogOut) {
    start();
    send(TestRequest(Method::del, "/api/v1/login").cookie("abc").with("X-CSRF", "1"));
    const auto [request, caller] = asked<domain::AgentRequest>();
    EXPECT_TRUE(std::holds_alternative<domain::agent::Logout>(request.action.value()));

    const auto response = released(domain::Reply{caller, Outcome::done, {}, {}});
    EXPECT_EQ(response->status, 204);
    EXPECT_TRUE(response->headers.contains("Set-Cookie: rejoinder_agent=; Max-Age=0;"));
}

TEST_F(LoginsTest, PassesOnThatALogOutWasRefused) {
    start();
    send(TestRequest(Method::del, "/api/v1/login").bearer("stale"));
    const auto caller = asked<domain::AgentRequest>().second;
    EXPECT_EQ(released(domain::Refusal{caller, Error{Errc::unauthorized}})->status, 401);
}

}  // namespace
}  // namespace rejoinder::app::api

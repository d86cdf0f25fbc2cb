#include "app/api/authentication.hpp"

#include <gtest/gtest.h>

#include "app/api/test_request.hpp"

namespace rejoinder::app::api {
namespace {

using http::Method;

TEST(Authentication, ReadsTheBearerToken) {
    const auto token = token_of(TestRequest(Method::get, "/").with("authorization", "bearer  abc"));

    ASSERT_TRUE(token);
    EXPECT_EQ(token->text, "abc");
    EXPECT_EQ(token->source, TokenSource::bearer);
}

TEST(Authentication, ReadsTheCookieAmongOthers) {
    const auto token = token_of(TestRequest(Method::get, "/")
                                    .with("Cookie", "theme=dark; rejoinder_agent=abc;x=y")
                                    .with("Cookie", "rejoinder_agent=late"));

    ASSERT_TRUE(token);
    EXPECT_EQ(token->text, "abc");
    EXPECT_EQ(token->source, TokenSource::cookie);
}

TEST(Authentication, PutsTheHeaderBeforeTheCookie) {
    const auto token = token_of(TestRequest(Method::get, "/").cookie("stale").bearer("fresh"));

    ASSERT_TRUE(token);
    EXPECT_EQ(token->text, "fresh");
}

TEST(Authentication, FindsNoTokenInAnythingElse) {
    EXPECT_FALSE(token_of(TestRequest(Method::get, "/?access_token=abc")));
    EXPECT_FALSE(token_of(TestRequest(Method::get, "/").with("Authorization", "Basic YTpi")));
    EXPECT_FALSE(token_of(TestRequest(Method::get, "/").with("Authorization", "Bearer ")));
    EXPECT_FALSE(token_of(TestRequest(Method::get, "/").with("Cookie", "rejoinder_agent=")));
    EXPECT_FALSE(token_of(TestRequest(Method::get, "/").with("Cookie", "my_rejoinder_agent=a")));
    EXPECT_FALSE(token_of(TestRequest(Method::get, "/").with("Cookie", ";;=;rejoinder_agent")));
}

TEST(Authentication, HashesTokensAsSha256) {
    EXPECT_EQ(hash_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Authentication, WantsTheCsrfHeaderBesideACookieOnly) {
    EXPECT_TRUE(check_csrf(TestRequest(Method::get, "/"), TokenSource::cookie));
    EXPECT_TRUE(check_csrf(TestRequest(Method::head, "/"), TokenSource::cookie));
    EXPECT_TRUE(check_csrf(TestRequest(Method::post, "/"), TokenSource::bearer));
    EXPECT_TRUE(
        check_csrf(TestRequest(Method::post, "/").with("x-csrf", "1"), TokenSource::cookie));

    const auto refused = check_csrf(TestRequest(Method::del, "/"), TokenSource::cookie);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::forbidden);
    EXPECT_FALSE(
        check_csrf(TestRequest(Method::put, "/").with("X-CSRF", "0"), TokenSource::cookie));
}

TEST(Authentication, LetsOnlyItsOwnPagesIn) {
    const auto from = [](const std::string& origin) {
        return TestRequest(Method::get, "/")
            .with("Host", "chat.example:8080")
            .with("Origin", origin);
    };
    const std::string_view public_url = "https://help.example/agents";

    EXPECT_TRUE(check_origin(TestRequest(Method::get, "/").with("Host", "chat.example"), ""));
    EXPECT_TRUE(check_origin(from("http://chat.example:8080"), ""));
    EXPECT_TRUE(check_origin(from("https://CHAT.example:8080"), ""));
    EXPECT_TRUE(check_origin(from("https://help.example"), public_url));

    EXPECT_FALSE(check_origin(from("http://chat.example"), ""));
    EXPECT_FALSE(check_origin(from("https://evil.example"), public_url));
    EXPECT_FALSE(check_origin(from("null"), ""));
    EXPECT_FALSE(check_origin(TestRequest(Method::get, "/").with("Origin", "null"), ""));
    EXPECT_FALSE(check_origin(TestRequest(Method::get, "/").with("Origin", "http://"), ""));
}

TEST(Authentication, WritesCookiesThatScriptsAndOtherSitesCannotUse) {
    EXPECT_EQ(token_cookie("abc", std::chrono::hours{12}, Transport::plain),
              "rejoinder_agent=abc; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict");
    EXPECT_EQ(token_cookie("abc", std::chrono::seconds{1}, Transport::tls),
              "rejoinder_agent=abc; Max-Age=1; Path=/; HttpOnly; SameSite=Strict; Secure");
    EXPECT_EQ(cleared_cookie(Transport::plain),
              "rejoinder_agent=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict");
}

}  // namespace
}  // namespace rejoinder::app::api

#include "app/api/routes_admin.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <variant>

#include "app/api/authentication.hpp"
#include "app/api/test_request.hpp"

namespace rejoinder::app::api {
namespace {

namespace agent = domain::agent;
using agent::ObjectKind;
using http::Method;

Result<agent::Action> parse(TestRequest request) {
    const http::Request sent = request;
    const Match found = match(sent.method, sent.path);
    if (!found.route || !found.route->parse) return fail(Errc::internal, "no such action");
    return found.route->parse(sent, found.values);
}

template <class What>
What parsed(TestRequest request) {
    const auto action = parse(std::move(request));
    const auto* administer = action ? std::get_if<agent::Administer>(&*action) : nullptr;
    const auto* what = administer ? std::get_if<What>(&administer->what) : nullptr;
    EXPECT_NE(what, nullptr);
    return what ? *what : What{};
}

Errc error_of(TestRequest request) {
    const auto action = parse(std::move(request));
    EXPECT_FALSE(action);
    return action ? Errc::internal : action.error().code;
}

TEST(AdminRoutes, LeadToTheObjectsOfTheirKind) {
    const std::string buttons = "/api/v1/admin/buttons";
    EXPECT_EQ(parsed<agent::ListObjects>({Method::get, buttons}).kind, ObjectKind::button);
    EXPECT_EQ(parsed<agent::ListObjects>({Method::get, "/api/v1/admin/business-hours"}).kind,
              ObjectKind::business_hours);

    const auto got = parsed<agent::GetObject>({Method::get, buttons + "/573000000000001"});
    EXPECT_EQ(got.kind, ObjectKind::button);
    EXPECT_EQ(got.id, "573000000000001");
    EXPECT_EQ(parsed<agent::RemoveObject>({Method::del, buttons + "/x"}).if_match, std::nullopt);

    const auto put = parsed<agent::ReplaceObject>(
        TestRequest(Method::put, buttons + "/x").with("If-Match", "\"a\"").body("{}"));
    EXPECT_EQ(put.if_match, "\"a\"");
    EXPECT_EQ(put.body, "{}");
}

TEST(AdminRoutes, DrawIdsAndKeysAnewEachTime) {
    std::set<std::uint64_t> numbers;
    std::set<std::string> keys;
    for (int i = 0; i < 3; ++i) {
        numbers.insert(parsed<agent::CreateObject>({Method::post, "/api/v1/admin/skills"}).random);
        const auto key =
            parsed<agent::CreateApiKey>({Method::post, "/api/v1/admin/agents/x/api-key"});
        EXPECT_EQ(key.key_hash, hash_of(key.key));
        keys.insert(key.key);
    }
    EXPECT_EQ(numbers.size(), 3U);
    EXPECT_EQ(keys.size(), 3U);
}

TEST(AdminRoutes, BoundPagesAndSearches) {
    const std::string skills = "/api/v1/admin/skills";
    EXPECT_EQ(parsed<agent::ListObjects>({Method::get, skills}).page.limit, 100U);
    const auto page = parsed<agent::ListObjects>({Method::get, skills + "?limit=1000&cursor=c"});
    EXPECT_EQ(page.page.limit, 1000U);
    EXPECT_EQ(page.page.cursor, "c");
    for (const char* limit : {"0", "1001", "-1", "x", "", "1x"})
        EXPECT_EQ(error_of({Method::get, skills + "?limit=" + limit}), Errc::bad_request) << limit;

    const std::string texts = "/api/v1/quick-texts";
    EXPECT_TRUE(parse({Method::get, texts + "?search=" + std::string(255, 'x')}));
    EXPECT_EQ(error_of({Method::get, texts + "?search=" + std::string(256, 'x')}),
              Errc::bad_request);
}

TEST(AdminRoutes, TakePasswordsOf1To1024Bytes) {
    const auto set = [](const std::string& password) {
        return TestRequest(Method::put, "/api/v1/admin/agents/x/password")
            .body(R"({"password":")" + password + R"("})");
    };
    EXPECT_EQ(parsed<agent::SetPassword>(set(std::string(1024, 'x'))).agent, "x");
    EXPECT_EQ(error_of(set(std::string(1025, 'x'))), Errc::bad_request);
    EXPECT_EQ(error_of(set("")), Errc::bad_request);
}

}  // namespace
}  // namespace rejoinder::app::api

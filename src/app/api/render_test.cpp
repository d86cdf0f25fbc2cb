#include "app/api/render.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "domain/entity_tag.hpp"

namespace rejoinder::app::api {
namespace {

TEST(Render, GivesEachOutcomeItsStatus) {
    const http::Response done = render(domain::Reply{{}, domain::Outcome::done, {}, {}});
    EXPECT_EQ(done.status, 204);
    EXPECT_EQ(done.body, "");

    const http::Response json = render(domain::Reply{{}, domain::Outcome::json, "{}", {}});
    EXPECT_EQ(json.status, 200);
    EXPECT_EQ(json.content_type, http::content_type::json);
    EXPECT_EQ(json.body, "{}");
    EXPECT_TRUE(json.headers.contains("Cache-Control: no-store\r\n"));

    EXPECT_EQ(render(domain::Reply{{}, domain::Outcome::created, "{}", {}}).status, 201);
}

TEST(Render, TellsErrorsAsProblems) {
    const http::Response response = render(Error{Errc::conflict, "Somebody \"else\" was faster"});

    EXPECT_EQ(response.status, 409);
    EXPECT_EQ(response.content_type, "application/problem+json");
    const auto problem = boost::json::parse(response.body);
    EXPECT_EQ(problem.at("type"), "about:blank");
    EXPECT_EQ(problem.at("title"), "Conflict");
    EXPECT_EQ(problem.at("status"), 409);
    EXPECT_EQ(problem.at("detail"), "Somebody \"else\" was faster");
    EXPECT_FALSE(response.headers.contains("Retry-After"));
}

TEST(Render, TagsObjects) {
    const http::Response is = render(domain::Reply{{}, domain::Outcome::object, "{}", {}});
    EXPECT_EQ(is.status, 200);
    EXPECT_TRUE(is.headers.contains("ETag: " + domain::entity_tag("{}") + "\r\n"));

    const http::Response made =
        render(domain::Reply{{}, domain::Outcome::created_object, "{}", {}});
    EXPECT_EQ(made.status, 201);
    EXPECT_EQ(made.headers, is.headers);
}

TEST(Render, TellsWhichMembersAreWrong) {
    const http::Response response =
        render(Error{Errc::bad_request, "name: is missing", {{"name", "is missing"}}});
    const auto problem = boost::json::parse(response.body);
    EXPECT_EQ(problem.at("detail"), "name: is missing");
    EXPECT_EQ(problem.at("errors").at(0).at("pointer"), "#/name");
    EXPECT_EQ(problem.at("errors").at(0).at("detail"), "is missing");
}

TEST(Render, AsksToTryAgainWhenTheCauseMayPass) {
    for (const Errc code : {Errc::overloaded, Errc::store_unavailable}) {
        const http::Response response = render(Error{code});
        EXPECT_EQ(response.status, 503);
        EXPECT_TRUE(response.headers.contains("Retry-After: 1\r\n"));
        EXPECT_EQ(boost::json::parse(response.body).at("detail").as_string(), row_of(code).text);
    }
}

TEST(Render, AsksForATokenWhenItIsMissing) {
    const http::Response response = render(Error{Errc::unauthorized});
    EXPECT_EQ(response.status, 401);
    EXPECT_TRUE(response.headers.contains("WWW-Authenticate: Bearer\r\n"));
}

TEST(Render, GivesEveryErrorATitleOfItsStatus) {
    for (const ErrcRow& row : errc_table) {
        const http::Response response = render(Error{row.code});
        const auto problem = boost::json::parse(response.body);
        EXPECT_EQ(problem.at("status"), response.status);
        EXPECT_FALSE(problem.at("title").as_string().empty());
    }
}

}  // namespace
}  // namespace rejoinder::app::api

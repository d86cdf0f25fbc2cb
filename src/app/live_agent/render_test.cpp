#include "app/live_agent/render.hpp"

#include <gtest/gtest.h>

namespace rejoinder::app::live_agent {
namespace {

using domain::Outcome;

http::Response rendered(Outcome outcome, std::string body = {}, int accepted_status = 200) {
    return render(domain::Reply{{1}, outcome, std::move(body)}, accepted_status, Note{});
}

TEST(Render, AnAcknowledgementIsTwoBytes) {
    const http::Response response = rendered(Outcome::done);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, "OK");
    EXPECT_EQ(response.content_type, "text/plain;charset=UTF-8");
    EXPECT_EQ(rendered(Outcome::done, "", 202).status, 202);
}

TEST(Render, JsonAndScriptsNameTheirType) {
    EXPECT_EQ(rendered(Outcome::json, "{}").content_type, "application/json;charset=UTF-8");
    EXPECT_EQ(rendered(Outcome::script, "a({})").content_type, "text/javascript;charset=UTF-8");
    EXPECT_EQ(rendered(Outcome::json, "{}", 202).status, 200);
}

TEST(Render, NothingNewHasNoBody) {
    const http::Response response = rendered(Outcome::nothing_new);
    EXPECT_EQ(response.status, 204);
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(response.content_type, "");
}

TEST(Render, A409EndsInItsNumber) {
    const http::Response response =
        render(Error{Errc::sequence_gap, "Out of sync Ack. Expected 5. Actual 3"}, Note{});
    EXPECT_EQ(response.status, 409);
    EXPECT_EQ(response.body, "Out of sync Ack. Expected 5. Actual 3");
}

TEST(Render, AnErrorOfAScriptIsAScript) {
    const http::Response response =
        render(Error{Errc::internal, "it \"broke\""}, Note{.header_lines = {}, .callback = "a.b"});
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body,
              R"(a.b({"messages":[{"type":"Error","message":{"text":"it \"broke\""}}]}))");
}

}  // namespace
}  // namespace rejoinder::app::live_agent

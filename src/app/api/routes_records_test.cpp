#include "app/api/routes_records.hpp"

#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "app/api/test_request.hpp"

namespace rejoinder::app::api {
namespace {

namespace agent = domain::agent;
using http::Method;

const std::string chat_path = "/api/v1/chats/6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11";

Result<agent::Action> parse(TestRequest request) {
    const http::Request sent = request;
    const Match found = match(sent.method, sent.path);
    if (!found.route || !found.route->parse) return fail(Errc::internal, "no such action");
    return found.route->parse(sent, found.values);
}

template <class Action>
Action parsed(TestRequest request) {
    const auto action = parse(std::move(request));
    if (!action || !std::holds_alternative<Action>(*action)) {
        ADD_FAILURE() << (action ? "another action" : action.error().text());
        return {};
    }
    return std::get<Action>(*action);
}

TestRequest post(const std::string& path, std::string body) {
    return TestRequest(Method::post, chat_path + path).body(std::move(body));
}

TestRequest list(const std::string& query) { return {Method::get, "/api/v1/records?" + query}; }

TEST(RecordRoutes, BlockNeedsNoBodyAndDrawsARule) {
    const auto first = parsed<agent::BlockVisitor>({Method::post, chat_path + "/block"});
    const auto second = parsed<agent::BlockVisitor>(post("/block", R"({"description":"Spam"})"));
    EXPECT_NE(first.serial, second.serial);
    EXPECT_EQ(second.description, "Spam");
    EXPECT_FALSE(parse(post("/block", R"({"description":")" + std::string(256, 'x') + R"("})")));
}

TEST(RecordRoutes, AttachNeedsAFieldAndAnId) {
    const auto action = parsed<agent::AttachRecord>(
        post("/records", R"({"fieldName":"CaseId","fieldValue":"500x"})"));
    EXPECT_EQ(action.field_name, "CaseId");
    EXPECT_EQ(action.field_value, "500x");
    EXPECT_FALSE(parse(post("/records", R"({"fieldName":"","fieldValue":"500x"})")));
    EXPECT_FALSE(parse(post("/records", R"({"fieldName":"CaseId"})")));
}

TEST(RecordRoutes, ListsAreBounded) {
    const auto wanted = parsed<agent::ListRecords>(
        list("entity=Contact&search=jo%40example.com&cursor=12&limit=200"));
    EXPECT_EQ(wanted.entity, "Contact");
    EXPECT_EQ(wanted.search, "jo@example.com");
    EXPECT_EQ(wanted.before, 12u);
    EXPECT_EQ(wanted.limit, 200u);
    EXPECT_EQ(parsed<agent::ListRecords>(list("")).limit, 50u);
    for (const char* query : {"limit=0", "limit=201", "limit=x", "cursor=0", "cursor=last"})
        EXPECT_FALSE(parse(list(query))) << query;
    EXPECT_EQ(parsed<agent::GetRecord>({Method::get, "/api/v1/records/003000000000001"}).id,
              "003000000000001");
}

}  // namespace
}  // namespace rejoinder::app::api

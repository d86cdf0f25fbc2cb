#include "app/api/openapi.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "app/api/routes.hpp"
#include "base/text.hpp"

namespace rejoinder::app::api {
namespace {

namespace json = boost::json;

using Operation = std::pair<std::string, std::string>;

// The operations described below `/api/`.
std::set<Operation> described_operations() {
    std::set<Operation> found;
    const auto description = json::parse(openapi_json);
    for (const auto& [path, item] : description.at("paths").as_object()) {
        if (!path.starts_with("/api/")) continue;
        for (const auto& [key, operation] : item.as_object()) {
            if (key != "parameters") found.emplace(key, path);
        }
    }
    return found;
}

TEST(OpenApi, DescribesTheRoutesAndNoOthers) {
    std::set<Operation> served;
    for (const auto& table : route_tables())
        for (const Route& route : table)
            served.emplace(lower(std::string(http::name_of(route.method))), route.path);
    EXPECT_EQ(described_operations(), served);
}

TEST(OpenApi, NamesEachOperationOnce) {
    std::set<std::string> names;
    const auto description = json::parse(openapi_json);
    for (const auto& [path, item] : description.at("paths").as_object()) {
        for (const auto& [key, operation] : item.as_object()) {
            if (key == "parameters") continue;
            const std::string name(operation.at("operationId").as_string());
            EXPECT_TRUE(names.insert(name).second) << name;
        }
    }
}

// Looks at every "$ref" below `value`.
void check_references(const json::value& value, const json::value& description) {
    if (const auto* array = value.if_array()) {
        for (const auto& element : *array) check_references(element, description);
    }
    const auto* object = value.if_object();
    if (!object) return;
    for (const auto& [key, member] : *object) {
        check_references(member, description);
        if (key != "$ref") continue;
        const std::string target(member.as_string());
        ASSERT_TRUE(target.starts_with("#/")) << target;
        boost::system::error_code error;
        EXPECT_NE(description.find_pointer(target.substr(1), error), nullptr) << target;
    }
}

TEST(OpenApi, HasEverythingItRefersTo) {
    const auto description = json::parse(openapi_json);
    EXPECT_EQ(description.at("openapi"), "3.1.0");
    check_references(description, description);
}

}  // namespace
}  // namespace rejoinder::app::api

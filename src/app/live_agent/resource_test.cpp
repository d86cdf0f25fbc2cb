#include "app/live_agent/resource.hpp"

#include <gtest/gtest.h>

namespace rejoinder::app::live_agent {
namespace {

using http::Method;

TEST(Resources, EachIsFoundByItsPathAlone) {
    for (const Resource& resource : resources) {
        const std::string path =
            std::string(resource.path) + (resource.path.ends_with('/') ? "key" : "");
        EXPECT_EQ(find_resource(path), &resource) << path;
    }
}

TEST(Resources, SessionIdMayEndInASlash) {
    const Resource* resource = find_resource("System/SessionId/");
    ASSERT_NE(resource, nullptr);
    EXPECT_EQ(resource->service, Service::session_id);
    EXPECT_EQ(find_resource("System/Messages/"), nullptr);
}

TEST(Resources, AKeyBehindSessionIdMayHoldSlashes) {
    const Resource* resource = find_resource("System/SessionId/a!1!b/c+d=");
    ASSERT_NE(resource, nullptr);
    EXPECT_EQ(resource->service, Service::session_end);
    EXPECT_EQ(resource->key, KeyPlace::path);
}

TEST(Resources, UnknownPathsAreNone) {
    for (const char* path : {"", "System", "System/", "System/sessionid", "Chasitor/Nothing",
                             "Visitor/Settings.json", "System/Messages.jsonp", "/System/Messages"})
        EXPECT_EQ(find_resource(path), nullptr) << path;
}

TEST(Resources, EveryResourceHasTheMethodOfTheGuide) {
    const auto takes = [](const char* path, Method method) {
        return find_resource(path)->takes(method);
    };
    EXPECT_TRUE(takes("System/Messages", Method::get));
    EXPECT_FALSE(takes("System/Messages", Method::post));
    EXPECT_TRUE(takes("Chasitor/ChatMessage", Method::post));
    EXPECT_FALSE(takes("Chasitor/ChatMessage", Method::get));
    EXPECT_FALSE(takes("Chasitor/ChasitorResyncState", Method::get));
    EXPECT_TRUE(takes("System/SessionId/key", Method::del));
    EXPECT_FALSE(takes("System/SessionId", Method::del));
    EXPECT_FALSE(takes("System/SessionId", Method::other));
}

TEST(Resources, ReconnectSessionIsKnownToComeAsAPost) {
    EXPECT_TRUE(find_resource("System/ReconnectSession")->takes(Method::post));
    EXPECT_EQ(allowed_methods(*find_resource("System/ReconnectSession")), "GET, POST, OPTIONS");
    EXPECT_EQ(allowed_methods(*find_resource("System/Messages")), "GET, OPTIONS");
}

TEST(Resources, APathIsAPrefixAndANoun) {
    const Resource* resource = find_resource("Chasitor/ChatMessage");
    EXPECT_EQ(resource->prefix(), "Chasitor");
    EXPECT_EQ(resource->noun(), "ChatMessage");
}

}  // namespace
}  // namespace rejoinder::app::live_agent

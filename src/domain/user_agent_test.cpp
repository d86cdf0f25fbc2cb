#include "domain/user_agent.hpp"

#include <gtest/gtest.h>

namespace rejoinder::domain {
namespace {

struct Case {
    std::string_view user_agent, browser, platform;
};

TEST(UserAgent, TellsBrowserAndPlatform) {
    constexpr Case cases[] = {
        {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
         "Chrome/120.0.0.0 Safari/537.36",
         "Chrome 120", "Windows"},
        {"Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 "
         "Edg/121.0.0.0",
         "Edge 121", "Windows"},
        {"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like "
         "Gecko) Version/17.2 Safari/605.1.15",
         "Safari 17", "Mac"},
        {"Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0", "Firefox 121",
         "Linux"},
        {"Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 "
         "CriOS/119.0 Mobile Safari/604.1",
         "Chrome 119", "iPhone"},
        {"Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko", "Internet Explorer 11",
         "Windows"},
        {"Lynx/2.8.8", "", ""},
        {"", "", ""},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(browser_of(one.user_agent), one.browser) << one.user_agent;
        EXPECT_EQ(platform_of(one.user_agent), one.platform) << one.user_agent;
    }
}

}  // namespace
}  // namespace rejoinder::domain

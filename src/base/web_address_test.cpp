#include "base/web_address.hpp"

#include <gtest/gtest.h>

#include <string>

namespace rejoinder {
namespace {

TEST(WebAddress, AnOriginIsSchemeAndHost) {
    EXPECT_TRUE(is_web_origin("https://www.example.com"));
    EXPECT_TRUE(is_web_origin("http://localhost:3000"));
    EXPECT_TRUE(is_web_origin("http://[::1]:3000"));
    for (const std::string_view text :
         {"", "null", "*", "www.example.com", "https://", "https:///x", "https://a/", "ftp://a",
          "https://a b", "https://a@b", "https://a?b", "https://\xC3\xA4"})
        EXPECT_FALSE(is_web_origin(text)) << text;
}

TEST(WebAddress, ABaseUrlMayHaveAPath) {
    EXPECT_TRUE(is_base_url("https://www.example.com/chat"));
    EXPECT_TRUE(is_base_url("https://www.example.com"));
    EXPECT_FALSE(is_base_url("https://www.example.com/"));
    EXPECT_FALSE(is_base_url("https://www.example.com/chat?x=1"));
    EXPECT_FALSE(is_base_url("https://" + std::string(2048, 'a')));
}

}  // namespace
}  // namespace rejoinder

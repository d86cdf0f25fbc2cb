#include "app/origins.hpp"

#include <gtest/gtest.h>

namespace rejoinder::app {
namespace {

TEST(Origins, AnyOriginIsAllowedWhileNoneIsNamed) {
    const Origins origins({});
    EXPECT_TRUE(origins.is_allowed("https://shop.example"));
    EXPECT_TRUE(origins.is_allowed("null"));
}

TEST(Origins, OnlyNamedOriginsAreAllowedOnceSomeAre) {
    Origins origins({"https://console.example"});
    origins.set_allowed({"https://shop.example"});

    EXPECT_TRUE(origins.is_allowed("https://shop.example"));
    EXPECT_TRUE(origins.is_allowed("https://console.example"));
    EXPECT_FALSE(origins.is_allowed("https://shop.example.evil.example"));
    EXPECT_FALSE(origins.is_allowed("https://evil.example"));
}

TEST(Origins, AnAllowedOriginIsEchoedWithCredentials) {
    const Origins origins({});
    EXPECT_EQ(origins.lines("https://shop.example"),
              "Access-Control-Allow-Origin: https://shop.example\r\n"
              "Access-Control-Allow-Credentials: true\r\n"
              "Vary: Origin\r\n");
}

TEST(Origins, AForeignOriginIsToldNothingButThatItMatters) {
    Origins origins({});
    origins.set_allowed({"https://shop.example"});
    EXPECT_EQ(origins.lines("https://evil.example"), "Vary: Origin\r\n");
}

TEST(Origins, AnOriginWithBlanksOrTooLongIsNone) {
    const Origins origins({});
    EXPECT_FALSE(origins.is_allowed("https://a.example b"));
    EXPECT_FALSE(origins.is_allowed(""));
    EXPECT_TRUE(origins.is_allowed(std::string(Origins::origin_bytes_max, 'a')));
    EXPECT_FALSE(origins.is_allowed(std::string(Origins::origin_bytes_max + 1, 'a')));
}

TEST(Origins, APreflightIsToldMethodsHeadersAndAge) {
    const Origins origins({});
    const std::string lines = origins.preflight_lines("https://shop.example", "x-trace, x-other");
    EXPECT_TRUE(lines.contains("Access-Control-Allow-Methods: GET, POST, DELETE, OPTIONS\r\n"));
    EXPECT_TRUE(lines.contains("X-LIVEAGENT-SESSION-KEY"));
    EXPECT_TRUE(lines.contains("Content-Type, x-trace, x-other\r\n"));
    EXPECT_TRUE(lines.contains("Access-Control-Max-Age: 7200\r\n"));
}

TEST(Origins, HeadersThatAreNoNamesAreNotEchoed) {
    const Origins origins({});
    const std::string lines = origins.preflight_lines("https://shop.example", "x-a: evil");
    EXPECT_FALSE(lines.contains("evil"));
}

}  // namespace
}  // namespace rejoinder::app

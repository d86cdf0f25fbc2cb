#include "app/logging.hpp"

#include <gtest/gtest.h>

#include <array>
#include <boost/json.hpp>
#include <thread>
#include <vector>

namespace rejoinder::app {
namespace {

// Collects the lines logged during `act`.
template <class Act>
std::vector<std::string> lines_of(LogLevel level, Act act) {
    std::FILE* const file = std::tmpfile();
    EXPECT_NE(file, nullptr);
    {
        const Logging logging(level, file);
        act();
    }
    std::rewind(file);
    std::vector<std::string> lines;
    std::array<char, 4096> line{};
    while (std::fgets(line.data(), line.size(), file) != nullptr) lines.emplace_back(line.data());
    std::fclose(file);
    return lines;
}

std::string as_json(std::string_view text) {
    std::string json;
    append_json_string(json, text);
    return json;
}

TEST(Logging, ALineIsOneJsonObject) {
    const std::string address = "127.0.0.1:8080";
    const auto lines = lines_of(LogLevel::info, [&] {
        log_info("listening", {{"address", address},
                               {"tls", false},
                               {"count", 3},
                               {"bytes", std::size_t{7}},
                               {"seconds", 0.5},
                               {"kind", "plain"}});
    });
    ASSERT_EQ(lines.size(), 1U);
    const auto parsed = boost::json::parse(lines[0]).as_object();
    EXPECT_EQ(parsed.at("level").as_string(), "info");
    EXPECT_EQ(parsed.at("event").as_string(), "listening");
    EXPECT_EQ(parsed.at("address").as_string(), "127.0.0.1:8080");
    EXPECT_EQ(parsed.at("tls").as_bool(), false);
    EXPECT_EQ(parsed.at("count").as_int64(), 3);
    EXPECT_EQ(parsed.at("bytes").as_int64(), 7);
    EXPECT_EQ(parsed.at("seconds").as_double(), 0.5);
    EXPECT_EQ(parsed.at("kind").as_string(), "plain");
    const std::string_view time = parsed.at("time").as_string();
    EXPECT_EQ(time.size(), std::string_view("2026-01-01T00:00:00.000Z").size());
    EXPECT_EQ(time.back(), 'Z');
}

TEST(Logging, WhatIsInATextCannotBreakItsLine) {
    const auto lines = lines_of(LogLevel::info, [] {
        log_warning("refused", {{"detail", "a \"quote\"\nand {} %v \\ \x01 \xFF end"}});
        log_error("failed");
    });
    ASSERT_EQ(lines.size(), 2U);
    const auto parsed = boost::json::parse(lines[0]).as_object();
    EXPECT_EQ(parsed.at("level").as_string(), "warning");
    EXPECT_EQ(parsed.at("detail").as_string(), "a \"quote\"\nand {} %v \\ \x01 \xEF\xBF\xBD end");
    EXPECT_EQ(boost::json::parse(lines[1]).at("level").as_string(), "error");
}

TEST(Logging, LinesBelowTheLevelAreLeftOut) {
    const auto act = [] {
        log_debug("one");
        log_info("two");
        log_warning("three");
        log_error("four");
    };
    EXPECT_EQ(lines_of(LogLevel::debug, act).size(), 4U);
    EXPECT_EQ(lines_of(LogLevel::info, act).size(), 3U);
    EXPECT_EQ(lines_of(LogLevel::error, act).size(), 1U);
}

TEST(Logging, WithoutALogLinesGoNowhere) { log_error("nobody_listens"); }

TEST(Logging, ManyThreadsWriteWholeLines) {
    constexpr int threads_count = 4;
    constexpr int lines_each = 100;
    const auto lines = lines_of(LogLevel::info, [] {
        std::vector<std::thread> threads;
        for (int thread = 0; thread < threads_count; ++thread) {
            threads.emplace_back([thread] {
                for (int i = 0; i < lines_each; ++i) log_info("step", {{"thread", thread}});
            });
        }
        for (std::thread& thread : threads) thread.join();
    });
    ASSERT_EQ(lines.size(), std::size_t{threads_count * lines_each});
    for (const std::string& line : lines) EXPECT_NO_THROW(boost::json::parse(line)) << line;
}

TEST(JsonString, KeepsUtf8AndReplacesWhatIsNone) {
    EXPECT_EQ(as_json("Grüße 日本 😀"), "\"Grüße 日本 😀\"");
    EXPECT_EQ(as_json("\xC0\xAF"), "\"\\ufffd\\ufffd\"");          // overlong
    EXPECT_EQ(as_json("\xED\xA0\x80").substr(0, 7), "\"\\ufffd");  // a surrogate
    EXPECT_EQ(as_json("\xE2\x82"), "\"\\ufffd\\ufffd\"");          // cut short
    EXPECT_EQ(as_json(std::string(1, '\0')), "\"\\u0000\"");
    EXPECT_EQ(as_json("\x7F"), "\"\\u007f\"");
}

}  // namespace
}  // namespace rejoinder::app

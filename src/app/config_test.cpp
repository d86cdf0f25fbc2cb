#include "app/config.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "app/test_directory.hpp"

namespace rejoinder::app {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Problems problems_of(std::string_view text, const std::vector<std::string>& overrides = {}) {
    auto config = read_config(text, "my.toml", overrides);
    return config ? Problems() : config.error();
}

TEST(Config, AnEmptyFileIsAllDefaults) {
    const auto config = read_config("", "my.toml");
    ASSERT_TRUE(config);
    EXPECT_THAT(config->server.listen, ElementsAre("127.0.0.1:8080"));
    EXPECT_EQ(config->live_agent.poll_timeout, 28s);
    EXPECT_EQ(config->agents.session_lifetime, 12h);
    EXPECT_EQ(config->limits.body_bytes, 65'536U);
    EXPECT_EQ(config->store.path, "rejoinder-data");
}

TEST(Config, AFileSetsEveryKindOfValue) {
    const auto config = read_config(R"(
        [server]
        listen = ["127.0.0.1:0", "[::1]:0"]
        metrics = false
        [limits]
        body_bytes = 1_048_576
        [live_agent]
        poll_timeout = "500ms"
        duplicate_poll = "terminate"
        accepted_status = 202
        switch_server_url = "https://elsewhere.example/chat"
        [log]
        level = "debug"
    )",
                                    "my.toml");
    ASSERT_TRUE(config) << config.error().front();
    EXPECT_THAT(config->server.listen, ElementsAre("127.0.0.1:0", "[::1]:0"));
    EXPECT_FALSE(config->server.metrics);
    EXPECT_EQ(config->limits.body_bytes, 1'048'576U);
    EXPECT_EQ(config->live_agent.poll_timeout, 500ms);
    EXPECT_EQ(config->live_agent.duplicate_poll, domain::DuplicatePoll::terminate);
    EXPECT_EQ(config->live_agent.accepted_status, 202U);
    EXPECT_EQ(config->log.level, LogLevel::debug);
}

TEST(Config, EveryProblemIsToldWithItsPlace) {
    EXPECT_THAT(problems_of("[server]\n"
                            "lissen = []\n"
                            "metrics = \"yes\"\n"
                            "io_threads = 17\n"
                            "[live_agent]\n"
                            "poll_timeout = 28\n"
                            "ack_ahead = \"sometimes\"\n"
                            "[stoer]\n"),
                ElementsAre("my.toml:2:1: there is no setting server.lissen",
                            "my.toml:3:11: server.metrics must be true or false",
                            "my.toml:4:14: server.io_threads may be 1 to 16",
                            "my.toml:6:16: live_agent.poll_timeout must be a time such as "
                            "\"500ms\", \"28s\", \"2m\" or \"12h\"",
                            "my.toml:7:13: live_agent.ack_ahead must be one of \"lenient\", "
                            "\"strict\", \"by_version\"",
                            "my.toml:8:2: there is no section [stoer]"));
}

TEST(Config, WhatIsNoTomlIsToldWithItsPlace) {
    const auto problems = problems_of("[server\n");
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_THAT(problems[0], HasSubstr("my.toml:1:8: "));
}

TEST(Config, BoundsAreMetExactly) {
    EXPECT_THAT(problems_of("[limits]\nheader_bytes = 1024"), ElementsAre());
    EXPECT_EQ(problems_of("[limits]\nheader_bytes = 1023").size(), 1U);
    EXPECT_EQ(problems_of("[limits]\nheader_bytes = -1").size(), 1U);
    EXPECT_THAT(problems_of("[limits]\nheader_bytes = 1048576"), ElementsAre());
    EXPECT_EQ(problems_of("[limits]\nheader_bytes = 1048577").size(), 1U);
    EXPECT_EQ(problems_of("[live_agent]\naccepted_status = 201").size(), 1U);
}

TEST(Config, AddressesOriginsAndUrlsAreLookedAt) {
    EXPECT_EQ(problems_of("[server]\nlisten = [\"somewhere\"]").size(), 1U);
    EXPECT_EQ(problems_of("[server]\nlisten = [8080]").size(), 1U);
    EXPECT_EQ(problems_of("[server]\nallowed_origins = [\"https://a.example/\"]").size(), 1U);
    EXPECT_THAT(problems_of("[server]\nallowed_origins = [\"https://a.example:8443\"]"),
                ElementsAre());
    EXPECT_EQ(problems_of("[server]\npublic_url = \"a.example\"").size(), 1U);
    EXPECT_EQ(problems_of("[server]\npublic_url = \"https://a.example/\"").size(), 1U);
    EXPECT_THAT(problems_of("[server]\npublic_url = \"https://a.example\""), ElementsAre());
}

TEST(Config, AnOverrideGoesBeforeTheFile) {
    const auto config = read_config("[log]\nlevel = \"debug\"", "my.toml",
                                    {"log.level=error", "store.path=/srv/chats=1",
                                     "server.listen=[\"127.0.0.1:1\", \"127.0.0.1:2\"]",
                                     "server.tls_listen=", "live_agent.poll_timeout=\"1s\"",
                                     "server.metrics=false", "limits.sessions=7"});
    ASSERT_FALSE(config);
    EXPECT_THAT(config.error(), ElementsAre(HasSubstr("--set server.tls_listen: ")));

    const auto good = read_config(
        "[log]\nlevel = \"debug\"", "my.toml",
        {"log.level=error", "store.path=/srv/chats=1",
         "server.listen=[\"127.0.0.1:1\", \"127.0.0.1:2\"]", "live_agent.poll_timeout=\"1s\"",
         "server.metrics=false", "limits.sessions=7", "server.allowed_origins=https://a.example"});
    ASSERT_TRUE(good) << good.error().front();
    EXPECT_EQ(good->log.level, LogLevel::error);
    EXPECT_EQ(good->store.path, "/srv/chats=1");
    EXPECT_THAT(good->server.listen, ElementsAre("127.0.0.1:1", "127.0.0.1:2"));
    EXPECT_THAT(good->server.allowed_origins, ElementsAre("https://a.example"));
    EXPECT_EQ(good->live_agent.poll_timeout, 1s);
    EXPECT_FALSE(good->server.metrics);
    EXPECT_EQ(good->limits.sessions, 7U);
}

TEST(Config, AnOverrideThatCannotBeReadSaysWhich) {
    EXPECT_THAT(problems_of("", {"level=debug", "log", "log.lewel=debug", "limits.sessions=many",
                                 "log.level=loud"}),
                ElementsAre(HasSubstr("--set level: write section.name=value"),
                            HasSubstr("--set log: write"),
                            HasSubstr("--set log.lewel: there is no such setting"),
                            HasSubstr("--set limits.sessions: the value cannot be read"),
                            HasSubstr("--set log.level: log.level must be one of")));
}

TEST(Config, SettingsThatDependOnEachOtherAreChecked) {
    EXPECT_THAT(problems_of("[server]\ntls_listen = [\"127.0.0.1:8443\"]"),
                ElementsAre("my.toml:2:14: server.tls_listen needs tls_certificate"));
    EXPECT_THAT(problems_of("[server]\ntls_key = \"key.pem\""),
                ElementsAre(HasSubstr("my.toml:2:11: server.tls_key is of no use alone")));
    EXPECT_THAT(problems_of("[server]\nlisten = []"),
                ElementsAre(HasSubstr("server.listen must have an address")));
    EXPECT_THAT(problems_of("[live_agent]\npoll_timeout = \"40s\""),
                ElementsAre(HasSubstr("must be shorter than client_poll_timeout")));
}

TEST(Config, WhatIsPrintedReadsBackToTheSame) {
    Config config;
    config.server.listen = {"127.0.0.1:1", "[::1]:2"};
    config.store.path = "a \"quoted\" \\ path";
    config.live_agent.poll_timeout = 1500ms;
    config.live_agent.ack_ahead = domain::AckAhead::by_version;
    const std::string text = config_text(config);
    const auto again = read_config(text, "printed.toml");
    ASSERT_TRUE(again) << again.error().front();
    EXPECT_EQ(config_text(*again), text);
    EXPECT_EQ(again->store.path, config.store.path);
    EXPECT_THAT(text, HasSubstr("poll_timeout = \"1500ms\"\n"));
}

TEST(Config, TheDocumentationHasARowForEachSetting) {
    const std::string docs = config_docs();
    EXPECT_THAT(docs, HasSubstr("### `[live_agent]`"));
    EXPECT_THAT(docs, HasSubstr("| `listen` | `[\"127.0.0.1:8080\"]` |"));
    EXPECT_THAT(docs, HasSubstr("| `poll_timeout` | `\"28s\"` | 10ms to 10m |"));
    EXPECT_THAT(docs, HasSubstr("| `accepted_status` | `200` | 200, 202 |"));
}

TEST(Config, AMissingFileIsTold) {
    const TestDirectory directory;
    const auto missing = load_config({.file = directory.path() / "no.toml"});
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error(), ElementsAre(HasSubstr("no.toml: No such file or directory")));

    const auto file = directory.path() / "yes.toml";
    std::ofstream(file) << "[log]\nlevel = \"warning\"\n";
    const auto config = load_config({.file = file});
    ASSERT_TRUE(config);
    EXPECT_EQ(config->log.level, LogLevel::warning);
}

TEST(Config, TheCoreGetsWhatIsSet) {
    Config config;
    config.agents.presence_grace = 7s;
    config.limits.queue_length = 9;
    config.server.io_threads = 3;
    EXPECT_EQ(domain_settings(config).presence_grace, 7s);
    EXPECT_EQ(domain_settings(config).queue_length_max, 9U);
    EXPECT_EQ(http_config(config).workers, 3U);
}

}  // namespace
}  // namespace rejoinder::app

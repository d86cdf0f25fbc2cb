#include "app/echo_agent.hpp"

#include <gtest/gtest.h>

#include "app/echo_client.hpp"
#include "app/exit_code.hpp"

namespace rejoinder::app {
namespace {

TEST(EchoAgent, FindsItsPasswordInAFile) {
    const std::string_view demo = "ann one two\nbob three\r\nbobby four\n";
    EXPECT_EQ(find_password(demo, "ann"), "one two");
    EXPECT_EQ(find_password(demo, "bob"), "three");
    EXPECT_EQ(find_password("just this\nnot this", "ann"), "just this");
    EXPECT_EQ(find_password("", "ann"), "");
}

TEST(EchoAgent, RefusesAUrlItCannotUse) {
    EXPECT_EQ(run_echo_agent({.url = "https://127.0.0.1", .username = "ann", .password = "x"}),
              exit_code::usage);
}

TEST(ServerAddress, IsHostAndPort) {
    const auto local = parse_server_address("http://127.0.0.1:8080/");
    ASSERT_TRUE(local);
    EXPECT_EQ(local->host, "127.0.0.1");
    EXPECT_EQ(local->port, "8080");
    EXPECT_EQ(parse_server_address("http://localhost")->authority(), "localhost:80");
    EXPECT_EQ(parse_server_address("http://[::1]:81")->host, "::1");
    EXPECT_EQ(parse_server_address("http://[::1]")->authority(), "[::1]:80");
    for (const std::string_view url : {"", "http://", "http:///x", "http://a/b", "http://a:",
                                       "http://a:x", "http://a:123456", "https://a", "a:80"})
        EXPECT_FALSE(parse_server_address(url)) << url;
}

}  // namespace
}  // namespace rejoinder::app

#include "http/listen_address.hpp"

#include <gtest/gtest.h>

namespace rejoinder::http {
namespace {

TEST(ListenAddress, ReadsLiteralsOfBothFamilies) {
    for (const char* text : {"127.0.0.1:0", "0.0.0.0:65535", "[::1]:8080", "[::]:1"}) {
        const auto endpoint = parse_listen_address(text);
        ASSERT_TRUE(endpoint) << text;
        EXPECT_EQ(text_of(*endpoint), text);
    }
}

TEST(ListenAddress, RefusesEverythingElse) {
    for (const char* text :
         {"", ":", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:80 ",
          "localhost:80", "::1:80", "[::1]", "[127.0.0.1]:80", "[:80", "[]:80"}) {
        EXPECT_FALSE(parse_listen_address(text)) << text;
    }
}

}  // namespace
}  // namespace rejoinder::http

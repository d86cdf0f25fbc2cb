#include "domain/entity_tag.hpp"

#include <gtest/gtest.h>

namespace rejoinder::domain {
namespace {

// A fixed text: what a client has seen must hold after a restart and an update of the server.
TEST(EntityTag, IsTheSameForEver) {
    EXPECT_EQ(entity_tag("{}"), entity_tag("{}"));
    EXPECT_NE(entity_tag("{}"), entity_tag("{ }"));
    EXPECT_EQ(entity_tag("{}").size(), 34U);
    EXPECT_EQ(entity_tag("{}").front(), '"');
}

TEST(EntityTag, IsMatchedByListsAndStars) {
    EXPECT_TRUE(is_match("*", R"("a")"));
    EXPECT_TRUE(is_match(R"("a")", R"("a")"));
    EXPECT_TRUE(is_match(R"("b" ,	"a")", R"("a")"));
    EXPECT_FALSE(is_match(R"("b")", R"("a")"));
    EXPECT_FALSE(is_match(R"(W/"a")", R"("a")"));
    EXPECT_FALSE(is_match("", R"("a")"));
    EXPECT_FALSE(is_match(",,", R"("a")"));
}

}  // namespace
}  // namespace rejoinder::domain

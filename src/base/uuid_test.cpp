#include "base/uuid.hpp"

#include <gtest/gtest.h>

#include <unordered_set>

namespace rejoinder {
namespace {

constexpr std::array<std::uint8_t, 16> bytes = {0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77,
                                                0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff};

TEST(Uuid, MadeOfRandomBytesIsOfVersionFour) {
    EXPECT_EQ(Uuid::from_random(bytes).str(), "00112233-4455-4677-8899-aabbccddeeff");

    std::array<std::uint8_t, 16> ones;
    ones.fill(0xff);
    EXPECT_EQ(Uuid::from_random(ones).str(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
}

TEST(Uuid, ReadsWhatItWrote) {
    const Uuid uuid = Uuid::from_random(bytes);

    EXPECT_EQ(Uuid::parse(uuid.str()), uuid);
    EXPECT_EQ(Uuid::parse("00112233-4455-4677-8899-AABBCCDDEEFF"), uuid);
}

TEST(Uuid, RefusesOtherTexts) {
    EXPECT_FALSE(Uuid::parse(""));
    EXPECT_FALSE(Uuid::parse("00112233445546778899aabbccddeeff"));
    EXPECT_FALSE(Uuid::parse("00112233-4455-4677-8899-aabbccddeef"));
    EXPECT_FALSE(Uuid::parse("00112233-4455-4677-8899-aabbccddeeff0"));
    EXPECT_FALSE(Uuid::parse("00112233-4455-4677-8899-aabbccddeefg"));
    EXPECT_FALSE(Uuid::parse("001122334-455-4677-8899-aabbccddeeff"));
    EXPECT_FALSE(Uuid::parse("{0112233-4455-4677-8899-aabbccddeef}"));
}

TEST(SessionId, IsReadLikeAUuidAndIsAKey) {
    const auto session = SessionId::parse("00112233-4455-4677-8899-aabbccddeeff");

    ASSERT_TRUE(session);
    EXPECT_EQ(*session, SessionId(Uuid::from_random(bytes)));
    EXPECT_TRUE(std::unordered_set<SessionId>{*session}.contains(*session));
    EXPECT_FALSE(SessionId::parse("nonsense"));
}

}  // namespace
}  // namespace rejoinder

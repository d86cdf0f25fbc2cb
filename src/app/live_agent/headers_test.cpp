#include "app/live_agent/headers.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace rejoinder::app::live_agent {
namespace {

Headers read(const std::vector<http::HeaderField>& fields) {
    http::Request request;
    request.headers = fields;
    return read_headers(request);
}

TEST(Headers, NamesMayComeInAnyCase) {
    const Headers headers = read({{"x-liveagent-api-version", "43"},
                                  {"X-LIVEAGENT-SESSION-KEY", "key"},
                                  {"x-LiveAgent-Sequence", "2"}});
    EXPECT_EQ(headers.version, "43");
    EXPECT_EQ(headers.session_key, "key");
    EXPECT_EQ(headers.sequence, "2");
}

TEST(Headers, EveryAffinityIsClaimed) {
    const Headers headers =
        read({{"X-LIVEAGENT-AFFINITY", "98c41fa0"}, {"X-LIVEAGENT-AFFINITY", "5be31fa0"}});
    ASSERT_EQ(headers.affinity.count, 2);
    EXPECT_EQ(headers.affinity.tokens[0], 0x98c41fa0U);
    EXPECT_EQ(headers.affinity.tokens[1], 0x5be31fa0U);
}

TEST(Headers, AffinitiesMayBeJoinedByCommas) {
    const Headers headers = read({{"X-LIVEAGENT-AFFINITY", "98c41fa0, 5be31fa0"}});
    EXPECT_EQ(headers.affinity.count, 2);
}

TEST(Headers, AnAffinityThatIsNoTokenIsPresentAndMatchesNothing) {
    for (const char* text : {"null", "98C41FA0", "98c41fa", "98c41fa00"}) {
        const Headers headers = read({{"X-LIVEAGENT-AFFINITY", text}});
        EXPECT_TRUE(headers.affinity.is_present) << text;
        EXPECT_EQ(headers.affinity.count, 0) << text;
    }
}

TEST(Headers, AnEmptyHeaderCountsAsNotSent) {
    const Headers headers = read({{"X-LIVEAGENT-AFFINITY", ""}, {"X-LIVEAGENT-API-VERSION", ""}});
    EXPECT_FALSE(headers.affinity.is_present);
    EXPECT_FALSE(headers.version);
}

TEST(Headers, MoreAffinitiesThanTheBoundAreLeftOut) {
    const std::vector<http::HeaderField> many(domain::AffinityClaim::count_max + 1,
                                              {"X-LIVEAGENT-AFFINITY", "98c41fa0"});
    EXPECT_EQ(read(many).affinity.count, domain::AffinityClaim::count_max);
}

TEST(Version, IsANumberWithOrWithoutAFraction) {
    EXPECT_EQ(read_version("43"), 43);
    EXPECT_EQ(read_version("43.0"), 43);
    EXPECT_EQ(read_version("29"), 29);
    EXPECT_EQ(read_version("99"), 99);
}

TEST(Version, IsRequired) {
    EXPECT_EQ(read_version(std::nullopt).error().code, Errc::version_required);
    for (const char* text : {"", "28", "v43", "43.5", "-43", "43.0.0", "99999999999999999999"})
        EXPECT_FALSE(read_version(text)) << text;
}

TEST(RequestSequence, IsAPositiveNumberOrAbsent) {
    EXPECT_EQ(read_sequence("12").value(), 12);
    EXPECT_EQ(read_sequence(std::nullopt).value(), std::nullopt);
    for (const char* text : {"0", "-1", "x", "1.5"})
        EXPECT_EQ(read_sequence(text).error().code, Errc::sequence_invalid) << text;
}

}  // namespace
}  // namespace rejoinder::app::live_agent

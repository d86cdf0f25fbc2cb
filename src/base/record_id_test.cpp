#include "base/record_id.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <type_traits>
#include <unordered_set>

namespace rejoinder {
namespace {

TEST(RecordId, ReadsTheShortAndTheLongFormAsTheSameId) {
    const auto from_short = ButtonId::parse("573D000000000OC");
    const auto from_long = ButtonId::parse("573D000000000OCIAY");

    ASSERT_TRUE(from_short && from_long);
    EXPECT_EQ(*from_short, *from_long);
    EXPECT_EQ(from_long->str(), "573D000000000OC");
    EXPECT_EQ(from_short->full(), "573D000000000OCIAY");
}

TEST(RecordId, IgnoresAGarbledChecksum) {
    EXPECT_EQ(ButtonId::parse("573D000000000OCiay"), ButtonId::parse("573D000000000OC"));
}

TEST(RecordId, TellsCaseApart) {
    EXPECT_NE(AgentId::parse("005D000000000oc"), AgentId::parse("005D000000000OC"));
}

TEST(RecordId, RefusesOtherLengthsCharactersAndPrefixes) {
    EXPECT_FALSE(AgentId::parse(""));
    EXPECT_FALSE(AgentId::parse("00500000000000"));
    EXPECT_FALSE(AgentId::parse("0050000000000011"));
    EXPECT_FALSE(AgentId::parse("0050000000000011AAA"));
    EXPECT_FALSE(AgentId::parse("00500000000000-"));
    EXPECT_FALSE(AgentId::parse("00500000000000\xc3"));
    EXPECT_FALSE(AgentId::parse("573000000000001"));
}

TEST(RecordId, ChecksumOfIdsOnlyOfDigitsIsAaa) {
    EXPECT_EQ(OrganizationId::parse("00D000000000001")->full(), "00D000000000001EAA");
    EXPECT_EQ(DeploymentId::parse("572000000000001")->full(), "572000000000001AAA");
}

TEST(RecordId, ChecksumCountsTheCapitalsOfEachFive) {
    EXPECT_EQ(record_id_checksum("AAAAAaaaaaAaAaA"), "5AV");
    EXPECT_EQ(record_id_checksum("abcdE01234zzzzz"), "QAA");
}

TEST(RecordId, TheEmptyIdEqualsNoneThatWasRead) {
    const AgentId none;

    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.view(), "");
    EXPECT_EQ(none.full(), "");
    EXPECT_NE(none, AgentId::parse("005000000000000"));
}

TEST(RecordId, NumberedIdsAreValidDistinctAndInOrder) {
    EXPECT_EQ(SkillId::numbered(0).view(), "0C5000000000000");
    EXPECT_EQ(SkillId::numbered(61).view(), "0C500000000000z");
    EXPECT_EQ(SkillId::numbered(62).view(), "0C5000000000010");
    EXPECT_LT(SkillId::numbered(61), SkillId::numbered(62));

    const auto last = SkillId::numbered(std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(SkillId::parse(last.view()), last);
}

TEST(RecordId, IsAKeyOfHashedContainers) {
    std::unordered_set<AgentId> agents{AgentId::numbered(1), AgentId::numbered(2)};

    EXPECT_TRUE(agents.contains(*AgentId::parse("005000000000001")));
    EXPECT_FALSE(agents.contains(AgentId::numbered(3)));
}

TEST(RecordId, KindsDoNotMix) {
    static_assert(!std::is_convertible_v<AgentId, SkillId>);
    static_assert(!std::is_same_v<DeploymentId, ButtonId>);
}

}  // namespace
}  // namespace rejoinder

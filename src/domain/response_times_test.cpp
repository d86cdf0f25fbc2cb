#include "domain/response_times.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "record/voice.hpp"

namespace rejoinder::domain {

namespace {

using record::EntryType;
using record::Voice;

record::Entry entry_at(std::int64_t milliseconds, EntryType type) {
    record::Entry entry;
    entry.at = instant_from_epoch(milliseconds);
    entry.type = type;
    return entry;
}

record::Chat counted(const std::vector<record::Entry>& entries) {
    record::Chat chat;
    count_messages(entries, chat);
    return chat;
}

TEST(ResponseTimes, RunFromTheFirstUnansweredMessage) {
    const auto chat = counted(
        {entry_at(1'000, EntryType::visitor_message), entry_at(4'000, EntryType::visitor_message),
         entry_at(6'000, EntryType::agent_message), entry_at(7'000, EntryType::agent_message),
         entry_at(9'000, EntryType::visitor_message), entry_at(10'000, EntryType::agent_message)});
    EXPECT_EQ(chat.visitor_message_count, 3);
    EXPECT_EQ(chat.operator_message_count, 3);
    EXPECT_EQ(chat.max_response_time_operator, Duration{5'000});
    EXPECT_EQ(chat.average_response_time_operator, Duration{3'000});
    EXPECT_EQ(chat.max_response_time_visitor, Duration{3'000});
    EXPECT_EQ(chat.average_response_time_visitor, Duration{3'000});
}

TEST(ResponseTimes, BotsAndAgentsAreOneSide) {
    const auto chat =
        counted({entry_at(0, EntryType::visitor_message), entry_at(1'000, EntryType::bot_message),
                 entry_at(60'000, EntryType::agent_message)});
    EXPECT_EQ(chat.operator_message_count, 2);
    EXPECT_EQ(chat.max_response_time_operator, Duration{1'000});
}

TEST(ResponseTimes, WhispersAndEventsAnswerNothing) {
    const auto chat = counted(
        {entry_at(0, EntryType::visitor_message), entry_at(1'000, EntryType::whisper),
         entry_at(2'000, EntryType::agent_custom_event), entry_at(3'000, EntryType::flag_raised)});
    EXPECT_EQ(chat.operator_message_count, 0);
    EXPECT_EQ(chat.max_response_time_operator, Duration{0});
}

TEST(ResponseTimes, AClockThatWentBackIsNoResponseTime) {
    const auto chat = counted(
        {entry_at(5'000, EntryType::visitor_message), entry_at(1'000, EntryType::agent_message)});
    EXPECT_EQ(chat.average_response_time_operator, Duration{0});
}

// Told the long way: each message of one side looks back for what it answers.
record::Chat recounted(const std::vector<record::Entry>& entries) {
    record::Chat chat;
    std::vector<Duration> visitor;
    std::vector<Duration> operators;
    for (std::size_t place = 0; place < entries.size(); ++place) {
        const Voice voice = voice_of(entries[place].type);
        if (voice == Voice::nobody) continue;
        ++(voice == Voice::visitor ? chat.visitor_message_count : chat.operator_message_count);
        std::optional<Instant> asked;
        for (std::size_t before = place; before-- > 0;) {
            const Voice other = voice_of(entries[before].type);
            if (other == voice) break;
            if (other != Voice::nobody) asked = entries[before].at;
        }
        if (asked)
            (voice == Voice::visitor ? visitor : operators).push_back(entries[place].at - *asked);
    }
    const auto write = [](const std::vector<Duration>& all, Duration& average, Duration& longest) {
        Duration total{0};
        for (const Duration one : all) {
            total += one;
            longest = std::max(longest, one);
        }
        if (!all.empty()) average = total / static_cast<std::int64_t>(all.size());
    };
    write(visitor, chat.average_response_time_visitor, chat.max_response_time_visitor);
    write(operators, chat.average_response_time_operator, chat.max_response_time_operator);
    return chat;
}

TEST(ResponseTimes, AreWhatTheEntriesSay) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 500; ++round) {
        std::vector<record::Entry> entries;
        std::int64_t at = 0;
        for (std::uint64_t count = random() % 60; count > 0; --count) {
            at += static_cast<std::int64_t>(random() % 5'000);
            entries.push_back(entry_at(at, static_cast<EntryType>(random() % 12)));
        }
        const auto chat = counted(entries);
        const auto again = recounted(entries);
        ASSERT_EQ(chat.visitor_message_count, again.visitor_message_count);
        ASSERT_EQ(chat.operator_message_count, again.operator_message_count);
        ASSERT_EQ(chat.average_response_time_visitor, again.average_response_time_visitor);
        ASSERT_EQ(chat.average_response_time_operator, again.average_response_time_operator);
        ASSERT_EQ(chat.max_response_time_visitor, again.max_response_time_visitor);
        ASSERT_EQ(chat.max_response_time_operator, again.max_response_time_operator);
    }
}

}  // namespace

}  // namespace rejoinder::domain

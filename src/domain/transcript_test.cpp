#include "domain/transcript.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.hpp"
#include "domain/transcript_text.hpp"

namespace rejoinder::domain::transcript {

namespace {

using record::EntryType;
using testing::HasSubstr;
using testing::Not;

// 2026-01-31 12:00:00 UTC.
constexpr std::int64_t noon = 1'769'860'800'000;

// A chat as it is stored, which a test goes on with.
struct Stored {
    Stored() {
        chat.visitor_name = "Jo";
        chat.request_time = instant_from_epoch(noon);
    }
    void add(std::int64_t after, EntryType type, std::string name, std::string content) {
        record::Entry entry;
        entry.position = static_cast<std::int64_t>(entries.size());
        entry.at = instant_from_epoch(noon + after);
        entry.type = type;
        entry.name = std::move(name);
        entry.content = std::move(content);
        entries.push_back(std::move(entry));
    }
    void accepted(std::int64_t after) { chat.start_time = instant_from_epoch(noon + after); }
    void ended(std::int64_t after) { chat.end_time = instant_from_epoch(noon + after); }
    Source source() const { return {12, chat, entries, {}}; }

    record::Chat chat;
    std::vector<record::Entry> entries;
};

TEST(Transcript, TimesFollowFromRequestStartAndEnd) {
    Stored stored;
    stored.accepted(2'500);
    stored.ended(62'500);
    const auto record = summary_of(12, stored.chat);
    EXPECT_EQ(record.name, "00000012");
    EXPECT_EQ(record.wait_time, 2.5);
    EXPECT_EQ(record.chat_duration, 60);
    EXPECT_EQ(record.abandoned, std::nullopt);
    EXPECT_EQ(record.created_date, noon);
    EXPECT_EQ(record.last_modified_date, noon + 62'500);
}

TEST(Transcript, AChatNobodyAcceptedWasAbandonedAndBelongsToTheSystem) {
    Stored stored;
    stored.chat.status = record::ChatStatus::missed;
    stored.ended(7'000);
    const auto record = summary_of(1, stored.chat);
    EXPECT_EQ(record.abandoned, 7);
    EXPECT_EQ(record.wait_time, std::nullopt);
    EXPECT_EQ(record.chat_duration, std::nullopt);
    EXPECT_EQ(record.owner_id, system_user);
    EXPECT_EQ(record.status, "Missed");
}

TEST(Transcript, AnOpenChatHasNeitherEndNorDuration) {
    Stored stored;
    stored.accepted(1'000);
    stored.add(5'000, EntryType::visitor_message, "Jo", "Hello");
    const auto record = record_of(stored.source(), Reader::agent);
    EXPECT_EQ(record.end_time, std::nullopt);
    EXPECT_EQ(record.chat_duration, std::nullopt);
    EXPECT_EQ(record.ended_by, std::nullopt);
    EXPECT_EQ(record.visitor_message_count, 1) << "counted, though the row is not written yet";
    EXPECT_EQ(record.last_modified_date, noon + 5'000);
}

TEST(Transcript, DetailsAndRecordsFillFieldsButNotTheRecordsOwn) {
    Stored stored;
    stored.chat.custom_details =
        R"([{"label":"Mail","value":"jo@x.org","transcriptFields":["Email__c","Status"]},)"
        R"({"label":"Order","value":7,"transcriptFields":["Order__c"]}])";
    stored.chat.attached_records = R"([{"fieldName":"CaseId","fieldValue":"500000000000001"},)"
                                   R"({"fieldName":"Asset__c","fieldValue":"a00000000000001"}])";
    const auto record = summary_of(1, stored.chat);
    EXPECT_EQ(record.case_id, "500000000000001");
    EXPECT_EQ(record.status, "Waiting");
    EXPECT_EQ(record.custom_fields.text,
              R"({"Asset__c":"a00000000000001","Email__c":"jo@x.org","Order__c":"7"})");
}

TEST(Transcript, EventsAreTheEntriesThatAreNotSaid) {
    Stored stored;
    constexpr auto names = enum_names_of(static_cast<const EntryType*>(nullptr));
    for (std::size_t type = 0; type < names.size(); ++type)
        stored.add(0, static_cast<EntryType>(type), "", "detail");
    const auto events = events_of(stored.source());
    ASSERT_EQ(events.size(), 59u);
    EXPECT_EQ(events.front().type, "ChatRequest");
    EXPECT_EQ(events.front().name, "00000012-0008");
    EXPECT_EQ(events.front().detail, "detail");
    EXPECT_EQ(events.front().time, noon);
    EXPECT_EQ(events.back().type, "TransferToBotFailed");
}

TEST(Transcript, TheBodyIsOneLineForEachMessage) {
    Stored stored;
    stored.add(0, EntryType::chat_request, "", "");
    stored.add(5'000, EntryType::visitor_message, "", "Hello\r\nthere");
    stored.add(6'000, EntryType::agent_custom_event, "Ann", "{}");
    stored.add(65'000, EntryType::agent_message, "Ann", "Hi");
    EXPECT_EQ(text_of(stored.source(), Reader::agent),
              "2026-01-31 12:00:05Z Jo: Hello there\n2026-01-31 12:01:05Z Ann: Hi\n");
}

TEST(Transcript, WhispersAreForSupervisorsOnly) {
    Stored stored;
    stored.add(0, EntryType::whisper, "Sue", "offer a refund");
    stored.add(0, EntryType::agent_message, "Ann", "One moment");
    const auto seen = details_of(stored.source(), Reader::agent);
    EXPECT_THAT(*seen.transcript.body, Not(HasSubstr("refund")));
    EXPECT_FALSE(seen.transcript.supervisor_transcript_body);
    EXPECT_EQ(seen.entries.size(), 1u);
    EXPECT_THAT(page_of(stored.source(), Reader::agent), Not(HasSubstr("refund")));

    const auto all = details_of(stored.source(), Reader::supervisor);
    EXPECT_THAT(*all.transcript.body, Not(HasSubstr("refund")));
    EXPECT_THAT(*all.transcript.supervisor_transcript_body,
                HasSubstr("(whisper) Sue: offer a refund\n"));
    EXPECT_EQ(all.entries.size(), 2u);
    EXPECT_THAT(page_of(stored.source(), Reader::supervisor), HasSubstr("offer a refund"));
}

TEST(Transcript, ALongBodyIsCutBetweenMessagesAndSaysSo) {
    Stored stored;
    for (int count = 0; count < 20; ++count) {
        std::string text;
        for (int letter = 0; letter < 10'000; ++letter) text += "ü";
        stored.add(0, EntryType::visitor_message, "Jo", std::move(text));
    }
    const std::string body = text_of(stored.source(), Reader::agent);
    EXPECT_LE(utf8::count_characters(body), body_characters_max);
    EXPECT_GT(utf8::count_characters(body), body_characters_max - 11'000);
    EXPECT_TRUE(body.ends_with("\n[cut here: 7 more messages]\n")) << body.substr(body.size() - 50);
}

TEST(Transcript, WhatWasSaidIsNoMarkupOfThePage) {
    Stored stored;
    stored.chat.visitor_name = "<b>Jo</b>";
    stored.add(0, EntryType::visitor_message, "", R"(<script>alert("1")</script> & 'so' on)");
    const std::string page = page_of(stored.source(), Reader::agent);
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("<b>")));
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;so"));
    EXPECT_THAT(page, HasSubstr("<p dir=\"auto\">"));
    EXPECT_THAT(page, Not(HasSubstr("http")));
}

TEST(TranscriptText, TimesAreToldToTheSecond) {
    EXPECT_EQ(time_text(instant_from_epoch(noon + 999)), "2026-01-31 12:00:00Z");
}

}  // namespace

}  // namespace rejoinder::domain::transcript

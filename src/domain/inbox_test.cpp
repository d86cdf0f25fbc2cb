#include "domain/inbox.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace rejoinder::domain {
namespace {

using Texts = std::vector<std::string>;

void push(Inbox& inbox, std::string text, std::int64_t position = -1) {
    inbox.push({0, 0, Inbox::Company::any, position, std::move(text)});
}

// Polls as a client does: acknowledges, then reads.
Texts poll(Inbox& inbox, std::optional<std::int64_t> ack, std::int64_t* sequence = nullptr) {
    EXPECT_TRUE(inbox.acknowledge(ack, false));
    const auto batch = inbox.read();
    if (sequence) *sequence = batch.sequence;
    Texts texts;
    for (const auto* event : batch.events) texts.push_back(event->text);
    return texts;
}

TEST(Inbox, EventsAreNumberedFromZeroAndAReplyNamesItsLast) {
    Inbox inbox;
    push(inbox, "a");
    push(inbox, "b");

    std::int64_t sequence = -1;
    EXPECT_EQ(poll(inbox, -1, &sequence), (Texts{"a", "b"}));
    EXPECT_EQ(sequence, 1);
}

TEST(Inbox, AnAnswerThatWasLostIsGivenAgainWithTheSameNumbers) {
    Inbox inbox;
    push(inbox, "a");
    EXPECT_EQ(poll(inbox, -1), (Texts{"a"}));
    push(inbox, "b");

    std::int64_t sequence = -1;
    EXPECT_EQ(poll(inbox, -1, &sequence), (Texts{"a", "b"}));
    EXPECT_EQ(sequence, 1);
    EXPECT_EQ(poll(inbox, 0), (Texts{"b"}));
    EXPECT_EQ(poll(inbox, 1), Texts{});
    EXPECT_TRUE(inbox.is_empty());
}

TEST(Inbox, APollWithoutAckHasSeenWhatWasSent) {
    Inbox inbox;
    push(inbox, "a");
    EXPECT_EQ(poll(inbox, std::nullopt), (Texts{"a"}));
    push(inbox, "b");
    EXPECT_EQ(poll(inbox, std::nullopt), (Texts{"b"}));
    EXPECT_EQ(poll(inbox, std::nullopt), Texts{});
}

TEST(Inbox, AnAckThatRunsAheadLosesNothingThatWasNeverSent) {
    Inbox inbox;
    push(inbox, "a");
    EXPECT_EQ(poll(inbox, -1), (Texts{"a"}));
    push(inbox, "b");
    EXPECT_EQ(poll(inbox, 7), (Texts{"b"}));
}

TEST(Inbox, AnAckThatRunsAheadIsRefusedWhenItMustBeExact) {
    Inbox inbox;
    push(inbox, "a");
    EXPECT_EQ(poll(inbox, -1), (Texts{"a"}));

    const auto refused = inbox.acknowledge(3, true);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().text(), "Out of sync Ack. Expected 3. Actual 0");
    EXPECT_EQ(inbox.size(), 1u);
    EXPECT_TRUE(inbox.acknowledge(0, true));
}

TEST(Inbox, HugeAndTinyAcksAreJustAcks) {
    Inbox inbox;
    push(inbox, "a");
    EXPECT_EQ(poll(inbox, std::numeric_limits<std::int64_t>::min()), (Texts{"a"}));
    EXPECT_EQ(poll(inbox, std::numeric_limits<std::int64_t>::max()), Texts{});
}

TEST(Inbox, AnEventThatStandsAloneIsTheOnlyOneInItsReply) {
    Inbox inbox;
    inbox.push({0, 0, Inbox::Company::alone, -1, "success"});
    push(inbox, "established");
    EXPECT_EQ(poll(inbox, -1), (Texts{"success"}));
    EXPECT_EQ(poll(inbox, 0), (Texts{"established"}));
}

TEST(Inbox, AReconnectRestartsTheNumbersAndKeepsWhatWasNotReceived) {
    Inbox inbox;
    push(inbox, "a");
    push(inbox, "b");
    push(inbox, "c");
    EXPECT_EQ(poll(inbox, -1), (Texts{"a", "b", "c"}));
    const std::int64_t number_of_a = inbox.next_number() - 3;

    inbox.restart(number_of_a, {0, 0, Inbox::Company::any, -1, "data"});

    std::int64_t sequence = -1;
    EXPECT_EQ(poll(inbox, -1, &sequence), (Texts{"data", "b", "c"}));
    EXPECT_EQ(sequence, 2);
    EXPECT_EQ(poll(inbox, 2), Texts{});
    push(inbox, "d");
    EXPECT_EQ(poll(inbox, 2, &sequence), (Texts{"d"}));
    EXPECT_EQ(sequence, 3);
}

TEST(Inbox, AReconnectBeforeAnythingWasReceivedStartsAtZeroToo) {
    Inbox inbox;
    push(inbox, "a");
    inbox.restart(0, {0, 0, Inbox::Company::any, -1, "data"});
    std::int64_t sequence = -1;
    EXPECT_EQ(poll(inbox, -1, &sequence), (Texts{"data", "a"}));
    EXPECT_EQ(sequence, 1);
}

TEST(Inbox, AfterARestartTheSameAckGetsExactlyWhatWasNotSeen) {
    Inbox inbox;
    inbox.restore({1, 0, Inbox::Company::any, 0, "a"});
    inbox.restore({2, 0, Inbox::Company::any, 1, "b"});
    inbox.restored(1, 0);
    EXPECT_EQ(poll(inbox, 0), (Texts{"b"}));
}

TEST(Inbox, AfterARestartEventsMoveBehindNumbersThatWereNeverStored) {
    Inbox inbox;
    inbox.restore({1, 0, Inbox::Company::any, 0, "a"});
    inbox.restored(1, 0);
    push(inbox, "new", 5);

    // The client had seen "a" as 0 and two typing events as 1 and 2 before the restart.
    const auto renumbered = inbox.acknowledge(2, false);
    ASSERT_TRUE(renumbered);
    ASSERT_EQ(renumbered->size(), 1u);
    EXPECT_EQ(renumbered->front().position, 5);
    const auto batch = inbox.read();
    ASSERT_EQ(batch.events.size(), 1u);
    EXPECT_EQ(batch.events.front()->text, "new");
    EXPECT_EQ(batch.sequence, 3);
}

TEST(Inbox, AfterARestartAClientWithoutAcksLosesNothing) {
    Inbox inbox;
    inbox.restore({1, 0, Inbox::Company::any, 0, "a"});
    inbox.restore({2, 0, Inbox::Company::any, 1, "b"});
    inbox.restored(1, 1);
    EXPECT_EQ(poll(inbox, std::nullopt), (Texts{"b"}));
}

TEST(Inbox, TheSameUnsentTextIsRecognised) {
    Inbox inbox;
    push(inbox, "typing");
    EXPECT_TRUE(inbox.ends_with_unsent("typing"));
    EXPECT_FALSE(inbox.ends_with_unsent("other"));
    EXPECT_EQ(poll(inbox, -1), (Texts{"typing"}));
    EXPECT_FALSE(inbox.ends_with_unsent("typing"));
}

}  // namespace
}  // namespace rejoinder::domain

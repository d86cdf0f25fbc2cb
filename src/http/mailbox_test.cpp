#include "http/mailbox.hpp"

#include <gtest/gtest.h>

namespace rejoinder::http {
namespace {

TEST(Mailbox, WakesOnceUntilItWasEmptied) {
    int wakes = 0;
    Mailbox mailbox([&] { ++wakes; });
    Mailbox::Mail mail;
    EXPECT_FALSE(mailbox.take(mail));
    mailbox.push(Answer{Ticket{.serial = 1}, {}});
    mailbox.push(std::vector<Answer>(3));
    EXPECT_EQ(wakes, 1);
    ASSERT_TRUE(mailbox.take(mail));
    EXPECT_EQ(mail.answers.size(), 4U);
    EXPECT_EQ(mail.answers.front().ticket.serial, 1U);
    mail.answers.clear();
    mailbox.push(std::vector<Answer>(2));
    EXPECT_EQ(wakes, 2);
    mailbox.push(std::vector<Answer>());
    ASSERT_TRUE(mailbox.take(mail));
    EXPECT_EQ(mail.answers.size(), 2U);
}

TEST(Mailbox, DoesNotWakeAWorkerThatIsAwake) {
    int wakes = 0;
    Mailbox mailbox([&] { ++wakes; });
    Mailbox other([&] { ++wakes; });
    {
        const Mailbox::Awake awake(mailbox);
        mailbox.push(Answer{});
        EXPECT_EQ(wakes, 0);
        other.push(Answer{});
        EXPECT_EQ(wakes, 1);
    }
    mailbox.push(Answer{});
    EXPECT_EQ(wakes, 2);
}

TEST(Mailbox, DropsEverythingOnceClosed) {
    int wakes = 0;
    Mailbox mailbox([&] { ++wakes; });
    mailbox.push(Answer{});
    mailbox.close();
    mailbox.push(Answer{});
    mailbox.push(std::vector<Answer>(2));
    Mailbox::Mail mail;
    EXPECT_FALSE(mailbox.take(mail));
    EXPECT_EQ(wakes, 1);
}

}  // namespace
}  // namespace rejoinder::http

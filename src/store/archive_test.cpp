#include "store/archive.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "store/entry_log.hpp"
#include "store/memory_store.hpp"
#include "store/test_changes.hpp"

namespace rejoinder::store {

namespace {

using record::ChatStatus;

constexpr std::int64_t shard = 7;
const OrganizationId organization = OrganizationId::numbered(1);

Instant second(std::int64_t number) { return instant_from_epoch(1000 * number); }

record::Chat requested_chat(std::uint64_t number, std::int64_t at) {
    record::Chat chat = test_chat(number);
    chat.organization = organization;
    chat.request_time = second(at);
    return chat;
}

// What every engine's archive promises.
class ArchiveContract : public testing::TestWithParam<bool> {
protected:
    ArchiveContract() {
        store_ = GetParam() ? *open_sqlite(directory_.database()) : make_memory_store();
        epoch_ = *store_->take_over(shard);
        archive_ = *store_->open_archive();
    }

    void commit(const std::vector<record::Change>& changes) {
        ASSERT_TRUE(store_->commit(Batch{shard, epoch_, ++batch_, changes}));
    }
    // The numbers of the chats a query finds, over all pages.
    std::vector<std::int64_t> find(TranscriptQuery query) {
        query.organization = organization;
        std::vector<std::int64_t> numbers;
        do {
            const auto page = archive_->find_transcripts(query);
            EXPECT_TRUE(page) << page.error().text();
            if (!page) break;
            EXPECT_LE(page->rows.size(), query.limit);
            for (const NumberedChat& row : page->rows) numbers.push_back(row.number);
            query.after = page->next;
        } while (query.after);
        return numbers;
    }
    // The same for a query that is changed by `narrow`.
    template <class Narrow>
    std::vector<std::int64_t> found(Narrow narrow) {
        TranscriptQuery query{.order = Order::oldest_first};
        narrow(query);
        return find(query);
    }

    TestDirectory directory_;
    std::unique_ptr<Store> store_;
    std::int64_t epoch_ = 0;
    std::int64_t batch_ = 0;
    std::unique_ptr<Archive> archive_;
};
INSTANTIATE_TEST_SUITE_P(Engines, ArchiveContract, testing::Bool(),
                         [](const auto& instance) { return instance.param ? "Sqlite" : "Memory"; });

using Numbers = std::vector<std::int64_t>;

TEST_P(ArchiveContract, AnEmptyArchiveHasNothing) {
    EXPECT_EQ(find({}), Numbers{});
    EXPECT_FALSE(archive_->read_transcript(organization, numbered_session(1))->has_value());
    EXPECT_TRUE(archive_->find_agent_sessions({.organization = organization})->rows.empty());
}

TEST_P(ArchiveContract, PagesFollowEachOtherWithoutGapOrDouble) {
    // Several at the same time, so that the number has to tell them apart.
    for (std::uint64_t number = 1; number <= 25; ++number)
        commit({requested_chat(number, static_cast<std::int64_t>(number / 4))});
    Numbers upwards;
    for (std::int64_t number = 1; number <= 25; ++number) upwards.push_back(number);
    const Numbers downwards(upwards.rbegin(), upwards.rend());
    for (const std::size_t limit : {1u, 4u, 7u, 24u, 25u, 26u}) {
        EXPECT_EQ(find({.order = Order::oldest_first, .limit = limit}), upwards) << limit;
        EXPECT_EQ(find({.order = Order::newest_first, .limit = limit}), downwards) << limit;
    }
}

TEST_P(ArchiveContract, AFullLastPageHasNoNextOne) {
    commit({requested_chat(1, 1), requested_chat(2, 2)});
    const auto page = archive_->find_transcripts({.organization = organization, .limit = 2});
    EXPECT_EQ(page->rows.size(), 2u);
    EXPECT_FALSE(page->next);
}

TEST_P(ArchiveContract, LimitsAreHeldWithinTheirBounds) {
    std::vector<record::Change> changes;
    for (std::uint64_t number = 1; number <= Archive::limit_max + 1; ++number)
        changes.emplace_back(requested_chat(number, 1));
    commit(changes);
    const auto rows = [&](std::size_t limit) {
        return archive_->find_transcripts({.organization = organization, .limit = limit})
            ->rows.size();
    };
    EXPECT_EQ(rows(0), 1u);
    EXPECT_EQ(rows(Archive::limit_max), Archive::limit_max);
    EXPECT_EQ(rows(Archive::limit_max + 1), Archive::limit_max);
}

TEST_P(ArchiveContract, AChatKeepsItsNumberAndShowsItsNewestRow) {
    commit({requested_chat(1, 1), requested_chat(2, 2)});
    auto chat = requested_chat(1, 1);
    chat.state = record::ChatState::ended;
    chat.status = ChatStatus::completed;
    commit({chat});
    const auto transcript = *archive_->read_transcript(organization, chat.id);
    ASSERT_TRUE(transcript);
    EXPECT_EQ(transcript->number, 1);
    EXPECT_TRUE(is_equal(transcript->chat, chat));
    EXPECT_EQ(find({.statuses = {ChatStatus::completed}}), Numbers{1});
}

TEST_P(ArchiveContract, EveryFilterNarrows) {
    auto first = requested_chat(1, 10);
    first.button = ButtonId::numbered(1);
    first.deployment = DeploymentId::numbered(1);
    first.agent = AgentId::numbered(1);
    first.owner = AgentId::numbered(2);
    first.skill = SkillId::numbered(1);
    first.visitor_id = "jo";
    first.status = ChatStatus::completed;
    first.state = record::ChatState::ended;
    auto second_chat = requested_chat(2, 20);
    second_chat.visitor_id = "jo";
    auto third = requested_chat(3, 30);
    third.status = ChatStatus::missed;
    commit({first, second_chat, third});

    EXPECT_EQ(found([](auto&) {}), (Numbers{1, 2, 3}));
    EXPECT_EQ(found([](auto& query) { query.button = ButtonId::numbered(1); }), Numbers{1});
    EXPECT_EQ(found([](auto& query) { query.deployment = DeploymentId::numbered(1); }), Numbers{1});
    EXPECT_EQ(found([](auto& query) { query.agent = AgentId::numbered(1); }), Numbers{1});
    EXPECT_EQ(found([](auto& query) { query.agent = AgentId::numbered(2); }), Numbers{1});
    EXPECT_EQ(found([](auto& query) { query.skill = SkillId::numbered(1); }), Numbers{1});
    EXPECT_EQ(found([](auto& query) { query.visitor = "jo"; }), (Numbers{1, 2}))
        << "ended ones and open ones";
    EXPECT_EQ(
        found([](auto& query) { query.statuses = {ChatStatus::missed, ChatStatus::completed}; }),
        (Numbers{1, 3}));
    EXPECT_EQ(found([](auto& query) { query.from = second(20); }), (Numbers{2, 3}));
    EXPECT_EQ(found([](auto& query) { query.to = second(20); }), Numbers{1});
    EXPECT_EQ(found([](auto& query) {
                  query.visitor = "jo";
                  query.to = second(20);
              }),
              Numbers{1});
    EXPECT_EQ(found([](auto& query) { query.agent = AgentId::numbered(3); }), Numbers{});
}

TEST_P(ArchiveContract, AScopeShowsWhatFitsAnyOfItsLists) {
    auto own = requested_chat(1, 1);
    own.owner = AgentId::numbered(1);
    auto skilled = requested_chat(2, 2);
    skilled.skill = SkillId::numbered(1);
    auto visitors = requested_chat(3, 3);
    visitors.visitor_id = "jo";
    commit({own, skilled, visitors, requested_chat(4, 4)});
    EXPECT_EQ(found([](auto& query) { query.scope = ChatScope{}; }), Numbers{});
    EXPECT_EQ(found([](auto& query) {
                  query.scope = ChatScope{{AgentId::numbered(1)}, {SkillId::numbered(1)}, {"jo"}};
              }),
              (Numbers{1, 2, 3}));
}

TEST_P(ArchiveContract, WhatWasSaidIsFoundAndWhispersAreNot) {
    auto whisper = test_entry(2, 0, "Offer a REFUND");
    whisper.type = record::EntryType::whisper;
    auto answer = test_entry(3, 1, "Of course: 100%");
    answer.type = record::EntryType::agent_message;
    commit({requested_chat(1, 1), test_entry(1, 0, "I want my Refund back"), requested_chat(2, 2),
            whisper, requested_chat(3, 3), test_entry(3, 0, "Grüße"), answer});
    EXPECT_EQ(found([](auto& query) { query.text = "refund"; }), Numbers{1});
    EXPECT_EQ(found([](auto& query) { query.text = "grüße"; }), Numbers{3});
    EXPECT_EQ(found([](auto& query) { query.text = "%"; }), Numbers{3}) << "no pattern";
    EXPECT_EQ(found([](auto& query) { query.text = "_"; }), Numbers{});
}

TEST_P(ArchiveContract, APageForWhichTooMuchWasLookedThroughEndsEarly) {
    std::vector<record::Change> changes;
    const auto chats = static_cast<std::uint64_t>(Archive::examined_max) + 10;
    for (std::uint64_t number = 1; number <= chats; ++number)
        changes.emplace_back(requested_chat(number, static_cast<std::int64_t>(number)));
    changes.emplace_back([] {
        auto chat = requested_chat(1, 1);
        chat.status = ChatStatus::blocked;
        return chat;
    }());
    commit(changes);
    TranscriptQuery query{.organization = organization, .statuses = {ChatStatus::blocked}};
    const auto page = archive_->find_transcripts(query);
    EXPECT_TRUE(page->rows.empty());
    ASSERT_TRUE(page->next);
    EXPECT_EQ(find(query), Numbers{1});
}

TEST_P(ArchiveContract, ATranscriptIsTheChatWithItsEntriesAndFiles) {
    // Enough that some entries have their place and others wait for it.
    std::vector<record::Change> changes{requested_chat(1, 1), requested_chat(2, 1)};
    for (std::int64_t position = 0; position < 10; ++position)
        changes.emplace_back(test_entry(1, 2 * position, "early"));
    for (std::uint64_t position = 0; position < EntryLog::unplaced_max; ++position)
        changes.emplace_back(test_entry(2, static_cast<std::int64_t>(position)));
    commit(changes);
    record::File file;
    file.chat = numbered_session(1);
    file.name = "a.png";
    changes = {file};
    for (std::int64_t position = 0; position < 10; ++position)
        changes.emplace_back(test_entry(1, 2 * position + 1, "late"));
    changes.emplace_back(test_entry(1, 4, "replaced"));
    commit(changes);

    const auto transcript = *archive_->read_transcript(organization, numbered_session(1));
    ASSERT_TRUE(transcript);
    ASSERT_EQ(transcript->entries.size(), 20u);
    for (std::int64_t position = 0; position < 20; ++position) {
        const record::Entry& entry = transcript->entries[static_cast<std::size_t>(position)];
        EXPECT_EQ(entry.position, position);
        EXPECT_EQ(entry.chat, numbered_session(1));
        EXPECT_EQ(entry.content, position == 4 ? "replaced" : position % 2 == 0 ? "early" : "late");
    }
    ASSERT_EQ(transcript->files.size(), 1u);
    EXPECT_TRUE(is_equal(transcript->files[0], file));
}

TEST_P(ArchiveContract, OrganizationsDoNotSeeEachOther) {
    auto chat = requested_chat(1, 1);
    chat.organization = OrganizationId::numbered(2);
    record::AgentSession session;
    session.organization = OrganizationId::numbered(2);
    commit({chat, session});
    EXPECT_EQ(find({}), Numbers{});
    EXPECT_FALSE(archive_->read_transcript(organization, chat.id)->has_value());
    EXPECT_TRUE(archive_->find_agent_sessions({.organization = organization})->rows.empty());
}

TEST_P(ArchiveContract, AgentSessionsComeNewestFirst) {
    for (std::int64_t number = 0; number < 10; ++number) {
        record::AgentSession session;
        session.organization = organization;
        session.agent = AgentId::numbered(static_cast<std::uint64_t>(number % 3));
        session.login_time = second(number / 2);
        session.chat_req_engaged = number;
        commit({session});
    }
    AgentSessionQuery query{.organization = organization, .limit = 4};
    std::vector<AgentSessionCursor> seen;
    do {
        const auto page = *archive_->find_agent_sessions(query);
        for (const auto& row : page.rows) seen.push_back({row.login_time, row.agent});
        query.after = page.next;
    } while (query.after);
    EXPECT_EQ(seen.size(), 10u);
    EXPECT_TRUE(std::ranges::is_sorted(seen, std::greater<>()));

    query.agents = {AgentId::numbered(1)};
    query.from = second(1);
    query.to = second(3);
    const auto page = *archive_->find_agent_sessions(query);
    ASSERT_EQ(page.rows.size(), 1u) << "the one at 2 s";
    EXPECT_EQ(page.rows[0].agent, AgentId::numbered(1));
    query.agents = std::vector<AgentId>{};
    EXPECT_TRUE(archive_->find_agent_sessions(query)->rows.empty());
}

TEST_P(ArchiveContract, APageOfSessionsForWhichTooMuchWasLookedThroughEndsEarly) {
    std::vector<record::Change> changes;
    const auto sessions = static_cast<std::int64_t>(Archive::examined_max) + 1;
    for (std::int64_t number = 1; number <= sessions; ++number) {
        record::AgentSession session;
        session.organization = organization;
        session.agent = AgentId::numbered(number == 1 ? 1 : 2);
        session.login_time = second(number);
        changes.emplace_back(session);
    }
    commit(changes);
    AgentSessionQuery query{.organization = organization,
                            .agents = std::vector{AgentId::numbered(1)}};
    const auto first = *archive_->find_agent_sessions(query);
    EXPECT_TRUE(first.rows.empty());
    ASSERT_TRUE(first.next);
    EXPECT_EQ(first.next->login_time, second(2)) << "the last one that was looked at";
    query.after = first.next;
    const auto last = *archive_->find_agent_sessions(query);
    EXPECT_EQ(last.rows.size(), 1u);
    EXPECT_FALSE(last.next);
}

// Each batch tells the same number twice, in the chat and in its last entry.
TEST_P(ArchiveContract, AReaderSeesWholeBatchesWhileTheWriterCommits) {
    commit({requested_chat(1, 1), test_entry(1, 0, "0"), requested_chat(2, 2)});
    constexpr std::int64_t batches = 300;
    std::atomic<std::int64_t> committed{0};
    const std::jthread writer([&] {
        for (std::int64_t number = 1; number <= batches; ++number) {
            auto chat = requested_chat(1, 1);
            chat.visitor_message_count = number;
            std::vector<record::Change> changes{
                chat, test_entry(1, number % 100, std::to_string(number))};
            // Enough that entries are placed meanwhile.
            for (std::int64_t filler = 0; filler < 16; ++filler)
                changes.emplace_back(test_entry(2, 16 * number + filler));
            CHECK(store_->commit(Batch{shard, epoch_, ++batch_, changes}));
            committed.store(number);
        }
    });
    std::int64_t reads = 0;
    for (std::int64_t least = 0; least < batches; ++reads) {
        least = committed.load();
        const auto read = archive_->read_transcript(organization, numbered_session(1));
        if (!read) {
            ADD_FAILURE() << read.error().text();
            break;
        }
        const std::int64_t number = (*read)->chat.visitor_message_count;
        EXPECT_GE(number, least);
        const auto position = static_cast<std::size_t>(number % 100);
        ASSERT_LT(position, (*read)->entries.size());
        EXPECT_EQ((*read)->entries[position].content, std::to_string(number));
    }
    EXPECT_GT(reads, 0);
}

TEST(Archive, OutlivesItsStore) {
    auto memory = make_memory_store();
    const auto archive = *memory->open_archive();
    memory.reset();
    EXPECT_TRUE(archive->find_transcripts({})->rows.empty());
}

// The same random steps to both engines: their archives never tell a difference.
TEST(Archive, MemoryAndSqliteAgree) {
    const TestDirectory directory;
    MemoryStore memory;
    const auto sqlite = *open_sqlite(directory.database());
    const auto memory_archive = *memory.open_archive();
    const auto sqlite_archive = *sqlite->open_archive();
    const std::int64_t epoch = *memory.take_over(shard);
    ASSERT_EQ(*sqlite->take_over(shard), epoch);
    RandomChanges random(1);
    const auto id = [&] { return random.below(3); };
    for (std::int64_t number = 1; number < 400; ++number) {
        auto changes = number == 1 ? random.first() : random.some();
        // Few enough organizations and visitors that queries find some.
        for (record::Change& change : changes)
            if (auto* chat = std::get_if<record::Chat>(&change)) {
                chat->organization = OrganizationId::numbered(id());
                chat->visitor_id = std::to_string(id());
            } else if (auto* session = std::get_if<record::AgentSession>(&change)) {
                session->organization = OrganizationId::numbered(id());
                session->agent = AgentId::numbered(id());
            }
        const Batch batch{shard, epoch, number, changes};
        ASSERT_TRUE(memory.commit(batch));
        ASSERT_TRUE(sqlite->commit(batch));

        TranscriptQuery query{.organization = OrganizationId::numbered(id()),
                              .order = static_cast<Order>(random.below(2)),
                              .limit = random.below(8)};
        if (id() == 0) query.visitor = std::to_string(id());
        if (id() == 0) query.statuses = {ChatStatus::missed, ChatStatus::completed};
        if (id() == 0) query.from = instant_from_epoch(static_cast<std::int64_t>(random.below(50)));
        if (id() == 0) query.to = instant_from_epoch(static_cast<std::int64_t>(random.below(100)));
        if (id() == 0) query.text = "a";
        do {
            const auto left = *memory_archive->find_transcripts(query);
            const auto right = *sqlite_archive->find_transcripts(query);
            ASSERT_EQ(left.next, right.next);
            ASSERT_TRUE(std::ranges::equal(left.rows, right.rows, [](auto& one, auto& other) {
                return one.number == other.number && is_equal(one.chat, other.chat);
            }));
            query.after = left.next;
        } while (query.after);
        AgentSessionQuery sessions{.organization = query.organization,
                                   .from = query.from,
                                   .to = query.to,
                                   .limit = query.limit};
        if (id() == 0) sessions.agents = {AgentId::numbered(id())};
        do {
            const auto left = *memory_archive->find_agent_sessions(sessions);
            const auto right = *sqlite_archive->find_agent_sessions(sessions);
            ASSERT_EQ(left.next, right.next);
            ASSERT_TRUE(std::ranges::equal(left.rows, right.rows, is_equal<record::AgentSession>));
            sessions.after = left.next;
        } while (sessions.after);
        const auto chat = numbered_session(random.below(30));
        const auto left = *memory_archive->read_transcript(query.organization, chat);
        const auto right = *sqlite_archive->read_transcript(query.organization, chat);
        ASSERT_EQ(left.has_value(), right.has_value());
        if (!left) continue;
        ASSERT_TRUE(std::ranges::equal(left->entries, right->entries, is_equal<record::Entry>));
        ASSERT_TRUE(std::ranges::equal(left->files, right->files, is_equal<record::File>));
    }
}

}  // namespace

}  // namespace rejoinder::store

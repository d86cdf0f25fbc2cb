#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/record_id.hpp"
#include "base/time.hpp"
#include "base/uuid.hpp"
#include "record/change.hpp"

namespace rejoinder::store {

enum class Order : std::uint8_t { newest_first, oldest_first };

// The chats that somebody may see: those that fit any of the lists.
struct ChatScope {
    // Engaged in them last, or their owner.
    std::vector<AgentId> agents = {};
    std::vector<SkillId> skills = {};
    std::vector<std::string> visitors = {};
};

// Where a page of chats ended: the next one goes on behind it, whatever was stored meanwhile.
struct ChatCursor {
    Instant request_time = {};
    std::int64_t number = 0;

    auto operator<=>(const ChatCursor&) const = default;
};

// Which chats of one organization. What is empty does not narrow; what is not must all fit.
struct TranscriptQuery {
    OrganizationId organization = {};
    std::vector<record::ChatStatus> statuses = {};
    ButtonId button = {};
    DeploymentId deployment = {};
    // Engaged in it last, or its owner.
    AgentId agent = {};
    SkillId skill = {};
    // The visitor's session key.
    std::string visitor = {};
    // Requested at `from` or later, and before `to`.
    std::optional<Instant> from = {};
    std::optional<Instant> to = {};
    // Contained in what one of the sides said; letters of ASCII in either case.
    std::string text = {};
    std::optional<ChatScope> scope = {};
    Order order = Order::newest_first;
    std::optional<ChatCursor> after = {};
    std::size_t limit = 100;
};

// A chat with its number: chats are numbered from 1 in the order they were stored first.
struct NumberedChat {
    std::int64_t number = 0;
    record::Chat chat;
};

// One page of an answer. `next` is there while more may follow, also when this page is not full:
// a page ends early when too much was looked through for it.
template <class Row, class Cursor>
struct Page {
    std::vector<Row> rows = {};
    std::optional<Cursor> next = {};
};
using TranscriptPage = Page<NumberedChat, ChatCursor>;

// A chat with all that is kept of it.
struct Transcript {
    std::int64_t number = 0;
    record::Chat chat;
    // In their order.
    std::vector<record::Entry> entries = {};
    // In the order in which they were asked for or sent.
    std::vector<record::File> files = {};
};

struct AgentSessionCursor {
    Instant login_time = {};
    AgentId agent = {};

    auto operator<=>(const AgentSessionCursor&) const = default;
};

// Which agents' sessions of one organization, newest first.
struct AgentSessionQuery {
    OrganizationId organization = {};
    // Of these agents only, unless it is absent.
    std::optional<std::vector<AgentId>> agents = {};
    // Begun at `from` or later, and before `to`.
    std::optional<Instant> from = {};
    std::optional<Instant> to = {};
    std::optional<AgentSessionCursor> after = {};
    std::size_t limit = 100;
};
using AgentSessionPage = Page<record::AgentSession, AgentSessionCursor>;

// Reads records, of ended chats and of open ones, while the store they are in is being written.
// Each call sees what was committed before it, all of one instant.
//
// A limit above `limit_max` counts as that, one below 1 as 1. Every call fails with
// `store_unavailable` when the database cannot be read.
//
// Used by one thread at a time, which waits for the disk and is not the store's own.
class Archive {
public:
    static constexpr std::size_t limit_max = 1000;
    // Rows of chats and entries, or of agents' sessions, looked through for one page.
    static constexpr std::size_t examined_max = 50'000;

    virtual ~Archive() = default;

    virtual Result<TranscriptPage> find_transcripts(const TranscriptQuery& query) = 0;
    // Nothing when the organization has no such chat.
    virtual Result<std::optional<Transcript>> read_transcript(const OrganizationId& organization,
                                                              const SessionId& chat) = 0;
    virtual Result<AgentSessionPage> find_agent_sessions(const AgentSessionQuery& query) = 0;
};

}  // namespace rejoinder::store

#pragma once

#include <algorithm>
#include <string_view>

#include "record/chat.hpp"
#include "store/archive.hpp"

// What every engine's archive has in common: which rows a query means. The engines find the
// candidates: by organization and time, by the chat's visitor, and by their place behind the
// cursor.
namespace rejoinder::store {

// Whether a candidate fits all of the query but its text.
bool fits(const TranscriptQuery& query, const record::Chat& chat);

// Whether the chat fits one of the scope's lists.
bool is_in_scope(const ChatScope& scope, const record::Chat& chat);

// Whether the entry is something said that contains the query's text.
bool says(const record::Entry& entry, std::string_view text);

// Whether a candidate fits all of the query.
bool fits(const AgentSessionQuery& query, const record::AgentSession& session);

inline std::size_t bounded_limit(std::size_t limit) {
    return std::clamp<std::size_t>(limit, 1, Archive::limit_max);
}

// Collects one page from candidates that come in the query's order.
template <class Row, class Cursor>
class PageCollector {
public:
    explicit PageCollector(std::size_t limit) : limit_(bounded_limit(limit)) {}

    // Whether the candidate at this place is looked at. False when the page is done: the candidate
    // belongs to the next.
    bool goes_on(const Cursor& place) {
        if (page_.rows.size() >= limit_ || examined_ >= Archive::examined_max) {
            page_.next = last_;
            return false;
        }
        ++examined_;
        last_ = place;
        return true;
    }
    // More was looked through for the candidate.
    void examined(std::size_t rows) { examined_ += rows; }
    void add(const Row& row) { page_.rows.push_back(row); }
    Page<Row, Cursor> finish() { return std::move(page_); }

private:
    const std::size_t limit_;
    std::size_t examined_ = 0;
    Cursor last_;
    Page<Row, Cursor> page_;
};

// Chats. `read_entries(candidate)` is a `Result<std::vector<record::Entry>>`.
class TranscriptCollector {
public:
    explicit TranscriptCollector(const TranscriptQuery& query)
        : query_(query), page_(query.limit) {}

    // Looks at the next candidate. False when the page is done.
    template <class ReadEntries>
    Result<bool> take(const NumberedChat& candidate, const ReadEntries& read_entries) {
        if (!page_.goes_on({candidate.chat.request_time, candidate.number})) return false;
        if (!fits(query_, candidate.chat)) return true;
        if (!query_.text.empty()) {
            TRY(const auto entries, read_entries(candidate));
            page_.examined(entries.size());
            const bool is_said = std::ranges::any_of(
                entries, [&](const record::Entry& entry) { return says(entry, query_.text); });
            if (!is_said) return true;
        }
        page_.add(candidate);
        return true;
    }

    TranscriptPage finish() { return page_.finish(); }

private:
    const TranscriptQuery& query_;
    PageCollector<NumberedChat, ChatCursor> page_;
};

// Sessions of agents.
class AgentSessionCollector {
public:
    explicit AgentSessionCollector(const AgentSessionQuery& query)
        : query_(query), page_(query.limit) {}

    // Looks at the next candidate. False when the page is done.
    bool take(const record::AgentSession& candidate) {
        if (!page_.goes_on({candidate.login_time, candidate.agent})) return false;
        if (fits(query_, candidate)) page_.add(candidate);
        return true;
    }

    AgentSessionPage finish() { return page_.finish(); }

private:
    const AgentSessionQuery& query_;
    PageCollector<record::AgentSession, AgentSessionCursor> page_;
};

}  // namespace rejoinder::store

#include <utility>

#include "store/archive_filter.hpp"
#include "store/memory_store.hpp"

namespace rejoinder::store {

namespace {

// Whether the row was begun in the query's organization and time.
template <class Query>
bool is_of(const Query& query, const OrganizationId& organization, Instant at) {
    return organization == query.organization && (!query.from || at >= *query.from) &&
           (!query.to || at < *query.to);
}

bool is_candidate(const TranscriptQuery& query, const record::Chat& chat, ChatCursor place) {
    const bool is_behind =
        !query.after ||
        (query.order == Order::oldest_first ? place > *query.after : place < *query.after);
    return is_behind && is_of(query, chat.organization, chat.request_time) &&
           (query.visitor.empty() || chat.visitor_id == query.visitor);
}

bool is_candidate(const AgentSessionQuery& query, const record::AgentSession& session,
                  const AgentSessionCursor& place) {
    return (!query.after || place < *query.after) &&
           is_of(query, session.organization, session.login_time);
}

class MemoryArchive final : public Archive {
public:
    explicit MemoryArchive(std::shared_ptr<MemoryRows> rows) : rows_(std::move(rows)) {}

    Result<TranscriptPage> find_transcripts(const TranscriptQuery& query) override {
        const std::lock_guard lock(rows_->mutex);
        std::map<ChatCursor, const record::Chat*> chats;
        for (const auto& [key, chat] : rows_->of<record::Chat>()) {
            const ChatCursor place{chat.request_time, rows_->chat_numbers.at(chat.id)};
            if (is_candidate(query, chat, place)) chats.emplace(place, &chat);
        }
        TranscriptCollector collector(query);
        const auto take = [&](const auto& numbered) -> Result<bool> {
            return collector.take(
                NumberedChat{numbered.first.number, *numbered.second},
                [&](const NumberedChat& chat) -> Result<std::vector<record::Entry>> {
                    return entries_of(chat.chat.id);
                });
        };
        const auto collect = [&](auto at, auto end) -> Result<TranscriptPage> {
            for (; at != end; ++at) {
                TRY(const bool goes_on, take(*at));
                if (!goes_on) break;
            }
            return collector.finish();
        };
        return query.order == Order::oldest_first ? collect(chats.begin(), chats.end())
                                                  : collect(chats.rbegin(), chats.rend());
    }

    Result<std::optional<Transcript>> read_transcript(const OrganizationId& organization,
                                                      const SessionId& id) override {
        const std::lock_guard lock(rows_->mutex);
        const auto chat = rows_->of<record::Chat>().find({id});
        if (chat == rows_->of<record::Chat>().end() || chat->second.organization != organization)
            return std::nullopt;
        Transcript transcript{rows_->chat_numbers.at(id), chat->second, entries_of(id), {}};
        for (const auto& [key, file] : rows_->of<record::File>())
            if (file.chat == id) transcript.files.push_back(file);
        std::ranges::stable_sort(transcript.files, {}, &record::File::created_at);
        return transcript;
    }

    Result<AgentSessionPage> find_agent_sessions(const AgentSessionQuery& query) override {
        const std::lock_guard lock(rows_->mutex);
        std::map<AgentSessionCursor, const record::AgentSession*> sessions;
        for (const auto& [key, session] : rows_->of<record::AgentSession>()) {
            const AgentSessionCursor place{session.login_time, session.agent};
            if (is_candidate(query, session, place)) sessions.emplace(place, &session);
        }
        AgentSessionCollector collector(query);
        for (auto at = sessions.rbegin(); at != sessions.rend(); ++at)
            if (!collector.take(*at->second)) break;
        return collector.finish();
    }

private:
    std::vector<record::Entry> entries_of(const SessionId& chat) {
        const auto& entries = rows_->of<record::Entry>();
        std::vector<record::Entry> found;
        for (auto at = entries.lower_bound({chat, 0}); at != entries.end(); ++at) {
            if (at->second.chat != chat) break;
            found.push_back(at->second);
        }
        return found;
    }

    std::shared_ptr<MemoryRows> rows_;
};

}  // namespace

std::unique_ptr<Archive> make_memory_archive(std::shared_ptr<MemoryRows> rows) {
    return std::make_unique<MemoryArchive>(std::move(rows));
}

}  // namespace rejoinder::store

#include "store/sqlite_archive.hpp"

#include <limits>
#include <map>
#include <utility>

#include "store/archive_filter.hpp"
#include "store/rows.hpp"
#include "store/sqlite.hpp"

namespace rejoinder::store {

namespace {

// How much of the database is kept in memory between queries.
constexpr const char* cache = "PRAGMA cache_size = -2000";

// Where an entry is: its position in its chat, its number in the log.
using Place = std::pair<std::int64_t, std::int64_t>;

// The numbers of the chats and the chats, which come with a `WHERE` and what follows it.
std::string numbered_chats(std::string_view where) {
    return "SELECT number, " + column_list<record::Chat>() + " FROM chat WHERE organization = ?1" +
           " AND request_time BETWEEN ?2 AND ?3" + std::string(where);
}

std::string transcripts_sql(const TranscriptQuery& query) {
    const bool is_upwards = query.order == Order::oldest_first;
    std::string rest;
    if (query.after) {
        rest += is_upwards ? " AND (request_time, number) > (?4, ?5)"
                           : " AND (request_time, number) < (?4, ?5)";
    }
    const std::string order =
        is_upwards ? " ORDER BY request_time, number" : " ORDER BY request_time DESC, number DESC";
    if (query.visitor.empty()) return numbered_chats(rest + order);
    // The two halves of the visitors' index.
    rest += " AND visitor_id = ?6 AND state ";
    return numbered_chats(rest + "= 'ended'") + " UNION ALL " +
           numbered_chats(rest + "<> 'ended'") + order;
}

// The first and the last request time that can be meant.
std::pair<std::int64_t, std::int64_t> times_of(const TranscriptQuery& query) {
    std::int64_t first = std::numeric_limits<std::int64_t>::min();
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
    if (query.from) first = epoch_milliseconds(*query.from);
    if (query.to) last = epoch_milliseconds(*query.to) - 1;
    if (query.after) {
        const std::int64_t at = epoch_milliseconds(query.after->request_time);
        if (query.order == Order::oldest_first)
            first = std::max(first, at);
        else
            last = std::min(last, at);
    }
    return {first, last};
}

class SqliteArchive final : public Archive {
public:
    explicit SqliteArchive(Database database) : database_(std::move(database)) {}

    Result<TranscriptPage> find_transcripts(const TranscriptQuery& query) override {
        return at_one_instant([&] { return collect(query); });
    }
    Result<std::optional<Transcript>> read_transcript(const OrganizationId& organization,
                                                      const SessionId& id) override {
        return at_one_instant([&] { return read(organization, id); });
    }
    Result<AgentSessionPage> find_agent_sessions(const AgentSessionQuery& query) override {
        return at_one_instant([&] { return collect(query); });
    }

private:
    // Does `work` within one transaction, so that all of it sees the same.
    template <class Work>
    auto at_one_instant(Work work) -> decltype(work());

    Result<TranscriptPage> collect(const TranscriptQuery& query);
    Result<std::optional<Transcript>> read(const OrganizationId& organization, const SessionId& id);
    Result<AgentSessionPage> collect(const AgentSessionQuery& query);
    Result<std::vector<record::Entry>> read_entries(const NumberedChat& chat);
    Result<void> read_unplaced();
    Result<std::vector<record::File>> read_files(const SessionId& chat);

    Database database_;
    // The entries that have no place in the index yet, by their chats' numbers. Of the transaction
    // under way.
    bool has_unplaced_ = false;
    std::multimap<std::int64_t, Place> unplaced_;
};

template <class Work>
auto SqliteArchive::at_one_instant(Work work) -> decltype(work()) {
    TRY_VOID(database_.execute("BEGIN"));
    auto done = work();
    has_unplaced_ = false;
    unplaced_.clear();
    // Nothing was written, so there is nothing to lose.
    database_.roll_back();
    return done;
}

Result<TranscriptPage> SqliteArchive::collect(const TranscriptQuery& query) {
    TRY(Statement select, database_.prepare(transcripts_sql(query)));
    const auto [first, last] = times_of(query);
    bind_value(select, 1, query.organization);
    bind_value(select, 2, first);
    bind_value(select, 3, last);
    if (query.after) {
        bind_value(select, 4, query.after->request_time);
        bind_value(select, 5, query.after->number);
    }
    if (!query.visitor.empty()) bind_value(select, 6, query.visitor);

    TranscriptCollector collector(query);
    TRY(bool more, select.step());
    while (more) {
        NumberedChat candidate;
        candidate.number = select.integer(0);
        TRY_VOID(read_row(select, candidate.chat, 1));
        TRY(const bool goes_on, collector.take(candidate, [&](const NumberedChat& chat) {
            return read_entries(chat);
        }));
        if (!goes_on) break;
        TRY(more, select.step());
    }
    return collector.finish();
}

Result<std::optional<Transcript>> SqliteArchive::read(const OrganizationId& organization,
                                                      const SessionId& id) {
    TRY(Statement select, database_.prepare("SELECT number, " + column_list<record::Chat>() +
                                            " FROM chat WHERE id = ?"));
    bind_value(select, 1, id);
    TRY(const bool is_found, select.step());
    if (!is_found) return std::nullopt;
    NumberedChat found;
    found.number = select.integer(0);
    TRY_VOID(read_row(select, found.chat, 1));
    if (found.chat.organization != organization) return std::nullopt;
    TRY(auto entries, read_entries(found));
    TRY(auto files, read_files(id));
    return Transcript{found.number, std::move(found.chat), std::move(entries), std::move(files)};
}

Result<std::vector<record::Entry>> SqliteArchive::read_entries(const NumberedChat& chat) {
    TRY_VOID(read_unplaced());
    std::vector<Place> places;
    TRY(Statement select_places,
        database_.prepare("SELECT position, entry FROM entry_place WHERE chat = ?"));
    bind_value(select_places, 1, chat.number);
    TRY(bool more, select_places.step());
    while (more) {
        places.emplace_back(select_places.integer(0), select_places.integer(1));
        TRY(more, select_places.step());
    }
    const auto [begin, end] = unplaced_.equal_range(chat.number);
    for (auto at = begin; at != end; ++at) places.push_back(at->second);
    std::ranges::sort(places);

    TRY(Statement select, database_.prepare(select_sql<record::Entry>("WHERE number = ?")));
    std::vector<record::Entry> entries;
    entries.reserve(places.size());
    for (const auto& [position, number] : places) {
        bind_value(select, 1, number);
        TRY(const bool is_found, select.step());
        if (!is_found) return fail(Errc::store_unavailable, "database: an entry is missing");
        // The column of the chat holds its number.
        record::Entry& entry = entries.emplace_back();
        entry.chat = chat.chat.id;
        TRY_VOID(read_row<1>(select, entry));
        select.reset();
    }
    return entries;
}

Result<void> SqliteArchive::read_unplaced() {
    if (std::exchange(has_unplaced_, true)) return {};
    TRY(Statement select, database_.prepare("SELECT chat, position, number FROM entry"
                                            " WHERE number > (SELECT up_to FROM entry_placed)"));
    TRY(bool more, select.step());
    while (more) {
        unplaced_.emplace(select.integer(0), Place{select.integer(1), select.integer(2)});
        TRY(more, select.step());
    }
    return {};
}

Result<std::vector<record::File>> SqliteArchive::read_files(const SessionId& chat) {
    TRY(Statement select,
        database_.prepare(select_sql<record::File>("WHERE chat = ? ORDER BY created_at, id")));
    bind_value(select, 1, chat);
    std::vector<record::File> files;
    TRY(bool more, select.step());
    while (more) {
        TRY_VOID(read_row(select, files.emplace_back()));
        TRY(more, select.step());
    }
    return files;
}

Result<AgentSessionPage> SqliteArchive::collect(const AgentSessionQuery& query) {
    const std::string rest = query.after ? " AND (login_time, agent) < (?4, ?5)" : "";
    TRY(Statement select, database_.prepare(select_sql<record::AgentSession>(
                              "WHERE organization = ?1 AND login_time BETWEEN ?2 AND ?3" + rest +
                              " ORDER BY login_time DESC, agent DESC")));
    const std::int64_t first =
        query.from ? epoch_milliseconds(*query.from) : std::numeric_limits<std::int64_t>::min();
    std::int64_t last =
        query.to ? epoch_milliseconds(*query.to) - 1 : std::numeric_limits<std::int64_t>::max();
    if (query.after) last = std::min(last, epoch_milliseconds(query.after->login_time));
    bind_value(select, 1, query.organization);
    bind_value(select, 2, first);
    bind_value(select, 3, last);
    if (query.after) {
        bind_value(select, 4, query.after->login_time);
        bind_value(select, 5, query.after->agent);
    }
    AgentSessionCollector collector(query);
    TRY(bool more, select.step());
    while (more) {
        record::AgentSession candidate;
        TRY_VOID(read_row(select, candidate));
        if (!collector.take(candidate)) break;
        TRY(more, select.step());
    }
    return collector.finish();
}

}  // namespace

Result<std::unique_ptr<Archive>> open_sqlite_archive(const std::filesystem::path& file) {
    TRY(Database database, Database::open_to_read(file));
    TRY_VOID(database.execute(cache));
    return std::make_unique<SqliteArchive>(std::move(database));
}

}  // namespace rejoinder::store

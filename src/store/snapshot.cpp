#include "store/snapshot.hpp"

#include <algorithm>

#include "store/rows.hpp"

namespace rejoinder::store {

using record::Snapshot;

namespace {

// A row's number in its table, and where in the snapshot's list it goes. Rows are read in the order
// of their numbers, which is the order on disk, and listed in the order of their keys.
struct Slot {
    std::int64_t number;
    std::size_t index;
};

// Where an entry is, the index of its chat and its position there.
struct Place {
    std::int64_t entry;
    std::size_t chat;
    std::int64_t position;
};

template <class Row>
Result<void> read_table(Database& database, std::vector<Row>& rows, std::string_view where = "") {
    TRY(Statement select, database.prepare(select_sql<Row>(where)));
    TRY(bool more, select.step());
    while (more) {
        TRY_VOID(read_row(select, rows.emplace_back()));
        TRY(more, select.step());
    }
    std::ranges::sort(rows, {}, [](const Row& row) { return key_of(row); });
    return {};
}

// What is read of a table; nothing for those that need more than a condition.
template <class Row>
constexpr const char* condition = "";
template <>
constexpr const char* condition<record::Login> = "WHERE logout_time IS NULL";
template <>
constexpr const char* condition<record::AgentSession> = "WHERE logout_time IS NULL";
template <>
constexpr const char* condition<record::Session> = nullptr;
template <>
constexpr const char* condition<record::Chat> = nullptr;
template <>
constexpr const char* condition<record::Entry> = nullptr;
template <>
constexpr const char* condition<record::File> = nullptr;

Result<void> read_plain_tables(Database& database, Snapshot& snapshot) {
    Result<void> done;
    const auto read = [&]<class Row>(std::vector<Row>& rows) {
        if constexpr (condition<Row> != nullptr)
            if (done) done = read_table(database, rows, condition<Row>);
    };
    std::apply([&](const auto&... list) { (read(snapshot.*list.member), ...); },
               fields_of(&snapshot));
    return done;
}

Result<void> read_files(Database& database, Snapshot& snapshot) {
    TRY(Statement select, database.prepare(select_sql<record::File>("WHERE chat = ?")));
    for (const record::Chat& chat : snapshot.chats) {
        bind_value(select, 1, chat.id);
        TRY(bool more, select.step());
        while (more) {
            TRY_VOID(read_row(select, snapshot.files.emplace_back()));
            TRY(more, select.step());
        }
        select.reset();
    }
    std::ranges::sort(snapshot.files, {}, [](const record::File& row) { return key_of(row); });
    return {};
}

// The chats of the sessions, which come in the order of their ids.
Result<std::vector<Slot>> find_chats(Database& database,
                                     const std::vector<record::Session>& sessions) {
    TRY(Statement select, database.prepare("SELECT number FROM chat WHERE id = ?"));
    std::vector<Slot> chats;
    for (const record::Session& session : sessions) {
        select.bind_text_copy(1, session.id.str());
        TRY(const bool is_found, select.step());
        if (!is_found) continue;
        chats.push_back(Slot{select.integer(0), chats.size()});
        select.reset();
    }
    std::ranges::sort(chats, {}, &Slot::number);
    return chats;
}

Result<void> read_chats(Database& database, const std::vector<Slot>& slots,
                        std::vector<record::Chat>& chats) {
    TRY(Statement select, database.prepare(select_sql<record::Chat>("WHERE number = ?")));
    chats.resize(slots.size());
    for (const Slot& slot : slots) {
        select.bind_integer(1, slot.number);
        TRY_VOID(select.step());
        TRY_VOID(read_row(select, chats[slot.index]));
        select.reset();
    }
    return {};
}

// In the order in which the entries are listed.
Result<std::vector<Place>> find_entries(Database& database, const std::vector<Slot>& chats) {
    TRY(Statement select,
        database.prepare("SELECT entry, position FROM entry_place WHERE chat = ?"));
    std::vector<Place> places;
    for (const Slot& chat : chats) {
        select.bind_integer(1, chat.number);
        TRY(bool more, select.step());
        while (more) {
            places.push_back(Place{select.integer(0), chat.index, select.integer(1)});
            TRY(more, select.step());
        }
    }
    std::ranges::sort(places, {}, [](const Place& at) { return std::pair(at.chat, at.position); });
    return places;
}

Result<void> read_entries(Database& database, const std::vector<Place>& places,
                          Snapshot& snapshot) {
    std::vector<Slot> slots;
    slots.reserve(places.size());
    for (const Place& place : places) slots.push_back(Slot{place.entry, slots.size()});
    std::ranges::sort(slots, {}, &Slot::number);

    TRY(Statement select, database.prepare(select_sql<record::Entry>("WHERE number = ?")));
    snapshot.entries.resize(slots.size());
    for (const Slot& slot : slots) {
        select.bind_integer(1, slot.number);
        TRY(const bool is_found, select.step());
        if (!is_found) return fail(Errc::store_unavailable, "database: an entry is missing");
        // The column of the chat holds its number.
        record::Entry& entry = snapshot.entries[slot.index];
        entry.chat = snapshot.chats[places[slot.index].chat].id;
        TRY_VOID(read_row<1>(select, entry));
        select.reset();
    }
    return {};
}

}  // namespace

Result<Snapshot> read_snapshot(Database& database, Instant ended_after) {
    Snapshot snapshot;
    TRY_VOID(read_plain_tables(database, snapshot));
    TRY_VOID(read_table(database, snapshot.sessions,
                        "WHERE ended_at IS NULL OR ended_at >= " +
                            std::to_string(epoch_milliseconds(ended_after))));
    TRY(const auto chats, find_chats(database, snapshot.sessions));
    TRY_VOID(read_chats(database, chats, snapshot.chats));
    TRY_VOID(read_files(database, snapshot));
    TRY(const auto places, find_entries(database, chats));
    TRY_VOID(read_entries(database, places, snapshot));
    return snapshot;
}

}  // namespace rejoinder::store

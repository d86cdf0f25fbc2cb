#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "record/change.hpp"
#include "store/sqlite.hpp"

namespace rejoinder::store {

// The entries in an SQLite database: a log that is written at its end, and an index, `entry_place`,
// that is brought up to date some thousand entries at a time. Writing each entry's place at once
// would touch one page of the index for each: three times the work (docs/adr/0003-store-schema.md).
//
// Everything happens within the caller's transaction. Fails like `Statement`; after a transaction
// was undone, `forget` must be called.
class EntryLog {
public:
    // How many entries may be without a place. Bounds what is read again at start, too.
    static constexpr std::size_t unplaced_max = 4096;
    // How many chats' numbers are remembered.
    static constexpr std::size_t chats_known_max = 262'144;

    static Result<EntryLog> open(Database& database);

    // Appends the entry, or replaces the one at the same position of its chat. Its chat must be
    // stored.
    Result<void> write(const record::Entry& entry);
    // Does nothing when there is no such entry.
    Result<void> renumber(const record::EntryRenumbered& renumbered);
    // To be called before each commit: keeps `unplaced_max`.
    Result<void> place_if_due();
    // Gives every entry its place.
    Result<void> place_all();

    // Drops what is remembered of an ended chat; it may still be written to.
    void forget_chat(const SessionId& chat) { chats_.erase(chat); }
    // Drops all that is remembered; it is read again when it is needed.
    void forget();

private:
    struct Chat {
        std::int64_t number;
        // One above its highest position.
        std::int64_t end;
    };

    EntryLog() = default;
    Result<void> read_unplaced();
    // Null when no such chat is stored.
    Result<Chat*> find_chat(const SessionId& id);
    Result<std::optional<std::int64_t>> find_entry(std::int64_t chat, std::int64_t position);

    Statement append_;
    Statement replace_;
    Statement renumber_;
    Statement place_;
    Statement mark_placed_;
    Statement select_chat_;
    Statement select_end_;
    Statement select_place_;
    Statement select_unplaced_;
    Statement select_log_end_;

    bool is_read_ = false;
    std::int64_t log_end_ = 0;
    // (chat number, position) → entry number, in the order of the index.
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> unplaced_;
    std::unordered_map<SessionId, Chat> chats_;
};

}  // namespace rejoinder::store

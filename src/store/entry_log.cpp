#include "store/entry_log.hpp"

#include <algorithm>
#include <limits>

#include "base/check.hpp"
#include "store/rows.hpp"

namespace rejoinder::store {

using record::Entry;

namespace {

// Parameters of the statements that write an entry: its columns, then its number.
constexpr int number_parameter = column_count<Entry> + 1;

std::string append_sql() {
    std::string parameters;
    for (int column = 0; column < column_count<Entry>; ++column) parameters += "?, ";
    return "INSERT INTO entry (" + column_list<Entry>() + ", number) VALUES (" + parameters + "?)";
}

std::string replace_sql() {
    std::string parameters;
    for (int column = 0; column < column_count<Entry>; ++column)
        parameters += column == 0 ? "?" : ", ?";
    return "UPDATE entry SET (" + column_list<Entry>() + ") = (" + parameters +
           ") WHERE number = ?";
}

}  // namespace

Result<EntryLog> EntryLog::open(Database& database) {
    EntryLog log;
    const auto prepare = [&](Statement& statement, std::string_view sql) -> Result<void> {
        TRY(statement, database.prepare(sql));
        return {};
    };
    TRY_VOID(prepare(log.append_, append_sql()));
    TRY_VOID(prepare(log.replace_, replace_sql()));
    TRY_VOID(prepare(log.renumber_, "UPDATE entry SET sequence = ? WHERE number = ?"));
    TRY_VOID(prepare(log.place_, "INSERT INTO entry_place VALUES (?, ?, ?)"));
    TRY_VOID(prepare(log.mark_placed_, "UPDATE entry_placed SET up_to = ?"));
    TRY_VOID(prepare(log.select_chat_, "SELECT number FROM chat WHERE id = ?"));
    TRY_VOID(prepare(log.select_end_, "SELECT max(position) FROM entry_place WHERE chat = ?"));
    TRY_VOID(prepare(log.select_place_,
                     "SELECT entry FROM entry_place WHERE chat = ? AND position = ?"));
    TRY_VOID(prepare(log.select_unplaced_,
                     "SELECT chat, position, number FROM entry"
                     " WHERE number > (SELECT up_to FROM entry_placed)"));
    TRY_VOID(prepare(log.select_log_end_,
                     "SELECT max(up_to, ifnull((SELECT max(number) FROM entry), 0)) + 1"
                     " FROM entry_placed"));
    return log;
}

Result<void> EntryLog::write(const Entry& entry) {
    TRY(Chat* const chat, find_chat(entry.chat));
    CHECK(chat != nullptr);
    std::optional<std::int64_t> number;
    if (entry.position < chat->end) {
        TRY(number, find_entry(chat->number, entry.position));
    }

    Statement& statement = number ? replace_ : append_;
    statement.bind_integer(1, chat->number);
    bind_row<1>(statement, entry);
    statement.bind_integer(number_parameter, number.value_or(log_end_));
    TRY_VOID(statement.run());

    if (!number) unplaced_.emplace(std::pair(chat->number, entry.position), log_end_++);
    chat->end = std::max(chat->end, entry.position + 1);
    return {};
}

Result<void> EntryLog::renumber(const record::EntryRenumbered& renumbered) {
    TRY(const Chat* const chat, find_chat(renumbered.chat));
    if (chat == nullptr) return {};
    TRY(const auto number, find_entry(chat->number, renumbered.position));
    if (!number) return {};
    renumber_.bind_integer(1, renumbered.sequence);
    renumber_.bind_integer(2, *number);
    return renumber_.run();
}

Result<void> EntryLog::place_if_due() {
    return unplaced_.size() < unplaced_max ? Result<void>() : place_all();
}

Result<void> EntryLog::place_all() {
    TRY_VOID(read_unplaced());
    if (unplaced_.empty()) return {};
    for (const auto& [key, number] : unplaced_) {
        place_.bind_integer(1, key.first);
        place_.bind_integer(2, key.second);
        place_.bind_integer(3, number);
        TRY_VOID(place_.run());
    }
    mark_placed_.bind_integer(1, log_end_ - 1);
    TRY_VOID(mark_placed_.run());
    unplaced_.clear();
    return {};
}

void EntryLog::forget() {
    is_read_ = false;
    unplaced_.clear();
    chats_.clear();
}

Result<void> EntryLog::read_unplaced() {
    if (is_read_) return {};
    unplaced_.clear();
    TRY(const bool has_end, select_log_end_.step());
    if (!has_end) return fail(Errc::store_unavailable, "database: table entry_placed is empty");
    log_end_ = select_log_end_.integer(0);
    select_log_end_.reset();

    TRY(bool more, select_unplaced_.step());
    while (more) {
        unplaced_.emplace(std::pair(select_unplaced_.integer(0), select_unplaced_.integer(1)),
                          select_unplaced_.integer(2));
        TRY(more, select_unplaced_.step());
    }
    is_read_ = true;
    return {};
}

Result<EntryLog::Chat*> EntryLog::find_chat(const SessionId& id) {
    if (const auto known = chats_.find(id); known != chats_.end()) return &known->second;
    TRY_VOID(read_unplaced());

    const std::string text = id.str();
    select_chat_.bind_text(1, text);
    TRY(const bool is_stored, select_chat_.step());
    if (!is_stored) return nullptr;
    const std::int64_t number = select_chat_.integer(0);
    select_chat_.reset();

    select_end_.bind_integer(1, number);
    TRY_VOID(select_end_.step());
    std::int64_t end = select_end_.is_null(0) ? 0 : select_end_.integer(0) + 1;
    select_end_.reset();
    const auto after =
        unplaced_.upper_bound(std::pair(number, std::numeric_limits<std::int64_t>::max()));
    if (after != unplaced_.begin()) {
        const auto& [chat, position] = std::prev(after)->first;
        if (chat == number) end = std::max(end, position + 1);
    }

    if (chats_.size() >= chats_known_max) chats_.clear();
    return &chats_.insert_or_assign(id, Chat{number, end}).first->second;
}

Result<std::optional<std::int64_t>> EntryLog::find_entry(std::int64_t chat, std::int64_t position) {
    const auto unplaced = unplaced_.find(std::pair(chat, position));
    if (unplaced != unplaced_.end()) return unplaced->second;
    select_place_.bind_integer(1, chat);
    select_place_.bind_integer(2, position);
    TRY(const bool is_placed, select_place_.step());
    if (!is_placed) return std::nullopt;
    const std::int64_t number = select_place_.integer(0);
    select_place_.reset();
    return number;
}

}  // namespace rejoinder::store

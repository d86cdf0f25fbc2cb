#include "store/memory_store.hpp"

#include <type_traits>

#include "base/check.hpp"

namespace rejoinder::store {

Result<std::int64_t> MemoryStore::take_over(std::int64_t shard) {
    Owner& owner = owners_[shard];
    owner = Owner{owner.epoch + 1};
    return owner.epoch;
}

Result<void> MemoryStore::commit(const Batch& batch) {
    Owner& owner = owners_[batch.shard];
    if (batch.epoch != owner.epoch) return fail_stale(batch, owner.epoch);
    if (batch.number <= owner.number) return {};
    if (failing_commits_ > 0) {
        --failing_commits_;
        return fail(Errc::store_unavailable, "told to fail");
    }
    const std::lock_guard lock(rows_->mutex);
    for (const record::Change& change : batch.changes)
        std::visit([this](const auto& row) { write(row); }, change);
    owner.number = batch.number;
    return {};
}

template <class Row>
void MemoryStore::write(const Row& row) {
    rows_->of<Row>().insert_or_assign(key_of(row), row);
}

void MemoryStore::write(const record::Chat& chat) {
    const auto next = static_cast<std::int64_t>(rows_->chat_numbers.size()) + 1;
    rows_->chat_numbers.try_emplace(chat.id, next);
    rows_->of<record::Chat>().insert_or_assign(key_of(chat), chat);
}

void MemoryStore::write(const record::Entry& entry) {
    CHECK(rows_->of<record::Chat>().contains({entry.chat}));
    rows_->of<record::Entry>().insert_or_assign(key_of(entry), entry);
}

void MemoryStore::write(const record::EntryRenumbered& renumbered) {
    auto& entries = rows_->of<record::Entry>();
    const auto entry = entries.find({renumbered.chat, renumbered.position});
    if (entry != entries.end()) entry->second.sequence = renumbered.sequence;
}

template <class Row>
void MemoryStore::write(const record::Removed<Row>& removed) {
    rows_->of<Row>().erase({removed.id});
}

Result<record::Snapshot> MemoryStore::load(Instant ended_after) {
    const std::lock_guard lock(rows_->mutex);
    const auto& sessions = rows_->of<record::Session>();
    const auto is_open = [&](const SessionId& id) {
        const auto session = sessions.find({id});
        if (session == sessions.end()) return false;
        const auto& ended_at = session->second.ended_at;
        return !ended_at || *ended_at >= ended_after;
    };
    const auto is_wanted = [&]<class Row>(const Row& row) {
        if constexpr (std::is_same_v<Row, record::Session> || std::is_same_v<Row, record::Chat>)
            return is_open(row.id);
        else if constexpr (std::is_same_v<Row, record::Entry> || std::is_same_v<Row, record::File>)
            return is_open(row.chat);
        else if constexpr (std::is_same_v<Row, record::Login> ||
                           std::is_same_v<Row, record::AgentSession>)
            return !row.logout_time;
        else
            return true;
    };
    record::Snapshot snapshot;
    const auto copy = [&]<class Row>(std::vector<Row>& rows) {
        for (const auto& [key, row] : rows_->of<Row>())
            if (is_wanted(row)) rows.push_back(row);
    };
    std::apply([&](const auto&... list) { (copy(snapshot.*list.member), ...); },
               fields_of(&snapshot));
    return snapshot;
}

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace rejoinder::store

#include "store/memory_store.hpp"

#include "base/check.hpp"

namespace rejoinder::store {

namespace {

template <class Table, class Row, class Predicate>
void copy_rows(const Table& table, std::vector<Row>& rows, Predicate is_wanted) {
    for (const auto& [key, row] : table)
        if (is_wanted(row)) rows.push_back(row);
}

}  // namespace

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
    for (const record::Change& change : batch.changes)
        std::visit([this](const auto& row) { write(row); }, change);
    owner.number = batch.number;
    return {};
}

template <class Row>
void MemoryStore::write(const Row& row) {
    std::get<Table<Row>>(tables_).insert_or_assign(key_of(row), row);
}

void MemoryStore::write(const record::Entry& entry) {
    CHECK(std::get<Table<record::Chat>>(tables_).contains({entry.chat}));
    std::get<Table<record::Entry>>(tables_).insert_or_assign(key_of(entry), entry);
}

void MemoryStore::write(const record::EntryRenumbered& renumbered) {
    auto& entries = std::get<Table<record::Entry>>(tables_);
    const auto entry = entries.find({renumbered.chat, renumbered.position});
    if (entry != entries.end()) entry->second.sequence = renumbered.sequence;
}

Result<record::Snapshot> MemoryStore::load(Instant ended_after) {
    record::Snapshot snapshot;
    const auto copy_all = [&]<class Row>(std::vector<Row>& rows) {
        copy_rows(std::get<Table<Row>>(tables_), rows, [](const Row&) { return true; });
    };
    copy_all(snapshot.organizations);
    copy_all(snapshot.deployments);
    copy_all(snapshot.skills);
    copy_all(snapshot.buttons);
    copy_all(snapshot.button_skills);
    copy_all(snapshot.agents);
    copy_all(snapshot.agent_skills);
    copy_all(snapshot.wait_averages);
    copy_all(snapshot.presences);
    copy_all(snapshot.entity_records);
    copy_rows(std::get<Table<record::Login>>(tables_), snapshot.logins,
              [](const record::Login& login) { return !login.logout_time; });

    const auto& sessions = std::get<Table<record::Session>>(tables_);
    const auto is_open = [&](const SessionId& id) {
        const auto session = sessions.find({id});
        if (session == sessions.end()) return false;
        const auto& ended_at = session->second.ended_at;
        return !ended_at || *ended_at >= ended_after;
    };
    copy_rows(sessions, snapshot.sessions,
              [&](const record::Session& session) { return is_open(session.id); });
    copy_rows(std::get<Table<record::Chat>>(tables_), snapshot.chats,
              [&](const record::Chat& chat) { return is_open(chat.id); });
    copy_rows(std::get<Table<record::Entry>>(tables_), snapshot.entries,
              [&](const record::Entry& entry) { return is_open(entry.chat); });
    return snapshot;
}

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace rejoinder::store

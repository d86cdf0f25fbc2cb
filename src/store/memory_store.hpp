#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <tuple>

#include "store/rows.hpp"
#include "store/store.hpp"

namespace rejoinder::store {

// The rows of a memory store, which its archives read too. Any thread, under the mutex.
struct MemoryRows {
    template <class Row>
    using Table = std::map<decltype(key_of(Row())), Row>;

    template <class Row>
    Table<Row>& of() {
        return std::get<Table<Row>>(tables);
    }

    std::mutex mutex;
    PerRow<Table> tables;
    // The chats' numbers, in the order they were stored first.
    std::map<SessionId, std::int64_t> chat_numbers;
};

std::unique_ptr<Archive> make_memory_archive(std::shared_ptr<MemoryRows> rows);

// Keeps the rows in maps. A "restart" is to go on using the same object.
class MemoryStore final : public Store {
public:
    // The next `count` commits fail with `store_unavailable` and change nothing.
    void fail_commits(int count) { failing_commits_ = count; }

    Result<std::int64_t> take_over(std::int64_t shard) override;
    Result<void> commit(const Batch& batch) override;
    Result<record::Snapshot> load(Instant ended_after) override;
    Result<std::unique_ptr<Archive>> open_archive() override { return make_memory_archive(rows_); }

private:
    struct Owner {
        std::int64_t epoch = 0;
        std::int64_t number = -1;
    };

    template <class Row>
    void write(const Row& row);
    void write(const record::Chat& chat);
    void write(const record::Entry& entry);
    void write(const record::EntryRenumbered& renumbered);
    template <class Row>
    void write(const record::Removed<Row>& removed);

    std::shared_ptr<MemoryRows> rows_ = std::make_shared<MemoryRows>();
    std::map<std::int64_t, Owner> owners_;
    int failing_commits_ = 0;
};

}  // namespace rejoinder::store

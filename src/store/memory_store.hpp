#pragma once

#include <map>
#include <tuple>

#include "store/rows.hpp"
#include "store/store.hpp"

namespace rejoinder::store {

// Keeps the rows in maps. A "restart" is to go on using the same object.
class MemoryStore final : public Store {
public:
    // The next `count` commits fail with `store_unavailable` and change nothing.
    void fail_commits(int count) { failing_commits_ = count; }

    Result<std::int64_t> take_over(std::int64_t shard) override;
    Result<void> commit(const Batch& batch) override;
    Result<record::Snapshot> load(Instant ended_after) override;

private:
    template <class Row>
    using Table = std::map<decltype(key_of(Row())), Row>;
    struct Owner {
        std::int64_t epoch = 0;
        std::int64_t number = -1;
    };

    template <class Row>
    void write(const Row& row);
    void write(const record::Entry& entry);
    void write(const record::EntryRenumbered& renumbered);
    template <class Row>
    void write(const record::Removed<Row>& removed);

    PerRow<Table> tables_;
    std::map<std::int64_t, Owner> owners_;
    int failing_commits_ = 0;
};

}  // namespace rejoinder::store

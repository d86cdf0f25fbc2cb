#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "base/error.hpp"
#include "base/time.hpp"
#include "record/change.hpp"
#include "store/archive.hpp"

namespace rejoinder::store {

// What a shard commits at once. Later changes of the same row win.
struct Batch {
    std::int64_t shard = 0;
    // What `take_over` returned to the shard's present owner.
    std::int64_t epoch = 0;
    // From 0 or more, growing with each batch of its epoch; the same again when one is tried again.
    std::int64_t number = 0;
    std::span<const record::Change> changes;
};

// Keeps records through restarts and power cuts.
//
// An entry's chat must be stored before it, or earlier in the same batch. Texts come back byte for
// byte, whatever is in them.
//
// Used by one thread at a time, which waits for the disk. A store that failed goes on working once
// the cause is gone.
class Store {
public:
    virtual ~Store() = default;

    // Makes the caller the owner of `shard` and returns its epoch, higher than any before it. From
    // then on batches of older epochs are refused.
    virtual Result<std::int64_t> take_over(std::int64_t shard) = 0;

    // Stores the whole batch or nothing of it; it is durable when this returns. A batch whose
    // number is not above the last one committed in its epoch is a repeat: it succeeds and does
    // nothing.
    //
    // Fails with `conflict` when `epoch` is not the shard's present one: somebody else owns the
    // shard and the caller must stop. Fails with `store_unavailable`, telling why, when the disk or
    // the database does not do what it should: the caller may try the same batch again.
    virtual Result<void> commit(const Batch& batch) = 0;

    // Everything still open (see `record::Snapshot`), each list in the order of its rows' keys.
    // Chats and entries are those of the sessions returned. Fails with `store_unavailable`.
    virtual Result<record::Snapshot> load(Instant ended_after) = 0;

    // Another way to the same records, for another thread to read them while this one commits. It
    // may outlive the store. Fails with `store_unavailable`.
    virtual Result<std::unique_ptr<Archive>> open_archive() = 0;
};

// What a batch of the wrong epoch is answered by every store.
inline std::unexpected<Error> fail_stale(const Batch& batch, std::int64_t present_epoch) {
    return fail(Errc::conflict, "shard " + std::to_string(batch.shard) + ": epoch " +
                                    std::to_string(batch.epoch) + " is over, the present one is " +
                                    std::to_string(present_epoch));
}

// Opens the SQLite database at `file`, readable by its owner only; makes it when it is not there,
// and brings an older one up to date. Its directory must exist.
//
// Fails with `conflict` when another store holds the file, another program or a newer release wrote
// it, and with `store_unavailable` when it cannot be read or written; an existing database is left
// as it was.
Result<std::unique_ptr<Store>> open_sqlite(std::filesystem::path file);

// A store with the same contract that forgets everything when it is destroyed.
std::unique_ptr<Store> make_memory_store();

}  // namespace rejoinder::store

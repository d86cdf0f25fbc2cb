#pragma once

#include <array>
#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "base/error.hpp"
#include "domain/effects.hpp"
#include "record/change.hpp"
#include "store/store.hpp"

namespace rejoinder::app {

// Gets what may leave the core: everything it rests on is durable.
class Outlet {
public:
    virtual ~Outlet() = default;

    // Called on several threads; frames of one stream come one call after the other, in order.
    virtual void release(std::vector<domain::Outgoing> outgoing) = 0;
};

// What an operator should know of the store: `event` is a short name such as `store_failed`.
using StoreLog = std::function<void(std::string_view event, std::string_view detail)>;

// How long commits took, for operators.
struct CommitTimes {
    // Upper bounds of the buckets, in microseconds; one more bucket holds what is slower.
    static constexpr std::array<std::int64_t, 10> bounds = {
        100, 250, 500, 1'000, 2'500, 5'000, 10'000, 50'000, 250'000, 1'000'000};

    std::array<std::uint64_t, bounds.size() + 1> counts{};
    std::uint64_t microseconds_total = 0;
    std::uint64_t changes_total = 0;
};

// What one step of the core brought about, ready to be committed.
struct Step {
    // The number its effects were made with.
    domain::BatchNumber number = 0;
    std::vector<record::Change> changes;

    struct Leaving {
        domain::Outgoing outgoing;
        // Refused when the store fails, since somebody waits for just this. What is not urgent
        // (events for a held poll, frames) waits until the store is back.
        bool is_urgent = false;
    };
    std::vector<Leaving> leaving;
};

// Commits the changes of a shard in batches and lets answers go once what they rest on is durable.
//
// While one batch is on its way to the disk the steps that come in collect into the next. When the
// store fails the batch is kept and tried again until it succeeds; meanwhile whoever waits for an
// answer that rests on it is refused, held polls and frames stay, and nothing is lost.
class Committer {
public:
    // Between two tries of a batch that could not be stored: the first time and at most.
    static constexpr std::chrono::milliseconds retry_pause{250};
    static constexpr std::chrono::milliseconds retry_pause_max{1000};

    // `store` is used by nobody else until the committer is gone. `outlet` outlives it. When the
    // shard was taken over by somebody else, `lost` is called once, on the committer's thread, and
    // nothing that rests on uncommitted changes leaves any more.
    Committer(std::unique_ptr<store::Store> store, std::int64_t shard, std::int64_t epoch,
              Outlet& outlet, StoreLog log, std::function<void()> lost);

    // Stops without waiting for a store that fails.
    ~Committer();

    Committer(const Committer&) = delete;
    Committer& operator=(const Committer&) = delete;

    // Takes a step's effects over. Steps come from one thread; each that has changes has a number
    // above the one before it.
    void take(Step step);

    // Commits what was taken, then ends. A store that fails is given one more try.
    void stop();

    // False while the store fails. Any thread.
    bool is_storing() const { return is_storing_.load(std::memory_order_relaxed); }

    CommitTimes times() const;

private:
    using Lock = std::unique_lock<std::mutex>;

    void run();
    // False when the batch is given up: the process stops, or the shard is not ours any more.
    bool commit(domain::BatchNumber number, const std::vector<record::Change>& changes);
    bool pause_after(const Error& error, std::chrono::milliseconds pause, bool is_first);
    void refuse_urgent(std::vector<Step::Leaving>& leaving, std::vector<domain::Outgoing>& out);
    void release_committed(Lock& lock);
    void release(std::vector<domain::Outgoing> outgoing, Lock& lock);
    domain::BatchNumber due_after(const domain::Outgoing& outgoing, domain::BatchNumber last);
    void note_time(std::chrono::microseconds took, std::size_t changes);

    std::unique_ptr<store::Store> store_;
    const std::int64_t shard_;
    const std::int64_t epoch_;
    Outlet& outlet_;
    StoreLog log_;
    std::function<void()> lost_;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<record::Change> collecting_;
    domain::BatchNumber collected_to_ = 0;
    domain::BatchNumber committed_to_ = 0;
    std::vector<Step::Leaving> withheld_;
    // The batch the last withheld frame of a stream waits for: later frames wait as long.
    boost::unordered_flat_map<std::uint64_t, domain::BatchNumber> withheld_streams_;
    bool is_waiting_ = false;
    bool is_stopping_ = false;
    CommitTimes times_;
    std::atomic<bool> is_storing_{true};

    std::thread thread_;
};

}  // namespace rejoinder::app

#include "app/committer.hpp"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/clock.hpp"

namespace rejoinder::app {
namespace {

using std::chrono::milliseconds;

const domain::Caller* stream_of(const domain::Outgoing& outgoing) {
    if (const auto* frame = std::get_if<domain::StreamFrame>(&outgoing.what)) return &frame->stream;
    if (const auto* end = std::get_if<domain::StreamEnd>(&outgoing.what)) return &end->stream;
    return nullptr;
}

domain::Caller caller_of(const domain::Outgoing& outgoing) {
    return std::visit(
        [](const auto& what) {
            if constexpr (requires { what.caller; })
                return what.caller;
            else
                return what.stream;
        },
        outgoing.what);
}

}  // namespace

Committer::Committer(std::unique_ptr<store::Store> store, std::int64_t shard, std::int64_t epoch,
                     Outlet& outlet, StoreLog log, std::function<void()> lost)
    : store_(std::move(store)),
      shard_(shard),
      epoch_(epoch),
      outlet_(outlet),
      log_(std::move(log)),
      lost_(std::move(lost)),
      thread_([this] { run(); }) {}

Committer::~Committer() { stop(); }

void Committer::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Committer::take(Step step) {
    Lock lock(mutex_);
    // A step without changes shares its number with the next one that has some.
    const domain::BatchNumber last = step.changes.empty() ? collected_to_ : step.number;
    collected_to_ = last;
    std::move(step.changes.begin(), step.changes.end(), std::back_inserter(collecting_));

    std::vector<domain::Outgoing> free;
    const auto first_new = static_cast<std::ptrdiff_t>(withheld_.size());
    for (Step::Leaving& leaving : step.leaving) {
        leaving.outgoing.after = due_after(leaving.outgoing, last);
        if (leaving.outgoing.after <= committed_to_)
            free.push_back(std::move(leaving.outgoing));
        else
            withheld_.push_back(std::move(leaving));
    }
    if (!is_storing() && first_new < std::ssize(withheld_)) refuse_urgent(withheld_, free);

    if (is_waiting_ && !collecting_.empty()) {
        is_waiting_ = false;
        wake_.notify_one();
    }
    release(std::move(free), lock);
}

domain::BatchNumber Committer::due_after(const domain::Outgoing& outgoing,
                                         domain::BatchNumber last) {
    const domain::BatchNumber after = std::min(outgoing.after, last);
    const domain::Caller* stream = stream_of(outgoing);
    if (stream == nullptr) return after;
    if (after > committed_to_) {
        domain::BatchNumber& latest = withheld_streams_[stream->id];
        latest = std::max(latest, after);
        return latest;
    }
    const auto withheld = withheld_streams_.find(stream->id);
    return withheld == withheld_streams_.end() ? after : std::max(after, withheld->second);
}

void Committer::refuse_urgent(std::vector<Step::Leaving>& leaving,
                              std::vector<domain::Outgoing>& out) {
    std::erase_if(leaving, [&out](const Step::Leaving& one) {
        if (!one.is_urgent) return false;
        out.push_back(
            {0, domain::Refusal{caller_of(one.outgoing), Error{Errc::store_unavailable}}});
        return true;
    });
}

void Committer::run() {
    std::vector<record::Change> changes;
    Lock lock(mutex_);
    while (true) {
        is_waiting_ = true;
        wake_.wait(lock, [this] { return !collecting_.empty() || is_stopping_; });
        is_waiting_ = false;
        if (collecting_.empty()) return;
        changes.clear();
        changes.swap(collecting_);
        const domain::BatchNumber number = collected_to_;
        lock.unlock();
        const bool is_committed = commit(number, changes);
        lock.lock();
        if (!is_committed) return;
        committed_to_ = number;
        release_committed(lock);
        if (!lock.owns_lock()) lock.lock();
    }
}

bool Committer::commit(domain::BatchNumber number, const std::vector<record::Change>& changes) {
    milliseconds pause = retry_pause;
    for (bool is_first = true;; is_first = false) {
        const Stopwatch watch;
        const Result<void> stored = store_->commit(
            {.shard = shard_, .epoch = epoch_, .number = number, .changes = changes});
        if (stored) {
            note_time(watch.elapsed(), changes.size());
            if (!is_first) {
                is_storing_.store(true, std::memory_order_relaxed);
                log_("store_recovered", "");
            }
            return true;
        }
        if (!pause_after(stored.error(), pause, is_first)) return false;
        pause = std::min(pause * 2, retry_pause_max);
    }
}

// Says once what is wrong, lets go of those who should not wait for better times, and pauses.
bool Committer::pause_after(const Error& error, milliseconds pause, bool is_first) {
    const bool is_lost = error.code == Errc::conflict;
    if (is_first) {
        is_storing_.store(false, std::memory_order_relaxed);
        log_(is_lost ? "shard_lost" : "store_failed", error.text());
    }
    Lock lock(mutex_);
    std::vector<domain::Outgoing> refused;
    refuse_urgent(withheld_, refused);
    const bool was_stopping = is_stopping_;
    release(std::move(refused), lock);
    if (is_lost) {
        lost_();
        return false;
    }
    if (was_stopping) return false;
    lock.lock();
    wake_.wait_for(lock, pause, [this] { return is_stopping_; });
    return true;
}

void Committer::release_committed(Lock& lock) {
    std::vector<domain::Outgoing> free;
    std::erase_if(withheld_, [&](Step::Leaving& leaving) {
        if (leaving.outgoing.after > committed_to_) return false;
        free.push_back(std::move(leaving.outgoing));
        return true;
    });
    boost::unordered::erase_if(withheld_streams_, [this](const auto& withheld) {
        return withheld.second <= committed_to_;
    });
    release(std::move(free), lock);
}

// Frames leave under the lock, which keeps their order; replies have none among each other. Always
// unlocks.
void Committer::release(std::vector<domain::Outgoing> outgoing, Lock& lock) {
    const auto is_for_stream = [](const domain::Outgoing& one) {
        return stream_of(one) != nullptr;
    };
    if (std::ranges::any_of(outgoing, is_for_stream)) {
        std::vector<domain::Outgoing> frames;
        std::ranges::copy_if(outgoing, std::back_inserter(frames), is_for_stream);
        std::erase_if(outgoing, is_for_stream);
        outlet_.release(std::move(frames));
    }
    lock.unlock();
    if (!outgoing.empty()) outlet_.release(std::move(outgoing));
}

void Committer::note_time(std::chrono::microseconds took, std::size_t changes) {
    const auto bound = std::ranges::lower_bound(CommitTimes::bounds, took.count());
    const std::lock_guard lock(mutex_);
    ++times_.counts[static_cast<std::size_t>(bound - CommitTimes::bounds.begin())];
    times_.microseconds_total += static_cast<std::uint64_t>(took.count());
    times_.changes_total += changes;
}

CommitTimes Committer::times() const {
    const std::lock_guard lock(mutex_);
    return times_;
}

}  // namespace rejoinder::app

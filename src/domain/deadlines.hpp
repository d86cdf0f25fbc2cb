#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/time.hpp"

namespace rejoinder::domain {

// The earliest of many owners' deadlines, at most one for each. Setting, moving and clearing one
// costs O(log n); nothing is scanned.
//
// `place` is a member of the owner that belongs to this collection while the owner has a deadline;
// the owner must not move or die before it is cleared. Not thread-safe.
template <class Owner, std::size_t Owner::* place>
class Deadlines {
public:
    // The value of the owner's member while it has no deadline.
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void set(Owner& owner, Instant at) {
        if (owner.*place == none) {
            heap_.push_back({at, &owner});
            owner.*place = heap_.size() - 1;
            rise(heap_.size() - 1);
            return;
        }
        const std::size_t here = owner.*place;
        const bool is_earlier = at < heap_[here].at;
        heap_[here].at = at;
        is_earlier ? rise(here) : sink(here);
    }

    void clear(Owner& owner) {
        const std::size_t here = owner.*place;
        if (here == none) return;
        owner.*place = none;
        const Entry last = heap_.back();
        heap_.pop_back();
        if (here == heap_.size()) return;
        put(here, last);
        rise(here);
        sink(last.owner->*place);
    }

    std::optional<Instant> earliest() const {
        return heap_.empty() ? std::nullopt : std::optional(heap_.front().at);
    }

    // Takes out an owner whose deadline has come, the earliest first; null when none has.
    Owner* pop_due(Instant now) {
        if (heap_.empty() || heap_.front().at > now) return nullptr;
        Owner* owner = heap_.front().owner;
        clear(*owner);
        return owner;
    }

private:
    struct Entry {
        Instant at;
        Owner* owner;
    };

    void put(std::size_t here, const Entry& entry) {
        heap_[here] = entry;
        entry.owner->*place = here;
    }

    void rise(std::size_t here) {
        const Entry entry = heap_[here];
        while (here > 0) {
            const std::size_t parent = (here - 1) / 2;
            if (heap_[parent].at <= entry.at) break;
            put(here, heap_[parent]);
            here = parent;
        }
        put(here, entry);
    }

    void sink(std::size_t here) {
        const Entry entry = heap_[here];
        while (true) {
            std::size_t child = 2 * here + 1;
            if (child >= heap_.size()) break;
            if (child + 1 < heap_.size() && heap_[child + 1].at < heap_[child].at) ++child;
            if (heap_[child].at >= entry.at) break;
            put(here, heap_[child]);
            here = child;
        }
        put(here, entry);
    }

    std::vector<Entry> heap_;
};

}  // namespace rejoinder::domain

#pragma once

#include <condition_variable>
#include <cstddef>
#include <iterator>
#include <mutex>
#include <utility>
#include <variant>
#include <vector>

#include "app/committer.hpp"

namespace rejoinder::app {

// For tests: keeps what left, in order.
class TestOutlet final : public Outlet {
public:
    void release(std::vector<domain::Outgoing> outgoing) override {
        const std::lock_guard lock(mutex_);
        std::move(outgoing.begin(), outgoing.end(), std::back_inserter(left_));
        wake_.notify_all();
    }

    // Waits until `count` have left, and returns all that have.
    std::vector<domain::Outgoing> await(std::size_t count) {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [&] { return left_.size() >= count; });
        return left_;
    }

    std::vector<domain::Outgoing> left() const {
        const std::lock_guard lock(mutex_);
        return left_;
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<domain::Outgoing> left_;
};

}  // namespace rejoinder::app

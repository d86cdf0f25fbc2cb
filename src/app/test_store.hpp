#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "base/check.hpp"
#include "store/store.hpp"

// For tests: a store that can be held and made to fail, and the outlet that shows what left.
namespace rejoinder::app {

// A memory store whose commits can be made to wait or to fail.
class TestStore final : public store::Store {
public:
    // What a test holds while the store itself belongs to somebody else.
    class Switch {
    public:
        void hold() { set(is_held_, true); }
        void let_go() { set(is_held_, false); }
        void break_with(Errc code) {
            const std::lock_guard lock(mutex_);
            failure_ = code;
        }
        void repair() {
            const std::lock_guard lock(mutex_);
            failure_.reset();
        }
        // Waits until `count` commits were tried.
        void await_tries(std::size_t count) {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [&] { return tries_ >= count; });
        }
        // The numbers of the batches that were stored.
        std::vector<std::int64_t> stored() const {
            const std::lock_guard lock(mutex_);
            return stored_;
        }

    private:
        friend class TestStore;

        void set(bool& flag, bool value) {
            const std::lock_guard lock(mutex_);
            flag = value;
            wake_.notify_all();
        }

        mutable std::mutex mutex_;
        std::condition_variable wake_;
        bool is_held_ = false;
        std::optional<Errc> failure_;
        std::size_t tries_ = 0;
        std::vector<std::int64_t> stored_;
    };

    explicit TestStore(std::shared_ptr<Switch> control) : control_(std::move(control)) {}

    // What was stored by an earlier owner of shard 0.
    void seed(const std::vector<record::Change>& changes) {
        const auto epoch = store_->take_over(0);
        CHECK(epoch &&
              store_->commit({.shard = 0, .epoch = *epoch, .number = 1, .changes = changes}));
    }

    Result<std::int64_t> take_over(std::int64_t shard) override { return store_->take_over(shard); }

    Result<void> commit(const store::Batch& batch) override {
        {
            std::unique_lock lock(control_->mutex_);
            ++control_->tries_;
            control_->wake_.notify_all();
            control_->wake_.wait(lock, [&] { return !control_->is_held_; });
            if (control_->failure_) return fail(*control_->failure_, "the disk is full");
            control_->stored_.push_back(batch.number);
        }
        return store_->commit(batch);
    }

    Result<record::Snapshot> load(Instant ended_after) override {
        return store_->load(ended_after);
    }

    Result<std::unique_ptr<store::Archive>> open_archive() override {
        return store_->open_archive();
    }

private:
    std::shared_ptr<Switch> control_;
    std::unique_ptr<store::Store> store_ = store::make_memory_store();
};

}  // namespace rejoinder::app

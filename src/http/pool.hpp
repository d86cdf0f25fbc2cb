#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace rejoinder::http {

// Objects kept for the next who needs one, at most `kept_max` of them. Not thread-safe.
template <class T>
class Pool {
public:
    explicit Pool(std::size_t kept_max) : kept_max_(kept_max) {}

    // A kept object, or what `make()` returns.
    template <class Make>
    std::unique_ptr<T> take(Make&& make) {
        if (kept_.empty()) return make();
        std::unique_ptr<T> object = std::move(kept_.back());
        kept_.pop_back();
        return object;
    }

    void give(std::unique_ptr<T> object) {
        if (kept_.size() < kept_max_) kept_.push_back(std::move(object));
    }

    std::size_t kept() const { return kept_.size(); }

private:
    std::size_t kept_max_;
    std::vector<std::unique_ptr<T>> kept_;
};

}  // namespace rejoinder::http

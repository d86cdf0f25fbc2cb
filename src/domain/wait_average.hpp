#pragma once

#include <optional>

#include "base/time.hpp"

namespace rejoinder::domain {

// The estimated wait at one button (wire spec 7.4): A = 0.9·A' + 0.1·W over the waits W of accepted
// chats, the first of which stands for itself.
class WaitAverage {
public:
    WaitAverage() = default;
    explicit WaitAverage(double seconds) : seconds_(seconds) {}

    // A chat that waited this long was accepted.
    void add(Duration wait) {
        const double seconds = std::chrono::duration<double>(wait).count();
        seconds_ = seconds_ ? 0.9 * *seconds_ + 0.1 * seconds : seconds;
    }

    std::optional<double> seconds() const { return seconds_; }

    // The seconds still to wait for one who has waited this long; never below 0, and -1 when it
    // cannot be told.
    double estimate(Duration waited = Duration::zero()) const {
        if (!seconds_) return -1;
        const double left = *seconds_ - std::chrono::duration<double>(waited).count();
        return left > 0 ? left : 0;
    }

private:
    std::optional<double> seconds_;
};

}  // namespace rejoinder::domain

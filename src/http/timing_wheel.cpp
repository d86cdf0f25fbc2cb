#include "http/timing_wheel.hpp"

#include <algorithm>

namespace rejoinder::http {

void TimingWheel::set(Timed& timed, std::uint32_t ticks) {
    timed.unlink();
    timed.due_ = now_ + std::max<std::uint32_t>(ticks, 1);
    insert(timed);
}

void TimingWheel::insert(Timed& timed) {
    const std::uint32_t ahead = std::min(timed.due_ - now_, slots - 1);
    wheel_[(now_ + ahead) % slots].push_back(timed);
}

void TimingWheel::tick() {
    ++now_;
    List due;
    due.swap(wheel_[now_ % slots]);
    while (!due.empty()) {
        Timed& timed = due.front();
        due.pop_front();
        if (timed.due_ == now_) {
            timed.on_deadline();
        } else {
            insert(timed);
        }
    }
}

}  // namespace rejoinder::http

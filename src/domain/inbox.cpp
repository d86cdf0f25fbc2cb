#include "domain/inbox.hpp"

#include <algorithm>
#include <utility>

namespace rejoinder::domain {
namespace {

// How far a client's first ack after a restart may lie ahead of what was stored. Only events that
// are not stored, typing and the like, can make the difference.
constexpr std::int64_t unstored_run_max = 1'000'000;

}  // namespace

std::int64_t Inbox::push(Event event) {
    event.number = next_++;
    events_.push_back(std::move(event));
    return events_.back().number;
}

bool Inbox::ends_with_unsent(std::string_view text) const {
    return !events_.empty() && events_.back().number > sent_ && events_.back().text == text;
}

Result<std::vector<Inbox::Renumbered>> Inbox::acknowledge(std::optional<std::int64_t> ack,
                                                          bool is_strict) {
    std::vector<Renumbered> renumbered;
    std::int64_t seen = sent_;
    if (ack) {
        // Written so that no ack, however large, overflows.
        const std::int64_t ahead_max = next_ - origin_ + unstored_run_max;
        seen = origin_ + std::clamp(*ack, none, ahead_max);
        if (restored_last_) {
            const auto is_new = [&](const Event& event) { return event.number > *restored_last_; };
            const auto first_new = std::ranges::find_if(events_, is_new);
            if (seen >= next_ || (first_new != events_.end() && first_new->number <= seen)) {
                next_ = seen + 1;
                for (auto event = first_new; event != events_.end(); ++event) {
                    event->number = next_++;
                    if (event->position >= 0)
                        renumbered.push_back({event->position, event->number});
                }
            }
            sent_ = std::max(sent_, seen);
        }
        if (is_strict && seen > sent_)
            return fail(Errc::ack_ahead, "Out of sync Ack. Expected " + std::to_string(*ack) +
                                             ". Actual " + std::to_string(sent_ - origin_));
        seen = std::min(seen, sent_);
    }
    restored_last_.reset();
    acked_ = std::max(acked_, seen);
    const auto is_seen = [&](const Event& event) { return event.number <= acked_; };
    events_.erase(events_.begin(), std::ranges::find_if_not(events_, is_seen));
    // A parked session keeps no memory for events it has not got.
    if (events_.empty()) events_.shrink_to_fit();
    return renumbered;
}

Inbox::Batch Inbox::read() {
    Batch batch;
    for (const Event& event : events_) {
        if (event.company == Company::alone && !batch.events.empty()) break;
        batch.events.push_back(&event);
        batch.after = std::max(batch.after, event.batch);
        batch.last = event.number;
        if (event.company == Company::alone) break;
    }
    if (!batch.events.empty()) {
        batch.sequence = batch.last - origin_;
        sent_ = std::max(sent_, batch.last);
    }
    return batch;
}

void Inbox::restart(std::int64_t received, Event first) {
    restored_last_.reset();
    acked_ = std::max(acked_, std::min(received, next_ - 1));
    const auto is_seen = [&](const Event& event) { return event.number <= acked_; };
    events_.erase(events_.begin(), std::ranges::find_if_not(events_, is_seen));
    // The number before the oldest one that is kept was received or never existed: it serves the
    // first event of the new numbering, so that no stored row changes.
    origin_ = events_.empty() ? next_++ : events_.front().number - 1;
    first.number = origin_;
    events_.insert(events_.begin(), std::move(first));
    acked_ = origin_ - 1;
    sent_ = acked_;
}

void Inbox::restore(Event event) {
    next_ = event.number + 1;
    events_.push_back(std::move(event));
}

void Inbox::restored(std::int64_t origin, std::int64_t acked) {
    origin_ = origin;
    acked_ = acked;
    sent_ = acked;
    next_ = std::max({next_, acked + 1, origin});
    restored_last_ = next_ - 1;
    const auto is_seen = [&](const Event& event) { return event.number <= acked_; };
    events_.erase(events_.begin(), std::ranges::find_if_not(events_, is_seen));
}

}  // namespace rejoinder::domain

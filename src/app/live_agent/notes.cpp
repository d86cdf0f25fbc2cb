#include "app/live_agent/notes.hpp"

#include <utility>

namespace rejoinder::app::live_agent {

void Notes::keep(http::Ticket ticket, Note note) {
    const std::lock_guard lock(mutex_);
    notes_.insert_or_assign(ticket.pack(), std::move(note));
}

Note Notes::take(http::Ticket ticket) {
    const std::lock_guard lock(mutex_);
    const auto found = notes_.find(ticket.pack());
    if (found == notes_.end()) return {};
    Note note = std::move(found->second);
    notes_.erase(found);
    return note;
}

std::size_t Notes::size() const {
    const std::lock_guard lock(mutex_);
    return notes_.size();
}

}  // namespace rejoinder::app::live_agent

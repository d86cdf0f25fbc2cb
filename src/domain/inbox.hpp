#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "domain/effects.hpp"
#include "domain/settings.hpp"

namespace rejoinder::domain {

// The events one session has still to see, oldest first.
//
// Events have absolute numbers that grow through the session's whole life, from 1. On the wire they
// count from the `origin`, which a reconnect moves (wire spec 5.3, 5.6). An event is kept until it
// is acked, so a client that lost an answer polls again with the same ack and loses nothing. Events
// that were never sent cannot be acked: a client whose ack runs ahead loses nothing either.
//
// Belongs to one shard; not thread-safe.
class Inbox {
public:
    // The ack of a client that has seen nothing yet.
    static constexpr std::int64_t none = -1;

    // Whether the event stands alone in its reply. ChatRequestSuccess does, for clients that read
    // only the first message of a reply (wire spec, Appendix A).
    enum class Company : std::uint8_t { any, alone };

    struct Event {
        std::int64_t number = 0;
        // The batch that must be durable before the event may be seen.
        BatchNumber batch = 0;
        Company company = Company::any;
        // The entry it came from, if it is stored; otherwise -1.
        std::int64_t position = -1;
        // `{"type":…,"message":…}`.
        std::string text;
    };

    // An event that got another number, so that its stored row must be told.
    struct Renumbered {
        std::int64_t position = 0;
        std::int64_t number = 0;
    };

    // What one poll is answered with.
    struct Batch {
        // The reply's `sequence`, counted on the wire, and the last event's absolute number.
        std::int64_t sequence = 0;
        std::int64_t last = 0;
        BatchNumber after = 0;
        std::vector<const Event*> events;
    };

    // The number the next event gets.
    std::int64_t next_number() const { return next_; }
    bool is_empty() const { return events_.empty(); }
    std::size_t size() const { return events_.size(); }
    std::int64_t origin() const { return origin_; }
    std::int64_t acked() const { return acked_; }

    // Appends an event and returns its number. The caller looks at `size` first: the bound is the
    // caller's.
    std::int64_t push(Event event);

    // Whether the newest event has not been sent and has just this text: saying it again would
    // tell the client nothing.
    bool ends_with_unsent(std::string_view text) const;

    // Forgets what the client has seen. No `ack` is everything sent so far. Fails with `ack_ahead`
    // and changes nothing when the client claims more than was sent and `is_strict`.
    //
    // The first acknowledgement after a restart may name numbers of events that were never stored;
    // then the events that came since move behind it, and those that are stored are returned.
    Result<std::vector<Renumbered>> acknowledge(std::optional<std::int64_t> ack, bool is_strict);

    // The events to send now, none if there are none, and counts them as sent. Valid until the
    // next change.
    Batch read();

    // Starts the wire's numbering anew for a client that has received everything up to the
    // absolute number `received`: the next event on the wire is number 0, and it is `first`,
    // ahead of all that is still to be seen.
    void restart(std::int64_t received, Event first);

    // Takes an event back from the store, with its number. In the order of their numbers.
    void restore(Event event);
    // Ends taking back: what is known of the numbering when the row was written.
    void restored(std::int64_t origin, std::int64_t acked);

private:
    std::vector<Event> events_;
    std::int64_t next_ = 1;
    std::int64_t origin_ = 1;
    std::int64_t acked_ = 0;
    std::int64_t sent_ = 0;
    // The last number taken back from the store, until the client's first acknowledgement.
    std::optional<std::int64_t> restored_last_;
};

}  // namespace rejoinder::domain

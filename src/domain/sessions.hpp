#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/hash_map.hpp"
#include "domain/deadlines.hpp"
#include "domain/request.hpp"
#include "domain/session.hpp"
#include "domain/settings.hpp"
#include "domain/turn.hpp"

namespace rejoinder::domain {

// How long after their end sessions are loaded at a restart, so that their keys stay dead.
inline constexpr Duration ended_sessions_kept = std::chrono::minutes(10);

// The visitors' sessions: who is alive, who polls, and what they have still to see.
//
// A session has no state until its first poll or ChasitorInit; a key that was made a short time ago
// is enough to begin one. Belongs to one shard; not thread-safe.
class Sessions {
public:
    explicit Sessions(const Settings& settings) : settings_(settings) {}

    // The session a request names, begun if need be. Fails with `session_invalid` when it has
    // ended, when its key is too old to begin one, with `affinity_moved` when the affinity token is
    // not the session's, with `too_many_requests` at a bound (wire spec 1.5, 5.2).
    Result<Session*> admit(const SessionContext& context, Turn turn);
    // The same without a look at the affinity: for ReconnectSession, ResyncSession and DELETE.
    Result<Session*> admit_anywhere(const SessionContext& context, Turn turn);
    Session* find(const SessionId& id);

    // Whether the session goes on after a poll.
    enum class PollEnd : std::uint8_t { goes_on, terminated };

    // Answers or parks a poll (wire spec 5.1, 5.3, 5.7). `terminated` when it was a duplicate and
    // duplicates end the chat: both polls have been refused, the rest is the caller's.
    PollEnd poll(Session& session, const Poll& poll, Caller caller, Turn turn);

    // Forgets a caller who hung up: its poll waits no longer.
    void forget(Caller caller, Turn turn);

    // Appends an event for the visitor. A parked poll is answered when the step ends, so that
    // events of one step travel together. Returns the event's number.
    std::int64_t push(Session& session, std::string event, Turn turn,
                      Inbox::Company company = Inbox::Company::any, std::int64_t position = -1);
    // The same for what need not be kept: dropped at the inbox's bound, and when it would only
    // repeat what is unsent.
    void push_passing(Session& session, std::string event, Turn turn);
    bool has_room(const Session& session) const {
        return session.inbox.size() < settings_.inbox_events_max;
    }

    // Gives the session a new affinity token and restarts its counters; `first` is what the client
    // is told first. Returns the token (wire spec 5.6).
    std::uint32_t move(Session& session, std::int64_t received, std::string first, Turn turn);

    // Ends the session: its poll, if any, is refused as `code` says, and its key holds no longer.
    void close(Session& session, Errc code, Turn turn);

    // Writes the session's row.
    void store(Session& session, Turn turn);
    // Writes it if the store does not know what a client without acks has seen.
    void store_acked(Session& session, Turn turn);

    // Answers what is parked and has got something, and lets go of what was closed. Ends a step.
    void flush(Turn turn);

    // Sets when the session has to be looked at next.
    void arm(Session& session);
    // A session whose deadline has come: its poll, if its time is over, has been answered. Null
    // when there is none left.
    Session* pop_due(Turn turn);
    // When the agent has to be warned that the client is silent, if ever.
    static std::optional<Instant> warning_due(const Session& session);
    // Whether the session was given up by its client at `now`.
    bool is_lost(const Session& session, Instant now) const;
    // Answers the session's parked poll that there is nothing new.
    void release(Session& session, Turn turn);

    // A session from the store, begun without its client. Its chat is the caller's.
    Session& restore(const record::Session& row, Turn turn);
    // The ids of sessions that ended a short time before the restart.
    void restore_ended(const record::Session& row);
    void set_resume_until(Instant at) { resume_until_ = at; }

    std::optional<Instant> next_deadline() const { return deadlines_.earliest(); }
    std::size_t size() const { return sessions_.size(); }
    std::size_t parked() const { return parked_.size(); }
    // Every session, in the order of their ids.
    std::vector<Session*> all();

private:
    struct Ended {
        SessionId id;
        Instant forget_at;
    };

    Duration grace() const { return settings_.client_poll_timeout + settings_.session_grace; }
    bool may_begin(const SessionContext& context, Instant now) const;
    Session& begin(const SessionContext& context, Instant now);
    void answer(Session& session, Caller caller, const Inbox::Batch& batch, Turn turn);
    void unpark(Session& session);
    void remember_ended(const Session& session, Instant now);
    void forget_ended(Instant now);

    const Settings& settings_;
    HashMap<SessionId, std::unique_ptr<Session>> sessions_;
    HashMap<std::uint64_t, Session*> parked_;
    HashMap<std::uint64_t, std::size_t> networks_;
    Deadlines<Session, &Session::deadline_place> deadlines_;
    // Closed while their key could still begin a session; in the order of forgetting.
    HashMap<SessionId, Instant> ended_;
    std::deque<Ended> ended_order_;
    std::vector<Session*> to_flush_;
    std::vector<Session*> to_delete_;
    // Until then any key of ours that is not known to have ended begins a session: its client may
    // have had one that was never stored.
    Instant resume_until_{};
};

}  // namespace rejoinder::domain

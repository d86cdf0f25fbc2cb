#include "domain/sessions.hpp"

#include <algorithm>
#include <utility>

#include "domain/affinity.hpp"
#include "protocol/replies.hpp"

namespace rejoinder::domain {
namespace {

// Sessions remembered as ended while their keys are young; more are forgotten early, oldest first.
constexpr std::size_t ended_max = 1'000'000;

// The version from which the guides say that an ack names what was received (wire spec 5.3).
constexpr int exact_ack_version = 50;

bool matches(const AffinityClaim& claim, std::uint32_t token) {
    const auto end = claim.tokens.begin() + claim.count;
    return std::find(claim.tokens.begin(), end, token) != end;
}

}  // namespace

Result<Session*> Sessions::admit(const SessionContext& context, Turn turn) {
    TRY(Session * session, admit_anywhere(context, turn));
    if (!context.affinity.is_present)
        return fail(Errc::session_invalid, "Affinity token required but was not found");
    if (!matches(context.affinity, affinity_token(session->id, session->affinity_generation))) {
        session->is_hand_over_pending = true;
        return fail(Errc::affinity_moved);
    }
    return session;
}

Result<Session*> Sessions::admit_anywhere(const SessionContext& context, Turn turn) {
    if (Session* session = find(context.session)) return session;
    if (!may_begin(context, turn.now)) return fail(Errc::session_invalid);
    if (sessions_.size() >= settings_.sessions_max)
        return fail(Errc::too_many_requests, "Too many sessions");
    if (const auto found = networks_.find(context.network);
        found != networks_.end() && found->second >= settings_.sessions_per_address_max)
        return fail(Errc::too_many_requests, "Too many sessions from one address");
    return &begin(context, turn.now);
}

Session* Sessions::find(const SessionId& id) {
    const auto found = sessions_.find(id);
    return found == sessions_.end() || found->second->is_closed ? nullptr : found->second.get();
}

bool Sessions::may_begin(const SessionContext& context, Instant now) const {
    if (sessions_.contains(context.session) || ended_.contains(context.session)) return false;
    return now <= context.created_at + grace() || now <= resume_until_;
}

Session& Sessions::begin(const SessionContext& context, Instant now) {
    auto session = std::make_unique<Session>();
    session->id = context.session;
    session->created_at = context.created_at;
    session->network = context.network;
    session->api_version = context.api_version;
    session->last_seen = now;
    ++networks_[context.network];
    Session& begun = *session;
    sessions_[context.session] = std::move(session);
    arm(begun);
    return begun;
}

Sessions::PollEnd Sessions::poll(Session& session, const Poll& poll, Caller caller, Turn turn) {
    if (!poll.ack) {
        turn.effects.refuse(caller, poll.ack.error());
        return PollEnd::goes_on;
    }
    if (session.parked) {
        turn.effects.refuse(session.parked->caller, {Errc::duplicate_poll});
        unpark(session);
        if (settings_.duplicate_poll == DuplicatePoll::terminate) {
            turn.effects.refuse(caller, {Errc::duplicate_poll});
            return PollEnd::terminated;
        }
    }
    const bool is_strict =
        settings_.ack_ahead == AckAhead::strict || (settings_.ack_ahead == AckAhead::by_version &&
                                                    poll.context.api_version >= exact_ack_version);
    auto renumbered = session.inbox.acknowledge(*poll.ack, is_strict);
    if (!renumbered) {
        turn.effects.refuse(caller, renumbered.error());
        return PollEnd::goes_on;
    }
    for (const auto& event : *renumbered)
        turn.effects.change(record::EntryRenumbered{session.id, event.position, event.number});
    session.last_seen = turn.now;
    session.polls_with_ack = poll.ack->has_value();
    if (const auto batch = session.inbox.read(); !batch.events.empty()) {
        answer(session, caller, batch, turn);
    } else if (session.is_finished()) {
        turn.effects.refuse(caller, {Errc::session_invalid});
        close(session, Errc::session_invalid, turn);
    } else {
        session.parked = ParkedPoll{caller, turn.now + settings_.poll_timeout};
        parked_[caller.id] = &session;
    }
    return PollEnd::goes_on;
}

void Sessions::answer(Session& session, Caller caller, const Inbox::Batch& batch, Turn turn) {
    std::size_t size = 0;
    for (const Inbox::Event* event : batch.events) size += event->text.size() + 1;
    protocol::MessagesWriter writer(size);
    for (const Inbox::Event* event : batch.events) writer.add(event->text);
    const std::int64_t offset = offset_base(session.id) + batch.last;
    turn.effects.reply(caller, Outcome::json, writer.finish(batch.sequence, offset), batch.after);
}

void Sessions::unpark(Session& session) {
    if (!session.parked) return;
    parked_.erase(session.parked->caller.id);
    session.parked.reset();
}

void Sessions::forget(Caller caller, Turn turn) {
    const auto found = parked_.find(caller.id);
    if (found == parked_.end()) return;
    Session& session = *found->second;
    unpark(session);
    session.last_seen = turn.now;
    arm(session);
}

std::int64_t Sessions::push(Session& session, std::string event, Turn turn, Inbox::Company company,
                            std::int64_t position) {
    const BatchNumber batch = position >= 0 ? turn.effects.batch() : 0;
    if (!session.is_flush_pending) {
        session.is_flush_pending = true;
        to_flush_.push_back(&session);
    }
    return session.inbox.push({0, batch, company, position, std::move(event)});
}

void Sessions::push_passing(Session& session, std::string event, Turn turn) {
    if (!has_room(session) || session.inbox.ends_with_unsent(event)) return;
    push(session, std::move(event), turn);
}

std::uint32_t Sessions::move(Session& session, std::int64_t received, std::string first,
                             Turn turn) {
    if (session.parked) {
        turn.effects.refuse(session.parked->caller, {Errc::affinity_moved});
        unpark(session);
    }
    ++session.affinity_generation;
    session.may_restart_requests = true;
    session.is_hand_over_pending = false;
    session.last_seen = turn.now;
    session.inbox.restart(received, {0, 0, Inbox::Company::any, -1, std::move(first)});
    if (session.is_stored) store(session, turn);
    return affinity_token(session.id, session.affinity_generation);
}

void Sessions::close(Session& session, Errc code, Turn turn) {
    if (session.is_closed) return;
    session.is_closed = true;
    if (session.parked) turn.effects.refuse(session.parked->caller, {code}, session.changed_in);
    unpark(session);
    if (session.is_stored) store(session, turn);
    deadlines_.clear(session);
    remember_ended(session, turn.now);
    to_delete_.push_back(&session);
}

void Sessions::store(Session& session, Turn turn) {
    session.is_stored = true;
    session.stored_acked = session.inbox.acked();
    session.changed_in = turn.effects.change(record::Session{
        .id = session.id,
        .organization = session.organization,
        .deployment = session.deployment,
        .created_at = session.created_at,
        .api_version = session.api_version,
        .affinity_generation = session.affinity_generation,
        .sequence_origin = session.inbox.origin(),
        .acked = session.stored_acked,
        .request_sequence = session.request_sequence,
        .ended_at = session.is_closed ? std::optional(turn.now) : std::nullopt,
    });
}

void Sessions::store_acked(Session& session, Turn turn) {
    if (!session.is_stored || session.polls_with_ack) return;
    if (session.inbox.acked() != session.stored_acked) store(session, turn);
}

void Sessions::flush(Turn turn) {
    for (Session* session : to_flush_) {
        session->is_flush_pending = false;
        if (!session->parked || session->is_closed) continue;
        const auto batch = session->inbox.read();
        if (batch.events.empty()) continue;
        answer(*session, session->parked->caller, batch, turn);
        unpark(*session);
        session->last_seen = turn.now;
        arm(*session);
    }
    to_flush_.clear();
    for (const Session* session : to_delete_) {
        if (const auto found = networks_.find(session->network);
            found != networks_.end() && --found->second == 0)
            networks_.erase(found);
        sessions_.erase(session->id);
    }
    to_delete_.clear();
    forget_ended(turn.now);
}

void Sessions::arm(Session& session) {
    if (session.is_closed) return;
    const Duration life = session.chat ? session.connection_timeout : grace();
    Instant at = session.parked ? session.parked->deadline : session.last_seen + life;
    if (const Chat* chat = session.chat.get()) {
        if (chat->deadline) at = std::min(at, *chat->deadline);
        if (const auto warning = warning_due(session)) at = std::min(at, *warning);
    }
    deadlines_.set(session, at);
}

std::optional<Instant> Sessions::warning_due(const Session& session) {
    const bool is_of_interest =
        session.chat && session.chat->is_engaged() && !session.chat->is_disconnected;
    if (!is_of_interest || session.parked || session.connection_warning <= Duration::zero())
        return std::nullopt;
    return session.last_seen + session.connection_warning;
}

Session* Sessions::pop_due(Turn turn) {
    Session* session = deadlines_.pop_due(turn.now);
    if (session && session->parked && session->parked->deadline <= turn.now)
        release(*session, turn);
    return session;
}

void Sessions::release(Session& session, Turn turn) {
    if (!session.parked) return;
    turn.effects.reply(session.parked->caller, Outcome::nothing_new, {}, 0);
    unpark(session);
    session.last_seen = turn.now;
}

bool Sessions::is_lost(const Session& session, Instant now) const {
    const Duration life = session.chat ? session.connection_timeout : grace();
    return !session.parked && session.last_seen + life <= now;
}

Session& Sessions::restore(const record::Session& row, Turn turn) {
    SessionContext context{row.id, row.created_at, static_cast<int>(row.api_version), {}, 0};
    Session& session = begin(context, turn.now);
    session.organization = row.organization;
    session.deployment = row.deployment;
    session.affinity_generation = row.affinity_generation;
    session.request_sequence = row.request_sequence;
    session.may_skip_requests = true;
    session.is_stored = true;
    session.stored_acked = row.acked;
    return session;
}

void Sessions::restore_ended(const record::Session& row) {
    const Instant forget_at = *row.ended_at + ended_sessions_kept;
    if (ended_.try_emplace(row.id, forget_at).second) ended_order_.push_back({row.id, forget_at});
}

void Sessions::remember_ended(const Session& session, Instant now) {
    const Instant forget_at = std::max(session.created_at + grace(), resume_until_) + Duration{1};
    if (forget_at <= now) return;
    if (ended_.try_emplace(session.id, forget_at).second)
        ended_order_.push_back({session.id, forget_at});
}

void Sessions::forget_ended(Instant now) {
    while (!ended_order_.empty() &&
           (ended_order_.front().forget_at <= now || ended_order_.size() > ended_max)) {
        ended_.erase(ended_order_.front().id);
        ended_order_.pop_front();
    }
}

std::vector<Session*> Sessions::all() {
    std::vector<Session*> sessions;
    sessions.reserve(sessions_.size());
    for (const auto& [id, session] : sessions_) sessions.push_back(session.get());
    std::ranges::sort(sessions, {}, &Session::id);
    return sessions;
}

}  // namespace rejoinder::domain

#include "domain/visitors.hpp"

#include <utility>

#include "domain/affinity.hpp"
#include "domain/notices.hpp"
#include "protocol/replies.hpp"

namespace rejoinder::domain {
namespace {

// The versions that brought these resources, for strict gates (wire spec, section 8).
constexpr int idle_warning_since = 35;
constexpr int reconnect_since = 37;

}  // namespace

void Visitors::poll(const Poll& request, Caller caller, Turn turn) {
    const auto session = sessions_.admit(request.context, turn);
    if (!session) return turn.effects.refuse(caller, session.error());
    if (sessions_.poll(**session, request, caller, turn) == Sessions::PollEnd::terminated) {
        Chat* chat = (*session)->chat.get();
        if (chat && !chat->is_ended()) chats_.end_by_visitor(*chat, "client", std::nullopt, turn);
        sessions_.close(**session, Errc::session_invalid, turn);
    } else if (Chat* chat = (*session)->chat.get()) {
        chats_.set_connected(*chat, true, turn);
    }
    sessions_.arm(**session);
}

Result<Visitors::Turnout> Visitors::check_sequence(Session& session,
                                                   std::optional<std::int64_t> sequence) const {
    if (!sequence) return Turnout::is_new;
    // After a reconnect some clients begin again at 1, others count on (wire spec 5.6).
    if (session.may_restart_requests && *sequence == 1) return Turnout::is_new;
    if (*sequence <= session.request_sequence) return Turnout::is_repeated;
    const bool is_gap = *sequence > session.request_sequence + 1;
    if (is_gap && settings_.request_sequence == RequestSequence::strict &&
        !session.may_skip_requests)
        return fail(Errc::sequence_gap, "Out of sync Ack. Expected " + std::to_string(*sequence) +
                                            ". Actual " + std::to_string(session.request_sequence));
    return Turnout::is_new;
}

void Visitors::remember_sequence(Session& session, std::optional<std::int64_t> sequence) const {
    if (!sequence) return;
    session.request_sequence = *sequence;
    session.may_restart_requests = false;
    session.may_skip_requests = false;
}

Result<void> Visitors::check_state(const Session& session) const {
    if (session.is_finished()) return fail(Errc::session_invalid);
    return {};
}

void Visitors::post(VisitorPost& request, Caller caller, Turn turn) {
    const auto admitted = sessions_.admit(request.context, turn);
    if (!admitted) return turn.effects.refuse(caller, admitted.error());
    Session& session = **admitted;
    if (!request.sequence) return turn.effects.refuse(caller, request.sequence.error());
    const auto turnout = check_sequence(session, *request.sequence);
    if (!turnout) return turn.effects.refuse(caller, turnout.error());
    if (*turnout == Turnout::is_repeated) return turn.effects.done(caller, session.changed_in);
    if (const auto state = check_state(session); !state)
        return turn.effects.refuse(caller, state.error());
    if (!request.posts) return turn.effects.refuse(caller, request.posts.error());

    if (!session.parked) session.last_seen = turn.now;
    const Posting posting{session, request, *request.sequence, turn};
    bool is_first = true;
    for (const auto& noun : *request.posts) {
        // What a batch says after it has ended the chat reaches nobody.
        if (!is_first && session.is_finished()) break;
        const auto result =
            std::visit([&](const auto& post) { return apply(post, posting); }, noun);
        if (!result && is_first) return turn.effects.refuse(caller, result.error());
        is_first = false;
    }
    remember_sequence(session, *request.sequence);
    if (settings_.async_result && *request.sequence)
        sessions_.push_passing(session, notice::async_result(**request.sequence), turn);
    sessions_.arm(session);
    turn.effects.done(caller, session.changed_in);
}

Result<Chat*> Visitors::talking(Session& session) const {
    Chat* chat = session.chat.get();
    if (!chat) return fail(Errc::wrong_state);
    if (!chat->is_engaged() && !chat->row.start_time && settings_.early_posts == EarlyPosts::reject)
        return fail(Errc::wrong_state);
    return chat;
}

Result<void> Visitors::apply(const protocol::request::ChasitorInit& post, const Posting& posting) {
    Session& session = posting.session;
    if (session.chat) return fail(Errc::bad_request, "The session has a chat already");
    if (!post.session_id.empty() && SessionId::parse(post.session_id) != session.id)
        return fail(Errc::bad_request, "sessionId is not this session's");
    session.api_version = posting.request.context.api_version;
    chats_.request(session, post, posting.request.origin, posting.request.random, posting.sequence,
                   posting.turn);
    return {};
}

Result<void> Visitors::apply(const protocol::request::ChasitorResyncState&, const Posting&) {
    return {};
}

Result<void> Visitors::signal(const Posting& posting, bool is_typing) {
    if (settings_.early_posts == EarlyPosts::reject) TRY_VOID(talking(posting.session));
    if (Chat* chat = posting.session.chat.get())
        chats_.set_visitor_typing(*chat, is_typing, posting.turn);
    return {};
}

Result<void> Visitors::apply(const protocol::request::ChasitorTyping&, const Posting& posting) {
    return signal(posting, true);
}

Result<void> Visitors::apply(const protocol::request::ChasitorNotTyping&, const Posting& posting) {
    return signal(posting, false);
}

Result<void> Visitors::apply(const protocol::request::ChasitorSneakPeek& post,
                             const Posting& posting) {
    if (settings_.early_posts == EarlyPosts::reject) TRY_VOID(talking(posting.session));
    if (Chat* chat = posting.session.chat.get())
        chats_.set_sneak_peek(*chat, post.text, posting.turn);
    return {};
}

Result<void> Visitors::apply(const protocol::request::ChatMessage& post, const Posting& posting) {
    TRY(Chat * chat, talking(posting.session));
    return chats_.say(*chat, post.text, posting.sequence, posting.turn);
}

Result<void> Visitors::apply(const protocol::request::ChatBotMessage& post,
                             const Posting& posting) {
    if (settings_.chatbot_noun == ChatbotNoun::reject)
        return fail(Errc::bad_request, "The prefix ChatBot is not accepted");
    TRY(Chat * chat, talking(posting.session));
    return chats_.note(*chat, record::EntryType::bot_message, post.text, "", posting.sequence,
                       posting.turn);
}

Result<void> Visitors::apply(const protocol::request::ChatEnd& post, const Posting& posting) {
    Chat* chat = posting.session.chat.get();
    if (!chat) return fail(Errc::wrong_state);
    chats_.end_by_visitor(*chat, post.reason, posting.sequence, posting.turn);
    return {};
}

Result<void> Visitors::apply(const protocol::request::ChatCancel&, const Posting& posting) {
    return apply(protocol::request::ChatEnd{}, posting);
}

Result<void> Visitors::apply(const protocol::request::CustomEvent& post, const Posting& posting) {
    if (settings_.early_posts == EarlyPosts::reject) TRY_VOID(talking(posting.session));
    // Before an agent is there, nobody could receive it (wire spec 5.9).
    Chat* chat = posting.session.chat.get();
    if (!chat || !chat->row.start_time) return {};
    return chats_.note(*chat, record::EntryType::visitor_custom_event, post.data, post.type,
                       posting.sequence, posting.turn);
}

Result<void> Visitors::apply(const protocol::request::ChasitorIdleTimeoutWarningEvent& post,
                             const Posting& posting) {
    if (settings_.version_gates == VersionGates::strict &&
        posting.request.context.api_version < idle_warning_since)
        return fail(Errc::not_found);
    TRY(Chat * chat, talking(posting.session));
    const bool is_triggered = post.idle_timeout_warning_event == "triggered";
    // The server's own clock may have said it before.
    if (is_triggered == chat->pace.is_idle_warned) return {};
    return chats_.note(*chat,
                       is_triggered ? record::EntryType::idle_warning_triggered
                                    : record::EntryType::idle_warning_cleared,
                       "", "", posting.sequence, posting.turn);
}

Result<void> Visitors::apply(const protocol::request::SensitiveDataRuleTriggered& post,
                             const Posting& posting) {
    TRY(Chat * chat, talking(posting.session));
    return chats_.note(*chat, record::EntryType::sensitive_data_visitor,
                       protocol::to_json(post.rules), "", posting.sequence, posting.turn);
}

Result<void> Visitors::apply(const protocol::request::AgentSensitiveDataRuleTriggered& post,
                             const Posting& posting) {
    TRY(Chat * chat, talking(posting.session));
    return chats_.note(*chat, record::EntryType::sensitive_data_agent,
                       protocol::to_json(post.rules), "", posting.sequence, posting.turn);
}

Result<void> Visitors::apply(const protocol::request::RichMessage& post, const Posting& posting) {
    TRY(Chat * chat, talking(posting.session));
    return chats_.note(*chat, record::EntryType::visitor_rich_message,
                       protocol::to_json(post.actions), "", posting.sequence, posting.turn);
}

void Visitors::end(const EndSession& request, Caller caller, Turn turn) {
    const auto admitted = sessions_.admit_anywhere(request.context, turn);
    if (!admitted) return turn.effects.refuse(caller, admitted.error());
    Session& session = **admitted;
    if (session.chat && !session.chat->is_ended()) chats_.visitor_left(*session.chat, turn);
    sessions_.close(session, Errc::session_invalid, turn);
    turn.effects.done(caller, session.changed_in);
}

std::string Visitors::session_data_of(const Session& session, Instant now) const {
    const int position = session.chat ? chats_.place_of(*session.chat, now).position : 0;
    return notice::session_data(session, position);
}

void Visitors::reconnect(const ReconnectSession& request, Caller caller, Turn turn) {
    if (settings_.version_gates == VersionGates::strict &&
        request.context.api_version < reconnect_since)
        return turn.effects.refuse(caller, {Errc::not_found});
    const auto admitted = sessions_.admit_anywhere(request.context, turn);
    if (!admitted) return turn.effects.refuse(caller, admitted.error());
    Session& session = **admitted;
    if (settings_.reconnect == Reconnect::pending_only && !session.is_hand_over_pending)
        return turn.effects.refuse(caller, {Errc::method_not_allowed});
    if (!request.offset) return turn.effects.refuse(caller, request.offset.error());
    const std::int64_t received = *request.offset - offset_base(session.id);
    const auto token = sessions_.move(session, received, session_data_of(session, turn.now), turn);
    sessions_.arm(session);
    turn.effects.reply(caller, Outcome::json, protocol::reconnect_reply(affinity_text(token)),
                       session.changed_in);
}

void Visitors::resync(const ResyncSession& request, Caller caller, Turn turn) {
    const Result<Session*> admitted = request.context
                                          ? sessions_.admit_anywhere(*request.context, turn)
                                          : std::unexpected(request.context.error());
    if (!admitted) {
        if (settings_.resync_unknown == ResyncUnknown::forbidden)
            return turn.effects.refuse(caller, admitted.error());
        return turn.effects.reply(caller, Outcome::json,
                                  protocol::to_json(protocol::ResyncSessionReply{false, {}, {}}),
                                  0);
    }
    Session& session = **admitted;
    const auto token =
        sessions_.move(session, session.inbox.acked(), session_data_of(session, turn.now), turn);
    sessions_.arm(session);
    turn.effects.reply(
        caller, Outcome::json,
        protocol::to_json(protocol::ResyncSessionReply{true, request.key, affinity_text(token)}),
        session.changed_in);
}

void Visitors::breadcrumb(const VisitorBreadcrumb& request, Caller caller, Turn turn) {
    if (!request.breadcrumb) return turn.effects.refuse(caller, request.breadcrumb.error());
    Session* session = request.context ? sessions_.find(request.context->session) : nullptr;
    if (session && session->chat && !session->chat->is_ended())
        chats_.visit_page(*session->chat, request.breadcrumb->location, turn);
    turn.effects.done(caller, 0);
}

void Visitors::tick(Turn turn) {
    while (Session* session = sessions_.pop_due(turn)) {
        if (session->chat && !session->chat->is_ended()) {
            chats_.tick(*session->chat, turn);
            if (const auto warning = Sessions::warning_due(*session);
                warning && *warning <= turn.now)
                chats_.set_connected(*session->chat, false, turn);
            if (!session->chat->is_ended() && sessions_.is_lost(*session, turn.now))
                chats_.lose_visitor(*session->chat, turn);
        }
        if (sessions_.is_lost(*session, turn.now))
            sessions_.close(*session, Errc::session_invalid, turn);
        sessions_.arm(*session);
    }
}

}  // namespace rejoinder::domain

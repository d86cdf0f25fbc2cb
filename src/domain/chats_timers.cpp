#include <algorithm>
#include <array>

#include "domain/api_views.hpp"
#include "domain/chats.hpp"
#include "domain/notices.hpp"
#include "protocol/api_handover.hpp"

// What happens in a chat by the passing of time alone (product spec 2.8).
namespace rejoinder::domain {
namespace {

using record::ChatEndedBy;
using record::ChatStatus;
using record::EntryType;

// When the agent is alerted that its visitor waits.
std::optional<Instant> critical_due(const Chat& chat) {
    const Duration limit = chat.agent->config.critical_wait_time;
    if (limit <= Duration::zero() || chat.pace.is_critical || !chat.pace.unanswered_since)
        return std::nullopt;
    return *chat.pace.unanswered_since + limit;
}

// When the visitor is warned that it has been silent for too long.
std::optional<Instant> idle_warning_due(const Chat& chat) {
    const record::Button& row = chat.button->row;
    if (row.chasitor_idle_timeout <= Duration::zero() || !chat.pace.idle_since ||
        chat.pace.is_idle_warned || row.chasitor_idle_timeout_warning <= Duration::zero())
        return std::nullopt;
    return *chat.pace.idle_since + row.chasitor_idle_timeout_warning;
}

// When the chat ends for it. Clients end it themselves before that.
std::optional<Instant> idle_due(const Chat& chat, const Settings& settings) {
    const Duration limit = chat.button->row.chasitor_idle_timeout;
    if (limit <= Duration::zero() || !chat.pace.idle_since) return std::nullopt;
    return *chat.pace.idle_since + limit + settings.idle_grace;
}

}  // namespace

void Chats::arm(Chat& chat) {
    std::optional<Instant> at;
    const auto add = [&](std::optional<Instant> other) {
        if (other && (!at || *other < *at)) at = other;
    };
    if (chat.offer) add(chat.offer->deadline);
    if (chat.invitation) add(chat.invitation->deadline);
    if (chat.is_engaged() && chat.agent) {
        add(critical_due(chat));
        add(idle_warning_due(chat));
        add(idle_due(chat, settings_));
    }
    if (at == chat.deadline) return;
    chat.deadline = at;
    sessions_.arm(*chat.session);
}

void Chats::tick(Chat& chat, Turn turn) {
    tick_offer(chat, turn);
    tick_invitation(chat, turn);
    if (chat.is_engaged() && chat.agent) tick_pace(chat, turn);
    if (!chat.is_ended()) arm(chat);
}

void Chats::tick_offer(Chat& chat, Turn turn) {
    if (!chat.offer || !chat.offer->deadline || *chat.offer->deadline > turn.now) return;
    refused(*chat.offer->agent, chat, EntryType::decline_timeout, "timeout", turn);
}

void Chats::tick_pace(Chat& chat, Turn turn) {
    const auto is_due = [&](std::optional<Instant> at) { return at && *at <= turn.now; };
    if (is_due(critical_due(chat))) {
        const Instant since = *chat.pace.unanswered_since;
        add(chat, {.type = EntryType::alert_critical_wait_chat, .agent = chat.agent}, turn);
        tell(chat,
             protocol::api::ChatCriticalWait{chat.row.id.str(), true, epoch_milliseconds(since)},
             chat.changed_in, turn);
        tell_chat(chat, turn);
    }
    if (is_due(idle_warning_due(chat)))
        tell_event(chat, add(chat, {.type = EntryType::idle_warning_triggered}, turn), turn);
    if (is_due(idle_due(chat, settings_)))
        end(chat,
            {.entry = EntryType::idle_timeout,
             .status = ChatStatus::completed,
             .by = ChatEndedBy::system,
             .reason = "clientIdleTimeout"},
            turn);
}

void Chats::clear_alerts(Chat& chat, bool is_answer, Turn turn) {
    if (is_answer && chat.pace.is_critical) {
        add(chat, {.type = EntryType::clear_critical_wait_chat, .agent = chat.agent}, turn);
        tell(chat, protocol::api::ChatCriticalWait{chat.row.id.str(), false, 0}, chat.changed_in,
             turn);
        tell_chat(chat, turn);
    }
    if (chat.pace.is_idle_warned)
        tell_event(chat, add(chat, {.type = EntryType::idle_warning_cleared}, turn), turn);
}

void Chats::set_connected(Chat& chat, bool is_connected, Turn turn) {
    if (chat.is_ended() || chat.is_disconnected != is_connected) return;
    chat.is_disconnected = !is_connected;
    const std::string key = chat.row.id.str();
    if (is_connected)
        return tell(chat, protocol::api::ChatReconnected{key}, turn.effects.batch(), turn);
    add(chat, {.type = EntryType::connection_warning}, turn);
    tell(chat, protocol::api::ChatDisconnected{key, epoch_milliseconds(chat.session->last_seen)},
         chat.changed_in, turn);
}

}  // namespace rejoinder::domain

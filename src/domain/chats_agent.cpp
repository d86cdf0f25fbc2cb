#include <algorithm>
#include <utility>

#include "domain/chats.hpp"
#include "domain/notices.hpp"
#include "protocol/api.hpp"

namespace rejoinder::domain {
namespace {

using record::ChatEndedBy;
using record::ChatStatus;
using record::EntryType;

bool is_offered_to(const Chat& chat, const Agent& agent) {
    return chat.offer && chat.offer->agent == &agent;
}

// Whether the agent may pick the chat by itself.
bool is_free_to_pick(const Chat& chat, const Agent& agent) {
    return chat.is_waiting() && !chat.direct_agent &&
           chat.button->row.routing_type == record::RoutingType::choice &&
           std::ranges::find(chat.button->qualified, &agent) != chat.button->qualified.end();
}

}  // namespace

Result<Chat*> Chats::find(const Agent& agent, const SessionId& key) {
    Session* session = sessions_.find(key);
    if (!session || !session->chat || session->chat->row.organization != agent.row.organization)
        return fail(Errc::not_found, "No such chat");
    return session->chat.get();
}

Result<void> Chats::accept(Agent& agent, Chat& chat, Turn turn) {
    if (is_offered_to(chat, agent)) {
        std::erase(agent.offered, &chat);
    } else if (is_free_to_pick(chat, agent)) {
        if (!agent.is_online()) return fail(Errc::conflict, "Go online first");
        if (!agent.has_capacity()) return fail(Errc::conflict, "No capacity for another chat");
        revoke_choice(chat, &agent, "accepted", turn);
    } else {
        return fail(Errc::conflict, "This request is not yours to answer");
    }
    engage(agent, chat, turn);
    streams_.publish(
        agent,
        protocol::api::ChatStarted{
            .chat_key = chat.row.id.str(),
            .name = chat.row.visitor_name,
            .live_chat_button_id = chat.row.button.str(),
            .live_chat_deployment_id = chat.row.deployment.str(),
            .request_time = epoch_milliseconds(chat.row.request_time),
            .accept_time = epoch_milliseconds(turn.now),
            .is_push_request = chat.button->row.routing_type != record::RoutingType::choice},
        chat.changed_in, turn);
    tell_capacity(agent, turn);
    if (!chat.button->row.auto_greeting.empty())
        TRY_VOID(say(agent, chat, chat.button->row.auto_greeting, turn));
    return {};
}

Result<void> Chats::decline(Agent& agent, Chat& chat, Turn turn) {
    if (is_offered_to(chat, agent)) {
        refused(agent, chat, EntryType::decline_manual, "declined", turn);
        return {};
    }
    if (!is_free_to_pick(chat, agent))
        return fail(Errc::conflict, "This request is not yours to answer");
    if (std::ranges::find(chat.tried, &agent) != chat.tried.end()) return {};
    chat.tried.push_back(&agent);
    add(chat, {.type = EntryType::decline_manual, .agent = &agent}, turn);
    streams_.publish(agent, protocol::api::ChatRevoked{chat.row.id.str(), "declined"},
                     chat.changed_in, turn);
    give_up_if_hopeless(chat, turn);
    return {};
}

Result<void> Chats::check_engaged(const Agent& agent, const Chat& chat) const {
    if (chat.is_ended()) return fail(Errc::conflict, "The chat has ended");
    if (!chat.is_engaged()) return fail(Errc::conflict, "The chat has not been accepted");
    if (chat.agent != &agent) return fail(Errc::forbidden, "The chat is another agent's");
    return {};
}

Result<const record::Entry*> Chats::say(Agent& agent, Chat& chat, std::string text, Turn turn) {
    TRY_VOID(check_engaged(agent, chat));
    TRY_VOID(check_room(chat, text));
    if (!sessions_.has_room(*chat.session))
        return fail(Errc::conflict, "The visitor is too far behind");
    text = clean(chat, std::move(text), Speaker::agent, &agent, turn);
    ++totals_.agent_messages;
    const record::Entry& said = add(chat,
                                    {.type = EntryType::agent_message,
                                     .agent = &agent,
                                     .name = notice::agent_name(chat),
                                     .content = std::move(text)},
                                    turn);
    streams_.publish(agent,
                     protocol::api::ChatMessage{
                         .chat_key = chat.row.id.str(),
                         .from = agent.row.kind == record::AgentKind::bot ? "bot" : "agent",
                         .name = said.name,
                         .agent_id = agent.row.id.str(),
                         .text = said.content,
                         .at = epoch_milliseconds(said.at),
                         .position = said.position},
                     chat.changed_in, turn);
    return &said;
}

Result<const record::Entry*> Chats::send_custom_event(Agent& agent, Chat& chat, std::string type,
                                                      std::string data, Turn turn) {
    TRY_VOID(check_engaged(agent, chat));
    TRY_VOID(check_room(chat, type));
    TRY_VOID(check_room(chat, data));
    if (!sessions_.has_room(*chat.session))
        return fail(Errc::conflict, "The visitor is too far behind");
    const record::Entry& sent = add(chat,
                                    {.type = EntryType::agent_custom_event,
                                     .agent = &agent,
                                     .name = notice::agent_name(chat),
                                     .content = std::move(data),
                                     .event_type = std::move(type)},
                                    turn);
    tell_event(chat, sent, turn);
    return &sent;
}

Result<void> Chats::set_agent_typing(Agent& agent, Chat& chat, bool is_typing, Turn turn) {
    TRY_VOID(check_engaged(agent, chat));
    sessions_.push_passing(*chat.session, notice::agent_typing(chat, is_typing), turn);
    return {};
}

Result<void> Chats::end_by_agent(Agent& agent, Chat& chat, Turn turn) {
    TRY_VOID(check_engaged(agent, chat));
    end(chat,
        {.entry = EntryType::end_agent,
         .status = ChatStatus::completed,
         .by = ChatEndedBy::agent,
         .reason = "agent"},
        turn);
    return {};
}

}  // namespace rejoinder::domain

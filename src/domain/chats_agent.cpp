#include <algorithm>
#include <utility>

#include "domain/chats.hpp"
#include "domain/notices.hpp"
#include "protocol/api_handover.hpp"
#include "protocol/events.hpp"

namespace rejoinder::domain {
namespace {

using life_cycle::Act;
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

Result<void> Chats::accept(Agent& agent, Chat& chat,
                           std::vector<protocol::FooterMenuItem> footer_items, Turn turn) {
    TRY_VOID(life_cycle::check(life_cycle::phase_of(chat), Act::accept));
    if (is_offered_to(chat, agent)) {
        std::erase(agent.offered, &chat);
    } else if (is_free_to_pick(chat, agent)) {
        if (!agent.is_online()) return fail(Errc::conflict, "Go online first");
        if (!agent.has_capacity()) return fail(Errc::conflict, "No capacity for another chat");
        revoke_choice(chat, &agent, "accepted", turn);
    } else {
        return fail(Errc::conflict, "This request is not yours to answer");
    }
    if (agent.is_bot() && !footer_items.empty())
        chat.footer_items = protocol::to_json(footer_items);
    engage(agent, chat, turn);
    return {};
}

Result<void> Chats::decline(Agent& agent, Chat& chat, Turn turn) {
    TRY_VOID(life_cycle::check(life_cycle::phase_of(chat), Act::decline));
    if (is_offered_to(chat, agent)) {
        refused(agent, chat, EntryType::decline_manual, "declined", turn);
        return {};
    }
    if (!is_free_to_pick(chat, agent))
        return fail(Errc::conflict, "This request is not yours to answer");
    if (std::ranges::find(chat.tried, &agent) != chat.tried.end()) return {};
    chat.tried.push_back(&agent);
    if (agent.work) ++agent.work->chat_req_declined;
    add(chat, {.type = EntryType::decline_manual, .agent = &agent}, turn);
    streams_.publish(agent, protocol::api::ChatRevoked{chat.row.id.str(), "declined"},
                     chat.changed_in, turn);
    give_up_if_hopeless(chat, turn);
    return {};
}

Result<void> Chats::check_part(const Agent& agent, const Chat& chat, Act act) const {
    TRY_VOID(life_cycle::check(life_cycle::phase_of(chat), act));
    if (chat.agent != &agent && std::ranges::find(chat.members, &agent) == chat.members.end())
        return fail(Errc::forbidden, "The chat is another agent's");
    return {};
}

Result<void> Chats::check_own(const Agent& agent, const Chat& chat, Act act) const {
    TRY_VOID(life_cycle::check(life_cycle::phase_of(chat), act));
    if (chat.agent != &agent) return fail(Errc::forbidden, "The chat is another agent's");
    return {};
}

Result<const record::Entry*> Chats::say(Agent& agent, Chat& chat, std::string text, Turn turn) {
    TRY_VOID(check_part(agent, chat, Act::say));
    TRY_VOID(check_room(chat, text));
    if (!sessions_.has_room(*chat.session))
        return fail(Errc::conflict, "The visitor is too far behind");
    text = clean(chat, std::move(text), Speaker::agent, &agent, turn);
    ++totals_.agent_messages;
    const bool is_bot = agent.is_bot();
    const auto position = add(chat,
                              {.type = is_bot ? EntryType::bot_message : EntryType::agent_message,
                               .agent = &agent,
                               .name = notice::agent_name(chat, agent),
                               .content = std::move(text)},
                              turn)
                              .position;
    clear_alerts(chat, true, turn);
    const record::Entry& said = chat.entries[static_cast<std::size_t>(position)];
    tell(chat,
         protocol::api::ChatMessage{.chat_key = chat.row.id.str(),
                                    .from = is_bot ? "bot" : "agent",
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
    TRY_VOID(check_part(agent, chat, Act::say));
    TRY_VOID(check_room(chat, type));
    TRY_VOID(check_room(chat, data));
    if (!sessions_.has_room(*chat.session))
        return fail(Errc::conflict, "The visitor is too far behind");
    const record::Entry& sent = add(chat,
                                    {.type = EntryType::agent_custom_event,
                                     .agent = &agent,
                                     .name = notice::agent_name(chat, agent),
                                     .content = std::move(data),
                                     .event_type = std::move(type)},
                                    turn);
    tell_event(chat, sent, turn);
    return &sent;
}

Result<const record::Entry*> Chats::send_rich_message(Agent& agent, Chat& chat,
                                                      const protocol::RichMessage& message,
                                                      Turn turn) {
    TRY_VOID(check_part(agent, chat, Act::say));
    std::string content = protocol::to_json(message);
    TRY_VOID(check_room(chat, content));
    if (!sessions_.has_room(*chat.session))
        return fail(Errc::conflict, "The visitor is too far behind");
    const auto position = add(chat,
                              {.type = EntryType::agent_rich_message,
                               .agent = &agent,
                               .name = notice::agent_name(chat, agent),
                               .content = std::move(content),
                               .event = protocol::event_text(message)},
                              turn)
                              .position;
    clear_alerts(chat, true, turn);
    const record::Entry& sent = chat.entries[static_cast<std::size_t>(position)];
    tell_event(chat, sent, turn);
    return &sent;
}

Result<void> Chats::set_agent_typing(Agent& agent, Chat& chat, const agent::SetTyping& typing,
                                     Turn turn) {
    TRY_VOID(check_part(agent, chat, Act::show_typing));
    if (typing.text.size() > settings_.message_bytes_max)
        return fail(Errc::bad_request, "The text is too long");
    sessions_.push_passing(*chat.session, notice::agent_typing(chat, agent, typing.is_typing),
                           turn);
    protocol::api::ChatAgentTyping frame{chat.row.id.str(), agent.row.id.str(), typing.is_typing,
                                         ""};
    for (Agent* other : chat.members)
        if (other != &agent) streams_.publish(*other, frame, 0, turn);
    if (chat.agent != &agent) streams_.publish(*chat.agent, frame, 0, turn);
    if (agent.config.enable_agent_sneak_peek)
        frame.text = clean_passing(chat, typing.text, Speaker::agent);
    for (Agent* watcher : chat.watchers) streams_.publish(*watcher, frame, 0, turn);
    return {};
}

Result<void> Chats::end_by_agent(Agent& agent, Chat& chat, bool is_by_action, Turn turn) {
    TRY_VOID(check_part(agent, chat, Act::end));
    EntryType type = EntryType::end_agent;
    if (agent.is_bot())
        type = is_by_action ? EntryType::chatbot_ended_chat_by_action : EntryType::chatbot_end_chat;
    end(chat,
        {.entry = type,
         .status = ChatStatus::completed,
         .by = ChatEndedBy::agent,
         .reason = "agent",
         .agent = &agent},
        turn);
    return {};
}

}  // namespace rejoinder::domain

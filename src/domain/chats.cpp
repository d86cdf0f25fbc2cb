#include "domain/chats.hpp"

#include <algorithm>
#include <utility>

#include "domain/api_views.hpp"
#include "domain/notices.hpp"
#include "domain/routing.hpp"
#include "protocol/api.hpp"

namespace rejoinder::domain {
namespace {

using record::ChatState;
using record::EntryType;

const char* name_of(record::ChatEndedBy by) {
    return record::enum_names_of(&by)[static_cast<std::size_t>(by)].data();
}

}  // namespace

const record::Entry& Chats::add(Chat& chat, NewEntry entry, Turn turn) {
    Session& session = *chat.session;
    record::Entry row;
    row.chat = chat.row.id;
    row.position = static_cast<std::int64_t>(chat.entries.size());
    row.at = turn.now;
    row.type = entry.type;
    if (entry.agent) row.agent = entry.agent->row.id;
    row.name = std::move(entry.name);
    row.content = std::move(entry.content);
    row.event_type = std::move(entry.event_type);
    row.request_sequence = entry.request_sequence;
    // What the entry's other members tell already is not stored twice.
    std::string event = notice::is_told_by_entry(row.type) ? notice::of_entry(row) : entry.event;
    row.event = std::move(entry.event);
    if (!event.empty()) {
        row.sequence = sessions_.push(session, std::move(event), turn, entry.company, row.position);
        sessions_.store_acked(session, turn);
    }
    chat.changed_in = turn.effects.change(row);
    session.changed_in = chat.changed_in;
    // The inbox holds the event's text until it is acknowledged; the store keeps it.
    row.event = std::string();
    return chat.entries.emplace_back(std::move(row));
}

void Chats::store(Chat& chat, Turn turn) {
    chat.changed_in = turn.effects.change(chat.row);
    chat.session->changed_in = chat.changed_in;
}

void Chats::engage(Agent& agent, Chat& chat, Turn turn) {
    const bool is_first = !chat.row.start_time;
    dequeue(chat);
    --waiting_;
    ++engaged_;
    chat.offer.reset();
    chat.tried.clear();
    chat.agent = &agent;
    agent.engaged.push_back(&chat);
    agent.last_assigned = turn.now;
    chat.row.agent = agent.row.id;
    chat.row.state = ChatState::engaged;
    chat.row.status = record::ChatStatus::in_progress;
    if (is_first) {
        chat.row.start_time = turn.now;
        chat.button->wait.add(turn.now - chat.row.request_time);
        turn.effects.change(record::WaitAverage{chat.button->row.id, chat.row.organization,
                                                *chat.button->wait.seconds()});
        attach_records(chat, turn);
    }
    store(chat, turn);
    if (chat.row.receive_queue_updates && is_first && chat.told_position > 0)
        sessions_.push_passing(*chat.session,
                               notice::queue_update({0, 0}, *chat.session, settings_), turn);
    chat.told_position = 0;
    add(chat,
        {.type = EntryType::accept,
         .agent = &agent,
         .name = notice::agent_name(chat),
         .event = is_first ? notice::established(chat, settings_)
                           : notice::transferred(chat, settings_)},
        turn);
}

void Chats::leave_agent(Chat& chat, Turn turn) {
    Agent* agent = std::exchange(chat.agent, nullptr);
    if (!agent) return;
    std::erase(agent->engaged, &chat);
    --engaged_;
    chat.is_visitor_typing = false;
    chat.sneak_peek.clear();
    tell_capacity(*agent, turn);
}

void Chats::end(Chat& chat, const Ending& ending, Turn turn) {
    Agent* agent = chat.agent;
    if (chat.is_waiting()) {
        withdraw(chat, "canceled", turn);
        revoke_choice(chat, nullptr, "canceled", turn);
        dequeue(chat);
        --waiting_;
    }
    chat.row.state = ChatState::ended;
    chat.row.status = ending.status;
    chat.row.ended_by = ending.by;
    chat.row.end_reason = ending.reason;
    chat.row.end_time = turn.now;
    ++totals_.ended;
    store(chat, turn);
    add(chat,
        {.type = ending.entry,
         .agent = ending.by == record::ChatEndedBy::agent ? agent : nullptr,
         .event = notice::chat_ended(chat),
         .request_sequence = ending.request_sequence},
        turn);
    if (!agent) return;
    streams_.publish(
        *agent,
        protocol::api::ChatEnded{chat.row.id.str(), chat.row.end_reason, name_of(ending.by)},
        chat.changed_in, turn);
    leave_agent(chat, turn);
    agent_available(*agent, turn);
}

void Chats::tell_capacity(Agent& agent, Turn turn) {
    streams_.publish(
        agent,
        protocol::api::CapacityChanged{.max = static_cast<std::int64_t>(agent.capacity()),
                                       .engaged = static_cast<std::int64_t>(agent.engaged.size()),
                                       .assigned = static_cast<std::int64_t>(agent.offered.size())},
        turn.effects.batch(), turn);
}

void Chats::tell_event(Chat& chat, const record::Entry& entry, Turn turn) {
    if (!chat.agent) return;
    streams_.publish(*chat.agent,
                     protocol::api::ChatEvent{chat.row.id.str(), view::entry_of(entry)},
                     chat.changed_in, turn);
}

void Chats::restore(Session& session, record::Chat row, std::vector<record::Entry> entries) {
    Organization* organization = directory_.organization(row.organization);
    const record::Deployment* deployment =
        organization ? organization->deployment(row.deployment.view()) : nullptr;
    Button* button = organization ? organization->button(row.button.view()) : nullptr;
    if (!deployment || !button) {
        // Its configuration is gone: nothing can be done for it any more.
        session.has_failed = true;
        return;
    }
    session.connection_timeout = deployment->connection_timeout;
    session.chat = std::make_unique<Chat>();
    Chat& chat = *session.chat;
    chat.session = &session;
    chat.button = button;
    chat.direct_agent = directory_.agent(row.direct_agent);
    chat.row = std::move(row);
    for (const record::Entry& entry : entries) {
        if (entry.request_sequence)
            session.request_sequence = std::max(session.request_sequence, *entry.request_sequence);
        if (!entry.sequence) continue;
        const auto company =
            entry.type == EntryType::chat_request ? Inbox::Company::alone : Inbox::Company::any;
        session.inbox.restore({*entry.sequence, 0, company, entry.position,
                               entry.event.empty() ? notice::of_entry(entry) : entry.event});
    }
    for (record::Entry& entry : entries) entry.event = std::string();
    chat.entries = std::move(entries);
    if (chat.is_ended()) return;
    Agent* agent = chat.is_engaged() ? directory_.agent(chat.row.agent) : nullptr;
    if (agent) {
        chat.agent = agent;
        agent->engaged.push_back(&chat);
        ++engaged_;
        return;
    }
    chat.row.state = ChatState::waiting;
    ++waiting_;
    enqueue(chat);
}

void Chats::restored(Turn turn) {
    for (auto& [id, organization] : directory_.organizations())
        for (auto& [button_id, button] : organization.buttons) {
            mark(button);
            route(button, turn);
            const std::vector<Chat*> line(button.queue.begin(), button.queue.end());
            for (Chat* chat : line) give_up_if_hopeless(*chat, turn);
        }
}

}  // namespace rejoinder::domain

#include "domain/chats.hpp"

#include <algorithm>
#include <utility>

#include "domain/api_views.hpp"
#include "domain/notices.hpp"
#include "domain/response_times.hpp"
#include "domain/routing.hpp"
#include "protocol/api_handover.hpp"

namespace rejoinder::domain {
namespace {

using record::ChatState;
using record::EntryType;

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
    std::string event = notice::is_told_by_entry(row) ? notice::of_entry(row) : entry.event;
    row.event = std::move(entry.event);
    if (!event.empty()) {
        row.sequence = sessions_.push(session, std::move(event), turn, entry.company, row.position);
        sessions_.store_acked(session, turn);
    }
    chat.changed_in = turn.effects.change(row);
    session.changed_in = chat.changed_in;
    // The inbox holds the event's text until it is acknowledged; the store keeps it.
    row.event = std::string();
    chat.note(row);
    arm(chat);
    return chat.entries.emplace_back(std::move(row));
}

void Chats::store(Chat& chat, Turn turn) {
    chat.changed_in = turn.effects.change(chat.row);
    chat.session->changed_in = chat.changed_in;
}

void Chats::engage(Agent& agent, Chat& chat, Turn turn) {
    const bool is_first = !chat.row.start_time;
    const bool is_transfer = chat.is_between_agents();
    agent.account(turn.now);
    dequeue(chat);
    --waiting_;
    ++engaged_;
    chat.offer.reset();
    chat.tried.clear();
    chat.agent = &agent;
    agent.engaged.push_back(&chat);
    agent.last_assigned = turn.now;
    if (agent.work) ++agent.work->chat_req_engaged;
    record::Chat& row = chat.row;
    row.agent = agent.row.id;
    row.owner = agent.row.id;
    row.state = ChatState::engaged;
    row.status = record::ChatStatus::in_progress;
    if (is_transfer) row.button = chat.button->row.id;
    if (is_first) {
        row.start_time = turn.now;
        chat.button->wait.add(turn.now - row.request_time);
        turn.effects.change(record::WaitAverage{chat.button->row.id, row.organization,
                                                *chat.button->wait.seconds()});
        attach_records(chat, turn);
    }
    row.transfer_kind = record::TransferKind::none;
    row.transfer_target.clear();
    row.transfer_from = {};
    store(chat, turn);
    if (row.receive_queue_updates && is_first && chat.told_position > 0)
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
    if (is_transfer) {
        const bool is_queue = chat.button->row.routing_type == record::RoutingType::omni;
        add(chat,
            {.type = is_queue ? EntryType::transferred_to_queue : EntryType::transferred_to_button,
             .agent = &agent,
             .event_type = chat.button->row.id.str()},
            turn);
    }
    start(agent, chat, is_first, turn);
}

void Chats::start(Agent& agent, Chat& chat, bool is_first, Turn turn) {
    if (agent.is_bot()) {
        chat.row.is_chatbot_session = true;
        add(chat, {.type = EntryType::chatbot_established, .agent = &agent}, turn);
    }
    show_start(agent, chat, turn);
    const std::string& of_button = chat.button->row.auto_greeting;
    const std::string greeting = of_button.empty() ? agent.config.auto_greeting : of_button;
    if (greeting.empty() || (!is_first && agent.config.disable_transfer_conference_greeting))
        return;
    // A visitor who is too far behind is not greeted.
    static_cast<void>(say(agent, chat, greeting, turn));
}

void Chats::show_start(Agent& agent, const Chat& chat, Turn turn) {
    streams_.publish(
        agent,
        protocol::api::ChatStarted{
            .chat_key = chat.row.id.str(),
            .name = chat.row.visitor_name,
            .live_chat_button_id = chat.button->row.id.str(),
            .live_chat_deployment_id = chat.row.deployment.str(),
            .request_time = epoch_milliseconds(chat.row.request_time),
            .accept_time = epoch_milliseconds(turn.now),
            .is_push_request = chat.button->row.routing_type != record::RoutingType::choice},
        chat.changed_in, turn);
    tell_capacity(agent, turn);
    tell_chat(chat, turn);
}

void Chats::leave_agent(Chat& chat, Turn turn) {
    Agent* agent = chat.agent;
    if (!agent) return;
    agent->account(turn.now);
    // So that what is counted of a day's work can be read before its end.
    if (agent->work) turn.effects.change(*agent->work);
    chat.agent = nullptr;
    std::erase(agent->engaged, &chat);
    --engaged_;
    chat.is_visitor_typing = false;
    chat.sneak_peek.clear();
    tell_capacity(*agent, turn);
}

// Lets go of everyone who has to do with the chat beside its agent.
void Chats::dissolve(Chat& chat, std::string_view reason, Turn turn) {
    if (chat.invitation) close_invitation(chat, nullptr, reason, turn);
    for (Agent* member : chat.members) std::erase(member->joined, &chat);
    for (Agent* watcher : chat.watchers) std::erase(watcher->watched, &chat);
    chat.members.clear();
    chat.watchers.clear();
}

void Chats::conclude(Chat& chat, const Ending& ending, Turn turn) {
    record::Chat& row = chat.row;
    row.state = ChatState::ended;
    row.transfer_kind = record::TransferKind::none;
    row.status = ending.status;
    row.ended_by = ending.by;
    row.end_reason = ending.reason;
    row.end_time = turn.now;
    count_messages(chat.entries, row);
    ++totals_.ended;
    store(chat, turn);
}

void Chats::end(Chat& chat, const Ending& ending, Turn turn) {
    if (before_end_) before_end_(chat, turn);
    Agent* agent = chat.agent;
    if (chat.is_waiting()) {
        withdraw(chat, "canceled", turn);
        revoke_choice(chat, nullptr, "canceled", turn);
        dequeue(chat);
        --waiting_;
    }
    conclude(chat, ending, turn);
    add(chat,
        {.type = ending.entry,
         .agent = ending.agent,
         .event = notice::chat_ended(chat),
         .request_sequence = ending.request_sequence},
        turn);
    tell(chat, protocol::api::ChatEnded{chat.row.id.str(), chat.row.end_reason, name_of(ending.by)},
         chat.changed_in, turn);
    tell_chat(chat, turn);
    dissolve(chat, "ended", turn);
    if (!agent) return;
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
    tell_agent(agent, turn);
}

void Chats::tell_event(Chat& chat, const record::Entry& entry, Turn turn) {
    tell(chat, protocol::api::ChatEvent{chat.row.id.str(), view::entry_of(entry)}, chat.changed_in,
         turn);
}

void Chats::restore(Session& session, record::Chat row, std::vector<record::Entry> entries,
                    Turn turn) {
    Organization* organization = directory_.organization(row.organization);
    const record::Deployment* deployment =
        organization ? organization->deployment(row.deployment.view()) : nullptr;
    const bool is_moving = row.transfer_kind == record::TransferKind::button;
    Button* button = !organization ? nullptr
                     : is_moving   ? organization->button(row.transfer_target)
                                   : organization->button(row.button.view());
    if (!deployment || !button) {
        // Its configuration is gone: nothing can be done for it any more.
        session.has_failed = true;
        if (row.state == ChatState::ended) return;
        row.state = ChatState::ended;
        row.status = row.start_time ? record::ChatStatus::completed : record::ChatStatus::missed;
        row.ended_by = record::ChatEndedBy::system;
        row.end_reason = "unknown";
        row.end_time = turn.now;
        count_messages(entries, row);
        turn.effects.change(row);
        turn.effects.change(record::Entry{.chat = row.id,
                                          .position = static_cast<std::int64_t>(entries.size()),
                                          .at = turn.now,
                                          .type = EntryType::other,
                                          .agent = {},
                                          .name = {},
                                          .content = "The button or the deployment is gone",
                                          .event_type = {},
                                          .sequence = {},
                                          .event = {},
                                          .request_sequence = {}});
        return;
    }
    session.connection_timeout = deployment->connection_timeout;
    session.connection_warning = deployment->connection_warning;
    session.chat = std::make_unique<Chat>();
    Chat& chat = *session.chat;
    chat.session = &session;
    chat.button = button;
    chat.direct_agent = directory_.agent(row.direct_agent);
    chat.row = std::move(row);
    recall(chat, std::move(entries));
    if (chat.is_ended()) return;
    Agent* agent = chat.is_engaged() ? directory_.agent(chat.row.agent) : nullptr;
    if (agent) {
        chat.agent = agent;
        agent->engaged.push_back(&chat);
        ++engaged_;
        restored_.push_back(&chat);
        return;
    }
    chat.row.state = ChatState::waiting;
    ++waiting_;
    take_open_offer_back(chat, turn);
    enqueue(chat);
}

// Whom the chat was offered to when the server ended: it is offered anew.
void Chats::take_open_offer_back(Chat& chat, Turn turn) {
    using enum record::EntryType;
    const record::Entry* open = nullptr;
    for (const record::Entry& entry : chat.entries) {
        if (entry.type == push_assignment) open = &entry;
        if (entry.type == EntryType::accept || entry.type == decline_manual ||
            entry.type == decline_timeout || entry.type == unassigned)
            open = nullptr;
    }
    if (open)
        add(chat,
            {.type = unassigned, .agent = directory_.agent(open->agent), .content = "restart"},
            turn);
}

// Takes a chat's entries back: the events its visitor has not seen, and what follows from them.
void Chats::recall(Chat& chat, std::vector<record::Entry> entries) {
    Session& session = *chat.session;
    for (record::Entry& entry : entries) {
        if (entry.request_sequence)
            session.request_sequence = std::max(session.request_sequence, *entry.request_sequence);
        if (entry.sequence) {
            const auto company =
                entry.type == EntryType::chat_request ? Inbox::Company::alone : Inbox::Company::any;
            session.inbox.restore({*entry.sequence, 0, company, entry.position,
                                   entry.event.empty() ? notice::of_entry(entry) : entry.event});
        }
        entry.event = std::string();
        if (Agent* agent = directory_.agent(entry.agent)) {
            if (entry.type == EntryType::operator_joined_conference) {
                chat.members.push_back(agent);
                agent->joined.push_back(&chat);
            } else if (entry.type == EntryType::operator_left_conference) {
                std::erase(chat.members, agent);
                std::erase(agent->joined, &chat);
            }
        }
        chat.note(entry);
        chat.entries.push_back(std::move(entry));
    }
    Agent* owner = directory_.agent(chat.row.agent);
    if (owner) std::erase(chat.members, owner);
    if (owner) std::erase(owner->joined, &chat);
    if (!chat.is_engaged()) dissolve_members(chat);
}

// Nobody is in a chat that waits or has ended.
void Chats::dissolve_members(Chat& chat) {
    for (Agent* member : chat.members) std::erase(member->joined, &chat);
    chat.members.clear();
}

void Chats::restored(Turn turn) {
    for (Chat* chat : std::exchange(restored_, {})) restore_invitation(*chat, turn);
    for (auto& [id, organization] : directory_.organizations())
        for (auto& [button_id, button] : organization.buttons) {
            mark(button);
            route(button, turn);
            const std::vector<Chat*> line(button.queue.begin(), button.queue.end());
            for (Chat* chat : line) give_up_if_hopeless(*chat, turn);
        }
}

}  // namespace rejoinder::domain

#include <algorithm>
#include <utility>

#include "domain/chats.hpp"
#include "domain/notices.hpp"
#include "domain/routing.hpp"
#include "protocol/api.hpp"

namespace rejoinder::domain {
namespace {

using record::ChatEndedBy;
using record::ChatState;
using record::ChatStatus;
using record::EntryType;
using record::RoutingType;

bool is_choice(const Chat& chat) {
    return chat.button->row.routing_type == RoutingType::choice && !chat.direct_agent;
}

bool was_tried(const Chat& chat, const Agent* agent) {
    return std::ranges::find(chat.tried, agent) != chat.tried.end();
}

}  // namespace

bool Chats::is_available(const Button& button) const {
    return routing::is_available(button, settings_.queue_length_max);
}

void Chats::mark(Button& button) {
    if (std::ranges::find(changed_buttons_, &button) == changed_buttons_.end())
        changed_buttons_.push_back(&button);
}

// A line is in the order of the requests, so a chat that comes back takes its old place.
void Chats::enqueue(Chat& chat) {
    auto& queue = chat.button->queue;
    auto place = queue.end();
    while (place != queue.begin() && (*std::prev(place))->row.request_time > chat.row.request_time)
        --place;
    queue.insert(place, &chat);
    mark(*chat.button);
}

void Chats::dequeue(Chat& chat) {
    std::erase(chat.button->queue, &chat);
    mark(*chat.button);
}

notice::Place Chats::place_of(const Chat& chat, Instant now) const {
    if (!chat.is_waiting()) return {0, 0};
    const double estimate = chat.button->wait.estimate(now - chat.row.request_time);
    if (is_choice(chat)) return {0, estimate};
    const auto& queue = chat.button->queue;
    const auto place = std::ranges::find(queue, &chat);
    return {static_cast<int>(place - queue.begin()) + 1, estimate};
}

// Offers the line's requests in their order until nobody can take more.
void Chats::route(Button& button, Turn turn) {
    auto& queue = button.queue;
    for (std::size_t place = 0; place < queue.size();) {
        Chat& chat = *queue[place];
        if (!chat.offer) {
            const bool is_anyone_free = std::ranges::any_of(
                button.qualified, [](const Agent* agent) { return routing::is_available(*agent); });
            if (!is_anyone_free && button.row.has_queue) return;
            // A request that is given up leaves the line: the next one is in its place.
            if (!offer(chat, turn) && give_up_if_hopeless(chat, turn)) continue;
        }
        ++place;
    }
}

bool Chats::offer(Chat& chat, Turn turn) {
    if (is_choice(chat)) {
        show_choice(chat, turn);
        return true;
    }
    const std::vector<Agent*> candidates = routing::candidates(chat);
    if (candidates.empty()) return false;
    Agent* agent = chat.direct_agent ? candidates.front()
                                     : routing::choose(chat.button->row.routing_type, candidates);
    if (!agent) return false;
    push(*agent, chat, turn);
    return true;
}

void Chats::push(Agent& agent, Chat& chat, Turn turn) {
    chat.offer = Offer{&agent, std::nullopt};
    if (chat.button->row.push_timeout > Duration::zero())
        chat.offer->deadline = turn.now + chat.button->row.push_timeout;
    agent.offered.push_back(&chat);
    agent.last_assigned = turn.now;
    sessions_.arm(*chat.session);
    add(chat, {.type = EntryType::push_assignment, .agent = &agent}, turn);
    show_request(agent, chat, turn);
    tell_capacity(agent, turn);
}

// Shows the request once to each agent who may pick it; those who come later see it then.
void Chats::show_choice(Chat& chat, Turn turn) {
    if (std::exchange(chat.is_shown, true)) return;
    add(chat, {.type = EntryType::choice_route}, turn);
    for (Agent* agent : chat.button->qualified)
        if (agent->is_online() && !was_tried(chat, agent)) show_request(*agent, chat, turn);
}

void Chats::show_request(Agent& agent, const Chat& chat, Turn turn) {
    protocol::api::ChatRequested requested{
        .chat_key = chat.row.id.str(),
        .name = chat.row.visitor_name,
        .live_chat_button_id = chat.row.button.str(),
        .live_chat_deployment_id = chat.row.deployment.str(),
        .request_time = epoch_milliseconds(chat.row.request_time),
        .is_push_request = chat.offer.has_value(),
        .answer_by = std::nullopt};
    if (chat.offer && chat.offer->deadline)
        requested.answer_by = epoch_milliseconds(*chat.offer->deadline);
    streams_.publish(agent, requested, chat.changed_in, turn);
}

void Chats::revoke_choice(const Chat& chat, const Agent* except, std::string_view reason,
                          Turn turn) {
    if (!is_choice(chat) || !chat.is_shown) return;
    for (Agent* agent : chat.button->qualified)
        if (agent != except && agent->is_online() && !was_tried(chat, agent))
            streams_.publish(*agent,
                             protocol::api::ChatRevoked{chat.row.id.str(), std::string(reason)},
                             turn.effects.batch(), turn);
}

void Chats::withdraw(Chat& chat, std::string_view reason, Turn turn) {
    if (!chat.offer) return;
    Agent& agent = *chat.offer->agent;
    chat.offer.reset();
    std::erase(agent.offered, &chat);
    streams_.publish(agent, protocol::api::ChatRevoked{chat.row.id.str(), std::string(reason)},
                     turn.effects.batch(), turn);
    tell_capacity(agent, turn);
}

void Chats::refused(Agent& agent, Chat& chat, EntryType type, std::string_view reason, Turn turn) {
    withdraw(chat, reason, turn);
    chat.tried.push_back(&agent);
    add(chat, {.type = type, .agent = &agent}, turn);
    if (!offer(chat, turn) && give_up_if_hopeless(chat, turn)) return;
    // The agent's place is free for the next one in its lines.
    for (Button* button : agent.buttons) route(*button, turn);
}

void Chats::offer_timeout(Chat& chat, Turn turn) {
    if (!chat.offer || !chat.offer->deadline || *chat.offer->deadline > turn.now) return;
    refused(*chat.offer->agent, chat, EntryType::decline_timeout, "timeout", turn);
}

bool Chats::give_up_if_hopeless(Chat& chat, Turn turn) {
    if (!chat.is_waiting() || chat.offer) return false;
    if (chat.direct_agent) {
        if (routing::candidates(chat).empty()) {
            fail_request(chat, EntryType::unassigned, turn);
            return true;
        }
        return false;
    }
    // A chat that has lost its agent waits for another one, whatever the button's settings are: it
    // lives on (wire spec 3.1) until its visitor leaves.
    if (chat.row.start_time) return false;
    if (!routing::is_staffed(*chat.button)) {
        fail_request(chat, EntryType::cancel_no_agent, turn);
        return true;
    }
    if (chat.button->row.has_queue) return false;
    if (is_choice(chat)) {
        const bool has_anyone = std::ranges::any_of(chat.button->qualified, [&](Agent* agent) {
            return agent->is_online() && !was_tried(chat, agent);
        });
        if (has_anyone) return false;
    }
    fail_request(chat, EntryType::unassigned, turn);
    return true;
}

void Chats::fail_request(Chat& chat, EntryType type, Turn turn) {
    withdraw(chat, "unavailable", turn);
    revoke_choice(chat, nullptr, "unavailable", turn);
    dequeue(chat);
    --waiting_;
    ++totals_.ended;
    chat.row.state = ChatState::ended;
    chat.row.status = ChatStatus::missed;
    chat.row.ended_by = ChatEndedBy::system;
    chat.row.end_reason = "Unavailable";
    chat.row.end_time = turn.now;
    store(chat, turn);
    add(chat, {.type = type, .event = notice::request_fail("Unavailable", &chat)}, turn);
}

void Chats::agent_online(Agent& agent, Turn turn) {
    for (Button* button : agent.buttons)
        for (Chat* chat : button->queue)
            if (is_choice(*chat) && chat->is_shown && !was_tried(*chat, &agent))
                show_request(agent, *chat, turn);
    agent_available(agent, turn);
}

void Chats::agent_available(Agent& agent, Turn turn) {
    std::vector<Button*> buttons = agent.buttons;
    for (Button* button : buttons)
        for (Chat* chat : button->queue) std::erase(chat->tried, &agent);
    // The line whose first request has waited longest comes first.
    std::erase_if(buttons, [](const Button* button) { return button->queue.empty(); });
    std::ranges::stable_sort(
        buttons, {}, [](const Button* button) { return button->queue.front()->row.request_time; });
    for (Button* button : buttons) route(*button, turn);
}

void Chats::agent_away(Agent& agent, Turn turn) {
    const std::vector<Chat*> offered = agent.offered;
    for (Chat* chat : offered) {
        withdraw(*chat, "unavailable", turn);
        add(*chat, {.type = EntryType::unassigned, .agent = &agent}, turn);
        if (!offer(*chat, turn)) give_up_if_hopeless(*chat, turn);
    }
}

void Chats::agent_gone(Agent& agent, Turn turn) {
    agent_away(agent, turn);
    const std::vector<Chat*> engaged = agent.engaged;
    for (Chat* chat : engaged) requeue(*chat, turn);
    for (Button* button : agent.buttons) {
        if (routing::is_staffed(*button)) continue;
        const std::vector<Chat*> line(button->queue.begin(), button->queue.end());
        for (Chat* chat : line) give_up_if_hopeless(*chat, turn);
    }
}

void Chats::requeue(Chat& chat, Turn turn) {
    Agent* agent = chat.agent;
    leave_agent(chat, turn);
    ++waiting_;
    chat.row.state = ChatState::waiting;
    chat.row.status = ChatStatus::waiting;
    chat.row.direct_agent = {};
    chat.direct_agent = nullptr;
    enqueue(chat);
    store(chat, turn);
    add(chat, {.type = EntryType::leave_agent, .agent = agent, .event = notice::agent_disconnect()},
        turn);
    if (!offer(chat, turn)) give_up_if_hopeless(chat, turn);
}

void Chats::flush(Turn turn) {
    // Telling one line may change no other: the list does not grow here.
    for (Button* button : std::exchange(changed_buttons_, {})) tell_line(*button, turn);
}

void Chats::tell_line(Button& button, Turn turn) {
    int position = 0;
    for (Chat* chat : button.queue) {
        ++position;
        if (!chat->row.receive_queue_updates || is_choice(*chat)) continue;
        if (chat->told_position == position) continue;
        chat->told_position = position;
        const double estimate = button.wait.estimate(turn.now - chat->row.request_time);
        sessions_.push_passing(
            *chat->session, notice::queue_update({position, estimate}, *chat->session, settings_),
            turn);
    }
    const Duration longest =
        button.queue.empty() ? Duration::zero() : turn.now - button.queue.front()->row.request_time;
    for (Agent* agent : button.qualified)
        if (agent->is_present())
            streams_.publish(*agent,
                             protocol::api::QueueChanged{
                                 .button_id = button.row.id.str(),
                                 .waiting = static_cast<std::int64_t>(button.queue.size()),
                                 .longest_wait = longest.count() / 1000},
                             turn.effects.batch(), turn);
}

}  // namespace rejoinder::domain

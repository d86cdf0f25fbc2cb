#include <algorithm>
#include <utility>

#include "domain/chats.hpp"
#include "domain/notices.hpp"
#include "domain/routing.hpp"
#include "protocol/api_handover.hpp"

namespace rejoinder::domain {
namespace {

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

bool Chats::is_available(const Button& button, Instant now) const {
    return routing::is_available(button, settings_.queue_length_max, now);
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
            if (!is_anyone_free && button.row.has_queue) return note_waiting(button, turn);
            const bool is_offered = offer(chat, turn);
            // A request that was accepted or given up leaves the line: the next one is in its
            // place.
            if (!is_offered) give_up_if_hopeless(chat, turn);
            if (place >= queue.size() || queue[place] != &chat) continue;
        }
        ++place;
    }
}

// Those who found nobody free are in the queue from now on.
void Chats::note_waiting(Button& button, Turn turn) {
    for (Chat* chat : button.queue) {
        if (chat->offer || std::exchange(chat->is_enqueued, true)) continue;
        add(*chat, {.type = EntryType::enqueue, .event_type = button.row.id.str()}, turn);
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
    const auto type =
        chat.direct_agent ? std::nullopt : std::optional(chat.button->row.routing_type);
    push(*agent, chat, routing::reason_for(type, *agent, candidates), turn);
    return true;
}

// Once more to those who refused it, as often as the button says.
bool Chats::offer_again(Chat& chat, Turn turn) {
    const record::Button& row = chat.button->row;
    if (!row.has_reroute_declined_request || chat.direct_agent || chat.tried.empty() ||
        chat.reroutes >= row.number_of_rerouting_attempts)
        return false;
    ++chat.reroutes;
    chat.tried.clear();
    return offer(chat, turn);
}

void Chats::push(Agent& agent, Chat& chat, std::string reason, Turn turn) {
    agent.account(turn.now);
    chat.offer = Offer{&agent, std::nullopt};
    if (chat.button->row.push_timeout > Duration::zero())
        chat.offer->deadline = turn.now + chat.button->row.push_timeout;
    agent.offered.push_back(&chat);
    agent.last_assigned = turn.now;
    if (agent.work) ++agent.work->chat_req_assigned;
    chat.row.owner = agent.row.id;
    add(chat, {.type = EntryType::push_assignment, .agent = &agent, .content = std::move(reason)},
        turn);
    show_request(agent, chat, turn);
    tell_capacity(agent, turn);
    if (!chat.button->row.is_auto_accept) return;
    std::erase(agent.offered, &chat);
    engage(agent, chat, turn);
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
    agent.account(turn.now);
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
    if (agent.is_bot())
        add(chat, {.type = EntryType::chatbot_not_established, .agent = &agent}, turn);
    const bool is_timeout = type == EntryType::decline_timeout;
    if (agent.work) ++(is_timeout ? agent.work->chat_req_timed_out : agent.work->chat_req_declined);
    if (is_timeout ? agent.config.enable_auto_away_on_push_timeout
                   : agent.config.enable_auto_away_on_decline)
        sent_away_.push_back(
            {&agent, is_timeout ? "A request was not answered" : "A request was declined"});
    if (!offer(chat, turn) && !offer_again(chat, turn)) give_up_if_hopeless(chat, turn);
    // The agent's place is free for the next one in its lines.
    for (Button* button : agent.buttons) route(*button, turn);
}

bool Chats::give_up_if_hopeless(Chat& chat, Turn turn) {
    if (!chat.is_waiting() || chat.offer) return false;
    if (chat.is_between_agents()) {
        const auto may_come = [&](const Agent* agent) {
            return agent->is_online() && agent->row.id != chat.row.transfer_from &&
                   (chat.button->row.has_queue || !was_tried(chat, agent));
        };
        return !std::ranges::any_of(chat.button->qualified, may_come) &&
               fail_transfer_to_button(chat, turn);
    }
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
    const Agent* owner = directory_.agent(chat.row.owner);
    // What nobody at work was offered last belongs to nobody.
    if (owner && !owner->is_present()) chat.row.owner = {};
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
    if (before_end_) before_end_(chat, turn);
    withdraw(chat, "unavailable", turn);
    revoke_choice(chat, nullptr, "unavailable", turn);
    dequeue(chat);
    --waiting_;
    conclude(chat, {.status = ChatStatus::missed, .reason = "Unavailable"}, turn);
    add(chat, {.type = type, .event = notice::request_fail("Unavailable", &chat)}, turn);
    tell_chat(chat, turn);
    dissolve(chat, "ended", turn);
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
    // Lines come in the order of their priority and their longest wait.
    std::erase_if(buttons, [](const Button* button) { return button->queue.empty(); });
    std::ranges::stable_sort(buttons, [](const Button* one, const Button* other) {
        return routing::is_served_before(*one, *other);
    });
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
    const std::vector<Chat*> invited = agent.invited;
    for (Chat* chat : invited)
        static_cast<void>(decline_invitation(agent, *chat, chat->invitation->kind, turn));
    const std::vector<Chat*> joined = agent.joined;
    for (Chat* chat : joined) {
        leave_members(agent, *chat, turn);
        tell_agents(*chat, turn);
    }
    for (Chat* chat : std::exchange(agent.watched, {})) std::erase(chat->watchers, &agent);
    const std::vector<Chat*> engaged = agent.engaged;
    for (Chat* chat : engaged) {
        if (chat->invitation) close_invitation(*chat, nullptr, "canceled", turn);
        chat->members.empty() ? requeue(*chat, turn) : pass_to_member(*chat, turn);
    }
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
    chat.is_shown = false;
    chat.row.state = ChatState::waiting;
    chat.row.status = ChatStatus::waiting;
    chat.row.direct_agent = {};
    chat.direct_agent = nullptr;
    enqueue(chat);
    store(chat, turn);
    add(chat, {.type = EntryType::leave_agent, .agent = agent, .event = notice::agent_disconnect()},
        turn);
    tell_chat(chat, turn);
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
    const protocol::api::QueueChanged frame{
        .button_id = button.row.id.str(),
        .waiting = static_cast<std::int64_t>(button.queue.size()),
        .longest_wait = longest.count() / 1000};
    for (Agent* agent : button.qualified)
        if (agent->is_present()) streams_.publish(*agent, frame, turn.effects.batch(), turn);
    const Organization& organization = *directory_.organization(button.row.organization);
    for (Agent* supervisor : organization.supervisors) {
        const bool is_told =
            supervisor->is_present() &&
            std::ranges::find(button.qualified, supervisor) != button.qualified.end();
        if (!is_told && !supervisor->streams.empty() && looks_after(*supervisor, button))
            streams_.publish(*supervisor, frame, turn.effects.batch(), turn);
    }
}

}  // namespace rejoinder::domain

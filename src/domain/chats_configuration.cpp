#include <algorithm>

#include "domain/chats.hpp"
#include "domain/routing.hpp"
#include "protocol/api.hpp"

// What a change of the configuration means for the requests that wait.
namespace rejoinder::domain {
namespace {

bool contains(const std::vector<Agent*>& agents, const Agent* agent) {
    return std::ranges::find(agents, agent) != agents.end();
}

}  // namespace

void Chats::take_offers_back(Button& button, Turn turn) {
    for (Chat* chat : button.queue) {
        if (chat->direct_agent) continue;
        withdraw(*chat, "unavailable", turn);
        revoke_choice(*chat, nullptr, "unavailable", turn);
        chat->is_shown = false;
    }
    mark(button);
}

void Chats::button_changed(Button& button, const std::vector<Agent*>& before, Turn turn) {
    const std::vector<Chat*> line(button.queue.begin(), button.queue.end());
    for (Chat* chat : line) {
        if (chat->direct_agent) continue;
        for (Agent* agent : before)
            if (!contains(button.qualified, agent)) take_request_from(*agent, *chat, turn);
        for (Agent* agent : button.qualified)
            if (!contains(before, agent) && agent->is_online() && chat->is_shown)
                show_request(*agent, *chat, turn);
    }
    route(button, turn);
    if (!routing::is_staffed(button))
        for (Chat* chat : line) give_up_if_hopeless(*chat, turn);
    mark(button);
}

void Chats::take_request_from(Agent& agent, Chat& chat, Turn turn) {
    if (chat.offer && chat.offer->agent == &agent) {
        withdraw(chat, "unavailable", turn);
        add(chat, {.type = record::EntryType::unassigned, .agent = &agent}, turn);
    } else if (chat.is_shown && agent.is_online() && !contains(chat.tried, &agent)) {
        streams_.publish(agent, protocol::api::ChatRevoked{chat.row.id.str(), "unavailable"},
                         turn.effects.batch(), turn);
    }
}

}  // namespace rejoinder::domain

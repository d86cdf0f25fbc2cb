#include <algorithm>
#include <utility>

#include "domain/api_views.hpp"
#include "domain/chats.hpp"
#include "domain/notices.hpp"
#include "protocol/api_handover.hpp"

// Several agents in one chat (product spec 2.10): asked in by an invitation, as in
// `chats_handover.cpp`, or supervisors who join unasked.
namespace rejoinder::domain {
namespace {

using agent::InvitationKind;
using life_cycle::Act;
using record::EntryType;

template <class List, class Item>
bool contains(const List& list, const Item& item) {
    return std::ranges::find(list, item) != list.end();
}

}  // namespace

Result<void> Chats::confer(Agent& agent, Chat& chat, const agent::Confer& conference, Turn turn) {
    TRY_VOID(check_part(agent, chat, Act::invite));
    if (!agent.config.enable_chat_conferencing)
        return fail(Errc::forbidden, "You may not begin conferences");
    TRY_VOID(check_room(chat, conference.note));
    Agent* target = directory_.organization(agent.row.organization)->agent(conference.agent);
    if (!target) return fail(Errc::not_found, "No such agent");
    if (target == chat.agent || contains(chat.members, target))
        return fail(Errc::conflict, "That agent is in the chat already");
    if (!target->is_online()) return fail(Errc::conflict, "That agent is not online");
    if (chat.members.size() >= Chat::members_max)
        return fail(Errc::conflict, "The conference is full");
    std::string note = clean(chat, conference.note, Speaker::agent, &agent, turn);
    add(chat,
        {.type = EntryType::conference_request,
         .agent = &agent,
         .content = note,
         .event_type = target->row.id.str()},
        turn);
    auto invitation = std::make_unique<Invitation>();
    invitation->kind = InvitationKind::conference;
    invitation->target = target->row.id.str();
    invitation->from = &agent;
    invitation->note = std::move(note);
    invitation->asked = {target};
    invite(chat, std::move(invitation), turn);
    return {};
}

void Chats::join_members(Agent& agent, Chat& chat, Turn turn) {
    chat.members.push_back(&agent);
    agent.joined.push_back(&chat);
    std::erase(chat.watchers, &agent);
    std::erase(agent.watched, &chat);
    add(chat,
        {.type = EntryType::operator_joined_conference,
         .agent = &agent,
         .name = notice::agent_name(chat, agent),
         .event = notice::joined_conference(chat, agent)},
        turn);
    tell_agents(chat, turn);
}

void Chats::leave_members(Agent& agent, Chat& chat, Turn turn) {
    std::erase(chat.members, &agent);
    std::erase(agent.joined, &chat);
    add(chat,
        {.type = EntryType::operator_left_conference,
         .agent = &agent,
         .name = notice::agent_name(chat, agent),
         .event = notice::left_conference(chat, agent)},
        turn);
}

void Chats::pass_to_member(Chat& chat, Turn turn) {
    Agent& agent = *chat.agent;
    Agent& next = *chat.members.front();
    add(chat,
        {.type = EntryType::operator_left_conference,
         .agent = &agent,
         .name = notice::agent_name(chat, agent),
         .event = notice::left_conference(chat, agent)},
        turn);
    hand_over(chat, next, {}, turn);
}

Result<void> Chats::leave_conference(Agent& agent, Chat& chat, Turn turn) {
    TRY_VOID(check_part(agent, chat, Act::leave_conference));
    if (chat.members.empty()) return fail(Errc::conflict, "There is no conference");
    if (chat.agent == &agent) {
        if (chat.invitation) close_invitation(chat, nullptr, "canceled", turn);
        pass_to_member(chat, turn);
        return {};
    }
    if (chat.invitation && chat.invitation->from == &agent)
        close_invitation(chat, nullptr, "canceled", turn);
    leave_members(agent, chat, turn);
    streams_.publish(
        agent, protocol::api::ChatTransferred{chat.row.id.str(), chat.agent->row.id.str(), {}},
        chat.changed_in, turn);
    tell_agents(chat, turn);
    return {};
}

void Chats::tell_agents(Chat& chat, Turn turn) {
    protocol::api::ChatAgents frame{chat.row.id.str(), view::agents_of(chat)};
    tell(chat, frame, chat.changed_in, turn);
}

}  // namespace rejoinder::domain

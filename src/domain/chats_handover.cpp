#include <algorithm>
#include <utility>

#include "domain/api_views.hpp"
#include "domain/chats.hpp"
#include "domain/notices.hpp"
#include "domain/routing.hpp"
#include "protocol/api_handover.hpp"

// Handing a chat on, and asking somebody in (product spec 2.10).
//
// An agent or a skill is asked by an invitation while the chat goes on. A button takes the chat at
// once: it waits in that button's line, at the time of its first request.
namespace rejoinder::domain {
namespace {

using agent::InvitationKind;
using life_cycle::Act;
using record::ChatState;
using record::ChatStatus;
using record::EntryType;
using record::TransferKind;

template <class List, class Item>
bool contains(const List& list, const Item& item) {
    return std::ranges::find(list, item) != list.end();
}

// What is written when an invitation did not lead to anything.
EntryType failure_of(const Invitation& invitation, EntryType otherwise) {
    if (invitation.kind == InvitationKind::conference) return otherwise;
    if (invitation.to == TransferKind::skill) return EntryType::transferred_to_sbr_skill_failed;
    const bool is_bot = !invitation.asked.empty() && invitation.asked.front()->is_bot();
    return is_bot ? EntryType::transfer_to_bot_failed : otherwise;
}

}  // namespace

// ---- invitations

Result<std::vector<Agent*>> Chats::invited_by(const Agent& agent, const Chat& chat,
                                              const agent::Transfer& transfer) const {
    Organization& organization = *directory_.organization(agent.row.organization);
    std::vector<Agent*> asked;
    if (transfer.to == TransferKind::agent) {
        Agent* target = organization.agent(transfer.id);
        if (!target) return fail(Errc::not_found, "No such agent");
        if (target == &agent) return fail(Errc::conflict, "The chat is yours already");
        if (!target->is_online()) return fail(Errc::conflict, "That agent is not online");
        asked.push_back(target);
        return asked;
    }
    const auto skill = SkillId::parse(transfer.id);
    if (!skill || !organization.skills.contains(*skill))
        return fail(Errc::not_found, "No such skill");
    const auto& allowed = agent.config.transferable_skills;
    if (!allowed.empty() && !contains(allowed, *skill))
        return fail(Errc::forbidden, "You may not transfer to this skill");
    for (auto& [id, other] : organization.agents)
        if (other.get() != &agent && other->is_online() && !contains(chat.members, other.get()) &&
            contains(other->row.skills, *skill))
            asked.push_back(other.get());
    if (asked.empty()) return fail(Errc::conflict, "Nobody with this skill is online");
    return asked;
}

Result<void> Chats::transfer(Agent& agent, Chat& chat, const agent::Transfer& transfer, Turn turn) {
    if (transfer.to == TransferKind::button) return transfer_to_button(agent, chat, transfer, turn);
    TRY_VOID(check_own(agent, chat, Act::invite));
    const bool may = transfer.to == TransferKind::agent
                         ? agent.config.enable_chat_transfer_to_agent
                         : agent.config.enable_chat_transfer_to_skill;
    if (!may) return fail(Errc::forbidden, "You may not transfer chats there");
    TRY_VOID(check_room(chat, transfer.note));
    TRY(auto asked, invited_by(agent, chat, transfer));
    const std::string note = clean(chat, transfer.note, Speaker::agent, &agent, turn);
    chat.row.transfer_kind = transfer.to;
    chat.row.transfer_target = transfer.id;
    chat.row.transfer_from = agent.row.id;
    chat.row.transfer_note = note;
    store(chat, turn);
    add(chat,
        {.type = EntryType::transfer_request,
         .agent = &agent,
         .content = note,
         .event_type = transfer.id},
        turn);
    auto invitation = std::make_unique<Invitation>();
    invitation->to = transfer.to;
    invitation->target = transfer.id;
    invitation->from = &agent;
    invitation->note = note;
    invitation->asked = std::move(asked);
    invite(chat, std::move(invitation), turn);
    return {};
}

void Chats::invite(Chat& chat, std::unique_ptr<Invitation> invitation, Turn turn) {
    invitation->deadline = turn.now + settings_.invitation_timeout;
    chat.invitation = std::move(invitation);
    for (Agent* agent : chat.invitation->asked) {
        agent->invited.push_back(&chat);
        show_invitation(*agent, chat, turn);
    }
    arm(chat);
    sessions_.arm(*chat.session);
}

void Chats::show_invitation(Agent& agent, const Chat& chat, Turn turn) {
    const Invitation& invitation = *chat.invitation;
    const std::int64_t answer_by = epoch_milliseconds(invitation.deadline);
    if (invitation.kind == InvitationKind::conference)
        return streams_.publish(agent,
                                protocol::api::ConferenceRequested{
                                    chat.row.id.str(), chat.row.visitor_name,
                                    chat.button->row.id.str(), invitation.from->row.id.str(),
                                    invitation.from->row.name, invitation.note, answer_by},
                                chat.changed_in, turn);
    streams_.publish(agent,
                     protocol::api::TransferRequested{
                         chat.row.id.str(), chat.row.visitor_name, chat.button->row.id.str(),
                         name_of(invitation.to), invitation.from->row.id.str(),
                         invitation.from->row.name, invitation.note, answer_by},
                     chat.changed_in, turn);
}

void Chats::uninvite(Agent& agent, Chat& chat, std::string_view reason, Turn turn) {
    std::erase(agent.invited, &chat);
    const std::string key = chat.row.id.str();
    if (chat.invitation->kind == InvitationKind::conference)
        return streams_.publish(agent, protocol::api::ConferenceRevoked{key, std::string(reason)},
                                turn.effects.batch(), turn);
    streams_.publish(agent, protocol::api::TransferRevoked{key, std::string(reason)},
                     turn.effects.batch(), turn);
}

// Ends the chat's invitation; everybody who was asked is told, and the one who asked.
void Chats::close_invitation(Chat& chat, Agent* accepted_by, std::string_view outcome, Turn turn) {
    for (Agent* agent : chat.invitation->asked)
        agent == accepted_by ? static_cast<void>(std::erase(agent->invited, &chat))
                             : uninvite(*agent, chat, outcome, turn);
    const auto invitation = std::exchange(chat.invitation, nullptr);
    chat.row.transfer_kind = TransferKind::none;
    chat.row.transfer_target.clear();
    chat.row.transfer_from = {};
    const std::string key = chat.row.id.str();
    std::optional<std::string> by;
    if (accepted_by) by = accepted_by->row.id.str();
    if (invitation->kind == InvitationKind::conference)
        streams_.publish(*invitation->from,
                         protocol::api::ConferenceAnswered{key, std::string(outcome), by},
                         turn.effects.batch(), turn);
    else
        streams_.publish(*invitation->from,
                         protocol::api::TransferAnswered{key, std::string(outcome), by},
                         turn.effects.batch(), turn);
    arm(chat);
    store(chat, turn);
}

void Chats::fail_invitation(Chat& chat, EntryType type, Agent* by, std::string_view outcome,
                            Turn turn) {
    close_invitation(chat, nullptr, outcome, turn);
    add(chat, {.type = type, .agent = by, .content = std::string(outcome)}, turn);
}

Result<void> Chats::accept_invitation(Agent& agent, Chat& chat, InvitationKind kind, Turn turn) {
    TRY_VOID(life_cycle::check(life_cycle::phase_of(chat), Act::answer_invitation));
    if (chat.invitation->kind != kind || !contains(chat.invitation->asked, &agent))
        return fail(Errc::conflict, "This request is not yours to answer");
    const TransferKind to = chat.invitation->to;
    std::string target = chat.invitation->target;
    close_invitation(chat, &agent, "accepted", turn);
    if (kind == InvitationKind::conference) {
        join_members(agent, chat, turn);
        if (!agent.config.auto_greeting.empty() &&
            !agent.config.disable_transfer_conference_greeting)
            static_cast<void>(say(agent, chat, agent.config.auto_greeting, turn));
        return {};
    }
    const EntryType type = to == TransferKind::skill ? EntryType::transferred_to_sbr_skill
                           : agent.is_bot()          ? EntryType::transferred_to_bot
                                                     : EntryType::transfer;
    hand_over(chat, agent, {type, std::move(target)}, turn);
    return {};
}

Result<void> Chats::decline_invitation(Agent& agent, Chat& chat, InvitationKind kind, Turn turn) {
    TRY_VOID(life_cycle::check(life_cycle::phase_of(chat), Act::answer_invitation));
    Invitation& invitation = *chat.invitation;
    if (invitation.kind != kind || !contains(invitation.asked, &agent))
        return fail(Errc::conflict, "This request is not yours to answer");
    if (invitation.asked.size() > 1) {
        uninvite(agent, chat, "declined", turn);
        std::erase(invitation.asked, &agent);
        add(chat, {.type = EntryType::transfer_declined, .agent = &agent}, turn);
        return {};
    }
    const EntryType type = failure_of(invitation, kind == InvitationKind::conference
                                                      ? EntryType::conference_request_declined
                                                      : EntryType::transfer_declined);
    fail_invitation(chat, type, &agent, "declined", turn);
    return {};
}

Result<void> Chats::cancel_invitation(Agent& agent, Chat& chat, InvitationKind kind, Turn turn) {
    TRY_VOID(check_part(agent, chat, Act::cancel_invitation));
    if (chat.invitation->kind != kind || chat.invitation->from != &agent)
        return fail(Errc::conflict, "You have not asked anybody");
    fail_invitation(chat,
                    kind == InvitationKind::conference ? EntryType::conference_request_canceled
                                                       : EntryType::transfer_cancelled,
                    &agent, "canceled", turn);
    return {};
}

void Chats::tick_invitation(Chat& chat, Turn turn) {
    if (!chat.invitation || chat.invitation->deadline > turn.now) return;
    Invitation& invitation = *chat.invitation;
    const EntryType type = failure_of(invitation, invitation.kind == InvitationKind::conference
                                                      ? EntryType::conference_request_declined
                                                      : EntryType::transfer_declined);
    Agent* asked = invitation.asked.size() == 1 ? invitation.asked.front() : nullptr;
    fail_invitation(chat, type, asked, "timeout", turn);
}

std::unique_ptr<Invitation> Chats::open_conference(const Chat& chat) const {
    const record::Entry* request = nullptr;
    for (const record::Entry& entry : chat.entries) {
        if (entry.type == EntryType::conference_request) request = &entry;
        if (entry.type == EntryType::operator_joined_conference ||
            entry.type == EntryType::conference_request_canceled ||
            entry.type == EntryType::conference_request_declined)
            request = nullptr;
    }
    if (!request) return nullptr;
    auto invitation = std::make_unique<Invitation>();
    Agent* from = directory_.agent(request->agent);
    invitation->kind = InvitationKind::conference;
    invitation->target = request->event_type;
    invitation->from = from ? from : chat.agent;
    invitation->note = request->content;
    Agent* asked = directory_.organization(chat.row.organization)->agent(request->event_type);
    if (asked && asked->is_present() && asked != chat.agent) invitation->asked = {asked};
    return invitation;
}

std::unique_ptr<Invitation> Chats::open_transfer(const Chat& chat) const {
    auto invitation = std::make_unique<Invitation>();
    Agent* from = directory_.agent(chat.row.transfer_from);
    invitation->to = chat.row.transfer_kind;
    invitation->target = chat.row.transfer_target;
    invitation->from = from ? from : chat.agent;
    invitation->note = chat.row.transfer_note;
    const auto skill = SkillId::parse(invitation->target);
    for (auto& [id, agent] : directory_.organization(chat.row.organization)->agents) {
        const bool is_asked = invitation->to == TransferKind::agent
                                  ? AgentId::parse(invitation->target) == id
                                  : skill && contains(agent->row.skills, *skill);
        if (is_asked && agent.get() != chat.agent && agent->is_present())
            invitation->asked.push_back(agent.get());
    }
    return invitation;
}

// The invitation that was open when the server ended goes on, if anybody is left to answer it.
void Chats::restore_invitation(Chat& chat, Turn turn) {
    const TransferKind kind = chat.row.transfer_kind;
    const bool is_transfer = kind == TransferKind::agent || kind == TransferKind::skill;
    auto invitation = is_transfer ? open_transfer(chat) : open_conference(chat);
    if (!invitation) return arm(chat);
    if (!invitation->asked.empty()) return invite(chat, std::move(invitation), turn);
    chat.invitation = std::move(invitation);
    fail_invitation(
        chat, is_transfer ? EntryType::transfer_cancelled : EntryType::conference_request_canceled,
        nullptr, "restart", turn);
}

// ---- becoming another agent's

void Chats::hand_over(Chat& chat, Agent& to, Handover handover, Turn turn) {
    Agent& from = *chat.agent;
    if (contains(chat.members, &to)) {
        std::erase(chat.members, &to);
        std::erase(to.joined, &chat);
    }
    std::erase(chat.watchers, &to);
    std::erase(to.watched, &chat);
    leave_agent(chat, turn);
    to.account(turn.now);
    chat.agent = &to;
    ++engaged_;
    to.engaged.push_back(&chat);
    to.last_assigned = turn.now;
    if (to.work) ++to.work->chat_req_engaged;
    chat.row.agent = to.row.id;
    chat.row.owner = to.row.id;
    store(chat, turn);
    add(chat,
        {.type = handover.type,
         .agent = &to,
         .name = notice::agent_name(chat),
         .content = chat.row.transfer_note,
         .event_type = std::move(handover.target),
         .event = notice::transferred(chat, settings_)},
        turn);
    streams_.publish(
        from, protocol::api::ChatTransferred{chat.row.id.str(), to.row.id.str(), std::nullopt},
        chat.changed_in, turn);
    start(to, chat, false, turn);
    tell_agents(chat, turn);
    agent_available(from, turn);
}

// ---- to a button

Result<void> Chats::transfer_to_button(Agent& agent, Chat& chat, const agent::Transfer& transfer,
                                       Turn turn) {
    TRY_VOID(check_own(agent, chat, Act::transfer_to_button));
    if (!agent.config.enable_chat_transfer_to_button)
        return fail(Errc::forbidden, "You may not transfer chats to buttons");
    TRY_VOID(check_room(chat, transfer.note));
    Button* button = directory_.organization(agent.row.organization)->button(transfer.id);
    if (!button) return fail(Errc::not_found, "No such button");
    const auto& allowed = agent.config.transferable_buttons;
    if (!allowed.empty() && !contains(allowed, button->row.id))
        return fail(Errc::forbidden, "You may not transfer to this button");
    const bool is_queue = button->row.routing_type == record::RoutingType::omni;
    std::string note = clean(chat, transfer.note, Speaker::agent, &agent, turn);
    add(chat,
        {.type = EntryType::transfer_request,
         .agent = &agent,
         .content = note,
         .event_type = transfer.id},
        turn);
    if (!is_available(*button, turn.now)) {
        add(chat,
            {.type = is_queue ? EntryType::transfer_to_queue_failed
                              : EntryType::transfer_to_button_failed,
             .agent = &agent,
             .content = "unavailable"},
            turn);
        return fail(Errc::conflict, "The button is not available");
    }
    for (Agent* member : std::vector(chat.members)) leave_members(*member, chat, turn);
    leave_agent(chat, turn);
    ++waiting_;
    record::Chat& row = chat.row;
    row.state = ChatState::waiting;
    row.transfer_kind = TransferKind::button;
    row.transfer_target = button->row.id.str();
    row.transfer_from = agent.row.id;
    row.transfer_note = std::move(note);
    row.direct_agent = {};
    chat.direct_agent = nullptr;
    chat.button = button;
    chat.is_shown = false;
    chat.reroutes = 0;
    chat.tried.clear();
    chat.told_position = -1;
    store(chat, turn);
    add(chat,
        {.type = EntryType::leave_agent,
         .agent = &agent,
         .event = notice::transfer_to_button_initiated()},
        turn);
    streams_.publish(
        agent, protocol::api::ChatTransferred{row.id.str(), std::nullopt, button->row.id.str()},
        chat.changed_in, turn);
    tell_chat(chat, turn);
    enqueue(chat);
    route(*button, turn);
    if (chat.is_waiting() && !chat.offer) give_up_if_hopeless(chat, turn);
    agent_available(agent, turn);
    return {};
}

// Nobody takes the chat at its new button: back to the agent it came from if that one is still
// there, else to the line it came from, at its first request's time (product spec 2.10).
bool Chats::fail_transfer_to_button(Chat& chat, Turn turn) {
    const bool is_queue = chat.button->row.routing_type == record::RoutingType::omni;
    Organization& organization = *directory_.organization(chat.row.organization);
    Button* before = organization.button(chat.row.button.view());
    Agent* from = directory_.agent(chat.row.transfer_from);
    withdraw(chat, "unavailable", turn);
    revoke_choice(chat, nullptr, "unavailable", turn);
    dequeue(chat);
    chat.row.transfer_kind = TransferKind::none;
    chat.row.transfer_target.clear();
    chat.row.transfer_from = {};
    if (before) chat.button = before;
    chat.is_shown = false;
    chat.tried.clear();
    store(chat, turn);
    add(chat,
        {.type =
             is_queue ? EntryType::transfer_to_queue_failed : EntryType::transfer_to_button_failed,
         .agent = from},
        turn);
    if (from && from->is_online()) {
        resume(*from, chat, turn);
        return true;
    }
    enqueue(chat);
    if (!offer(chat, turn)) give_up_if_hopeless(chat, turn);
    return true;
}

void Chats::resume(Agent& agent, Chat& chat, Turn turn) {
    --waiting_;
    ++engaged_;
    agent.account(turn.now);
    chat.agent = &agent;
    agent.engaged.push_back(&chat);
    chat.row.agent = agent.row.id;
    chat.row.owner = agent.row.id;
    chat.row.state = ChatState::engaged;
    chat.row.status = ChatStatus::in_progress;
    store(chat, turn);
    add(chat,
        {.type = EntryType::chat_resumed_after_transfer,
         .agent = &agent,
         .name = notice::agent_name(chat),
         .event = notice::resumed_after_transfer(chat)},
        turn);
    show_start(agent, chat, turn);
}

}  // namespace rejoinder::domain

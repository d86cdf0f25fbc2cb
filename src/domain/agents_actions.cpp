#include <algorithm>
#include <utility>

#include "domain/agents.hpp"
#include "domain/api_views.hpp"
#include "protocol/api_handover.hpp"

// What agents ask for, one action after the other, and how it is answered.
namespace rejoinder::domain {
namespace {

void sort_by_age(std::vector<const Chat*>& chats) {
    std::ranges::sort(chats, {}, [](const Chat* chat) {
        return std::pair(chat->row.request_time, chat->row.id);
    });
    const auto repeated = std::ranges::unique(chats);
    chats.erase(repeated.begin(), repeated.end());
}

// Those the agent is in or may take.
std::vector<const Chat*> chats_of(const Agent& agent) {
    std::vector<const Chat*> chats(agent.engaged.begin(), agent.engaged.end());
    for (const Button* button : agent.buttons)
        chats.insert(chats.end(), button->queue.begin(), button->queue.end());
    // Direct requests may come from buttons the agent does not serve.
    for (const auto* others : {&agent.offered, &agent.joined, &agent.invited})
        chats.insert(chats.end(), others->begin(), others->end());
    sort_by_age(chats);
    return chats;
}

}  // namespace

std::vector<const Chat*> Agents::chats_looked_after(const Agent& supervisor) const {
    std::vector<const Chat*> chats;
    const Organization& organization = *directory_.organization(supervisor.row.organization);
    for (const auto& [id, agent] : organization.agents)
        for (const auto* some : {&agent->engaged, &agent->offered})
            chats.insert(chats.end(), some->begin(), some->end());
    for (const auto& [id, button] : organization.buttons)
        chats.insert(chats.end(), button.queue.begin(), button.queue.end());
    std::erase_if(chats, [&](const Chat* chat) { return !Chats::looks_after(supervisor, *chat); });
    sort_by_age(chats);
    return chats;
}

protocol::api::ChatDetails Agents::details_of(const Chat& chat, const Agent& viewer) const {
    auto details =
        view::details_of(chat, viewer, *directory_.organization(viewer.row.organization));
    details.files = files_.list(chat.row.id);
    const bool is_in_it =
        chat.agent == &viewer || std::ranges::find(chat.members, &viewer) != chat.members.end();
    const bool is_supervisor = !is_in_it && Chats::looks_after(viewer, chat);
    details.may_whisper = is_in_it || (is_supervisor && viewer.config.enable_whisper_message);
    details.may_watch = is_supervisor && (!chat.agent || chat.agent->config.enable_chat_monitoring);
    details.may_join = is_supervisor && chat.is_engaged();
    details.may_take_over = chat.agent != &viewer && Chats::looks_after(viewer, chat);
    return details;
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::GetMe&, Turn) {
    const Organization& organization = *directory_.organization(agent.row.organization);
    return Answer{Outcome::json, protocol::to_json(view::me_of(agent, organization))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::SetPresence& request, Turn turn) {
    set_presence(agent, request.state, request.reason, turn);
    return Answer{Outcome::json, protocol::to_json(view::presence_of(agent))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::ListChats& request, Turn) {
    if (request.is_everybodys && !agent.is_supervisor())
        return fail(Errc::forbidden, "Only supervisors see the chats of others");
    protocol::api::ChatList list;
    for (const Chat* chat : request.is_everybodys ? chats_looked_after(agent) : chats_of(agent)) {
        auto summary = view::summary_of(*chat, agent);
        if (request.state.empty() || summary.state == request.state)
            list.chats.push_back(std::move(summary));
    }
    return Answer{Outcome::json, protocol::to_json(list)};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::GetChat& request, Turn) {
    TRY(const Chat* chat, chats_.find(agent, request.chat));
    if (!Chats::may_read(agent, *chat))
        return fail(Errc::forbidden, "The chat is not one of yours");
    return Answer{Outcome::json, protocol::to_json(details_of(*chat, agent))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::Accept& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.accept(agent, *chat, request.footer_items, turn));
    return Answer{Outcome::json, protocol::to_json(details_of(*chat, agent))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::Decline& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.decline(agent, *chat, turn));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::SendMessage& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY(const record::Entry* entry, chats_.say(agent, *chat, request.text, turn));
    return Answer{Outcome::created, protocol::to_json(view::entry_of(*entry))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::SetTyping& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.set_agent_typing(agent, *chat, request, turn));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::SendCustomEvent& request,
                                     Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY(const record::Entry* entry,
        chats_.send_custom_event(agent, *chat, request.type, request.data, turn));
    return Answer{Outcome::created, protocol::to_json(view::entry_of(*entry))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::EndChat& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.end_by_agent(agent, *chat, request.is_by_action, turn));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::Transfer& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.transfer(agent, *chat, request, turn));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::Confer& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.confer(agent, *chat, request, turn));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::AcceptInvitation& request,
                                     Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.accept_invitation(agent, *chat, request.kind, turn));
    return Answer{Outcome::json, protocol::to_json(details_of(*chat, agent))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::DeclineInvitation& request,
                                     Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.decline_invitation(agent, *chat, request.kind, turn));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::CancelInvitation& request,
                                     Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.cancel_invitation(agent, *chat, request.kind, turn));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::LeaveConference& request,
                                     Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.leave_conference(agent, *chat, turn));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::SetFlag& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.set_flag(agent, *chat, request.is_raised, request.text, turn));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::Watch& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.watch(agent, *chat, request.is_watching, turn));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::Join& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.join(agent, *chat, turn));
    return Answer{Outcome::json, protocol::to_json(details_of(*chat, agent))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::TakeOver& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY_VOID(chats_.take_over(agent, *chat, turn));
    return Answer{Outcome::json, protocol::to_json(details_of(*chat, agent))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::Whisper& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY(const record::Entry* entry, chats_.whisper(agent, *chat, request.text, turn));
    return Answer{Outcome::created, protocol::to_json(view::entry_of(*entry))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::SendRichMessage& request,
                                     Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY(const record::Entry* entry, chats_.send_rich_message(agent, *chat, request.message, turn));
    return Answer{Outcome::created, protocol::to_json(view::entry_of(*entry))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::GetRouting& request, Turn) {
    TRY(const Chat* chat, chats_.find(agent, request.chat));
    if (!Chats::may_read(agent, *chat))
        return fail(Errc::forbidden, "The chat is not one of yours");
    return Answer{Outcome::json, protocol::to_json(view::routing_of(*chat))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::ListAgents&, Turn) {
    if (!agent.is_supervisor()) return fail(Errc::forbidden, "Only supervisors see other agents");
    protocol::api::AgentList list;
    for (const auto& [id, other] : directory_.organization(agent.row.organization)->agents)
        if (Chats::looks_after(agent, *other))
            list.agents.push_back(view::agent_summary_of(*other));
    return Answer{Outcome::json, protocol::to_json(list)};
}

// Agents see the lines they serve, supervisors those they look after.
Result<Agents::Answer> Agents::apply(Agent& agent, const agent::ListQueues&, Turn turn) {
    protocol::api::QueueList list;
    for (const auto& [id, button] : directory_.organization(agent.row.organization)->buttons) {
        const bool is_served = std::ranges::find(agent.buttons, &button) != agent.buttons.end();
        if (is_served || Chats::looks_after(agent, button))
            list.queues.push_back(
                view::queue_summary_of(button, chats_.is_available(button, turn.now), turn.now));
    }
    return Answer{Outcome::json, protocol::to_json(list)};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::ListTransferTargets&, Turn turn) {
    const Organization& organization = *directory_.organization(agent.row.organization);
    const record::AgentConfig& config = agent.config;
    const auto is_allowed = [](const auto& list, const auto& id) {
        return list.empty() || std::ranges::find(list, id) != list.end();
    };
    protocol::api::TransferTargetList list;
    const auto add = [&](std::string_view to, std::string id, std::string name,
                         bool is_available) -> protocol::api::TransferTarget& {
        return list.targets.emplace_back(protocol::api::TransferTarget{
            std::string(to), std::move(id), std::move(name), is_available});
    };
    if (config.enable_chat_transfer_to_agent)
        for (const auto& [id, other] : organization.agents) {
            if (other.get() == &agent || !other->is_present()) continue;
            auto& target = add("agent", id.str(), other->row.name, other->is_online());
            target.state = view::presence_of(*other).state;
            const auto capacity = view::capacity_of(*other);
            target.engaged = capacity.engaged;
            target.max = capacity.max;
        }
    if (config.enable_chat_transfer_to_skill)
        for (const auto& [id, skill] : organization.skills) {
            if (!is_allowed(config.transferable_skills, id)) continue;
            const auto online = std::ranges::count_if(organization.agents, [&](const auto& other) {
                const auto& skills = other.second->row.skills;
                return other.second.get() != &agent && other.second->is_online() &&
                       std::ranges::find(skills, id) != skills.end();
            });
            add("skill", id.str(), skill.name, online > 0).agents_online = online;
        }
    if (config.enable_chat_transfer_to_button)
        for (const auto& [id, button] : organization.buttons) {
            if (!is_allowed(config.transferable_buttons, id)) continue;
            add("button", id.str(), button.row.name, chats_.is_available(button, turn.now))
                .waiting = static_cast<std::int64_t>(button.queue.size());
        }
    return Answer{Outcome::json, protocol::to_json(list)};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::SetAgentPresence& request,
                                     Turn turn) {
    Agent* other = directory_.organization(agent.row.organization)->agent(request.agent);
    if (!other) return fail(Errc::not_found, "No such agent");
    if (!Chats::looks_after(agent, *other))
        return fail(Errc::forbidden, "Only supervisors change the state of others");
    set_presence(*other, request.state, request.reason, turn);
    return Answer{Outcome::json, protocol::to_json(view::presence_of(*other))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::Administer& request, Turn turn) {
    TRY(Administered done, administration_.handle(agent, request, turn));
    if (done.key_owner) {
        streams_.revoke(*done.key_owner, done.key_hash, turn);
        if (!has_credentials(*done.key_owner))
            set_presence(*done.key_owner, record::PresenceState::offline, "", turn);
        touch(*done.key_owner, turn);
    }
    if (done.logged_out) end_logins(*done.logged_out, turn);
    return Answer{done.outcome, std::move(done.body)};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::ListQuickTexts& request, Turn) {
    TRY(std::string json, administration_.quick_texts(agent, request));
    return Answer{Outcome::json, std::move(json)};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::Authorize&, Turn) {
    const Organization& organization = *directory_.organization(agent.row.organization);
    return Answer{.outcome = Outcome::access,
                  .access = std::make_shared<const Access>(access_of(agent, organization))};
}

}  // namespace rejoinder::domain

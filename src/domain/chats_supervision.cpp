#include <algorithm>
#include <utility>

#include "domain/api_views.hpp"
#include "domain/chats.hpp"
#include "domain/notices.hpp"
#include "protocol/api_handover.hpp"

// Help: flags, whispers, and what supervisors see and do (product spec 1.5).
namespace rejoinder::domain {
namespace {

using agent::InvitationKind;
using life_cycle::Act;
using record::EntryType;

template <class List, class Item>
bool contains(const List& list, const Item& item) {
    return std::ranges::find(list, item) != list.end();
}

bool share_one(const std::vector<SkillId>& some, const std::vector<SkillId>& others) {
    return std::ranges::any_of(some, [&](const SkillId& id) { return contains(others, id); });
}

}  // namespace

bool Chats::looks_after(const Agent& supervisor, const Chat& chat) {
    return looks_after(supervisor, *chat.button);
}

bool Chats::looks_after(const Agent& supervisor, const Agent& agent) {
    if (!supervisor.is_supervisor() || supervisor.row.organization != agent.row.organization)
        return false;
    const auto& skills = supervisor.config.supervisor_skills;
    return skills.empty() || share_one(skills, agent.row.skills);
}

bool Chats::looks_after(const Agent& supervisor, const Button& button) {
    if (!supervisor.is_supervisor() || supervisor.row.organization != button.row.organization)
        return false;
    const auto& skills = supervisor.config.supervisor_skills;
    return skills.empty() || share_one(skills, button.row.skills);
}

bool Chats::may_read(const Agent& agent, const Chat& chat) {
    return chat.agent == &agent || chat.row.agent == agent.row.id || chat.direct_agent == &agent ||
           contains(chat.members, &agent) || contains(agent.invited, &chat) ||
           contains(agent.buttons, chat.button) || looks_after(agent, chat);
}

template <class Subject, class Data>
void Chats::tell_supervisors(const OrganizationId& organization, const Subject& subject,
                             const Data& data, Turn turn) {
    const Organization* owner = directory_.organization(organization);
    if (!owner) return;
    for (Agent* supervisor : owner->supervisors)
        if ((supervisor->is_present() || !supervisor->streams.empty()) &&
            looks_after(*supervisor, subject))
            streams_.publish(*supervisor, data, turn.effects.batch(), turn);
}

void Chats::tell_agent(const Agent& agent, Turn turn) {
    tell_supervisors(agent.row.organization, agent,
                     protocol::api::AgentChanged{view::agent_summary_of(agent)}, turn);
}

void Chats::tell_chat(const Chat& chat, Turn turn) {
    const Organization* owner = directory_.organization(chat.row.organization);
    if (!owner) return;
    for (Agent* supervisor : owner->supervisors)
        if (!supervisor->streams.empty() && looks_after(*supervisor, chat))
            streams_.publish(*supervisor,
                             protocol::api::ChatChanged{view::summary_of(chat, *supervisor)},
                             turn.effects.batch(), turn);
}

Result<void> Chats::set_flag(Agent& agent, Chat& chat, bool is_raised, std::string text,
                             Turn turn) {
    TRY_VOID(life_cycle::check(life_cycle::phase_of(chat), Act::set_flag));
    const bool is_in_it = chat.agent == &agent || contains(chat.members, &agent);
    const bool is_supervisor = looks_after(agent, chat);
    if (!is_in_it && (is_raised || !is_supervisor))
        return fail(Errc::forbidden, "The chat is another agent's");
    if (is_raised && !agent.config.enable_assistance_flag)
        return fail(Errc::forbidden, "You may not raise flags");
    TRY_VOID(check_room(chat, text));
    if (chat.is_flag_raised == is_raised) return {};
    text =
        clean(chat, std::move(text), is_in_it ? Speaker::agent : Speaker::supervisor, &agent, turn);
    EntryType type = EntryType::flag_raised;
    if (!is_raised)
        type = is_in_it ? EntryType::flag_lowered_agent : EntryType::flag_lowered_supervisor;
    add(chat, {.type = type, .agent = &agent, .content = text}, turn);
    if (chat.agent->work) {
        record::AgentSession& work = *chat.agent->work;
        ++(is_raised  ? work.num_flag_raised
           : is_in_it ? work.num_flag_lowered_agent
                      : work.num_flag_lowered_supervisor);
    }
    const std::string key = chat.row.id.str();
    if (is_raised) {
        const protocol::api::FlagRaised frame{key, agent.row.id.str(), agent.row.name,
                                              std::move(text), epoch_milliseconds(turn.now)};
        tell_supervisors(chat.row.organization, chat, frame, turn);
        if (!looks_after(*chat.agent, chat))
            streams_.publish(*chat.agent, frame, chat.changed_in, turn);
    } else {
        const protocol::api::FlagLowered frame{key, agent.row.id.str()};
        tell_supervisors(chat.row.organization, chat, frame, turn);
        if (!looks_after(*chat.agent, chat))
            streams_.publish(*chat.agent, frame, chat.changed_in, turn);
    }
    tell_chat(chat, turn);
    return {};
}

Result<const record::Entry*> Chats::whisper(Agent& agent, Chat& chat, std::string text, Turn turn) {
    TRY_VOID(life_cycle::check(life_cycle::phase_of(chat), Act::whisper));
    const bool is_in_it = chat.agent == &agent || contains(chat.members, &agent);
    if (!is_in_it && !looks_after(agent, chat))
        return fail(Errc::forbidden, "The chat is another agent's");
    if (!is_in_it && !agent.config.enable_whisper_message)
        return fail(Errc::forbidden, "You may not whisper");
    TRY_VOID(check_room(chat, text));
    text =
        clean(chat, std::move(text), is_in_it ? Speaker::agent : Speaker::supervisor, &agent, turn);
    const record::Entry& said = add(chat,
                                    {.type = EntryType::whisper,
                                     .agent = &agent,
                                     .name = agent.row.name,
                                     .content = std::move(text)},
                                    turn);
    const protocol::api::Whisper frame{
        chat.row.id.str(), agent.row.id.str(),          said.name,
        said.content,      epoch_milliseconds(said.at), said.position};
    tell(chat, frame, chat.changed_in, turn);
    // Who whispers without watching hears itself, too.
    if (!is_in_it && !contains(chat.watchers, &agent))
        streams_.publish(agent, frame, chat.changed_in, turn);
    return &said;
}

Result<void> Chats::watch(Agent& agent, Chat& chat, bool is_watching, Turn turn) {
    if (!is_watching) {
        std::erase(chat.watchers, &agent);
        std::erase(agent.watched, &chat);
        return {};
    }
    TRY_VOID(life_cycle::check(life_cycle::phase_of(chat), Act::watch));
    if (!looks_after(agent, chat)) return fail(Errc::forbidden, "Only supervisors watch chats");
    if (chat.agent && !chat.agent->config.enable_chat_monitoring)
        return fail(Errc::forbidden, "Chats of this agent may not be watched");
    if (chat.agent == &agent || contains(chat.members, &agent))
        return fail(Errc::conflict, "You are in the chat");
    if (contains(chat.watchers, &agent)) return {};
    if (chat.watchers.size() >= Chat::watchers_max)
        return fail(Errc::conflict, "Too many watch this chat");
    chat.watchers.push_back(&agent);
    agent.watched.push_back(&chat);
    // What the visitor is typing right now is part of the picture.
    if (chat.agent)
        streams_.publish(
            agent,
            protocol::api::ChatTyping{chat.row.id.str(), chat.is_visitor_typing, chat.sneak_peek},
            0, turn);
    return {};
}

Result<void> Chats::join(Agent& agent, Chat& chat, Turn turn) {
    TRY_VOID(life_cycle::check(life_cycle::phase_of(chat), Act::join));
    if (!looks_after(agent, chat)) return fail(Errc::forbidden, "Only supervisors join unasked");
    if (chat.agent == &agent || contains(chat.members, &agent))
        return fail(Errc::conflict, "You are in the chat already");
    if (chat.members.size() >= Chat::members_max)
        return fail(Errc::conflict, "The conference is full");
    // Whoever is being asked in answers by joining.
    if (chat.invitation && chat.invitation->kind == InvitationKind::conference &&
        contains(chat.invitation->asked, &agent))
        close_invitation(chat, &agent, "accepted", turn);
    join_members(agent, chat, turn);
    return {};
}

Result<void> Chats::take_over(Agent& agent, Chat& chat, Turn turn) {
    TRY_VOID(life_cycle::check(life_cycle::phase_of(chat), Act::take_over));
    if (!looks_after(agent, chat)) return fail(Errc::forbidden, "Only supervisors take chats over");
    if (chat.agent == &agent) return fail(Errc::conflict, "The chat is yours already");
    if (chat.is_engaged()) {
        if (chat.invitation) close_invitation(chat, nullptr, "canceled", turn);
        chat.row.transfer_note = "taken over";
        hand_over(chat, agent, {}, turn);
        return {};
    }
    withdraw(chat, "accepted", turn);
    revoke_choice(chat, &agent, "accepted", turn);
    std::erase(chat.watchers, &agent);
    std::erase(agent.watched, &chat);
    engage(agent, chat, turn);
    return {};
}

}  // namespace rejoinder::domain

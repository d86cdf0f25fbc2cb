#include "domain/api_views.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

#include "domain/entities.hpp"
#include "domain/notices.hpp"

namespace rejoinder::domain::view {
namespace {

std::optional<std::int64_t> milliseconds(const std::optional<Instant>& at) {
    return at ? std::optional(epoch_milliseconds(*at)) : std::nullopt;
}

bool is_choice(const Chat& chat) {
    return chat.button->row.routing_type == record::RoutingType::choice && !chat.direct_agent;
}

std::string author_of(record::EntryType type) {
    using enum record::EntryType;
    switch (type) {
        case visitor_message:
        case visitor_custom_event:
        case visitor_rich_message:
            return "visitor";
        case agent_message:
        case agent_custom_event:
        case agent_rich_message:
        case whisper:
            return "agent";
        case bot_message:
            return "bot";
        default:
            return "system";
    }
}

std::vector<protocol::api::CustomDetail> details_for_agents(const Chat& chat) {
    std::vector<protocol::api::CustomDetail> shown;
    for (auto& detail : notice::custom_details_of(chat)) {
        if (!detail.display_to_agent.value_or(true)) continue;
        protocol::api::CustomDetail copy{std::move(detail.label),
                                         std::move(detail.value),
                                         std::move(detail.transcript_fields),
                                         {}};
        for (auto& map : detail.entity_maps.value_or(std::vector<protocol::EntityMap>{}))
            copy.entity_maps.push_back({std::move(map.entity_name), std::move(map.field_name),
                                        map.is_fast_fillable.value_or(false),
                                        map.is_auto_queryable.value_or(false),
                                        map.is_exact_matchable.value_or(false)});
        shown.push_back(std::move(copy));
    }
    return shown;
}

bool contains(const std::vector<Agent*>& agents, const Agent& agent) {
    return std::ranges::find(agents, &agent) != agents.end();
}

bool is_invited(const Chat& chat, const Agent& viewer) {
    return chat.invitation && contains(chat.invitation->asked, viewer);
}

std::string kind_of(const Invitation& invitation) {
    return invitation.kind == agent::InvitationKind::transfer ? "transfer" : "conference";
}

// What the viewer is asked, in a summary and in details.
template <class Shown>
void show_request(Shown& shown, const Chat& chat, const Agent& viewer) {
    if (is_invited(chat, viewer)) {
        shown.invitation = kind_of(*chat.invitation);
        shown.from_name = chat.invitation->from->row.name;
        shown.answer_by = epoch_milliseconds(chat.invitation->deadline);
    } else if (chat.offer && chat.offer->agent == &viewer) {
        shown.answer_by = milliseconds(chat.offer->deadline);
    }
}

template <class Shown>
void show_flag(Shown& shown, const Chat& chat) {
    shown.is_flag_raised = chat.is_flag_raised;
    if (!chat.is_flag_raised) return;
    const auto raised = std::ranges::find(chat.entries.rbegin(), chat.entries.rend(),
                                          record::EntryType::flag_raised, &record::Entry::type);
    shown.flag_text = raised->content;
}

const std::string& title_of(const Button& button) { return button.row.name; }
const std::string& title_of(const std::unique_ptr<Agent>& agent) { return agent->row.name; }
template <class Row>
const std::string& title_of(const Row& row) {
    return row.name;
}

template <class Rows>
std::vector<protocol::api::Name> names_of(const Rows& rows) {
    std::vector<protocol::api::Name> names;
    for (const auto& [id, row] : rows) names.push_back({id.str(), title_of(row)});
    return names;
}

std::string target_name(const Organization& organization, record::TransferKind to,
                        const std::string& id) {
    const auto name_in = [&](const auto& rows, const auto& parsed) {
        const auto found = parsed ? rows.find(*parsed) : rows.end();
        return found == rows.end() ? std::string() : title_of(found->second);
    };
    switch (to) {
        case record::TransferKind::agent:
            return name_in(organization.agents, AgentId::parse(id));
        case record::TransferKind::skill:
            return name_in(organization.skills, SkillId::parse(id));
        case record::TransferKind::button:
            return name_in(organization.buttons, ButtonId::parse(id));
        case record::TransferKind::none:
            break;
    }
    return {};
}

std::optional<protocol::api::Handover> handover_of(const Chat& chat,
                                                   const Organization& organization) {
    if (const Invitation* invitation = chat.invitation.get())
        return protocol::api::Handover{
            kind_of(*invitation),
            name_of(invitation->to),
            invitation->target,
            target_name(organization, invitation->to, invitation->target),
            invitation->from->row.id.str(),
            epoch_milliseconds(invitation->deadline)};
    if (!chat.is_between_agents()) return std::nullopt;
    const record::Chat& row = chat.row;
    return protocol::api::Handover{
        "transfer",
        name_of(row.transfer_kind),
        row.transfer_target,
        target_name(organization, row.transfer_kind, row.transfer_target),
        row.transfer_from.str(),
        std::nullopt};
}

std::int64_t count_of(std::size_t size) { return static_cast<std::int64_t>(size); }

}  // namespace

protocol::api::Agent agent_of(const Agent& agent) {
    return {agent.row.id.str(), agent.row.username, agent.row.name, name_of(agent.row.role),
            name_of(agent.row.kind)};
}

protocol::api::Organization organization_of(const Organization& organization) {
    return {organization.row.id.str(), organization.row.name};
}

protocol::api::Presence presence_of(const Agent& agent) {
    return {name_of(agent.state), agent.reason, epoch_milliseconds(agent.since)};
}

protocol::api::Capacity capacity_of(const Agent& agent) {
    return {static_cast<std::int64_t>(agent.capacity()),
            static_cast<std::int64_t>(agent.engaged.size()),
            static_cast<std::int64_t>(agent.offered.size())};
}

protocol::api::Me me_of(const Agent& agent, const Organization& organization) {
    protocol::api::Me me;
    me.agent = agent_of(agent);
    me.organization = organization_of(organization);
    me.presence = presence_of(agent);
    me.capacity = capacity_of(agent);
    const record::AgentConfig& config = agent.config;
    me.config = {config.enable_request_sound,
                 config.enable_logout_sound,
                 config.enable_notifications,
                 config.custom_agent_name,
                 config.supervisor_default_agent_status_filter,
                 config.supervisor_default_button_filter.str(),
                 config.supervisor_default_skill_filter.str()};
    me.names = {names_of(organization.buttons), names_of(organization.deployments),
                names_of(organization.skills)};
    for (const SkillId& id : agent.row.skills)
        if (const auto found = organization.skills.find(id); found != organization.skills.end())
            me.skills.push_back({id.str(), found->second.name});
    return me;
}

protocol::api::VisitorBlock block_of(const record::BlockingRule& rule) {
    return {rule.id.str(),
            rule.from_address,
            rule.to_address,
            name_of(rule.owner_type),
            rule.agent.str(),
            rule.description,
            epoch_milliseconds(rule.created_at)};
}

protocol::api::ChatRecord record_of(const protocol::ChatRecord& record) {
    protocol::api::ChatRecord shown{record.entity_name, record.field_value, record.is_new,
                                    record.show_on_create, std::nullopt};
    if (!record.field_name.empty()) shown.field_name = record.field_name;
    return shown;
}

protocol::api::Entry entry_of(const record::Entry& entry) {
    protocol::api::Entry shown;
    shown.position = entry.position;
    shown.at = epoch_milliseconds(entry.at);
    shown.type = name_of(entry.type);
    shown.from = author_of(entry.type);
    if (!entry.agent.empty()) shown.agent_id = entry.agent.str();
    shown.name = entry.name;
    shown.text = entry.content;
    if (!entry.event_type.empty()) shown.event_type = entry.event_type;
    return shown;
}

std::string state_of(const Chat& chat, const Agent& viewer) {
    if (chat.is_ended()) return "ended";
    if (is_invited(chat, viewer)) return "requested";
    if (chat.is_engaged()) return "engaged";
    if (chat.offer && chat.offer->agent == &viewer) return "requested";
    const bool is_free =
        is_choice(chat) && std::ranges::find(chat.tried, &viewer) == chat.tried.end() &&
        std::ranges::find(chat.button->qualified, &viewer) != chat.button->qualified.end();
    return is_free ? "requested" : "waiting";
}

protocol::api::ChatSummary summary_of(const Chat& chat, const Agent& viewer) {
    protocol::api::ChatSummary summary;
    summary.chat_key = chat.row.id.str();
    summary.state = state_of(chat, viewer);
    summary.name = chat.row.visitor_name;
    summary.live_chat_button_id = chat.row.button.str();
    summary.live_chat_deployment_id = chat.row.deployment.str();
    summary.request_time = epoch_milliseconds(chat.row.request_time);
    summary.accept_time = milliseconds(chat.row.start_time);
    summary.is_engaged = chat.is_engaged();
    summary.is_ended = chat.is_ended();
    summary.is_push_request = !is_choice(chat);
    show_request(summary, chat, viewer);
    if (chat.agent) summary.agent_id = chat.agent->row.id.str();
    show_flag(summary, chat);
    summary.is_critical_wait = chat.pace.is_critical;
    return summary;
}

protocol::api::ChatDetails details_of(const Chat& chat, const Agent& viewer,
                                      const Organization& organization) {
    protocol::api::ChatDetails details;
    details.chat_key = chat.row.id.str();
    details.state = state_of(chat, viewer);
    details.name = chat.row.visitor_name;
    details.live_chat_button_id = chat.row.button.str();
    details.live_chat_deployment_id = chat.row.deployment.str();
    details.request_time = epoch_milliseconds(chat.row.request_time);
    details.accept_time = milliseconds(chat.row.start_time);
    details.end_time = milliseconds(chat.row.end_time);
    details.is_engaged = chat.is_engaged();
    details.is_ended = chat.is_ended();
    details.is_push_request = !is_choice(chat);
    details.is_transferring_out = chat.invitation || chat.is_between_agents();
    details.agents = agents_of(chat);
    show_request(details, chat, viewer);
    details.transfer_note = chat.row.transfer_note;
    details.handover = handover_of(chat, organization);
    show_flag(details, chat);
    details.is_critical_wait = chat.pace.is_critical;
    details.is_disconnected = chat.is_disconnected;
    const record::AgentConfig& config = viewer.config;
    details.may_transfer = config.enable_chat_transfer_to_agent ||
                           config.enable_chat_transfer_to_skill ||
                           config.enable_chat_transfer_to_button;
    details.may_confer = config.enable_chat_conferencing;
    details.may_flag = config.enable_assistance_flag;
    details.may_send_files = config.enable_agent_file_transfer;
    details.may_block = config.enable_visitor_blocking;
    if (!chat.row.agent.empty()) details.agent_id = chat.row.agent.str();
    details.ip_address = chat.row.ip_address;
    details.visitor_info = {chat.row.user_agent, chat.row.language, chat.row.referrer,
                            chat.row.screen_resolution, chat.row.visitor_id};
    details.custom_details = details_for_agents(chat);
    for (const auto& record : records_of(chat.row)) details.records.push_back(record_of(record));
    for (const PageView& page : chat.page_views)
        details.breadcrumbs.push_back({page.location, epoch_milliseconds(page.at)});
    for (const record::Entry& entry : chat.entries) details.entries.push_back(entry_of(entry));
    details.is_typing = chat.is_visitor_typing;
    if (viewer.config.enable_sneak_peek) details.sneak_peek = chat.sneak_peek;
    if (chat.is_ended()) {
        details.end_reason = chat.row.end_reason;
        details.ended_by = name_of(chat.row.ended_by);
    }
    return details;
}

std::vector<protocol::api::Agent> agents_of(const Chat& chat) {
    std::vector<protocol::api::Agent> agents;
    if (chat.agent) agents.push_back(agent_of(*chat.agent));
    for (const Agent* member : chat.members) agents.push_back(agent_of(*member));
    return agents;
}

protocol::api::AgentSummary agent_summary_of(const Agent& agent) {
    protocol::api::AgentSummary summary{.id = agent.row.id.str(),
                                        .name = agent.row.name,
                                        .kind = name_of(agent.row.kind),
                                        .state = name_of(agent.state),
                                        .reason = agent.reason,
                                        .since = epoch_milliseconds(agent.since),
                                        .max = count_of(agent.capacity()),
                                        .engaged = count_of(agent.engaged.size()),
                                        .assigned = count_of(agent.offered.size()),
                                        .skill_ids = {},
                                        .chat_keys = {}};
    for (const SkillId& skill : agent.row.skills) summary.skill_ids.push_back(skill.str());
    for (const Chat* chat : agent.engaged) summary.chat_keys.push_back(chat->row.id.str());
    return summary;
}

protocol::api::QueueSummary queue_summary_of(const Button& button, bool is_available, Instant now) {
    protocol::api::QueueSummary summary;
    summary.button_id = button.row.id.str();
    summary.name = button.row.name;
    summary.is_available = is_available;
    summary.waiting = count_of(button.queue.size());
    if (!button.queue.empty())
        summary.longest_wait = (now - button.queue.front()->row.request_time).count() / 1000;
    summary.estimated_wait_time = button.wait.estimate();
    for (const Agent* agent : button.qualified) {
        if (agent->state == record::PresenceState::online) ++summary.agents_online;
        if (agent->state == record::PresenceState::away) ++summary.agents_away;
    }
    return summary;
}

protocol::api::Routing routing_of(const Chat& chat) {
    using enum record::EntryType;
    static constexpr auto steps = std::to_array({chat_request,
                                                 enqueue,
                                                 push_assignment,
                                                 choice_route,
                                                 accept,
                                                 decline_manual,
                                                 decline_timeout,
                                                 unassigned,
                                                 transfer_request,
                                                 transfer,
                                                 transfer_cancelled,
                                                 transfer_declined,
                                                 transferred_to_button,
                                                 transfer_to_button_failed,
                                                 transferred_to_queue,
                                                 transfer_to_queue_failed,
                                                 transferred_to_sbr_skill,
                                                 transferred_to_sbr_skill_failed,
                                                 transferred_to_bot,
                                                 transfer_to_bot_failed,
                                                 chat_resumed_after_transfer,
                                                 leave_agent});
    protocol::api::Routing routing{chat.row.id.str(), {}};
    for (const record::Entry& entry : chat.entries) {
        if (std::ranges::find(steps, entry.type) == steps.end()) continue;
        protocol::api::RoutingStep step{epoch_milliseconds(entry.at), name_of(entry.type),
                                        std::nullopt, std::nullopt};
        if (!entry.agent.empty()) step.agent_id = entry.agent.str();
        if (entry.type == push_assignment)
            if (auto reason = protocol::read<protocol::api::RoutingReason>(entry.content))
                step.reason = *std::move(reason);
        routing.steps.push_back(std::move(step));
    }
    return routing;
}

protocol::api::File file_of(const record::File& row) {
    const bool is_from_visitor = row.direction == record::FileDirection::from_visitor;
    return {.chat_key = row.chat.str(),
            .file_id = row.id.str(),
            .direction = is_from_visitor ? "fromVisitor" : "toVisitor",
            .state = name_of(row.state),
            .name = row.name,
            .content_type = row.content_type,
            .size = row.size};
}

}  // namespace rejoinder::domain::view

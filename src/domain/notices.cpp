#include "domain/notices.hpp"

#include <utility>

#include "domain/affinity.hpp"
#include "domain/entities.hpp"
#include "protocol/events.hpp"

namespace rejoinder::domain::notice {
namespace {

// The versions that brought these properties (wire spec, section 8).
constexpr int idle_timeout_since = 35;
constexpr int wait_time_since = 47;

bool is_gated(int since, int api_version, const Settings& settings) {
    return settings.version_gates == VersionGates::strict && api_version < since;
}

std::string text_of(const protocol::Event& event) { return protocol::event_text(event); }

std::optional<protocol::ChasitorIdleTimeoutSettings> idle_timeout_of(const Chat& chat,
                                                                     const Settings& settings) {
    if (is_gated(idle_timeout_since, chat.session->api_version, settings)) return std::nullopt;
    protocol::ChasitorIdleTimeoutSettings idle;
    const record::Button& row = chat.button->row;
    idle.is_enabled = row.chasitor_idle_timeout > Duration::zero();
    if (idle.is_enabled) {
        idle.timeout = row.chasitor_idle_timeout.count() / 1000;
        idle.warning_time = row.chasitor_idle_timeout_warning.count() / 1000;
    }
    return idle;
}

// The visitor is where its address says only when somebody can look it up: nobody can here.
protocol::GeoLocation unknown_location() {
    protocol::GeoLocation location;
    location.country_code = "";
    location.country_name = "Unknown";
    return location;
}

const char* transcript_type_of(record::EntryType type) {
    using enum record::EntryType;
    switch (type) {
        case visitor_message:
            return "Chasitor";
        case agent_message:
        case bot_message:
            return "Agent";
        default:
            return nullptr;
    }
}

}  // namespace

std::string agent_name(const Chat& chat, const Agent& agent) {
    const std::string& of_button = chat.button->row.custom_agent_name;
    if (!of_button.empty()) return of_button;
    const std::string& of_config = agent.config.custom_agent_name;
    return of_config.empty() ? agent.row.name : of_config;
}

std::string agent_name(const Chat& chat) {
    return chat.agent ? agent_name(chat, *chat.agent) : chat.button->row.custom_agent_name;
}

std::vector<protocol::CustomDetail> custom_details_of(const Chat& chat) {
    if (chat.row.custom_details.empty()) return {};
    return protocol::read<std::vector<protocol::CustomDetail>>(chat.row.custom_details)
        .value_or(std::vector<protocol::CustomDetail>{});
}

std::string request_success(const Chat& chat, const Place& place, const Settings& settings,
                            bool is_transcript_save_enabled,
                            const std::vector<protocol::SensitiveDataRule>& rules) {
    protocol::ChatRequestSuccess event;
    event.queue_position = place.position;
    if (!is_gated(wait_time_since, chat.session->api_version, settings))
        event.estimated_wait_time = place.estimated_wait_time;
    event.geo_location = unknown_location();
    event.url = chat.row.location;
    if (!chat.row.referrer.empty()) event.oref = chat.row.referrer;
    if (!chat.button->row.post_chat_url.empty())
        event.post_chat_url = chat.button->row.post_chat_url;
    event.custom_details = custom_details_of(chat);
    for (auto& detail : event.custom_details) detail.entity_maps.reset();
    event.visitor_id = chat.row.visitor_id;
    event.connection_timeout = chat.session->connection_timeout.count();
    event.sensitive_data_rules = rules;
    event.transcript_save_enabled = is_transcript_save_enabled;
    return text_of(event);
}

std::string request_fail(std::string_view reason, const Chat* chat) {
    protocol::ChatRequestFail event;
    event.reason = reason;
    if (chat && !chat->button->row.post_chat_url.empty())
        event.post_chat_url = chat->button->row.post_chat_url;
    return text_of(event);
}

std::string queue_update(const Place& place, const Session& session, const Settings& settings) {
    protocol::QueueUpdate event;
    event.position = place.position;
    if (!is_gated(wait_time_since, session.api_version, settings))
        event.estimated_wait_time = place.estimated_wait_time;
    return text_of(event);
}

std::string established(const Chat& chat, const Settings& settings) {
    protocol::ChatEstablished event;
    event.name = agent_name(chat);
    event.user_id = chat.agent->row.id.str();
    event.sneak_peek_enabled = chat.agent->config.enable_sneak_peek;
    event.chasitor_idle_timeout = idle_timeout_of(chat, settings);
    if (!chat.footer_items.empty())
        event.items = protocol::read<std::vector<protocol::FooterMenuItem>>(chat.footer_items)
                          .value_or(std::vector<protocol::FooterMenuItem>{});
    return text_of(event);
}

std::string transferred(const Chat& chat, const Settings& settings) {
    protocol::ChatTransferred event;
    event.name = agent_name(chat);
    event.user_id = chat.agent->row.id.str();
    event.sneak_peek_enabled = chat.agent->config.enable_sneak_peek;
    event.chasitor_idle_timeout = idle_timeout_of(chat, settings);
    return text_of(event);
}

bool is_told_by_entry(const record::Entry& entry) {
    using enum record::EntryType;
    // A bot's lines without an agent are what the page tells of the time before the chat.
    return entry.type == agent_message || entry.type == agent_custom_event ||
           (entry.type == bot_message && !entry.agent.empty());
}

std::string of_entry(const record::Entry& entry) {
    if (entry.type == record::EntryType::agent_custom_event) {
        protocol::CustomEvent event;
        event.type = entry.event_type;
        event.data = entry.content;
        return text_of(event);
    }
    protocol::ChatMessage event;
    event.name = entry.name;
    event.text = entry.content;
    event.agent_id = entry.agent.str();
    event.schedule = protocol::Schedule{};
    return text_of(event);
}

std::string agent_typing(const Chat& chat, const Agent& agent, bool is_typing) {
    // Clients know the agent's session by a UUID here, not by the agent's id (wire spec 3.2).
    const std::string id = agent_session(agent.row.id, agent.since).str();
    if (is_typing) return text_of(protocol::AgentTyping{agent_name(chat, agent), id});
    return text_of(protocol::AgentNotTyping{agent_name(chat, agent), id});
}

std::string transfer_to_button_initiated() {
    return text_of(protocol::TransferToButtonInitiated{});
}

std::string resumed_after_transfer(const Chat& chat) {
    return text_of(protocol::ChatResumedAfterTransfer{agent_name(chat), true});
}

std::string joined_conference(const Chat& chat, const Agent& agent) {
    return text_of(protocol::AgentJoinedConference{agent_name(chat, agent)});
}

std::string left_conference(const Chat& chat, const Agent& agent) {
    return text_of(protocol::AgentLeftConference{agent_name(chat, agent)});
}

std::string agent_disconnect() { return text_of(protocol::AgentDisconnect{}); }

std::string sensitive_data_rules(const std::vector<protocol::SensitiveDataRule>& rules) {
    return text_of(protocol::SensitiveDataRules{rules});
}

std::string new_visitor_breadcrumb(std::string_view location) {
    return text_of(protocol::NewVisitorBreadcrumb{std::string(location)});
}

std::string file_requested(const std::string& base, const std::string& token) {
    return text_of(protocol::FileTransfer{"Requested", base + "/upload", base + "/cdm", token});
}

std::string file_transfer(std::string_view type) {
    return text_of(protocol::FileTransfer{std::string(type), {}, {}, {}});
}

std::string async_result(std::int64_t request_sequence) {
    protocol::AsyncResult event;
    event.sequence = request_sequence;
    event.is_success = true;
    return text_of(event);
}

std::string chat_ended(const Chat& chat) {
    protocol::ChatEnded event;
    event.reason = chat.row.end_reason;
    if (!chat.button->row.post_chat_url.empty())
        for (auto& record : records_of(chat.row))
            if (!record.field_name.empty())
                event.attached_records.push_back(
                    {std::move(record.field_name), std::move(record.field_value)});
    return text_of(event);
}

std::string session_data(const Session& session, int position) {
    protocol::ChasitorSessionData event;
    event.queue_position = position;
    event.geo_location = unknown_location();
    event.sneak_peek_enabled = false;
    event.chat_messages.emplace();
    if (const Chat* chat = session.chat.get()) {
        event.url = chat->row.location;
        event.oref = chat->row.referrer;
        event.post_chat_url = chat->button->row.post_chat_url;
        if (chat->agent) event.sneak_peek_enabled = chat->agent->config.enable_sneak_peek;
        for (const record::Entry& entry : chat->entries) {
            const char* type = transcript_type_of(entry.type);
            if (!type) continue;
            const auto sequence = static_cast<std::int64_t>(event.chat_messages->size()) + 1;
            event.chat_messages->push_back(
                {type, entry.name, entry.content, epoch_milliseconds(entry.at), sequence});
        }
    }
    return text_of(event);
}

}  // namespace rejoinder::domain::notice

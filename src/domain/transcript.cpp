#include "domain/transcript.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "domain/api_views.hpp"
#include "domain/entities.hpp"
#include "domain/response_times.hpp"
#include "domain/user_agent.hpp"
#include "protocol/requests.hpp"

namespace rejoinder::domain::transcript {
namespace {

namespace api = protocol::api;
using record::EntryType;

// What is not known of where an address is, in the original's words.
constexpr std::string_view unknown = "Unknown";
// The original's fields take no more.
constexpr std::size_t user_agent_max = 200;
constexpr std::size_t referrer_max = 200;

double seconds(Duration duration) { return static_cast<double>(duration.count()) / 1000; }

template <class Id>
std::optional<std::string> id_text(const Id& id) {
    return id.empty() ? std::nullopt : std::optional(id.str());
}

std::string padded(std::int64_t number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::string name_of_number(std::int64_t number) { return padded(number, 8); }

// The fields of the record that pages fill, by the names the original gives them.
struct Lookup {
    std::string_view field;
    std::optional<std::string> api::LiveChatTranscript::* member;
};
constexpr Lookup lookups[] = {
    {"AccountId", &api::LiveChatTranscript::account_id},
    {"CaseId", &api::LiveChatTranscript::case_id},
    {"ContactId", &api::LiveChatTranscript::contact_id},
    {"LeadId", &api::LiveChatTranscript::lead_id},
};

bool is_own_field(std::string_view field) {
    return std::ranges::any_of(
        protocol::property_names<api::LiveChatTranscript>,
        [&](const protocol::PropertyName& name) { return name.field_name() == field; });
}

// Fields that details and attached records name. What the record says by itself they cannot change.
void fill_named_fields(api::LiveChatTranscript& transcript, const record::Chat& chat) {
    std::map<std::string, std::string> custom;
    const auto fill = [&](const std::string& field, const std::string& value) {
        const auto lookup = std::ranges::find(lookups, field, &Lookup::field);
        if (lookup != std::end(lookups))
            transcript.*(lookup->member) = value;
        else if (!field.empty() && !is_own_field(field))
            custom[field] = value;
    };
    using Details = std::vector<protocol::CustomDetail>;
    if (!chat.custom_details.empty())
        for (const auto& detail : protocol::read<Details>(chat.custom_details).value_or(Details{}))
            for (const std::string& field : detail.transcript_fields)
                fill(field, detail.value.text);
    for (const auto& record : records_of(chat)) fill(record.field_name, record.field_value);

    std::string object = "{";
    for (const auto& [field, value] : custom) {
        if (object.size() > 1) object += ',';
        protocol::write_text(object, field);
        object += ':';
        protocol::write_text(object, value);
    }
    transcript.custom_fields.text = object + "}";
}

void fill_times(api::LiveChatTranscript& transcript, const record::Chat& chat) {
    transcript.request_time = transcript.created_date = transcript.last_modified_date =
        epoch_milliseconds(chat.request_time);
    if (chat.start_time) {
        transcript.start_time = transcript.last_modified_date =
            epoch_milliseconds(*chat.start_time);
        transcript.wait_time = seconds(*chat.start_time - chat.request_time);
    }
    if (!chat.end_time) return;
    transcript.end_time = transcript.last_modified_date = epoch_milliseconds(*chat.end_time);
    if (chat.start_time)
        transcript.chat_duration = seconds(*chat.end_time - *chat.start_time);
    else
        transcript.abandoned = seconds(*chat.end_time - chat.request_time);
}

void fill_counters(api::LiveChatTranscript& transcript, const record::Chat& chat) {
    transcript.visitor_message_count = chat.visitor_message_count;
    transcript.operator_message_count = chat.operator_message_count;
    transcript.average_response_time_visitor = seconds(chat.average_response_time_visitor);
    transcript.average_response_time_operator = seconds(chat.average_response_time_operator);
    transcript.max_response_time_visitor = seconds(chat.max_response_time_visitor);
    transcript.max_response_time_operator = seconds(chat.max_response_time_operator);
}

// The skill of the request, and those the chat was handed on to.
std::vector<std::string> skills_of(const Source& source) {
    std::vector<std::string> skills;
    const auto add = [&](const SkillId& skill) {
        if (!skill.empty() && std::ranges::find(skills, skill.view()) == skills.end())
            skills.push_back(skill.str());
    };
    add(source.chat.skill);
    for (const record::Entry& entry : source.entries)
        if (entry.type == EntryType::transferred_to_sbr_skill)
            if (const auto skill = SkillId::parse(entry.event_type)) add(*skill);
    return skills;
}

}  // namespace

api::LiveChatTranscript summary_of(std::int64_t number, const record::Chat& chat) {
    api::LiveChatTranscript transcript;
    transcript.name = name_of_number(number);
    transcript.chat_key = chat.id.str();
    transcript.status = name_of(chat.status);
    transcript.owner_id = chat.owner.empty() ? std::string(system_user) : chat.owner.str();
    if (chat.ended_by != record::ChatEndedBy::nobody) transcript.ended_by = name_of(chat.ended_by);
    fill_times(transcript, chat);
    fill_counters(transcript, chat);
    transcript.is_chatbot_session = chat.is_chatbot_session;
    transcript.live_chat_button_id = chat.button.str();
    transcript.live_chat_deployment_id = chat.deployment.str();
    transcript.live_chat_visitor_id = chat.visitor_id;
    transcript.skill_id = id_text(chat.skill);
    transcript.visitor_name = chat.visitor_name;
    transcript.ip_address = chat.ip_address;
    transcript.location = transcript.visitor_network = unknown;
    transcript.user_agent = utf8::first_characters(chat.user_agent, user_agent_max);
    transcript.browser = browser_of(chat.user_agent);
    transcript.platform = platform_of(chat.user_agent);
    transcript.browser_language = chat.language;
    transcript.screen_resolution = chat.screen_resolution;
    transcript.referrer_uri = utf8::first_characters(chat.referrer, referrer_max);
    transcript.last_visited_page = chat.location;
    fill_named_fields(transcript, chat);
    return transcript;
}

api::LiveChatTranscript record_of(const Source& source, Reader reader) {
    record::Chat counted;
    count_messages(source.entries, counted);

    api::LiveChatTranscript transcript = summary_of(source.number, source.chat);
    fill_counters(transcript, counted);
    if (!source.chat.end_time && !source.entries.empty())
        transcript.last_modified_date = epoch_milliseconds(source.entries.back().at);
    transcript.skill_ids = skills_of(source);
    transcript.body = text_of(source, Reader::agent);
    if (reader == Reader::supervisor)
        transcript.supervisor_transcript_body = text_of(source, Reader::supervisor);
    return transcript;
}

std::vector<api::LiveChatTranscriptEvent> events_of(const Source& source) {
    std::vector<api::LiveChatTranscriptEvent> events;
    for (const record::Entry& entry : source.entries) {
        // The types before this one are what was said.
        if (entry.type < EntryType::chat_request) continue;
        events.push_back({.agent_id = id_text(entry.agent),
                          .detail = entry.content,
                          .name = name_of_number(source.number) + "-" + padded(entry.position, 4),
                          .time = epoch_milliseconds(entry.at),
                          .type = name_of(entry.type)});
    }
    return events;
}

api::TranscriptDetails details_of(const Source& source, Reader reader) {
    api::TranscriptDetails details;
    details.transcript = record_of(source, reader);
    for (const record::Entry& entry : source.entries)
        if (entry.type != EntryType::whisper || reader == Reader::supervisor)
            details.entries.push_back(view::entry_of(entry));
    details.events = events_of(source);
    for (const record::File& file : source.files) {
        api::File shown = view::file_of(file);
        details.files.push_back({std::move(shown.file_id), std::move(shown.name),
                                 std::move(shown.content_type), shown.size,
                                 std::move(shown.direction), std::move(shown.state),
                                 epoch_milliseconds(file.created_at)});
    }
    return details;
}

api::LiveAgentSession session_of(const record::AgentSession& session) {
    api::LiveAgentSession shown;
    shown.agent_id = shown.owner_id = session.agent.str();
    shown.login_time = epoch_milliseconds(session.login_time);
    shown.name = shown.agent_id + "-" + std::to_string(shown.login_time);
    if (session.logout_time) shown.logout_time = epoch_milliseconds(*session.logout_time);
    shown.chat_req_assigned = session.chat_req_assigned;
    shown.chat_req_declined = session.chat_req_declined;
    shown.chat_req_timed_out = session.chat_req_timed_out;
    shown.chat_req_engaged = session.chat_req_engaged;
    shown.num_flag_raised = session.num_flag_raised;
    shown.num_flag_lowered_agent = session.num_flag_lowered_agent;
    shown.num_flag_lowered_supervisor = session.num_flag_lowered_supervisor;
    shown.time_at_capacity = seconds(session.time_at_capacity);
    shown.time_idle = seconds(session.time_idle);
    shown.time_in_away_status = seconds(session.time_in_away_status);
    shown.time_in_chats = seconds(session.time_in_chats);
    shown.time_in_online_status = seconds(session.time_in_online_status);
    return shown;
}

}  // namespace rejoinder::domain::transcript

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "protocol/api.hpp"
#include "protocol/wire.hpp"

// The shapes of the agents' API that tell of records: transcripts, agents' sessions, visitors.
// Names are the original's fields (product spec 2.9); what each means stands in
// `docs/transcripts.md`.
//
// Times are milliseconds since 1970-01-01 UTC, spans of time are seconds. What is not known, or not
// yet, is left out.
namespace rejoinder::protocol::api {

// The record of one request. `body`, `supervisor_transcript_body` and `skill_ids` are left out in
// lists.
struct LiveChatTranscript {
    std::string name = {};  // the running number
    std::string chat_key = {};
    std::string status = {};
    std::string owner_id = {};
    std::int64_t request_time = 0;
    std::optional<std::int64_t> start_time = {};
    std::optional<std::int64_t> end_time = {};
    std::optional<std::string> ended_by = {};
    std::optional<double> wait_time = {};
    std::optional<double> chat_duration = {};
    std::optional<double> abandoned = {};
    std::int64_t visitor_message_count = 0;
    std::int64_t operator_message_count = 0;
    double average_response_time_visitor = 0;
    double average_response_time_operator = 0;
    double max_response_time_visitor = 0;
    double max_response_time_operator = 0;
    bool is_chatbot_session = false;
    std::string live_chat_button_id = {};
    std::string live_chat_deployment_id = {};
    std::string live_chat_visitor_id = {};
    std::optional<std::string> skill_id = {};
    std::optional<std::vector<std::string>> skill_ids = {};
    std::string visitor_name = {};
    std::string ip_address = {};
    std::string location = {};
    std::string visitor_network = {};
    std::string user_agent = {};
    std::string browser = {};
    std::string platform = {};
    std::string browser_language = {};
    std::string screen_resolution = {};
    std::string referrer_uri = {};
    std::string last_visited_page = {};
    std::optional<std::string> account_id = {};
    std::optional<std::string> case_id = {};
    std::optional<std::string> contact_id = {};
    std::optional<std::string> lead_id = {};
    RawJson custom_fields = {};  // an object: names and texts
    std::int64_t created_date = 0;
    std::int64_t last_modified_date = 0;
    std::optional<std::string> body = {};
    std::optional<std::string> supervisor_transcript_body = {};
};
WIRE(LiveChatTranscript, name, chat_key, status, owner_id, request_time, start_time, end_time,
     ended_by, wait_time, chat_duration, abandoned, visitor_message_count, operator_message_count,
     average_response_time_visitor, average_response_time_operator, max_response_time_visitor,
     max_response_time_operator, is_chatbot_session, live_chat_button_id, live_chat_deployment_id,
     live_chat_visitor_id, skill_id, skill_ids, visitor_name, ip_address, location, visitor_network,
     user_agent, browser, platform, browser_language, screen_resolution, referrer_uri,
     last_visited_page, account_id, case_id, contact_id, lead_id, custom_fields, created_date,
     last_modified_date, body, supervisor_transcript_body);

// Something that happened in a chat: one of the 59 types.
struct LiveChatTranscriptEvent {
    std::optional<std::string> agent_id = {};  // of the agent it concerns
    std::string detail = {};
    std::string name = {};  // the transcript's, and the entry's position in it
    std::int64_t time = 0;
    std::string type = {};
};
WIRE(LiveChatTranscriptEvent, agent_id, detail, name, time, type);

struct TranscriptFile {
    std::string file_id = {};
    std::string name = {};
    std::string content_type = {};
    std::int64_t size = 0;
    std::string direction = {};  // "fromVisitor" or "toVisitor"
    std::string state = {};      // "requested", "stored", "failed" or "canceled"
    std::int64_t created_at = 0;
};
WIRE(TranscriptFile, file_id, name, content_type, size, direction, state, created_at);

// GET /transcripts/{chatKey}
struct TranscriptDetails {
    LiveChatTranscript transcript = {};
    std::vector<Entry> entries = {};
    std::vector<LiveChatTranscriptEvent> events = {};
    std::vector<TranscriptFile> files = {};
};
WIRE(TranscriptDetails, transcript, entries, events, files);

// GET /transcripts/{chatKey}/events
struct TranscriptEvents {
    std::vector<LiveChatTranscriptEvent> events = {};
};
WIRE(TranscriptEvents, events);

// GET /transcripts. `next_cursor` is there while more may follow.
struct TranscriptList {
    std::vector<LiveChatTranscript> transcripts = {};
    std::optional<std::string> next_cursor = {};
};
WIRE(TranscriptList, transcripts, next_cursor);

// An agent's time at work.
struct LiveAgentSession {
    std::string name = {};
    std::string agent_id = {};
    std::string owner_id = {};
    std::int64_t login_time = 0;
    std::optional<std::int64_t> logout_time = {};
    std::int64_t chat_req_assigned = 0;
    std::int64_t chat_req_declined = 0;
    std::int64_t chat_req_timed_out = 0;
    std::int64_t chat_req_engaged = 0;
    std::int64_t num_flag_raised = 0;
    std::int64_t num_flag_lowered_agent = 0;
    std::int64_t num_flag_lowered_supervisor = 0;
    double time_at_capacity = 0;
    double time_idle = 0;
    double time_in_away_status = 0;
    double time_in_chats = 0;
    double time_in_online_status = 0;
};
WIRE(LiveAgentSession, name, agent_id, owner_id, login_time, logout_time, chat_req_assigned,
     chat_req_declined, chat_req_timed_out, chat_req_engaged, num_flag_raised,
     num_flag_lowered_agent, num_flag_lowered_supervisor, time_at_capacity, time_idle,
     time_in_away_status, time_in_chats, time_in_online_status);

// GET /agent-sessions
struct AgentSessionList {
    std::vector<LiveAgentSession> agent_sessions = {};
    std::optional<std::string> next_cursor = {};
};
WIRE(AgentSessionList, agent_sessions, next_cursor);

// GET /visitors/{sessionKey}: somebody who asked for a chat, and the chats it asked for.
struct LiveChatVisitor {
    std::string session_key = {};
    // When it asked for a chat for the first time.
    std::int64_t created_date = 0;
    std::vector<LiveChatTranscript> transcripts = {};
    std::optional<std::string> next_cursor = {};
};
WIRE(LiveChatVisitor, session_key, created_date, transcripts, next_cursor);

}  // namespace rejoinder::protocol::api

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "protocol/api_files.hpp"
#include "protocol/api_records.hpp"
#include "protocol/wire.hpp"

// Every JSON shape of the agents' API, `/api/v1`, as `app/api/openapi.yaml` describes it to others.
//
// Names are the original console API's (product spec 2.12). Times are milliseconds since 1970-01-01
// UTC, waits are seconds, ids of records are the 15-character form, chat keys are UUIDs. An
// optional member that is absent is left out.
namespace rejoinder::protocol::api {

// ---- What both replies and frames are made of

// The one who is logged in, or who answers in a chat.
struct Agent {
    std::string id = {};
    std::string username = {};
    std::string name = {};
    std::string role = {};  // "agent", "supervisor" or "admin"
    std::string kind = {};  // "person" or "bot"
};
WIRE(Agent, id, username, name, role, kind);

struct Organization {
    std::string id = {};
    std::string name = {};
};
WIRE(Organization, id, name);

// What an agent can answer.
struct Skill {
    std::string id = {};
    std::string name = {};
};
WIRE(Skill, id, name);

// Whether an agent takes chats.
struct Presence {
    std::string state = {};   // "Online", "Away" or "Offline"
    std::string reason = {};  // the agent's own words; often empty
    std::int64_t since = 0;
};
WIRE(Presence, state, reason, since);

// How many chats an agent has, of how many. Pushed requests not answered yet count too.
struct Capacity {
    std::int64_t max = 0;
    std::int64_t engaged = 0;
    std::int64_t assigned = 0;  // offered to the agent, not answered yet
};
WIRE(Capacity, max, engaged, assigned);

// A page the visitor looked at.
struct PageView {
    std::string location = {};
    std::int64_t time = 0;
};
WIRE(PageView, location, time);

// Where a record's field takes a detail's value from, in the console.
struct EntityMap {
    std::string entity_name = {};
    std::string field_name = {};
    bool is_fast_fillable = false;
    bool is_auto_queryable = false;
    bool is_exact_matchable = false;
};
WIRE(EntityMap, entity_name, field_name, is_fast_fillable, is_auto_queryable, is_exact_matchable);

// Something the visitor said about itself before the chat, or the page about the visitor. Details
// that are not meant for the agent do not come here.
struct CustomDetail {
    std::string label = {};
    std::string value = {};
    std::vector<std::string> transcript_fields = {};
    std::vector<EntityMap> entity_maps = {};
};
WIRE(CustomDetail, label, value, transcript_fields, entity_maps);

// Where the visitor's address is, when that is known.
struct GeoLocation {
    std::optional<std::string> city = {};
    std::string country_code = {};
    std::string country_name = {};
    std::optional<double> latitude = {};
    std::optional<double> longitude = {};
    std::optional<std::string> organization = {};
    std::optional<std::string> region = {};
};
WIRE(GeoLocation, city, country_code, country_name, latitude, longitude, organization, region);

// What the visitor's browser tells. Members are empty when it does not.
struct VisitorInfo {
    std::string browser_name = {};  // the User-Agent as sent
    std::string language = {};
    std::string original_referrer = {};
    std::string screen_resolution = {};
    std::string session_key = {};  // the visitor's own id, the same in each of its chats
};
WIRE(VisitorInfo, browser_name, language, original_referrer, screen_resolution, session_key);

// One thing that was said or happened in a chat, in the chat's order.
struct Entry {
    std::int64_t position = 0;  // its place in the chat, from 0
    std::int64_t at = 0;
    // "VisitorMessage", "AgentMessage", "BotMessage", "VisitorCustomEvent", "AgentCustomEvent",
    // "VisitorRichMessage", or a transcript event type of the product spec 2.9.
    std::string type = {};
    std::string from = {};                     // "visitor", "agent", "bot" or "system"
    std::optional<std::string> agent_id = {};  // of the agent it concerns
    std::string name = {};  // the author's, as the other side saw it; empty for the system
    std::string text = {};  // what was said; a custom event's data; another event's detail
    std::optional<std::string> event_type = {};  // a custom event's own type
};
WIRE(Entry, position, at, type, from, agent_id, name, text, event_type);

// ---- Requests

struct SetPresence {
    std::string state = {};  // "Online", "Away" or "Offline"
    std::optional<std::string> reason = {};
};
WIRE(SetPresence, state, reason);
WIRE_REQUIRED(SetPresence, "state");

struct SendMessage {
    std::string text = {};
};
WIRE(SendMessage, text);
WIRE_REQUIRED(SendMessage, "text");

struct SetTyping {
    bool is_typing = false;
    std::string text = {};  // what is not sent yet, for supervisors who may see it
};
WIRE(SetTyping, is_typing, text);
WIRE_REQUIRED(SetTyping, "isTyping");

struct SendCustomEvent {
    std::string type = {};
    std::string data = {};
};
WIRE(SendCustomEvent, type, data);
WIRE_REQUIRED(SendCustomEvent, "type", "data");

// The first frame a client sends on its stream: the last frame it has seen, or null.
struct Resume {
    std::optional<std::int64_t> resume = {};
};
WIRE(Resume, resume);

// ---- Replies

// A chat as a line in a list.
struct ChatSummary {
    std::string chat_key = {};
    // "requested": offered to the one who asks, or free for it to pick; "waiting": in the queue of
    // a button it serves; "engaged": its own; "ended".
    std::string state = {};
    std::string name = {};  // the visitor's
    std::string live_chat_button_id = {};
    std::string live_chat_deployment_id = {};
    std::int64_t request_time = 0;
    std::optional<std::int64_t> accept_time = {};  // absent while no agent has accepted
    bool is_engaged = false;
    bool is_ended = false;
    bool is_push_request = false;  // routed to this agent rather than free to pick
    // "transfer" or "conference" when the one who asks was invited to it and has not answered.
    std::optional<std::string> invitation = {};
    std::optional<std::string> from_name = {};   // the agent's who invites
    std::optional<std::int64_t> answer_by = {};  // when a request or an invitation is over
    std::optional<std::string> agent_id = {};    // engaged in the chat
    bool is_flag_raised = false;
    std::optional<std::string> flag_text = {};  // present while the flag is raised
    bool is_critical_wait = false;
};
WIRE(ChatSummary, chat_key, state, name, live_chat_button_id, live_chat_deployment_id, request_time,
     accept_time, is_engaged, is_ended, is_push_request, invitation, from_name, answer_by, agent_id,
     is_flag_raised, flag_text, is_critical_wait);

// GET /chats
struct ChatList {
    std::vector<ChatSummary> chats = {};  // by request time, oldest first
};
WIRE(ChatList, chats);

// To whom a chat is being handed on, or who is being asked in, and nobody has answered.
struct Handover {
    std::string kind = {};  // "transfer" or "conference"
    std::string to = {};    // "agent", "skill" or "button"
    std::string id = {};
    std::string name = {};  // of that agent, skill or button
    std::string from_agent_id = {};
    std::optional<std::int64_t> answer_by = {};  // absent for a button
};
WIRE(Handover, kind, to, id, name, from_agent_id, answer_by);

// A chat with all that is known of it. `entries` begins with what the visitor said before an agent
// accepted.
struct ChatDetails {
    std::string chat_key = {};
    std::string state = {};  // as in ChatSummary
    std::string name = {};   // the visitor's
    std::string live_chat_button_id = {};
    std::string live_chat_deployment_id = {};
    std::int64_t request_time = 0;
    std::optional<std::int64_t> accept_time = {};
    std::optional<std::int64_t> end_time = {};
    bool is_engaged = false;
    bool is_ended = false;
    bool is_push_request = false;
    bool is_transferring_out = false;
    std::optional<std::string> agent_id = {};    // engaged in the chat, or the last one
    std::vector<Agent> agents = {};              // those in the chat now, that one first
    std::optional<std::string> invitation = {};  // these three as in ChatSummary
    std::optional<std::string> from_name = {};
    std::optional<std::int64_t> answer_by = {};
    std::string transfer_note = {};  // what the agent before wrote for the next one
    std::optional<Handover> handover = {};
    bool is_flag_raised = false;
    std::optional<std::string> flag_text = {};
    bool is_critical_wait = false;
    bool is_disconnected = false;  // the visitor has not been heard of for too long
    // What the agent may do here.
    bool may_transfer = false;
    bool may_confer = false;
    bool may_flag = false;
    bool may_send_files = false;
    bool may_block = false;
    bool may_whisper = false;
    // What a supervisor may do here.
    bool may_watch = false;
    bool may_join = false;
    bool may_take_over = false;
    std::string ip_address = {};
    std::optional<GeoLocation> geo_location = {};
    VisitorInfo visitor_info = {};
    std::vector<CustomDetail> custom_details = {};
    std::vector<ChatRecord> records = {};    // found and made when an agent accepted, or attached
    std::vector<PageView> breadcrumbs = {};  // oldest first, the last 25
    std::vector<Entry> entries = {};
    std::vector<File> files = {};  // in the order they were asked for or sent
    bool is_typing = false;        // the visitor
    std::string sneak_peek = {};   // typed and not sent; empty when the agent may not see it
    std::optional<std::string> end_reason = {};  // as ChatEnded.reason
    std::optional<std::string> ended_by = {};    // as ChatEnded.endedBy
};
WIRE(ChatDetails, chat_key, state, name, live_chat_button_id, live_chat_deployment_id, request_time,
     accept_time, end_time, is_engaged, is_ended, is_push_request, is_transferring_out, agent_id,
     agents, invitation, from_name, answer_by, transfer_note, handover, is_flag_raised, flag_text,
     is_critical_wait, is_disconnected, may_transfer, may_confer, may_flag, may_send_files,
     may_block, may_whisper, may_watch, may_join, may_take_over, ip_address, geo_location,
     visitor_info, custom_details, records, breadcrumbs, entries, files, is_typing, sneak_peek,
     end_reason, ended_by);

// What is wrong with one member of the request: where it stands, as `#/name`.
struct MemberProblem {
    std::string pointer = {};
    std::string detail = {};
};
WIRE(MemberProblem, pointer, detail);

// RFC 9457. `title` goes with the status, `detail` says what is wrong this time; `errors` says it
// of each member, where members are what is wrong.
struct Problem {
    std::string type = {};
    std::string title = {};
    std::int64_t status = 0;
    std::string detail = {};
    std::optional<std::vector<MemberProblem>> errors = {};
};
WIRE(Problem, type, title, status, detail, errors);

// ---- Frames of the stream: what stands in `data`, and the `type` it goes by

// What a client sends on its stream to learn whether it still reaches the server, and what it is
// answered, both without a frame around them. Any number, sent back as it is.
struct Ping {
    std::int64_t ping = 0;
};
WIRE(Ping, ping);
WIRE_REQUIRED(Ping, "ping");

struct Pong {
    std::int64_t pong = 0;
};
WIRE(Pong, pong);

// The answer to the client's first frame. When nothing was resumed the client re-reads what it
// shows; frames go on from this one's `seq` in both cases.
struct Hello {
    static constexpr std::string_view frame_type = "hello";
    bool resumed = false;
};
WIRE(Hello, resumed);

// The frames after the one the client named are gone: it re-reads all that it shows. Comes in place
// of Hello; later frames go on from this one's `seq`.
struct Reset {
    static constexpr std::string_view frame_type = "reset";
    std::string reason = {};  // "too_old" or "unknown"
};
WIRE(Reset, reason);

// A request is there for this agent: pushed to it, or free to pick.
struct ChatRequested {
    static constexpr std::string_view frame_type = "chat.requested";
    std::string chat_key = {};
    std::string name = {};  // the visitor's
    std::string live_chat_button_id = {};
    std::string live_chat_deployment_id = {};
    std::int64_t request_time = 0;
    bool is_push_request = false;
    std::optional<std::int64_t> answer_by = {};  // when it goes to somebody else; absent for never
};
WIRE(ChatRequested, chat_key, name, live_chat_button_id, live_chat_deployment_id, request_time,
     is_push_request, answer_by);

// The request is not this agent's to answer any more.
struct ChatRevoked {
    static constexpr std::string_view frame_type = "chat.revoked";
    std::string chat_key = {};
    // "accepted" (by somebody else), "declined", "timeout", "canceled" (by the visitor),
    // "unavailable" (this agent cannot take it any more)
    std::string reason = {};
};
WIRE(ChatRevoked, chat_key, reason);

// This agent is engaged in the chat.
struct ChatStarted {
    static constexpr std::string_view frame_type = "chat.started";
    std::string chat_key = {};
    std::string name = {};  // the visitor's
    std::string live_chat_button_id = {};
    std::string live_chat_deployment_id = {};
    std::int64_t request_time = 0;
    std::int64_t accept_time = 0;
    bool is_push_request = false;
};
WIRE(ChatStarted, chat_key, name, live_chat_button_id, live_chat_deployment_id, request_time,
     accept_time, is_push_request);

// Something was said, by whichever side: the agent's own messages come here too.
struct ChatMessage {
    static constexpr std::string_view frame_type = "chat.message";
    std::string chat_key = {};
    std::string from = {};  // "visitor", "agent" or "bot"
    std::string name = {};
    std::optional<std::string> agent_id = {};
    std::string text = {};
    std::int64_t at = 0;
    std::int64_t position = 0;  // of the entry it is
};
WIRE(ChatMessage, chat_key, from, name, agent_id, text, at, position);

// The visitor writes, or stopped writing.
struct ChatTyping {
    static constexpr std::string_view frame_type = "chat.typing";
    std::string chat_key = {};
    bool is_typing = false;
    std::string sneak_peek = {};  // empty when the agent may not see it
};
WIRE(ChatTyping, chat_key, is_typing, sneak_peek);

// The visitor is on another page.
struct ChatBreadcrumb {
    static constexpr std::string_view frame_type = "chat.breadcrumb";
    std::string chat_key = {};
    std::string location = {};
    std::int64_t time = 0;
};
WIRE(ChatBreadcrumb, chat_key, location, time);

// A custom event, from either side, or another entry that is not a message.
struct ChatEvent {
    static constexpr std::string_view frame_type = "chat.event";
    std::string chat_key = {};
    Entry entry = {};
};
WIRE(ChatEvent, chat_key, entry);

// The visitor has not been heard of for longer than its deployment's connection warning.
struct ChatDisconnected {
    static constexpr std::string_view frame_type = "chat.disconnected";
    std::string chat_key = {};
    std::int64_t last_seen = 0;
};
WIRE(ChatDisconnected, chat_key, last_seen);

// The visitor is back after ChatDisconnected.
struct ChatReconnected {
    static constexpr std::string_view frame_type = "chat.reconnected";
    std::string chat_key = {};
};
WIRE(ChatReconnected, chat_key);

struct ChatEnded {
    static constexpr std::string_view frame_type = "chat.ended";
    std::string chat_key = {};
    std::string reason = {};    // wire spec 7.2: "agent", "client", "clientIdleTimeout", …
    std::string ended_by = {};  // "Agent", "Visitor" or "System"
};
WIRE(ChatEnded, chat_key, reason, ended_by);

// The presence of the agent itself, changed by whichever of its clients or by the server.
struct PresenceChanged {
    static constexpr std::string_view frame_type = "presence.changed";
    std::string agent_id = {};
    std::string state = {};
    std::string reason = {};
    std::int64_t since = 0;
};
WIRE(PresenceChanged, agent_id, state, reason, since);

struct CapacityChanged {
    static constexpr std::string_view frame_type = "capacity.changed";
    std::int64_t max = 0;
    std::int64_t engaged = 0;
    std::int64_t assigned = 0;
};
WIRE(CapacityChanged, max, engaged, assigned);

// The line at a button this agent serves.
struct QueueChanged {
    static constexpr std::string_view frame_type = "queue.changed";
    std::string button_id = {};
    std::int64_t waiting = 0;
    std::int64_t longest_wait = 0;  // seconds the first in line has waited; 0 for an empty line
};
WIRE(QueueChanged, button_id, waiting, longest_wait);

// ---- The envelope

// Appends one frame of the stream, `{"seq":…,"type":…,"at":…,"data":{…}}`. `Data` is one of
// the shapes above that have a `frame_type`.
template <class Data>
void write_frame(std::string& out, std::int64_t sequence, Instant at, const Data& data) {
    out += R"({"seq":)";
    out += std::to_string(sequence);
    out += R"(,"type":")";
    out += Data::frame_type;
    out += R"(","at":)";
    out += std::to_string(epoch_milliseconds(at));
    out += R"(,"data":)";
    write(out, data);
    out += '}';
}

}  // namespace rejoinder::protocol::api

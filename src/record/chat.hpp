#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/record_id.hpp"
#include "base/time.hpp"
#include "base/uuid.hpp"
#include "record/row.hpp"

// What is kept of sessions and chats. A chat's record is its ordered list of entries: the visitor's
// view, the agents' view and the transcript are all read from it (design: the store).
namespace rejoinder::record {

// One visitor's session, from its ChasitorInit on. Events are numbered through the whole session
// with absolute numbers from 1 that never restart; the number on the wire is the absolute one less
// `sequence_origin`, which ReconnectSession moves.
struct Session {
    SessionId id;
    OrganizationId organization;
    DeploymentId deployment;
    Instant created_at;
    // The X-LIVEAGENT-API-VERSION of its ChasitorInit.
    std::int64_t api_version = 0;
    // How often the session got a new affinity token.
    std::int64_t affinity_generation = 0;
    // The absolute event number that is 0 on the wire.
    std::int64_t sequence_origin = 1;
    // The last absolute event number known to be received when the row was written; the truth may
    // be ahead. 0 for none.
    std::int64_t acked = 0;
    // The last accepted X-LIVEAGENT-SEQUENCE when the row was written; entries may be ahead.
    std::int64_t request_sequence = 0;
    // When it was ended, or not yet.
    std::optional<Instant> ended_at;
};
ROW(Session, "session", 1, id, organization, deployment, created_at, api_version,
    affinity_generation, sequence_origin, acked, request_sequence, ended_at);

// `waiting` covers a request offered to an agent and not yet accepted.
enum class ChatState : std::uint8_t { waiting, engaged, ended };
ROW_ENUM(ChatState, "waiting", "engaged", "ended");

// How a request ended (product spec 2.9); `waiting` and `in_progress` while it has not.
enum class ChatStatus : std::uint8_t { waiting, in_progress, completed, missed, dropped, blocked };
ROW_ENUM(ChatStatus, "Waiting", "InProgress", "Completed", "Missed", "Dropped", "Blocked");

enum class ChatEndedBy : std::uint8_t { nobody, agent, visitor, system };
ROW_ENUM(ChatEndedBy, "", "Agent", "Visitor", "System");

// One conversation. Its id is the id of the visitor's session: the chat key.
struct Chat {
    SessionId id;
    OrganizationId organization;
    DeploymentId deployment;
    ButtonId button;
    // Where a direct-to-agent request goes; empty for the button's own routing.
    AgentId direct_agent;
    // The agent engaged in the chat, or the last one.
    AgentId agent;
    ChatState state = ChatState::waiting;
    ChatStatus status = ChatStatus::waiting;
    ChatEndedBy ended_by = ChatEndedBy::nobody;
    // The wire's reason for the end.
    std::string end_reason;
    Instant request_time;
    // When an agent accepted for the first time; absent while none has.
    std::optional<Instant> start_time;
    std::optional<Instant> end_time;
    // Whether the visitor asked for queue updates.
    bool receive_queue_updates = false;
    std::string visitor_id;
    std::string visitor_name;
    std::string ip_address;
    std::string user_agent;
    std::string language;
    std::string screen_resolution;
    std::string referrer;
    // The page the visitor is on.
    std::string location;
    // JSON texts as the wire declares them: an array of CustomDetail, an array of Entity.
    std::string custom_details;
    std::string prechat_entities;
    // A JSON array of the records found or made for the chat, by the transcript field that holds
    // each one's id.
    std::string attached_records;
};
ROW(Chat, "chat", 1, id, organization, deployment, button, direct_agent, agent, state, status,
    ended_by, end_reason, request_time, start_time, end_time, receive_queue_updates, visitor_id,
    visitor_name, ip_address, user_agent, language, screen_resolution, referrer, location,
    custom_details, prechat_entities, attached_records);

// What an entry is. The first ones carry something said; the others are the transcript event types
// of the product spec 2.9, under the same names.
enum class EntryType : std::uint8_t {
    visitor_message,
    agent_message,
    bot_message,
    visitor_custom_event,
    agent_custom_event,
    visitor_rich_message,
    chat_request,
    enqueue,
    push_assignment,
    choice_route,
    accept,
    decline_manual,
    decline_timeout,
    unassigned,
    cancel_no_agent,
    cancel_no_queue,
    cancel_visitor,
    cancel_blocked,
    end_agent,
    end_visitor,
    leave_agent,
    leave_visitor,
    connection_warning,
    connection_timeout,
    idle_warning_triggered,
    idle_warning_cleared,
    idle_timeout,
    agent_blocked,
    sensitive_data_visitor,
    sensitive_data_agent,
    sensitive_data_supervisor,
    other,
};
ROW_ENUM(EntryType, "VisitorMessage", "AgentMessage", "BotMessage", "VisitorCustomEvent",
         "AgentCustomEvent", "VisitorRichMessage", "ChatRequest", "Enqueue", "PushAssignment",
         "ChoiceRoute", "Accept", "DeclineManual", "DeclineTimeout", "Unassigned", "CancelNoAgent",
         "CancelNoQueue", "CancelVisitor", "CancelBlocked", "EndAgent", "EndVisitor", "LeaveAgent",
         "LeaveVisitor", "ConnectionWarning", "ConnectionTimeout",
         "ChasitorIdleTimeoutWarningTriggered", "ChasitorIdleTimeoutWarningCleared",
         "ChasitorIdleTimeout", "AgentBlocked", "SensitiveDataVisitor", "SensitiveDataAgent",
         "SensitiveDataSupervisor", "Other");

// One thing that was said or happened in a chat.
struct Entry {
    SessionId chat;
    // Its place in the chat, from 0.
    std::int64_t position = 0;
    Instant at;
    EntryType type = EntryType::other;
    // The agent it concerns; empty for the visitor's and the server's own entries.
    AgentId agent;
    // The author's name as the other side saw it.
    std::string name;
    // What was said; a custom event's data; another event's detail.
    std::string content;
    // A custom event's own type.
    std::string event_type;
    // The absolute number of the event it became in the visitor's inbox, if it became one.
    std::optional<std::int64_t> sequence;
    // That event's text on the wire, where the fields above do not tell it already.
    std::string event;
    // The visitor's request sequence that caused it, if it had one: guards against repeats.
    std::optional<std::int64_t> request_sequence;
};
ROW(Entry, "entry", 2, chat, position, at, type, agent, name, content, event_type, sequence, event,
    request_sequence);

// The running average of accepted waits at one button (wire spec 7.4).
struct WaitAverage {
    ButtonId button;
    OrganizationId organization;
    double seconds = 0;
};
ROW(WaitAverage, "wait_average", 1, button, organization, seconds);

}  // namespace rejoinder::record

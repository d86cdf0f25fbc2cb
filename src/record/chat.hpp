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

// Where a chat is being handed on to (product spec 2.10); `none` while it is not.
enum class TransferKind : std::uint8_t { none, agent, skill, button };
ROW_ENUM(TransferKind, "", "agent", "skill", "button");

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
    // Whose chat it is in reports: the last agent engaged, or offered it; empty for nobody.
    AgentId owner;
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
    // A JSON array of the records found, made or attached for the chat: `protocol::ChatRecord`, by
    // the transcript field that holds each one's id. An empty field name: no field holds it.
    std::string attached_records;
    // The transfer under way: to whom (an agent's, skill's or button's id), from whom, and what
    // the first agent told the next one.
    TransferKind transfer_kind = TransferKind::none;
    std::string transfer_target;
    AgentId transfer_from;
    std::string transfer_note;
    // The button's skill the request was for (the first one).
    SkillId skill;
    // Whether a bot was in it.
    bool is_chatbot_session = false;
    // Counted from the entries, written with the row when the chat ends (product spec 2.9).
    std::int64_t visitor_message_count = 0;
    std::int64_t operator_message_count = 0;
    Duration average_response_time_visitor{0};
    Duration average_response_time_operator{0};
    Duration max_response_time_visitor{0};
    Duration max_response_time_operator{0};
};
ROW(Chat, "chat", 1, id, organization, deployment, button, direct_agent, agent, owner, state,
    status, ended_by, end_reason, request_time, start_time, end_time, receive_queue_updates,
    visitor_id, visitor_name, ip_address, user_agent, language, screen_resolution, referrer,
    location, custom_details, prechat_entities, attached_records, transfer_kind, transfer_target,
    transfer_from, transfer_note, skill, is_chatbot_session, visitor_message_count,
    operator_message_count, average_response_time_visitor, average_response_time_operator,
    max_response_time_visitor, max_response_time_operator);

// What an entry is. The first ones carry something said; the others are the transcript event types
// of the product spec 2.9, under the same names.
enum class EntryType : std::uint8_t {
    visitor_message,
    agent_message,
    bot_message,
    whisper,
    visitor_custom_event,
    agent_custom_event,
    visitor_rich_message,
    agent_rich_message,
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
    other,
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
    chat_resumed_after_transfer,
    conference_request,
    conference_request_canceled,
    conference_request_declined,
    operator_joined_conference,
    operator_left_conference,
    flag_raised,
    flag_lowered_agent,
    flag_lowered_supervisor,
    alert_critical_wait_chat,
    clear_critical_wait_chat,
    file_transfer_requested,
    file_transfer_to_chasitor,
    file_transfer_success,
    file_transfer_failure,
    file_canceled_agent,
    file_canceled_chasitor,
    sensitive_data_agent,
    sensitive_data_supervisor,
    sensitive_data_visitor,
    chatbot_established,
    chatbot_not_established,
    chatbot_end_chat,
    chatbot_ended_chat_by_action,
    transferred_to_bot,
    transfer_to_bot_failed,
};
ROW_ENUM(EntryType, "VisitorMessage", "AgentMessage", "BotMessage", "Whisper", "VisitorCustomEvent",
         "AgentCustomEvent", "VisitorRichMessage", "AgentRichMessage", "ChatRequest", "Enqueue",
         "PushAssignment", "ChoiceRoute", "Accept", "DeclineManual", "DeclineTimeout", "Unassigned",
         "CancelNoAgent", "CancelNoQueue", "CancelVisitor", "CancelBlocked", "EndAgent",
         "EndVisitor", "LeaveAgent", "LeaveVisitor", "ConnectionWarning", "ConnectionTimeout",
         "ChasitorIdleTimeoutWarningTriggered", "ChasitorIdleTimeoutWarningCleared",
         "ChasitorIdleTimeout", "AgentBlocked", "Other", "TransferRequest", "Transfer",
         "TransferCancelled", "TransferDeclined", "TransferredToButton", "TransferToButtonFailed",
         "TransferredToQueue", "TransferToQueueFailed", "TransferredToSbrSkill",
         "TransferredToSbrSkillFailed", "ChatResumedAfterTransfer", "ConferenceRequest",
         "ConferenceRequestCanceled", "ConferenceRequestDeclined", "OperatorJoinedConference",
         "OperatorLeftConference", "FlagRaised", "FlagLoweredAgent", "FlagLoweredSupervisor",
         "AlertCriticalWaitChat", "ClearCriticalWaitChat", "FileTransferRequested",
         "FileTransferToChasitor", "FileTransferSuccess", "FileTransferFailure",
         "FileCanceledAgent", "FileCanceledChasitor", "SensitiveDataAgent",
         "SensitiveDataSupervisor", "SensitiveDataVisitor", "ChatbotEstablished",
         "ChatbotNotEstablished", "ChatbotEndChat", "ChatbotEndedChatByAction", "TransferredToBot",
         "TransferToBotFailed");

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

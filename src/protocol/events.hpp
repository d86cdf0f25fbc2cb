#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/types.hpp"
#include "protocol/wire.hpp"

// What a visitor is told through System/Messages (wire spec, section 3). Each struct's name is the
// message's `type`.
namespace rejoinder::protocol {

// The agent's connection is lost; the chat lives on and another agent may take it (3.1).
struct AgentDisconnect {};
WIRE_EMPTY(AgentDisconnect);

// The agent stopped writing (3.2).
struct AgentNotTyping {
    std::string name;
    // A UUID of the agent's session, not the agent's id.
    std::string agent_id;
};
WIRE(AgentNotTyping, name, agent_id);

// The agent writes (3.3).
struct AgentTyping {
    std::string name;
    // A UUID of the agent's session, not the agent's id.
    std::string agent_id;
};
WIRE(AgentTyping, name, agent_id);

// The chat as it stands: the first message after a reconnect (3.4).
struct ChasitorSessionData {
    std::optional<std::int64_t> queue_position;
    std::optional<GeoLocation> geo_location;
    std::optional<std::string> url;
    std::optional<std::string> oref;
    std::optional<std::string> post_chat_url;
    std::optional<bool> sneak_peek_enabled;
    std::optional<std::vector<TranscriptEntry>> chat_messages;
};
WIRE(ChasitorSessionData, queue_position, geo_location, url, oref, post_chat_url,
     sneak_peek_enabled, chat_messages);

// The chat is over (3.5). `reason` is one of 7.2.
struct ChatEnded {
    std::string reason;
    std::vector<AttachedRecord> attached_records;
};
WIRE(ChatEnded, reason, attached_records);

// An agent accepted (3.6).
struct ChatEstablished {
    std::string name;
    std::string user_id;
    bool sneak_peek_enabled = false;
    std::optional<ChasitorIdleTimeoutSettings> chasitor_idle_timeout;
    // A bot's footer menu; empty with people.
    std::vector<FooterMenuItem> items;
};
WIRE(ChatEstablished, name, user_id, sneak_peek_enabled, chasitor_idle_timeout, items);

// A text from the agent (3.7).
struct ChatMessage {
    std::string name;
    std::string text;
    std::optional<std::string> agent_id;
    std::optional<Schedule> schedule;
};
WIRE(ChatMessage, name, text, agent_id, schedule);

// Nobody will take the request (3.8). `reason` is one of 7.1.
struct ChatRequestFail {
    std::string reason;
    std::optional<std::string> post_chat_url;
    std::vector<AttachedRecord> attached_records;
};
WIRE(ChatRequestFail, reason, post_chat_url, attached_records);

// The request was routed to agents, and nobody has accepted yet (3.9).
struct ChatRequestSuccess {
    // From 1; 0 when there is no line.
    std::int64_t queue_position = 0;
    // -1 when it cannot be told.
    std::optional<double> estimated_wait_time;
    GeoLocation geo_location;
    std::string url;
    std::optional<std::string> oref;
    std::optional<std::string> post_chat_url;
    std::vector<CustomDetail> custom_details;
    std::string visitor_id;
    // How long the client may be without a poll, in milliseconds.
    std::int64_t connection_timeout = 0;
    std::vector<SensitiveDataRule> sensitive_data_rules;
    bool transcript_save_enabled = false;
};
WIRE(ChatRequestSuccess, queue_position, estimated_wait_time, geo_location, url, oref,
     post_chat_url, custom_details, visitor_id, connection_timeout, sensitive_data_rules,
     transcript_save_enabled);

// Another agent has the chat now (3.10).
struct ChatTransferred {
    std::string name;
    std::string user_id;
    bool sneak_peek_enabled = false;
    std::optional<ChasitorIdleTimeoutSettings> chasitor_idle_timeout;
};
WIRE(ChatTransferred, name, user_id, sneak_peek_enabled, chasitor_idle_timeout);

// The first agent has the chat again (Appendix D.28).
struct ChatResumedAfterTransfer {
    std::string name;
    bool is_transfer_failure = false;
};
WIRE(ChatResumedAfterTransfer, name, is_transfer_failure);

// An event of the agent's own making (3.11).
struct CustomEvent {
    std::string type;
    std::string data;
};
WIRE(CustomEvent, type, data);

// The page the visitor is viewing now (3.12).
struct NewVisitorBreadcrumb {
    std::string location;
};
WIRE(NewVisitorBreadcrumb, location);

// The visitor's place in line changed. Sent only to those who asked for queue updates (3.13).
struct QueueUpdate {
    std::int64_t position = 0;
    // -1 when it cannot be told.
    std::optional<double> estimated_wait_time;
};
WIRE(QueueUpdate, position, estimated_wait_time);

// The rules the client applies to what it sends (3.14).
struct SensitiveDataRules {
    std::vector<SensitiveDataRule> sensitive_data_rules;
};
WIRE(SensitiveDataRules, sensitive_data_rules);

// The organization is on another server; `new_url` has the form `https://{host}/chat` (3.16).
struct SwitchServer {
    std::string new_url;
};
WIRE(SwitchServer, new_url);

// What became of an earlier request (3.17). Not sent unless configured.
struct AsyncResult {
    std::int64_t sequence = 0;
    bool is_success = false;
    std::optional<std::string> error;
};
WIRE(AsyncResult, sequence, is_success, error);

// The chat is being moved to another button (3.18).
struct TransferToButtonInitiated {};
WIRE_EMPTY(TransferToButtonInitiated);

// What happens with a file (3.19). The addresses and the token come with `Requested`.
struct FileTransfer {
    // `Requested`, `Success`, `Canceled` or `Failure`.
    std::string type;
    std::optional<std::string> upload_servlet_url;
    std::optional<std::string> cdm_servlet_url;
    std::optional<std::string> file_token;
};
WIRE(FileTransfer, type, upload_servlet_url, cdm_servlet_url, file_token);

// A bot's menu or buttons (3.20).
struct RichMessage {
    // `ChatWindowMenu` or `ChatWindowButton`.
    std::string type;
    std::optional<std::string> header;
    std::vector<RichMessageItem> items;
};
WIRE(RichMessage, type, header, items);

// A second agent joined (3.21).
struct AgentJoinedConference {
    std::string name;
};
WIRE(AgentJoinedConference, name);

// The second agent left (3.21).
struct AgentLeftConference {
    std::string name;
};
WIRE(AgentLeftConference, name);

using Event =
    std::variant<AgentDisconnect, AgentNotTyping, AgentTyping, ChasitorSessionData, ChatEnded,
                 ChatEstablished, ChatMessage, ChatRequestFail, ChatRequestSuccess, ChatTransferred,
                 ChatResumedAfterTransfer, CustomEvent, NewVisitorBreadcrumb, QueueUpdate,
                 SensitiveDataRules, SwitchServer, AsyncResult, TransferToButtonInitiated,
                 FileTransfer, RichMessage, AgentJoinedConference, AgentLeftConference>;

// Appends a message as it stands in a reply, `{"type":…,"message":{…}}`: any shape that goes by its
// own name.
template <Shape T>
void write_message(std::string& out, const T& message) {
    out += R"({"type":")";
    out += wire_name_of(&message);
    out += R"(","message":)";
    write(out, message);
    out += '}';
}

template <Shape T>
std::string message_text(const T& message) {
    std::string out;
    write_message(out, message);
    return out;
}

// The same for an event.
void write_event(std::string& out, const Event& event);
std::string event_text(const Event& event);

}  // namespace rejoinder::protocol

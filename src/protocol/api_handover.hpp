#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/api.hpp"

// The agents' API where more than one agent has to do with a chat: transfers, conferences, flags,
// whispers, what supervisors see and do, and why a chat went to whom (product spec 1.5, 2.6, 2.10).
namespace rejoinder::protocol::api {

// ---- Requests

// POST /chats/{chatKey}/transfer
struct Transfer {
    std::string to = {};    // "agent", "skill" or "button"
    std::string id = {};    // of that agent, skill or button
    std::string note = {};  // for the next agent
};
WIRE(Transfer, to, id, note);
WIRE_REQUIRED(Transfer, "to", "id");

// POST /chats/{chatKey}/conference
struct Conference {
    std::string agent_id = {};
    std::string note = {};
};
WIRE(Conference, agent_id, note);
WIRE_REQUIRED(Conference, "agentId");

// POST /chats/{chatKey}/flag
struct SetFlag {
    bool is_raised = false;
    std::string text = {};  // what it is about
};
WIRE(SetFlag, is_raised, text);
WIRE_REQUIRED(SetFlag, "isRaised");

// POST /chats/{chatKey}/watch
struct SetWatching {
    bool is_watching = false;
};
WIRE(SetWatching, is_watching);
WIRE_REQUIRED(SetWatching, "isWatching");

// A choice that a bot offers, and an item of its footer menu.
struct RichItem {
    std::string text = {};
    std::optional<std::string> value = {};
};
WIRE(RichItem, text, value);
WIRE_REQUIRED(RichItem, "text");

struct FooterItem {
    std::string text = {};
    std::string dialog_id = {};
};
WIRE(FooterItem, text, dialog_id);
WIRE_REQUIRED(FooterItem, "text", "dialogId");

// POST /chats/{chatKey}/accept; the footer is a bot's.
struct Accept {
    std::vector<FooterItem> footer_items = {};
};
WIRE(Accept, footer_items);

// POST /chats/{chatKey}/end; `by_action`: the visitor asked a bot for it.
struct End {
    bool by_action = false;
};
WIRE(End, by_action);

// POST /chats/{chatKey}/rich-messages
struct SendRichMessage {
    std::string type = {};  // "ChatWindowMenu" or "ChatWindowButton"
    std::optional<std::string> header = {};
    std::vector<RichItem> items = {};
};
WIRE(SendRichMessage, type, header, items);
WIRE_REQUIRED(SendRichMessage, "type", "items");

// ---- Replies

// One agent that took part in a decision, or might have.
struct RoutingCandidate {
    std::string agent_id = {};
    std::int64_t load = 0;  // chats engaged and offered
    std::int64_t capacity = 0;
    std::int64_t last_assigned = 0;  // 0 for never
};
WIRE(RoutingCandidate, agent_id, load, capacity, last_assigned);

// Why a request was pushed to whom.
struct RoutingReason {
    std::string policy = {};  // "LeastActive", "MostAvailable", "Omni" or "Direct"
    // "load", when it told them apart; "lastAssigned" or "id" for a tie; "only" for one candidate.
    std::string decided_by = {};
    std::vector<RoutingCandidate> candidates = {};  // the first 50, by id
    std::int64_t candidate_count = 0;
};
WIRE(RoutingReason, policy, decided_by, candidates, candidate_count);

struct RoutingStep {
    std::int64_t at = 0;
    std::string type = {};  // a transcript event type
    std::optional<std::string> agent_id = {};
    std::optional<RoutingReason> reason = {};
};
WIRE(RoutingStep, at, type, agent_id, reason);

// GET /chats/{chatKey}/routing
struct Routing {
    std::string chat_key = {};
    std::vector<RoutingStep> steps = {};
};
WIRE(Routing, chat_key, steps);

// An agent as supervisors see it.
struct AgentSummary {
    std::string id = {};
    std::string name = {};
    std::string kind = {};
    std::string state = {};
    std::string reason = {};
    std::int64_t since = 0;
    std::int64_t max = 0;  // chats at once
    std::int64_t engaged = 0;
    std::int64_t assigned = 0;
    std::vector<std::string> skill_ids = {};
    std::vector<std::string> chat_keys = {};  // of the chats it is engaged in
};
WIRE(AgentSummary, id, name, kind, state, reason, since, max, engaged, assigned, skill_ids,
     chat_keys);

// GET /agents
struct AgentList {
    std::vector<AgentSummary> agents = {};  // by id
};
WIRE(AgentList, agents);

// A button's line as supervisors see it.
struct QueueSummary {
    std::string button_id = {};
    std::string name = {};
    bool is_available = false;
    std::int64_t waiting = 0;
    std::int64_t longest_wait = 0;  // seconds
    double estimated_wait_time = -1;
    std::int64_t agents_online = 0;
    std::int64_t agents_away = 0;
};
WIRE(QueueSummary, button_id, name, is_available, waiting, longest_wait, estimated_wait_time,
     agents_online, agents_away);

// GET /queues
struct QueueList {
    std::vector<QueueSummary> queues = {};  // by id
};
WIRE(QueueList, queues);

// Where a chat may be handed on to.
struct TransferTarget {
    std::string to = {};  // "agent", "skill" or "button"
    std::string id = {};
    std::string name = {};
    bool is_available = false;
    // Of an agent: its state, its chats, and how many it takes at once.
    std::optional<std::string> state = {};
    std::optional<std::int64_t> engaged = {};
    std::optional<std::int64_t> max = {};
    // Of a skill: who has it and is online, without the one who asks.
    std::optional<std::int64_t> agents_online = {};
    // Of a button: who waits in its line.
    std::optional<std::int64_t> waiting = {};
};
WIRE(TransferTarget, to, id, name, is_available, state, engaged, max, agents_online, waiting);

// GET /transfer-targets
struct TransferTargetList {
    std::vector<TransferTarget> targets = {};
};
WIRE(TransferTargetList, targets);

// ---- Frames

// Somebody wants to hand this agent a chat.
struct TransferRequested {
    static constexpr std::string_view frame_type = "transfer.requested";
    std::string chat_key = {};
    std::string name = {};  // the visitor's
    std::string live_chat_button_id = {};
    std::string to = {};  // "agent" or "skill"
    std::string from_agent_id = {};
    std::string from_name = {};
    std::string note = {};
    std::optional<std::int64_t> answer_by = {};
};
WIRE(TransferRequested, chat_key, name, live_chat_button_id, to, from_agent_id, from_name, note,
     answer_by);

// The request is not this agent's to answer any more: "accepted" (by somebody else), "declined",
// "timeout", "canceled" or "ended".
struct TransferRevoked {
    static constexpr std::string_view frame_type = "transfer.revoked";
    std::string chat_key = {};
    std::string reason = {};
};
WIRE(TransferRevoked, chat_key, reason);

// What became of the transfer this agent asked for: "accepted", "declined", "timeout", "canceled",
// "ended" (the chat), or "restart" (nobody was left to answer it).
struct TransferAnswered {
    static constexpr std::string_view frame_type = "transfer.answered";
    std::string chat_key = {};
    std::string outcome = {};
    std::optional<std::string> agent_id = {};
};
WIRE(TransferAnswered, chat_key, outcome, agent_id);

// The chat is another agent's now, or in the line of a button.
struct ChatTransferred {
    static constexpr std::string_view frame_type = "chat.transferred";
    std::string chat_key = {};
    std::optional<std::string> agent_id = {};
    std::optional<std::string> button_id = {};
};
WIRE(ChatTransferred, chat_key, agent_id, button_id);

struct ConferenceRequested {
    static constexpr std::string_view frame_type = "conference.requested";
    std::string chat_key = {};
    std::string name = {};
    std::string live_chat_button_id = {};
    std::string from_agent_id = {};
    std::string from_name = {};
    std::string note = {};
    std::optional<std::int64_t> answer_by = {};
};
WIRE(ConferenceRequested, chat_key, name, live_chat_button_id, from_agent_id, from_name, note,
     answer_by);

struct ConferenceRevoked {
    static constexpr std::string_view frame_type = "conference.revoked";
    std::string chat_key = {};
    std::string reason = {};  // as TransferRevoked
};
WIRE(ConferenceRevoked, chat_key, reason);

struct ConferenceAnswered {
    static constexpr std::string_view frame_type = "conference.answered";
    std::string chat_key = {};
    std::string outcome = {};  // as TransferAnswered
    std::optional<std::string> agent_id = {};
};
WIRE(ConferenceAnswered, chat_key, outcome, agent_id);

// Who is in the chat changed: the agent it belongs to first, then those who joined.
struct ChatAgents {
    static constexpr std::string_view frame_type = "chat.agents";
    std::string chat_key = {};
    std::vector<Agent> agents = {};
};
WIRE(ChatAgents, chat_key, agents);

// An agent asks for help, or does not need it any more.
struct FlagRaised {
    static constexpr std::string_view frame_type = "flag.raised";
    std::string chat_key = {};
    std::string agent_id = {};
    std::string name = {};
    std::string text = {};
    std::int64_t at = 0;
};
WIRE(FlagRaised, chat_key, agent_id, name, text, at);

struct FlagLowered {
    static constexpr std::string_view frame_type = "flag.lowered";
    std::string chat_key = {};
    std::string agent_id = {};  // who lowered it
};
WIRE(FlagLowered, chat_key, agent_id);

// Something said among agents, which the visitor does not see.
struct Whisper {
    static constexpr std::string_view frame_type = "whisper";
    std::string chat_key = {};
    std::string agent_id = {};
    std::string name = {};
    std::string text = {};
    std::int64_t at = 0;
    std::int64_t position = 0;
};
WIRE(Whisper, chat_key, agent_id, name, text, at, position);

// The visitor has waited for an answer for longer than the agent's critical wait time; or has got
// one.
struct ChatCriticalWait {
    static constexpr std::string_view frame_type = "chat.critical_wait";
    std::string chat_key = {};
    bool is_critical = false;
    std::int64_t waiting_since = 0;
};
WIRE(ChatCriticalWait, chat_key, is_critical, waiting_since);

// For those who watch the chat or are in it: another agent writes. `text` is what it has not sent,
// for supervisors who may see it.
struct ChatAgentTyping {
    static constexpr std::string_view frame_type = "chat.agent_typing";
    std::string chat_key = {};
    std::string agent_id = {};
    bool is_typing = false;
    std::string text = {};
};
WIRE(ChatAgentTyping, chat_key, agent_id, is_typing, text);

// For supervisors: an agent of theirs changed.
struct AgentChanged {
    static constexpr std::string_view frame_type = "agent.changed";
    AgentSummary agent = {};
};
WIRE(AgentChanged, agent);

// For supervisors: a chat of theirs was requested, accepted, handed on or ended.
struct ChatChanged {
    static constexpr std::string_view frame_type = "chat.changed";
    ChatSummary chat = {};
};
WIRE(ChatChanged, chat);

}  // namespace rejoinder::protocol::api

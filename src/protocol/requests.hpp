#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/error.hpp"
#include "protocol/types.hpp"
#include "protocol/wire.hpp"

// The bodies of what visitors' clients POST (wire spec, section 2). Each struct's name is the noun.
namespace rejoinder::protocol::request {

// Asks for a chat; the first POST of a session (2.7).
struct ChasitorInit {
    std::string organization_id;
    std::string deployment_id;
    // Needed unless `button_overrides` or `agent_id` routes.
    std::string button_id;
    // The agent asked for directly.
    std::string agent_id;
    // With `agent_id`: whether the button takes the chat when the agent cannot.
    bool do_fallback = false;
    // The `id` that System/SessionId gave.
    std::string session_id;
    std::string user_agent;
    std::string language;
    std::string screen_resolution;
    std::string visitor_name;
    std::vector<CustomDetail> prechat_details;
    std::vector<Entity> prechat_entities;
    // Targets in the order of preference: button, agent, or agent_button (7.6).
    std::vector<std::string> button_overrides;
    bool receive_queue_updates = false;
    std::optional<bool> is_post;
    std::optional<LooseText> tracking_id;
    std::optional<VisitorInfo> visitor_info;
};
WIRE(ChasitorInit, organization_id, deployment_id, button_id, agent_id, do_fallback, session_id,
     user_agent, language, screen_resolution, visitor_name, prechat_details, prechat_entities,
     button_overrides, receive_queue_updates, is_post, tracking_id, visitor_info);
WIRE_REQUIRED(ChasitorInit, "organizationId", "deploymentId");

// Takes the visitor's state up again after a reconnect (2.8).
struct ChasitorResyncState {
    std::string organization_id;
};
WIRE(ChasitorResyncState, organization_id);

// The visitor writes (2.9).
struct ChasitorTyping {};
WIRE_EMPTY(ChasitorTyping);

// The visitor stopped writing (2.10).
struct ChasitorNotTyping {};
WIRE_EMPTY(ChasitorNotTyping);

// What stands in the visitor's input now (2.11). Positions need not grow.
struct ChasitorSneakPeek {
    std::int64_t position = 0;
    std::string text;
};
WIRE(ChasitorSneakPeek, position, text);

// A text from the visitor (2.12).
struct ChatMessage {
    std::string text;
};
WIRE(ChatMessage, text);
WIRE_REQUIRED(ChatMessage, "text");

// A line that a bot said before the chat; prefix ChatBot, noun ChatMessage (2.4).
struct ChatBotMessage {
    std::string text;
};
WIRE(ChatBotMessage, text);
WIRE_REQUIRED(ChatBotMessage, "text");

// The visitor leaves (2.13). Four shapes of body are understood.
struct ChatEnd {
    std::string reason = "client";
};
WIRE(ChatEnd, reason);

// The visitor gives its request up (Appendix D.10).
struct ChatCancel {};
WIRE_EMPTY(ChatCancel);

// An event of the page's own making (2.14).
struct CustomEvent {
    std::string type;
    std::string data;
};
WIRE(CustomEvent, type, data);
WIRE_REQUIRED(CustomEvent, "type");

// The client has shown, or cleared, the warning before its idle time-out (2.15).
struct ChasitorIdleTimeoutWarningEvent {
    // `triggered` or `cleared`.
    std::string idle_timeout_warning_event;
};
WIRE(ChasitorIdleTimeoutWarningEvent, idle_timeout_warning_event);
WIRE_REQUIRED(ChasitorIdleTimeoutWarningEvent, "idleTimeoutWarningEvent");

// Rules fired on what the visitor wrote (2.16).
struct SensitiveDataRuleTriggered {
    std::vector<Rule> rules;
};
WIRE(SensitiveDataRuleTriggered, rules);

// Rules fired on what the agent wrote; prefix Agent, noun SensitiveDataRuleTriggered (2.16).
struct AgentSensitiveDataRuleTriggered {
    std::vector<Rule> rules;
    // The session's id.
    std::string chat_id;
};
WIRE(AgentSensitiveDataRuleTriggered, rules, chat_id);

// The visitor's choices of what a bot offered (2.17).
struct RichMessage {
    std::vector<RichMessageAction> actions;
};
WIRE(RichMessage, actions);
WIRE_REQUIRED(RichMessage, "actions");

// The page a visitor is on; prefix Visitor, so not one of `Post` (2.18.4).
struct Breadcrumb {
    std::string location;
};
WIRE(Breadcrumb, location);
WIRE_REQUIRED(Breadcrumb, "location");

// Everything that is POSTed within a session, but batches.
using Post = std::variant<ChatMessage, ChasitorTyping, ChasitorNotTyping, ChasitorSneakPeek,
                          ChasitorInit, ChasitorResyncState, ChatEnd, ChatCancel, CustomEvent,
                          ChasitorIdleTimeoutWarningEvent, SensitiveDataRuleTriggered, RichMessage,
                          AgentSensitiveDataRuleTriggered, ChatBotMessage>;

// Where a request is POSTed: `prefix`/`noun`.
struct Noun {
    std::string_view prefix;
    std::string_view noun;

    bool operator==(const Noun&) const = default;
};

template <Shape T>
inline constexpr Noun noun_of{"Chasitor", wire_name_of(static_cast<const T*>(nullptr))};
template <>
inline constexpr Noun noun_of<AgentSensitiveDataRuleTriggered>{"Agent",
                                                               "SensitiveDataRuleTriggered"};
template <>
inline constexpr Noun noun_of<ChatBotMessage>{"ChatBot", "ChatMessage"};
template <>
inline constexpr Noun noun_of<Breadcrumb>{"Visitor", "Breadcrumb"};

// Whether `prefix`/`noun` is one of `Post`.
bool is_post_noun(std::string_view prefix, std::string_view noun);

// Reads the body of a POST. An empty body is `{}`. Fails with `not_found` for a noun that is none,
// with `bad_request` for a body that is not the noun's.
Result<Post> read_post(std::string_view prefix, std::string_view noun, std::string_view body);

// Several requests in one, executed in their order; prefix System (2.4).
struct MultiNoun {
    std::vector<NounWrapper> nouns;
};
WIRE(MultiNoun, nouns);
WIRE_REQUIRED(MultiNoun, "nouns");
template <>
inline constexpr Noun noun_of<MultiNoun>{"System", "MultiNoun"};

// The requests of one batch at most.
inline constexpr std::size_t batch_nouns_max = 100;

// Reads the body of System/MultiNoun: all of it is understood or none. Batches do not nest, and a
// noun that is none is a `bad_request`.
Result<std::vector<Post>> read_batch(std::string_view body);

}  // namespace rejoinder::protocol::request

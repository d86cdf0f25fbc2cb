#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"
#include "protocol/events.hpp"
#include "protocol/types.hpp"
#include "protocol/wire.hpp"

// What GET resources of the visitors' dialect answer (wire spec, section 2).
namespace rejoinder::protocol {

// System/SessionId (2.1).
struct SessionIdReply {
    std::string id;
    std::string key;
    std::string affinity_token;
    // Seconds after which the client takes its connection for broken.
    std::int64_t client_poll_timeout = 0;
};
WIRE(SessionIdReply, id, key, affinity_token, client_poll_timeout);

// System/ResyncSession (2.6). The texts are absent when the session is not valid.
struct ResyncSessionReply {
    bool is_valid = false;
    std::optional<std::string> key;
    std::optional<std::string> affinity_token;
};
WIRE(ResyncSessionReply, is_valid, key, affinity_token);

// System/ReconnectSession (3.15).
struct ReconnectSession {
    bool reset_sequence = true;
    std::string affinity_token;
};
WIRE(ReconnectSession, reset_sequence, affinity_token);

// Visitor/Settings (2.18.1).
struct Settings {
    // Milliseconds between a page's pings.
    std::int64_t ping_rate = 0;
    std::string content_server_url;
    std::vector<Button> buttons;
};
WIRE(Settings, ping_rate, content_server_url, buttons);

// Visitor/Availability (2.18.2).
struct Availability {
    std::vector<AvailabilityResult> results;
};
WIRE(Availability, results);

// Visitor/VisitorId (2.18.3).
struct VisitorId {
    // Follows the visitor across pages.
    std::string session_id;
};
WIRE(VisitorId, session_id);

// What is wrong with a JSONP request (2.20).
struct JsonpError {
    std::string text;
};
FIELDS(JsonpError, text);
[[maybe_unused]] constexpr std::string_view wire_name_of(const JsonpError*) { return "Error"; }

// Puts the reply to a poll together from messages as `event_text` makes them (2.3).
class MessagesWriter {
public:
    // `size` is the length of all messages together.
    explicit MessagesWriter(std::size_t size);

    void add(std::string_view message);
    std::string finish(std::int64_t sequence, std::int64_t offset);

private:
    std::string out_;
    bool is_first_ = true;
};

// `{"messages":[…]}` of messages as `message_text` makes them.
std::string messages_text(const std::vector<std::string>& messages);

// The reply of System/ReconnectSession, with the token in both places where clients look for it
// (Appendix D.24).
std::string reconnect_reply(std::string affinity_token);

// The body of a JSONP reply that says what went wrong: `{"messages":[{"type":"Error",…}]}`.
std::string jsonp_error(std::string text);

}  // namespace rejoinder::protocol

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/time.hpp"

namespace rejoinder::domain {

// A client's own POST counter that jumps forward: taken as it is, or 409 (wire spec 5.8).
enum class RequestSequence : std::uint8_t { lenient, strict };
// A ChatMessage before ChatEstablished: kept in order for the agent, or 500 (wire spec 5.9).
enum class EarlyPosts : std::uint8_t { accept, reject };
// A second poll: takes over from the first, or ends the chat (wire spec 5.7).
enum class DuplicatePoll : std::uint8_t { supersede, terminate };
// An ack of more than was ever sent: everything counts as received, or 409, or by the client's
// version: 409 from 50 on (wire spec 5.3, D.18).
enum class AckAhead : std::uint8_t { lenient, strict, by_version };
// ReconnectSession: at any time, or only when a hand-over is pending, else 405 (wire spec 2.5).
enum class Reconnect : std::uint8_t { always, pending_only };
// Properties newer than the client's version: sent all the same, or left out (wire spec 8).
enum class VersionGates : std::uint8_t { lenient, strict };
// The undocumented prefix ChatBot inside MultiNoun (wire spec 2.4).
enum class ChatbotNoun : std::uint8_t { accept, reject };
// A ChasitorInit with `isPost` false: goes on, or ChatRequestFail NoPost (wire spec 7.1).
enum class NoPost : std::uint8_t { ignore, reject };
// ResyncSession of a session that is not there: 200 with `isValid` false, or 403 (wire spec 2.6).
enum class ResyncUnknown : std::uint8_t { invalid, forbidden };
// A Visitor request for an organization that is not here: SwitchServer, or nothing available.
enum class UnknownOrganization : std::uint8_t { switch_server, unavailable };

// What the core may be told at start. Each value's meaning, default and range for operators stand
// in `app/config.hpp`.
struct Settings {
    // How long a poll is held, and what clients are told to wait at the most.
    Duration poll_timeout{28'000};
    Duration client_poll_timeout{40'000};
    // Added to `client_poll_timeout` before a session without a chat is given up.
    Duration session_grace{5'000};
    // How long an agent without a connection keeps presence and chats.
    Duration presence_grace{30'000};
    Duration ping_rate{50'000};
    // How long agents have to answer an invitation to a transfer or a conference.
    Duration invitation_timeout{60'000};
    // What a visitor's client has, beyond the idle time-out, to end the chat by itself.
    Duration idle_grace{5'000};

    RequestSequence request_sequence = RequestSequence::lenient;
    EarlyPosts early_posts = EarlyPosts::accept;
    DuplicatePoll duplicate_poll = DuplicatePoll::supersede;
    AckAhead ack_ahead = AckAhead::lenient;
    Reconnect reconnect = Reconnect::always;
    VersionGates version_gates = VersionGates::lenient;
    ChatbotNoun chatbot_noun = ChatbotNoun::accept;
    NoPost no_post = NoPost::ignore;
    ResyncUnknown resync_unknown = ResyncUnknown::invalid;
    UnknownOrganization unknown_organization = UnknownOrganization::switch_server;
    bool sensitive_data_rules_message = false;
    bool async_result = false;

    // Where SwitchServer sends clients; the server's own public address when empty.
    std::string switch_server_url;
    // `contentServerUrl` of Settings.
    std::string content_server_url;
    // How visitors reach this server, without a last `/`; where agents reach it when empty.
    std::string public_url;

    // Open sessions at once, in all and from one address.
    std::size_t sessions_max = 1'000'000;
    std::size_t sessions_per_address_max = 20'000;
    // Events a visitor may be behind.
    std::size_t inbox_events_max = 1'000;
    // Frames kept for an agent who reconnects.
    std::size_t stream_frames_max = 1'000;
    // Entries in one chat.
    std::size_t chat_entries_max = 20'000;
    // Requests waiting at one button, whatever the button's own limits are.
    std::size_t queue_length_max = 100'000;
    // Bytes in the text of one message.
    std::size_t message_bytes_max = 16'384;
    // Files asked for or sent, in one chat and in one organization within 24 hours.
    std::size_t files_per_chat_max = 100;
    std::size_t files_per_day_max = 5'000;
    // How long files stay known after their chat's end.
    Duration file_link_lifetime{3'600'000};
};

}  // namespace rejoinder::domain

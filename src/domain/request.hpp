#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/error.hpp"
#include "base/record_id.hpp"
#include "base/time.hpp"
#include "base/uuid.hpp"
#include "domain/administration_request.hpp"
#include "domain/request_files.hpp"
#include "domain/request_records.hpp"
#include "protocol/events.hpp"
#include "protocol/requests.hpp"
#include "record/chat.hpp"
#include "record/login.hpp"

// Everything that can be asked of the core. What could not be understood comes in as an error in
// its place, so that the checks keep the order of the wire spec (1.5): a dead session is 403
// whatever its body says.
namespace rejoinder::domain {

// Who waits for the answer. The number is the asker's own; the core only hands it back.
struct Caller {
    std::uint64_t id = 0;

    auto operator<=>(const Caller&) const = default;
};

// The affinity tokens a request named: up to `count_max`, more are as good as wrong. Values that
// are no token at all count as present and match nothing.
struct AffinityClaim {
    static constexpr std::size_t count_max = 4;

    bool is_present = false;
    std::uint8_t count = 0;
    std::array<std::uint32_t, count_max> tokens{};
};

// The session that a request of the visitors' dialect names. Its key has been verified: it was made
// by this server at `created_at`.
struct SessionContext {
    SessionId session;
    Instant created_at;
    int api_version = 0;
    AffinityClaim affinity;
    // The network the client calls from: the IPv4 address, or the upper half of the IPv6 address.
    std::uint64_t network = 0;
};

// GET System/Messages. No `ack` acknowledges all that was sent before.
struct Poll {
    SessionContext context;
    Result<std::optional<std::int64_t>> ack;
};

// What the connection tells of a visitor.
struct VisitorOrigin {
    std::string address;
    std::string referrer;
    std::string user_agent;
};

// A POST noun, or the nouns of a MultiNoun in their order. An absent `sequence` is accepted.
struct VisitorPost {
    SessionContext context;
    Result<std::optional<std::int64_t>> sequence;
    Result<std::vector<protocol::request::Post>> posts;
    VisitorOrigin origin;
    // Becomes the visitor's id if the post is a ChasitorInit.
    Uuid random;
};

// DELETE System/SessionId/{key}.
struct EndSession {
    SessionContext context;
};

// GET System/ReconnectSession.
struct ReconnectSession {
    SessionContext context;
    Result<std::int64_t> offset;
};

// GET System/ResyncSession. `key` goes back to the client unchanged. A key that was never made here
// comes as an error.
struct ResyncSession {
    Result<SessionContext> context;
    std::string key;
};

// GET Visitor/Settings, Availability and VisitorId, alone or several in the order asked.
struct VisitorLookup {
    struct Settings {
        std::vector<std::string> button_ids;
        bool need_estimated_wait_time = false;
        // The page the visitor is on, when it asked for the breadcrumb to be set.
        std::string breadcrumb;
    };
    struct Availability {
        std::vector<std::string> ids;
        bool need_estimated_wait_time = false;
    };
    struct VisitorId {
        // The visitor's id so far, or a random one.
        std::string session_id;
    };
    using Noun = std::variant<Settings, Availability, VisitorId>;

    int api_version = 0;
    std::string organization;
    std::string deployment;
    std::vector<Noun> nouns;
    // The JSONP callback; empty for plain JSON.
    std::string callback;
    // `https://{host}/chat` as the client reached this server: where SwitchServer points when no
    // other address is configured.
    std::string own_url;
};

// POST Visitor/Breadcrumb. Without a session it is accepted and dropped.
struct VisitorBreadcrumb {
    std::optional<SessionContext> context;
    Result<protocol::request::Breadcrumb> breadcrumb;
};

// The client of a request not yet answered hung up.
struct CallerGone {};

// Asks for what is needed to check a password: answered with `AgentCredentials`.
struct FindCredentials {
    std::string organization;
    std::string username;
};

// A password was right. The token's hash is kept, the token is not.
struct OpenLogin {
    AgentId agent;
    std::string token;
    std::string token_hash;
    Instant expires_at;
};

// One request of the agents' API by the holder of a token.
namespace agent {

struct Logout {};
struct GetMe {};
struct SetPresence {
    record::PresenceState state = record::PresenceState::offline;
    std::string reason;
};
// `state` is one of requested, engaged, waiting; empty is all of them. `is_everybodys` is for
// supervisors: all the chats they look after.
struct ListChats {
    std::string state;
    bool is_everybodys = false;
};
struct GetChat {
    SessionId chat;
};
struct Accept {
    SessionId chat;
    // A bot's footer menu (wire spec 4.12).
    std::vector<protocol::FooterMenuItem> footer_items = {};
};
struct Decline {
    SessionId chat;
};
struct SendMessage {
    SessionId chat;
    std::string text;
};
struct SetTyping {
    SessionId chat;
    bool is_typing = false;
    std::string text;
};
struct SendCustomEvent {
    SessionId chat;
    std::string type;
    std::string data;
};
struct SendRichMessage {
    SessionId chat;
    protocol::RichMessage message;
};
struct EndChat {
    SessionId chat;
    // The visitor asked a bot for it.
    bool is_by_action = false;
};

// Handing a chat on, or asking somebody in (product spec 2.10).
struct Transfer {
    SessionId chat;
    record::TransferKind to = record::TransferKind::none;
    std::string id;
    std::string note;
};
struct Confer {
    SessionId chat;
    std::string agent;
    std::string note;
};
// The answer to either; whose it is must be said, so that a late answer meets the right question.
enum class InvitationKind : std::uint8_t { transfer, conference };
struct AcceptInvitation {
    SessionId chat;
    InvitationKind kind = InvitationKind::transfer;
};
struct DeclineInvitation {
    SessionId chat;
    InvitationKind kind = InvitationKind::transfer;
};
struct CancelInvitation {
    SessionId chat;
    InvitationKind kind = InvitationKind::transfer;
};
struct LeaveConference {
    SessionId chat;
};

struct SetFlag {
    SessionId chat;
    bool is_raised = false;
    std::string text;
};
struct Whisper {
    SessionId chat;
    std::string text;
};
struct Watch {
    SessionId chat;
    bool is_watching = false;
};
struct Join {
    SessionId chat;
};
struct TakeOver {
    SessionId chat;
};
struct GetRouting {
    SessionId chat;
};
struct ListAgents {};
struct ListQueues {};
struct ListTransferTargets {};
struct SetAgentPresence {
    std::string agent;
    record::PresenceState state = record::PresenceState::offline;
    std::string reason;
};
// What the agent may see of records; answered with `Access`, for the server itself.
struct Authorize {};

using Action =
    std::variant<Logout, GetMe, SetPresence, ListChats, GetChat, Accept, Decline, SendMessage,
                 SetTyping, SendCustomEvent, SendRichMessage, EndChat, Transfer, Confer,
                 AcceptInvitation, DeclineInvitation, CancelInvitation, LeaveConference, SetFlag,
                 Whisper, Watch, Join, TakeOver, GetRouting, ListAgents, ListQueues,
                 ListTransferTargets, SetAgentPresence, Administer, ListQuickTexts, BlockVisitor,
                 AttachRecord, ListRecords, GetRecord, RequestFile, CancelFileRequest, CheckFile,
                 SendFile, GetFile, Authorize>;

}  // namespace agent

struct AgentRequest {
    std::string token_hash;
    // Repeating a request with the same key repeats its answer and does nothing; empty is none.
    std::string idempotency_key;
    Result<agent::Action> action;
};

// The agents' stream. `Caller` is the stream's own number from `OpenStream` to `CloseStream`.
struct OpenStream {
    std::string token_hash;
};
// The client's first frame: the last frame it has seen, or none.
struct ResumeStream {
    std::optional<std::int64_t> last_seen;
};
struct CloseStream {};

using Request =
    std::variant<Poll, VisitorPost, EndSession, ReconnectSession, ResyncSession, VisitorLookup,
                 VisitorBreadcrumb, CallerGone, FindCredentials, OpenLogin, AgentRequest,
                 OpenStream, ResumeStream, CloseStream, FileStep>;

}  // namespace rejoinder::domain

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "app/api/routes_parts.hpp"
#include "protocol/api_handover.hpp"
#include "protocol/wire.hpp"

// Transfers, conferences, flags, whispers, and what supervisors see and do.
namespace rejoinder::app::api {
namespace {

namespace agent = domain::agent;
namespace wire = protocol::api;
using http::Method;

// Items of one rich message.
constexpr std::size_t rich_items_max = 100;

std::optional<record::TransferKind> transfer_kind(std::string_view text) {
    constexpr auto names = enum_names_of(static_cast<const record::TransferKind*>(nullptr));
    const auto found = std::ranges::find(names, text);
    if (text.empty() || found == names.end()) return std::nullopt;
    return static_cast<record::TransferKind>(found - names.begin());
}

Result<agent::Action> parse_transfer(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    TRY(wire::Transfer body, protocol::read<wire::Transfer>(request.body));
    const auto to = transfer_kind(body.to);
    if (!to) return fail(Errc::bad_request, "to must be agent, skill or button");
    return agent::Transfer{chat, *to, std::move(body.id), std::move(body.note)};
}

Result<agent::Action> parse_conference(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    TRY(wire::Conference body, protocol::read<wire::Conference>(request.body));
    return agent::Confer{chat, std::move(body.agent_id), std::move(body.note)};
}

template <class Action, agent::InvitationKind kind>
Result<agent::Action> parse_invitation(const http::Request&, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    return Action{chat, kind};
}

Result<agent::Action> parse_flag(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    TRY(wire::SetFlag body, protocol::read<wire::SetFlag>(request.body));
    return agent::SetFlag{chat, body.is_raised, std::move(body.text)};
}

Result<agent::Action> parse_whisper(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    TRY(wire::SendMessage body, protocol::read<wire::SendMessage>(request.body));
    if (body.text.empty()) return fail(Errc::bad_request, "text must not be empty");
    return agent::Whisper{chat, std::move(body.text)};
}

Result<agent::Action> parse_watch(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    TRY(const wire::SetWatching body, protocol::read<wire::SetWatching>(request.body));
    return agent::Watch{chat, body.is_watching};
}

Result<agent::Action> parse_rich_message(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    TRY(wire::SendRichMessage body, protocol::read<wire::SendRichMessage>(request.body));
    if (body.type != "ChatWindowMenu" && body.type != "ChatWindowButton")
        return fail(Errc::bad_request, "type must be ChatWindowMenu or ChatWindowButton");
    if (body.items.empty() || body.items.size() > rich_items_max)
        return fail(Errc::bad_request, "items must have 1 to 100 elements");
    protocol::RichMessage message{body.type, body.header, {}};
    for (wire::RichItem& item : body.items)
        message.items.push_back({std::move(item.text), std::move(item.value)});
    return agent::SendRichMessage{chat, std::move(message)};
}

Result<agent::Action> parse_agent_presence(const http::Request& request, const PathValues& values) {
    TRY(auto presence, parse_presence(request));
    return agent::SetAgentPresence{std::string(values[0]), presence.state,
                                   std::move(presence.reason)};
}

template <class Action>
Result<agent::Action> parse_plain(const http::Request&, const PathValues&) {
    return Action{};
}

constexpr auto transfer = agent::InvitationKind::transfer;
constexpr auto conference = agent::InvitationKind::conference;

constexpr Route table[] = {
    {Method::post, "/api/v1/chats/{chatKey}/transfer", Service::action, parse_transfer},
    {Method::post, "/api/v1/chats/{chatKey}/transfer/accept", Service::action,
     parse_invitation<agent::AcceptInvitation, transfer>},
    {Method::post, "/api/v1/chats/{chatKey}/transfer/decline", Service::action,
     parse_invitation<agent::DeclineInvitation, transfer>},
    {Method::post, "/api/v1/chats/{chatKey}/transfer/cancel", Service::action,
     parse_invitation<agent::CancelInvitation, transfer>},
    {Method::post, "/api/v1/chats/{chatKey}/conference", Service::action, parse_conference},
    {Method::post, "/api/v1/chats/{chatKey}/conference/accept", Service::action,
     parse_invitation<agent::AcceptInvitation, conference>},
    {Method::post, "/api/v1/chats/{chatKey}/conference/decline", Service::action,
     parse_invitation<agent::DeclineInvitation, conference>},
    {Method::post, "/api/v1/chats/{chatKey}/conference/cancel", Service::action,
     parse_invitation<agent::CancelInvitation, conference>},
    {Method::post, "/api/v1/chats/{chatKey}/conference/leave", Service::action,
     parse_chat_action<agent::LeaveConference>},
    {Method::post, "/api/v1/chats/{chatKey}/flag", Service::action, parse_flag},
    {Method::post, "/api/v1/chats/{chatKey}/whispers", Service::action, parse_whisper},
    {Method::post, "/api/v1/chats/{chatKey}/watch", Service::action, parse_watch},
    {Method::post, "/api/v1/chats/{chatKey}/join", Service::action, parse_chat_action<agent::Join>},
    {Method::post, "/api/v1/chats/{chatKey}/take-over", Service::action,
     parse_chat_action<agent::TakeOver>},
    {Method::post, "/api/v1/chats/{chatKey}/rich-messages", Service::action, parse_rich_message},
    {Method::get, "/api/v1/chats/{chatKey}/routing", Service::action,
     parse_chat_action<agent::GetRouting>},
    {Method::get, "/api/v1/agents", Service::action, parse_plain<agent::ListAgents>},
    {Method::put, "/api/v1/agents/{agentId}/presence", Service::action, parse_agent_presence},
    {Method::get, "/api/v1/queues", Service::action, parse_plain<agent::ListQueues>},
    {Method::get, "/api/v1/transfer-targets", Service::action,
     parse_plain<agent::ListTransferTargets>},
};

}  // namespace

const std::span<const Route> handover_routes = table;

}  // namespace rejoinder::app::api

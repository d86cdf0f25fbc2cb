#include "app/request_traits.hpp"

#include <algorithm>
#include <array>
#include <type_traits>
#include <variant>

namespace rejoinder::app {
namespace {

namespace agent = domain::agent;

constexpr auto names = std::to_array<std::string_view>(
    {"Messages", "Post", "EndSession", "ReconnectSession", "ResyncSession", "VisitorLookup",
     "Breadcrumb", "gone", "login", "login", "agent", "stream", "stream", "stream", "file"});
static_assert(names.size() == std::variant_size_v<domain::Request>);

template <class T, class... Kinds>
constexpr bool is_one_of = (std::is_same_v<T, Kinds> || ...);

bool is_administration_write(const agent::Administer& action) {
    return std::visit(
        [](const auto& what) {
            return !is_one_of<std::decay_t<decltype(what)>, agent::ListObjects, agent::GetObject,
                              agent::GetOrganization>;
        },
        action.what);
}

bool is_action_write(const agent::Action& action) {
    return std::visit(
        [](const auto& what) {
            using Action = std::decay_t<decltype(what)>;
            if constexpr (std::is_same_v<Action, agent::Administer>)
                return is_administration_write(what);
            else
                return !is_one_of<Action, agent::GetMe, agent::ListChats, agent::GetChat,
                                  agent::SetTyping, agent::ListQuickTexts, agent::Watch,
                                  agent::GetRouting, agent::ListAgents, agent::ListQueues,
                                  agent::ListTransferTargets, agent::ListRecords, agent::GetRecord,
                                  agent::CheckFile, agent::GetFile, agent::Authorize>;
        },
        action);
}

bool is_init(const protocol::request::Post& post) {
    return std::holds_alternative<protocol::request::ChasitorInit>(post);
}

}  // namespace

std::string_view name_of(const domain::Request& request) { return names[request.index()]; }

std::optional<SessionId> session_of(const domain::Request& request) {
    return std::visit(
        [](const auto& what) -> std::optional<SessionId> {
            using Kind = std::decay_t<decltype(what)>;
            if constexpr (is_one_of<Kind, domain::Poll, domain::VisitorPost, domain::EndSession,
                                    domain::ReconnectSession>)
                return what.context.session;
            else if constexpr (is_one_of<Kind, domain::ResyncSession, domain::VisitorBreadcrumb>)
                return what.context ? std::optional(what.context->session) : std::nullopt;
            else
                return std::nullopt;
        },
        request);
}

bool is_from_newcomer(const domain::Request& request) {
    if (const auto* post = std::get_if<domain::VisitorPost>(&request))
        return post->posts && std::ranges::any_of(*post->posts, is_init);
    return std::visit(
        [](const auto& what) {
            return is_one_of<std::decay_t<decltype(what)>, domain::VisitorLookup,
                             domain::VisitorBreadcrumb, domain::FindCredentials, domain::OpenLogin>;
        },
        request);
}

bool is_notice(const domain::Request& request) {
    if (const auto* file = std::get_if<domain::FileStep>(&request))
        return std::holds_alternative<domain::ReleaseUpload>(file->what);
    return std::holds_alternative<domain::CallerGone>(request) ||
           std::holds_alternative<domain::CloseStream>(request);
}

bool is_write(const domain::Request& request) {
    if (const auto* agent = std::get_if<domain::AgentRequest>(&request))
        return agent->action && is_action_write(*agent->action);
    if (const auto* file = std::get_if<domain::FileStep>(&request))
        return std::holds_alternative<domain::CompleteUpload>(file->what) ||
               std::holds_alternative<domain::CancelUpload>(file->what);
    return std::visit(
        [](const auto& what) {
            return is_one_of<std::decay_t<decltype(what)>, domain::VisitorPost, domain::EndSession,
                             domain::ReconnectSession, domain::ResyncSession, domain::OpenLogin>;
        },
        request);
}

}  // namespace rejoinder::app

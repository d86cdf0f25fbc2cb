#pragma once

#include "base/error.hpp"
#include "domain/chats.hpp"
#include "domain/directory.hpp"
#include "domain/request.hpp"
#include "domain/sessions.hpp"
#include "domain/settings.hpp"
#include "domain/turn.hpp"

namespace rejoinder::domain {

// The visitors' dialect: what each resource of the wire does (wire spec, section 2).
//
// Belongs to one shard; not thread-safe.
class Visitors {
public:
    Visitors(const Settings& settings, Directory& directory, Sessions& sessions, Chats& chats)
        : settings_(settings), directory_(directory), sessions_(sessions), chats_(chats) {}

    void poll(const Poll& request, Caller caller, Turn turn);
    void post(VisitorPost& request, Caller caller, Turn turn);
    void end(const EndSession& request, Caller caller, Turn turn);
    void reconnect(const ReconnectSession& request, Caller caller, Turn turn);
    void resync(const ResyncSession& request, Caller caller, Turn turn);
    void lookup(const VisitorLookup& request, Caller caller, Turn turn);
    void breadcrumb(const VisitorBreadcrumb& request, Caller caller, Turn turn);

    // Looks after the sessions whose deadline has come.
    void tick(Turn turn);

private:
    // What a POST noun comes with.
    struct Posting {
        Session& session;
        const VisitorPost& request;
        std::optional<std::int64_t> sequence;
        Turn turn;
    };

    // Whether a POST has been carried out before.
    enum class Turnout : std::uint8_t { is_new, is_repeated };

    Result<Turnout> check_sequence(Session& session, std::optional<std::int64_t> sequence) const;
    Result<void> check_state(const Session& session) const;
    void remember_sequence(Session& session, std::optional<std::int64_t> sequence) const;
    // The chat that takes what is said now; `wrong_state` when there is none, or when nobody has
    // accepted it and early posts are refused (wire spec 5.9).
    Result<Chat*> talking(Session& session) const;

    Result<void> apply(const protocol::request::ChasitorInit& post, const Posting& posting);
    Result<void> apply(const protocol::request::ChasitorResyncState& post, const Posting& posting);
    Result<void> apply(const protocol::request::ChasitorTyping& post, const Posting& posting);
    Result<void> apply(const protocol::request::ChasitorNotTyping& post, const Posting& posting);
    Result<void> apply(const protocol::request::ChasitorSneakPeek& post, const Posting& posting);
    Result<void> apply(const protocol::request::ChatMessage& post, const Posting& posting);
    Result<void> apply(const protocol::request::ChatBotMessage& post, const Posting& posting);
    Result<void> apply(const protocol::request::ChatEnd& post, const Posting& posting);
    Result<void> apply(const protocol::request::ChatCancel& post, const Posting& posting);
    Result<void> apply(const protocol::request::CustomEvent& post, const Posting& posting);
    Result<void> apply(const protocol::request::ChasitorIdleTimeoutWarningEvent& post,
                       const Posting& posting);
    Result<void> apply(const protocol::request::SensitiveDataRuleTriggered& post,
                       const Posting& posting);
    Result<void> apply(const protocol::request::AgentSensitiveDataRuleTriggered& post,
                       const Posting& posting);
    Result<void> apply(const protocol::request::RichMessage& post, const Posting& posting);

    Result<void> signal(const Posting& posting, bool is_typing);
    std::string session_data_of(const Session& session, Instant now) const;

    const Settings& settings_;
    Directory& directory_;
    Sessions& sessions_;
    Chats& chats_;
};

}  // namespace rejoinder::domain

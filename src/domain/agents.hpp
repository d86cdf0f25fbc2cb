#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/hash_map.hpp"
#include "domain/administration.hpp"
#include "domain/chats.hpp"
#include "domain/deadlines.hpp"
#include "domain/directory.hpp"
#include "domain/entities.hpp"
#include "domain/files.hpp"
#include "domain/request.hpp"
#include "domain/settings.hpp"
#include "domain/streams.hpp"
#include "domain/turn.hpp"

namespace rejoinder::domain {

// The agents: who is logged in, who is there, and what they ask for.
//
// Belongs to one shard; not thread-safe.
class Agents {
public:
    // The log-ins one agent may have at once; one more ends the oldest.
    static constexpr std::size_t logins_max = 32;
    // The answers remembered for an agent's idempotency keys.
    static constexpr std::size_t remembered_answers_max = 256;

    Agents(const Settings& settings, Directory& directory, Streams& streams, Chats& chats,
           const Entities& entities, Files& files)
        : settings_(settings),
          directory_(directory),
          streams_(streams),
          chats_(chats),
          entities_(entities),
          files_(files),
          administration_(directory, streams, chats) {}

    void find_credentials(const FindCredentials& request, Caller caller, Turn turn);
    void open_login(const OpenLogin& request, Caller caller, Turn turn);
    // Carries a request of a logged-in agent out, once for each idempotency key.
    void handle(const AgentRequest& request, Caller caller, Turn turn);

    void open_stream(const OpenStream& request, Caller stream, Turn turn);
    void resume_stream(const ResumeStream& request, Caller stream, Turn turn);
    void close_stream(Caller stream, Turn turn);

    // Sends away those who refused or missed a request. Ends a step, before `Chats::flush`.
    void flush(Turn turn);
    // Ends the leases of agents who did not come back. Due when `next_deadline` says.
    void tick(Turn turn);
    std::optional<Instant> next_deadline() const { return leases_.earliest(); }

    void restore(std::vector<record::Login> logins, std::vector<record::Presence> presences,
                 std::vector<record::AgentSession> sessions, Turn turn);

    std::size_t online() const { return online_; }
    std::size_t away() const { return away_; }

    // A step has put changes into this batch.
    void changed_in(BatchNumber batch) { last_change_ = batch; }

private:
    struct Login {
        record::Login row;
        Agent* agent = nullptr;
    };
    // Who a token stands for. An API key is no log-in.
    struct Bearer {
        Agent* agent = nullptr;
        Login* login = nullptr;
    };
    // What an action is answered with.
    struct Answer {
        Outcome outcome = Outcome::done;
        std::string body = {};
        std::shared_ptr<const Access> access = {};
    };

    Result<Bearer> authorize(const std::string& token_hash, Instant now);
    void end_login(Login& login, Turn turn);
    void end_logins(Agent& agent, Turn turn);
    // Whether the agent can come back without logging in anew.
    bool has_credentials(const Agent& agent) const;
    void limit_logins(const Agent& agent, Turn turn);
    // How many agents are in this state.
    std::size_t* counter_of(record::PresenceState state);
    // A sign of life: the lease runs from now on.
    void touch(Agent& agent, Turn turn);
    void set_presence(Agent& agent, record::PresenceState state, std::string reason, Turn turn);
    // The agent's time at work begins, goes on or ends with its new state.
    static void keep_work(Agent& agent, Turn turn);

    Result<Answer> act(Bearer bearer, const agent::Action& action, Turn turn);
    std::vector<const Chat*> chats_looked_after(const Agent& supervisor) const;
    // All that is known of the chat, and what the viewer may do in it.
    protocol::api::ChatDetails details_of(const Chat& chat, const Agent& viewer) const;
    // What each action does (agents_actions.cpp).
    Result<Answer> apply(Agent& agent, const agent::GetMe& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::SetPresence& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::ListChats& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::GetChat& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::Accept& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::Decline& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::SendMessage& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::SetTyping& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::SendCustomEvent& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::SendRichMessage& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::EndChat& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::Transfer& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::Confer& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::AcceptInvitation& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::DeclineInvitation& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::CancelInvitation& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::LeaveConference& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::SetFlag& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::Whisper& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::Watch& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::Join& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::TakeOver& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::GetRouting& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::ListAgents& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::ListQueues& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::ListTransferTargets& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::SetAgentPresence& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::Administer& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::ListQuickTexts& request, Turn turn);
    // agents_records.cpp
    Result<Answer> apply(Agent& agent, const agent::BlockVisitor& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::AttachRecord& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::ListRecords& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::GetRecord& request, Turn turn);
    // What they do with files (agents_files.cpp).
    Result<Answer> apply(Agent& agent, const agent::RequestFile& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::CancelFileRequest& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::CheckFile& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::SendFile& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::GetFile& request, Turn turn);
    Result<Answer> apply(Agent& agent, const agent::Authorize& request, Turn turn);

    const Settings& settings_;
    Directory& directory_;
    Streams& streams_;
    Chats& chats_;
    const Entities& entities_;
    Files& files_;
    Administration administration_;
    HashMap<std::string, Login> logins_;
    Deadlines<Agent, &Agent::lease_place> leases_;
    // The batch of the last change in any chat: what a reader sees may rest on it.
    BatchNumber last_change_ = 0;
    std::size_t online_ = 0;
    std::size_t away_ = 0;
};

}  // namespace rejoinder::domain

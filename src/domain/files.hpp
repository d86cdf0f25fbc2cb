#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "domain/chats.hpp"
#include "domain/request.hpp"
#include "domain/sessions.hpp"
#include "domain/settings.hpp"
#include "domain/turn.hpp"
#include "protocol/api_files.hpp"
#include "record/file.hpp"

namespace rejoinder::domain {

// The files of chats: asked for, sent, canceled (wire spec 2.19, 3.19). What is in them lies
// elsewhere; whoever stores it says so here, and then it counts.
//
//     requested -> stored, failed, canceled      from a visitor; one open request in a chat
//     stored                                     from an agent
//
// Files stay known for as long as the chat's session lives, and `Settings::file_link_lifetime`
// after the chat's end. Belongs to one shard; not thread-safe.
class Files {
public:
    Files(const Settings& settings, Sessions& sessions, Chats& chats);

    // ---- the agents' doing. These fail with `conflict` when the chat is not engaged, with
    // `forbidden` when it is another agent's or the agent may not transfer files, with
    // `too_many_requests` at a limit.

    Result<protocol::api::File> request(Agent& agent, const agent::RequestFile& request, Turn turn);
    Result<void> cancel(Agent& agent, const agent::CancelFileRequest& request, Turn turn);
    Result<void> check(const Agent& agent, const agent::CheckFile& request, Instant now);
    Result<protocol::api::File> send(Agent& agent, const agent::SendFile& request, Turn turn);
    // Fails with `not_found` when it is not stored, or not for this agent to see.
    Result<protocol::api::File> find(const Agent& agent, const agent::GetFile& request,
                                     Instant now);

    // All of a chat, in the order they were asked for or sent.
    std::vector<protocol::api::File> list(const SessionId& chat) const;

    // ---- the visitors' doing: holders of a token or a link

    void handle(const FileStep& step, Caller caller, Turn turn);

    // The files of the sessions taken back; `chats` are the chats of those that have ended.
    void restore(std::vector<record::File> files, const std::vector<record::Session>& sessions,
                 const std::map<SessionId, record::Chat>& chats);

    // Forgets the files of chats that ended long enough ago. Ends a step.
    void flush(Turn turn);

private:
    struct Item {
        record::File row;
        // The upload that carries the request out; 0 for none.
        std::uint64_t claim = 0;
    };
    // The files of one chat.
    struct Folder {
        std::vector<FileId> files;
        std::optional<FileId> open_request;
        // Who had the chat last, for when the chat itself is gone.
        AgentId agent;
        std::optional<Instant> ended_at;
    };
    struct Ended {
        SessionId chat;
        Instant forget_at;
    };

    Result<Chat*> own_chat(const Agent& agent, const SessionId& key);
    Result<void> check_limits(const OrganizationId& organization, const SessionId& chat,
                              Instant now);
    Item& add(record::File row);
    Item* open_request(const SessionId& chat);
    Result<Item*> open_request(const SessionId& chat, std::string_view token_hash);
    bool is_known(const record::File& row, Instant now);
    Chat* chat_of(const record::File& row);

    void close(Item& item, record::FileState state, record::EntryType type, const Agent* agent,
               std::string detail, Turn turn);
    void before_end(Chat& chat, Turn turn);

    void handle(const ClaimUpload& step, Caller caller, Turn turn);
    void handle(const ReleaseUpload& step, Caller caller, Turn turn);
    void handle(const CompleteUpload& step, Caller caller, Turn turn);
    void handle(const CancelUpload& step, Caller caller, Turn turn);
    void handle(const GetLinkedFile& step, Caller caller, Turn turn);

    const Settings& settings_;
    Sessions& sessions_;
    Chats& chats_;
    std::map<FileId, Item> items_;
    std::map<SessionId, Folder> folders_;
    // Chats that have ended, in the order of being forgotten.
    std::deque<Ended> ended_;
    // When each organization's files of the last day came to be, oldest first.
    std::map<OrganizationId, std::deque<Instant>> made_;
};

}  // namespace rejoinder::domain

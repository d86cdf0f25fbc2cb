#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "domain/chat.hpp"
#include "domain/directory.hpp"
#include "domain/entities.hpp"
#include "domain/notices.hpp"
#include "domain/prechat_memory.hpp"
#include "domain/sensitive_data.hpp"
#include "domain/sessions.hpp"
#include "domain/settings.hpp"
#include "domain/streams.hpp"
#include "domain/turn.hpp"
#include "protocol/requests.hpp"

namespace rejoinder::domain {

// What happens in chats: requested, waiting, offered, engaged, ended. Every step becomes an entry
// of the chat's record, an event for its visitor and a frame for its agent, where it concerns them.
//
//     request -> waiting <-> offered -> engaged -> ended
//                   \----------------------------^   (an engaged chat whose agent is gone waits
//                   again)
//
// Belongs to one shard; not thread-safe.
class Chats {
public:
    Chats(const Settings& settings, Directory& directory, Sessions& sessions, Streams& streams,
          Entities& entities)
        : settings_(settings),
          directory_(directory),
          sessions_(sessions),
          streams_(streams),
          entities_(entities) {}

    // ---- the visitor's doing (chats_visitor.cpp)

    // Carries a ChasitorInit out: the outcome, ChatRequestSuccess or ChatRequestFail, is in the
    // session's inbox afterwards (wire spec 2.7). The session has no chat yet.
    void request(Session& session, const protocol::request::ChasitorInit& init,
                 const VisitorOrigin& origin, const Uuid& visitor,
                 std::optional<std::int64_t> request_sequence, Turn turn);
    // These fail with `bad_request` at the message's or the chat's bound, and change nothing then.
    // The chat has not ended.
    Result<void> say(Chat& chat, std::string text, std::optional<std::int64_t> request_sequence,
                     Turn turn);
    Result<void> note(Chat& chat, record::EntryType type, std::string content,
                      std::string event_type, std::optional<std::int64_t> request_sequence,
                      Turn turn);
    // Signals for the agent that are not kept; nobody sees them before one is engaged.
    void set_visitor_typing(Chat& chat, bool is_typing, Turn turn);
    void set_sneak_peek(Chat& chat, std::string text, Turn turn);
    void visit_page(Chat& chat, const std::string& location, Turn turn);
    // The visitor leaves, or cancels its request. `reason` is the wire's (7.2).
    void end_by_visitor(Chat& chat, std::string_view reason,
                        std::optional<std::int64_t> request_sequence, Turn turn);
    // The visitor was not heard of for too long.
    void lose_visitor(Chat& chat, Turn turn);

    // ---- the agent's doing (chats_agent.cpp)

    // The chat of this key as far as the agent may know of it, else `not_found`.
    Result<Chat*> find(const Agent& agent, const SessionId& key);
    // Fails with `conflict` when the request is not this agent's to take.
    Result<void> accept(Agent& agent, Chat& chat, Turn turn);
    Result<void> decline(Agent& agent, Chat& chat, Turn turn);
    // These fail with `forbidden` when the chat is another agent's, with `conflict` when it is not
    // engaged or its visitor is too far behind. Return the entry made.
    Result<const record::Entry*> say(Agent& agent, Chat& chat, std::string text, Turn turn);
    Result<const record::Entry*> send_custom_event(Agent& agent, Chat& chat, std::string type,
                                                   std::string data, Turn turn);
    Result<void> set_agent_typing(Agent& agent, Chat& chat, bool is_typing, Turn turn);
    Result<void> end_by_agent(Agent& agent, Chat& chat, Turn turn);

    // ---- what is kept out (chats_safety.cpp)

    // The text as it may be kept and shown. Where rules fired an entry says so, and the engaged
    // agent is told. `agent` is who wrote it; null for the visitor. Called once for every text
    // that enters, before it is stored and before anybody sees it.
    std::string clean(Chat& chat, std::string text, Speaker speaker, const Agent* agent, Turn turn);
    // The same for a text that is not kept: no entry.
    std::string clean_passing(const Chat& chat, std::string text, Speaker speaker) const;
    // Makes a rule that refuses the visitor's address and ends the chat. Fails as `end_by_agent`,
    // with `forbidden` when the agent may not block, with `conflict` when there is no address or
    // the organization has as many rules as it may.
    Result<record::BlockingRule> block(Agent& agent, Chat& chat, std::string description,
                                       std::uint64_t serial, Turn turn);

    // ---- records of the visitor (chats_records.cpp)

    // Adds a record to the chat, in place of another under this transcript field. Fails as `say`.
    Result<protocol::ChatRecord> attach_record(Agent& agent, Chat& chat, std::string field_name,
                                               std::string id, Turn turn);

    // ---- who gets which chat (chats_routing.cpp)

    // Whether the button takes a request now.
    bool is_available(const Button& button) const;
    // The agent came online.
    void agent_online(Agent& agent, Turn turn);
    // The agent can take chats it could not take before.
    void agent_available(Agent& agent, Turn turn);
    // The agent takes nothing new: what was offered goes to others.
    void agent_away(Agent& agent, Turn turn);
    // The agent is gone: its chats wait for another one, or end where there is none.
    void agent_gone(Agent& agent, Turn turn);
    // The agent did not answer an offer in time.
    void offer_timeout(Chat& chat, Turn turn);
    // The chat's place in line: 0 when it has none.
    notice::Place place_of(const Chat& chat, Instant now) const;

    // Tells everyone whose place in line changed, and the agents how long their lines are. Ends a
    // step, before `Sessions::flush`.
    void flush(Turn turn);

    // ---- taken back from the store

    void restore(Session& session, record::Chat row, std::vector<record::Entry> entries);
    // What pre-chat data has led to in this chat, to be remembered. From the oldest chat on.
    void restore_records(const record::Chat& row, Instant now);
    // After the last one: lines are formed and requests offered as agents come.
    void restored(Turn turn);

    struct Totals {
        std::uint64_t requested = 0;
        std::uint64_t ended = 0;
        std::uint64_t visitor_messages = 0;
        std::uint64_t agent_messages = 0;
    };
    const Totals& totals() const { return totals_; }
    std::size_t waiting() const { return waiting_; }
    std::size_t engaged() const { return engaged_; }

private:
    // One entry to make. `event` is what the visitor is told, if anything.
    struct NewEntry {
        record::EntryType type = record::EntryType::other;
        const Agent* agent = nullptr;
        std::string name = {};
        std::string content = {};
        std::string event_type = {};
        std::string event = {};
        std::optional<std::int64_t> request_sequence = std::nullopt;
        Inbox::Company company = Inbox::Company::any;
    };
    // How a chat ends.
    struct Ending {
        record::EntryType entry = record::EntryType::other;
        record::ChatStatus status = record::ChatStatus::completed;
        record::ChatEndedBy by = record::ChatEndedBy::system;
        std::string_view reason = {};
        std::optional<std::int64_t> request_sequence = std::nullopt;
    };
    // Where a ChasitorInit wants to go (wire spec 7.5, 7.6).
    struct Target {
        Button* button = nullptr;
        Agent* agent = nullptr;
    };

    Target choose_target(Organization& organization,
                         const protocol::request::ChasitorInit& init) const;
    std::optional<Target> choose_override(Organization& organization,
                                          const std::vector<std::string>& overrides,
                                          Target fallback) const;
    bool is_available(const Target& target) const;
    Chat& create(Session& session, const Organization& organization,
                 const record::Deployment& deployment, const protocol::request::ChasitorInit& init,
                 const Target& target, Turn turn);
    void fail_unrecorded(Session& session, std::string_view reason, Turn turn);

    const record::Entry& add(Chat& chat, NewEntry entry, Turn turn);
    void store(Chat& chat, Turn turn);
    Result<void> check_room(const Chat& chat, std::string_view text) const;
    Result<void> check_engaged(const Agent& agent, const Chat& chat) const;
    void end(Chat& chat, const Ending& ending, Turn turn);
    void leave_agent(Chat& chat, Turn turn);
    void engage(Agent& agent, Chat& chat, Turn turn);
    void attach_records(Chat& chat, Turn turn);
    std::vector<protocol::ChatRecord> find_or_make_records(const Chat& chat, Turn turn);

    using Fired = std::vector<const SensitiveData::Rule*>;
    const SensitiveData& sensitive_data_of(const Chat& chat) const;
    // Cleans what the visitor said before the chat, in its row.
    Fired clean_prechat(Chat& chat) const;
    void note_fired(Chat& chat, const Fired& fired, Speaker speaker, const Agent* agent, Turn turn);
    bool is_blocked(const Chat& chat) const;
    void refuse_blocked(Chat& chat, Turn turn);

    void enqueue(Chat& chat);
    void dequeue(Chat& chat);
    void mark(Button& button);
    void route(Button& button, Turn turn);
    // False when nobody is there to ask at present.
    bool offer(Chat& chat, Turn turn);
    void show_choice(Chat& chat, Turn turn);
    void show_request(Agent& agent, const Chat& chat, Turn turn);
    void push(Agent& agent, Chat& chat, Turn turn);
    // Takes an open offer back; `reason` is what the agent is told.
    void withdraw(Chat& chat, std::string_view reason, Turn turn);
    void revoke_choice(const Chat& chat, const Agent* except, std::string_view reason, Turn turn);
    void refused(Agent& agent, Chat& chat, record::EntryType type, std::string_view reason,
                 Turn turn);
    // Ends the request if nobody is left who could take it.
    bool give_up_if_hopeless(Chat& chat, Turn turn);
    void fail_request(Chat& chat, record::EntryType type, Turn turn);
    void requeue(Chat& chat, Turn turn);

    void tell_capacity(Agent& agent, Turn turn);
    void tell_typing(Chat& chat, Turn turn);
    void tell_event(Chat& chat, const record::Entry& entry, Turn turn);
    void tell_line(Button& button, Turn turn);

    const Settings& settings_;
    Directory& directory_;
    Sessions& sessions_;
    Streams& streams_;
    Entities& entities_;
    PrechatMemory prechat_memory_;
    // Buttons whose line changed in this step.
    std::vector<Button*> changed_buttons_;
    Totals totals_;
    std::size_t waiting_ = 0;
    std::size_t engaged_ = 0;
};

}  // namespace rejoinder::domain

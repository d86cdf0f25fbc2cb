#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "domain/chat.hpp"
#include "domain/directory.hpp"
#include "domain/entities.hpp"
#include "domain/life_cycle.hpp"
#include "domain/notices.hpp"
#include "domain/prechat_memory.hpp"
#include "domain/sensitive_data.hpp"
#include "domain/sessions.hpp"
#include "domain/settings.hpp"
#include "domain/streams.hpp"
#include "domain/turn.hpp"
#include "protocol/api_files.hpp"
#include "protocol/requests.hpp"

namespace rejoinder::domain {

// What happens in chats: requested, waiting, offered, engaged, ended. Every step becomes an entry
// of the chat's record, an event for its visitor and a frame for its agent, where it concerns them.
//
// `domain/life_cycle.hpp` says what is possible when.
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
    // The visitor gave its session up.
    void visitor_left(Chat& chat, Turn turn);
    // The visitor was not heard of for too long.
    void lose_visitor(Chat& chat, Turn turn);

    // ---- the agent's doing (chats_agent.cpp). Each fails with `conflict` when the chat's phase
    // does not allow it, with `forbidden` when the agent has no part in it or may not do it.

    // The chat of this key as far as the agent may know of it, else `not_found`.
    Result<Chat*> find(const Agent& agent, const SessionId& key);
    Result<void> accept(Agent& agent, Chat& chat,
                        std::vector<protocol::FooterMenuItem> footer_items, Turn turn);
    Result<void> decline(Agent& agent, Chat& chat, Turn turn);
    // These fail with `conflict` also when the visitor is too far behind. Return the entry made.
    Result<const record::Entry*> say(Agent& agent, Chat& chat, std::string text, Turn turn);
    Result<const record::Entry*> send_custom_event(Agent& agent, Chat& chat, std::string type,
                                                   std::string data, Turn turn);
    Result<const record::Entry*> send_rich_message(Agent& agent, Chat& chat,
                                                   const protocol::RichMessage& message, Turn turn);
    Result<void> set_agent_typing(Agent& agent, Chat& chat, const agent::SetTyping& typing,
                                  Turn turn);
    Result<void> end_by_agent(Agent& agent, Chat& chat, bool is_by_action, Turn turn);

    // ---- handing on and asking in (chats_handover.cpp; product spec 2.10)

    // Fails with `not_found` when there is no such agent, skill or button.
    Result<void> transfer(Agent& agent, Chat& chat, const agent::Transfer& transfer, Turn turn);
    Result<void> confer(Agent& agent, Chat& chat, const agent::Confer& conference, Turn turn);
    Result<void> accept_invitation(Agent& agent, Chat& chat, agent::InvitationKind kind, Turn turn);
    Result<void> decline_invitation(Agent& agent, Chat& chat, agent::InvitationKind kind,
                                    Turn turn);
    Result<void> cancel_invitation(Agent& agent, Chat& chat, agent::InvitationKind kind, Turn turn);
    // A member leaves; when the agent it belongs to leaves, the first member has it from then on.
    Result<void> leave_conference(Agent& agent, Chat& chat, Turn turn);

    // ---- help (chats_supervision.cpp; product spec 1.5)

    Result<void> set_flag(Agent& agent, Chat& chat, bool is_raised, std::string text, Turn turn);
    Result<const record::Entry*> whisper(Agent& agent, Chat& chat, std::string text, Turn turn);
    Result<void> watch(Agent& agent, Chat& chat, bool is_watching, Turn turn);
    Result<void> join(Agent& agent, Chat& chat, Turn turn);
    Result<void> take_over(Agent& agent, Chat& chat, Turn turn);
    // Whether the supervisor looks after this chat, agent or button.
    static bool looks_after(const Agent& supervisor, const Chat& chat);
    static bool looks_after(const Agent& supervisor, const Agent& agent);
    static bool looks_after(const Agent& supervisor, const Button& button);
    // Whether the agent may look into the chat: one it is in, or may take, or looks after.
    static bool may_read(const Agent& agent, const Chat& chat);
    // Tells the supervisors how the agent is now.
    void tell_agent(const Agent& agent, Turn turn);

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
    bool is_available(const Button& button, Instant now) const;
    // The agent came online.
    void agent_online(Agent& agent, Turn turn);
    // The agent can take chats it could not take before.
    void agent_available(Agent& agent, Turn turn);
    // The agent takes nothing new: what was offered goes to others.
    void agent_away(Agent& agent, Turn turn);
    // The agent is gone: its chats wait for another one, or end where there is none.
    void agent_gone(Agent& agent, Turn turn);
    // Does what is due for the chat by its time alone (chats_timers.cpp).
    void tick(Chat& chat, Turn turn);
    // The visitor polls, or has not done so for longer than its deployment's connection warning.
    void set_connected(Chat& chat, bool is_connected, Turn turn);
    // The button is about to be routed in another way: what was offered or shown waits again.
    void take_offers_back(Button& button, Turn turn);
    // The button's row or its agents changed; `before` are those it had. Its requests go to who can
    // take them now, and end where nobody is left.
    void button_changed(Button& button, const std::vector<Agent*>& before, Turn turn);
    // The chat's place in line: 0 when it has none.
    notice::Place place_of(const Chat& chat, Instant now) const;

    // Tells everyone whose place in line changed, and the agents how long their lines are. Ends a
    // step, before `Sessions::flush`.
    void flush(Turn turn);

    // Agents who go away for having refused or missed a request, with the reason; taken once.
    struct SentAway {
        Agent* agent;
        std::string_view reason;
    };
    std::vector<SentAway> take_sent_away() { return std::exchange(sent_away_, {}); }

    // ---- for `Files` (chats_files.cpp)

    struct FileNote {
        record::EntryType type = record::EntryType::other;
        const Agent* agent = nullptr;
        std::string content = {};
        protocol::api::File file = {};
        // What the visitor is told, if anything.
        std::string event = {};
    };
    // Fails with `conflict` when the chat's phase does not allow it or its visitor is too far
    // behind, with `forbidden` when the agent may not, with `bad_request` at the chat's bound.
    Result<void> check_file_transfer(const Agent& agent, const Chat& chat) const;
    // What happened with a file, as an entry; its agents are told.
    void note_file(Chat& chat, FileNote note, Turn turn);
    // `listener` is called whenever a chat is about to end.
    void set_before_end(std::function<void(Chat&, Turn)> listener) {
        before_end_ = std::move(listener);
    }

    // ---- taken back from the store

    void restore(Session& session, record::Chat row, std::vector<record::Entry> entries, Turn turn);
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
        // Who ended it.
        const Agent* agent = nullptr;
    };
    // Where a ChasitorInit wants to go (wire spec 7.5, 7.6).
    struct Target {
        Button* button = nullptr;
        Agent* agent = nullptr;
    };

    Target choose_target(Organization& organization, const protocol::request::ChasitorInit& init,
                         Instant now) const;
    std::optional<Target> choose_override(Organization& organization,
                                          const std::vector<std::string>& overrides,
                                          Target fallback, Instant now) const;
    bool is_available(const Target& target, Instant now) const;
    Chat& create(Session& session, const Organization& organization,
                 const record::Deployment& deployment, const protocol::request::ChasitorInit& init,
                 const Target& target, Turn turn);
    void fail_unrecorded(Session& session, std::string_view reason, Turn turn);

    const record::Entry& add(Chat& chat, NewEntry entry, Turn turn);
    void store(Chat& chat, Turn turn);
    // Works out when something is due for the chat.
    void arm(Chat& chat);
    Result<void> check_room(const Chat& chat, std::string_view text) const;
    // Fails unless the agent is in the chat and its phase allows `act`.
    Result<void> check_part(const Agent& agent, const Chat& chat, life_cycle::Act act) const;
    Result<void> check_own(const Agent& agent, const Chat& chat, life_cycle::Act act) const;
    // Writes into the chat's row how it ended, with what is counted of it.
    void conclude(Chat& chat, const Ending& ending, Turn turn);
    void end(Chat& chat, const Ending& ending, Turn turn);
    void leave_agent(Chat& chat, Turn turn);
    void engage(Agent& agent, Chat& chat, Turn turn);
    // What an agent's start in a chat brings: its frames, the greeting, a bot's mark.
    void start(Agent& agent, Chat& chat, bool is_first, Turn turn);
    // The chat is the agent's now: its frames.
    void show_start(Agent& agent, const Chat& chat, Turn turn);
    void attach_records(Chat& chat, Turn turn);
    void dissolve(Chat& chat, std::string_view reason, Turn turn);
    static void dissolve_members(Chat& chat);
    void recall(Chat& chat, std::vector<record::Entry> entries);
    void restore_invitation(Chat& chat, Turn turn);
    std::unique_ptr<Invitation> open_transfer(const Chat& chat) const;
    // Null when there is none.
    std::unique_ptr<Invitation> open_conference(const Chat& chat) const;
    void take_open_offer_back(Chat& chat, Turn turn);

    // How an engaged chat becomes another agent's; the target as in `Invitation`, if there was one.
    struct Handover {
        record::EntryType type = record::EntryType::transfer;
        std::string target = {};
    };
    void hand_over(Chat& chat, Agent& to, Handover handover, Turn turn);
    Result<std::vector<Agent*>> invited_by(const Agent& agent, const Chat& chat,
                                           const agent::Transfer& transfer) const;
    void invite(Chat& chat, std::unique_ptr<Invitation> invitation, Turn turn);
    void show_invitation(Agent& agent, const Chat& chat, Turn turn);
    void close_invitation(Chat& chat, Agent* accepted_by, std::string_view outcome, Turn turn);
    void fail_invitation(Chat& chat, record::EntryType type, Agent* by, std::string_view outcome,
                         Turn turn);
    void uninvite(Agent& agent, Chat& chat, std::string_view reason, Turn turn);
    Result<void> transfer_to_button(Agent& agent, Chat& chat, const agent::Transfer& transfer,
                                    Turn turn);
    bool fail_transfer_to_button(Chat& chat, Turn turn);
    void resume(Agent& agent, Chat& chat, Turn turn);
    void join_members(Agent& agent, Chat& chat, Turn turn);
    void leave_members(Agent& agent, Chat& chat, Turn turn);
    void pass_to_member(Chat& chat, Turn turn);
    void tell_agents(Chat& chat, Turn turn);
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
    bool offer_again(Chat& chat, Turn turn);
    void note_waiting(Button& button, Turn turn);
    void show_choice(Chat& chat, Turn turn);
    void show_request(Agent& agent, const Chat& chat, Turn turn);
    void push(Agent& agent, Chat& chat, std::string reason, Turn turn);
    // Takes an open offer back; `reason` is what the agent is told.
    void withdraw(Chat& chat, std::string_view reason, Turn turn);
    void revoke_choice(const Chat& chat, const Agent* except, std::string_view reason, Turn turn);
    void refused(Agent& agent, Chat& chat, record::EntryType type, std::string_view reason,
                 Turn turn);
    // Ends the request if nobody is left who could take it.
    bool give_up_if_hopeless(Chat& chat, Turn turn);
    void fail_request(Chat& chat, record::EntryType type, Turn turn);
    void requeue(Chat& chat, Turn turn);
    void take_request_from(Agent& agent, Chat& chat, Turn turn);

    void tick_offer(Chat& chat, Turn turn);
    void tick_invitation(Chat& chat, Turn turn);
    void tick_pace(Chat& chat, Turn turn);
    // The visitor or an agent said something: alerts about silence are over.
    void clear_alerts(Chat& chat, bool is_answer, Turn turn);

    void tell_capacity(Agent& agent, Turn turn);
    void tell_typing(Chat& chat, Turn turn);
    void tell_event(Chat& chat, const record::Entry& entry, Turn turn);
    void tell_line(Button& button, Turn turn);
    void tell_chat(const Chat& chat, Turn turn);
    // Everyone who is in the chat or watches it.
    template <class Data>
    void tell(const Chat& chat, const Data& data, BatchNumber after, Turn turn,
              const Agent* except = nullptr) {
        const auto publish = [&](Agent* agent) {
            if (agent && agent != except) streams_.publish(*agent, data, after, turn);
        };
        publish(chat.agent);
        for (Agent* member : chat.members) publish(member);
        for (Agent* watcher : chat.watchers) publish(watcher);
    }
    // The supervisors who look after it and are there to see it.
    template <class Subject, class Data>
    void tell_supervisors(const OrganizationId& organization, const Subject& subject,
                          const Data& data, Turn turn);

    const Settings& settings_;
    Directory& directory_;
    Sessions& sessions_;
    Streams& streams_;
    Entities& entities_;
    PrechatMemory prechat_memory_;
    std::function<void(Chat&, Turn)> before_end_;
    // Buttons whose line changed in this step.
    std::vector<Button*> changed_buttons_;
    std::vector<SentAway> sent_away_;
    // Engaged chats taken back from the store, until all of them are.
    std::vector<Chat*> restored_;
    Totals totals_;
    std::size_t waiting_ = 0;
    std::size_t engaged_ = 0;
};

}  // namespace rejoinder::domain

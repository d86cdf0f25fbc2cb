#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/affinity.hpp"
#include "domain/desk.hpp"

namespace rejoinder::domain {

// A desk with a demo organization, its time, and everything that came out of it: what the tests of
// the core act on. Nothing waits for a store: what a store was told is replayed by `restart`.
class TestDesk {
public:
    static constexpr const char* organization = "00D000000000001";
    static constexpr const char* deployment = "572000000000001";
    static constexpr const char* button = "573000000000001";
    static constexpr const char* ann = "005000000000001";
    static constexpr const char* bob = "005000000000002";

    struct Visitor {
        SessionId id;
        Instant created_at;
        std::int64_t affinity_generation = 0;
        std::int64_t request_sequence = 0;
    };

    // What one caller was answered.
    struct Answer {
        int status = 0;
        std::string body;
    };

    explicit TestDesk(Settings settings = {}) : TestDesk(std::move(settings), demo()) {}
    TestDesk(Settings settings, record::Snapshot stored);

    // One deployment, skill and button; ann and bob, who take two chats each.
    static record::Snapshot demo();

    // ---- time and the store
    void advance(Duration by);
    Instant now() const { return now_; }
    // Ends the desk as kill -9 would, and starts another one from what was stored.
    void restart();
    record::Snapshot& stored() { return stored_; }
    const record::Snapshot& stored() const { return stored_; }

    // ---- visitors
    Visitor open_session();
    // A poll's answer comes at once or later: ask `answer_of`.
    Caller start_poll(const Visitor& visitor, std::optional<std::int64_t> ack);
    Answer poll(const Visitor& visitor, std::optional<std::int64_t> ack);
    Answer post(Visitor& visitor, std::string_view noun, std::string_view body,
                std::optional<std::int64_t> sequence = std::nullopt);
    Answer init(Visitor& visitor, std::string_view more = "");
    Answer ask(Request request);
    void hang_up(Caller caller);
    std::optional<Answer> answer_of(Caller caller) const;
    SessionContext context_of(const Visitor& visitor) const;

    // ---- agents
    void log_in(const std::string& agent);
    Answer act(const std::string& agent, agent::Action action, std::string idempotency_key = "");
    void go(const std::string& agent, record::PresenceState state);
    void go_online(const std::string& agent) { go(agent, record::PresenceState::online); }
    Caller open_stream(const std::string& agent, std::optional<std::int64_t> last_seen);
    // The frames of a stream since the last look, as their texts.
    std::vector<std::string> frames_of(Caller stream);
    void drop_stream(Caller stream);

    Desk& desk() { return *desk_; }

private:
    void collect(Effects& effects);
    void keep(const record::Change& change);
    template <record::Row T>
    void keep(const T& row);
    template <class T>
    void keep(const record::Removed<T>& removed);
    void keep(const record::EntryRenumbered& moved);

    Settings settings_;
    Instant now_ = instant_from_epoch(1'700'000'000'000);
    record::Snapshot stored_;
    std::unique_ptr<Desk> desk_;
    BatchNumber batch_ = 1;
    std::uint64_t next_caller_ = 1;
    std::uint8_t next_session_ = 1;
    std::map<std::uint64_t, Answer> answers_;
    std::map<std::uint64_t, std::vector<std::string>> frames_;
};

}  // namespace rejoinder::domain

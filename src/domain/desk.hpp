#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "domain/effects.hpp"
#include "domain/request.hpp"
#include "domain/settings.hpp"
#include "record/change.hpp"

namespace rejoinder::domain {

// Counts for operators, at one instant.
struct Figures {
    std::size_t sessions = 0;
    std::size_t parked_polls = 0;
    std::size_t chats_waiting = 0;
    std::size_t chats_engaged = 0;
    std::size_t agents_online = 0;
    std::size_t agents_away = 0;
    std::size_t streams = 0;
    std::uint64_t chats_requested_total = 0;
    std::uint64_t chats_ended_total = 0;
    std::uint64_t visitor_messages_total = 0;
    std::uint64_t agent_messages_total = 0;
};

// The deterministic core of a shard: (state, request, now) -> effects. Does no I/O, reads no clock,
// draws no random number: the same calls give the same effects, to the byte.
//
// Belongs to one shard; not thread-safe. `now` never runs backwards from one call to the next.
class Desk {
public:
    explicit Desk(Settings settings);
    ~Desk();

    // Takes back what was open when the process ended. To be called once, before anything else.
    // Agents have the grace time from `now` on to come back.
    void restore(record::Snapshot snapshot, Instant now, Effects& effects);

    // Carries one request out. Every caller gets exactly one reply or refusal, at once or from a
    // later call; streams get frames until they are closed.
    void dispatch(Request request, Caller caller, Instant now, Effects& effects);

    // Does all that is due at `now`: polls whose time is over, sessions given up, offers not
    // answered, agents who did not come back.
    void tick(Instant now, Effects& effects);

    // When `tick` has something to do next, if ever.
    std::optional<Instant> next_deadline() const;

    // Answers every parked poll with nothing new and ends every stream: the server is stopping.
    void release_all(Effects& effects);

    Figures figures() const;

    // The agent-independent origins that pages may call from: empty means any. For CORS.
    std::vector<std::string> allowed_origins() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace rejoinder::domain

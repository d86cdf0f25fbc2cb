#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/hash_map.hpp"
#include "domain/agent.hpp"
#include "domain/settings.hpp"
#include "domain/turn.hpp"
#include "protocol/api.hpp"

namespace rejoinder::domain {

// The agents' streams: what agents are told as it happens, in numbered frames.
//
// An agent's connections all get the same frames. The last ones are kept, so that a connection that
// names the last frame it has seen goes on from there; one that was away too long is told to read
// everything anew (design: the agents' API).
class Streams {
public:
    explicit Streams(const Settings& settings) : settings_(settings) {}

    // Where the frames' numbers begin: higher at every start of the server, so that a number from
    // before a restart is recognised.
    void set_first_frame(std::int64_t first_frame) { first_frame_ = first_frame; }

    // Tells the agent something: one of the frames of `protocol/api.hpp`. It leaves once batch
    // `after` is durable.
    template <class Data>
    void publish(Agent& agent, const Data& data, BatchNumber after, Turn turn) {
        std::string text;
        protocol::api::write_frame(text, next_sequence(agent), turn.now, data);
        append(agent, std::move(text), after, turn);
    }

    // A connection of the agent's that holds the token with this hash.
    void open(Agent& agent, const std::string& token_hash, Caller stream);
    // Goes on behind `last_seen`, or says that it cannot. Until then the connection gets nothing.
    void resume(Caller stream, std::optional<std::int64_t> last_seen, Turn turn);
    // Returns the agent whose connection it was, null if it was none.
    Agent* close(Caller stream);
    // Ends the connections that hold this token.
    void revoke(Agent& agent, const std::string& token_hash, Turn turn);
    // Ends every connection: the server is stopping.
    void end_all(Turn turn);

    bool is_connected(const Agent& agent) const;
    std::size_t size() const { return streams_.size(); }

private:
    struct Stream {
        Agent* agent = nullptr;
        std::string token_hash;
    };

    std::int64_t next_sequence(Agent& agent);
    void append(Agent& agent, std::string text, BatchNumber after, Turn turn);

    const Settings& settings_;
    std::int64_t first_frame_ = 1;
    HashMap<std::uint64_t, Stream> streams_;
    HashMap<AgentId, std::size_t> connected_;
};

}  // namespace rejoinder::domain

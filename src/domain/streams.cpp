#include "domain/streams.hpp"

#include <algorithm>
#include <vector>

namespace rejoinder::domain {

void Streams::append(Agent& agent, std::string text, BatchNumber after, Turn turn) {
    agent.frames_after = std::max(agent.frames_after, after);
    for (const Caller stream : agent.streams)
        turn.effects.outgoing.push_back({agent.frames_after, StreamFrame{stream, text}});
    if (agent.frames.size() == settings_.stream_frames_max) agent.frames.pop_front();
    agent.frames.push_back({agent.next_frame++, agent.frames_after, std::move(text)});
}

std::int64_t Streams::next_sequence(Agent& agent) {
    if (agent.next_frame == 0) agent.next_frame = first_frame_;
    return agent.next_frame;
}

void Streams::open(Agent& agent, const std::string& token_hash, Caller stream) {
    streams_[stream.id] = {&agent, token_hash};
    ++connected_[agent.row.id];
}

void Streams::resume(Caller stream, std::optional<std::int64_t> last_seen, Turn turn) {
    const auto found = streams_.find(stream.id);
    if (found == streams_.end()) return;
    Agent& agent = *found->second.agent;
    if (std::ranges::find(agent.streams, stream) != agent.streams.end()) return;
    const std::int64_t next = next_sequence(agent);
    const std::int64_t oldest = next - static_cast<std::int64_t>(agent.frames.size());
    const bool is_known = last_seen && *last_seen >= oldest - 1 && *last_seen < next;
    const std::int64_t from = is_known ? *last_seen + 1 : next;
    std::string greeting;
    if (last_seen && !is_known) {
        const bool is_ours = *last_seen >= first_frame_ && *last_seen < next;
        const char* reason = is_ours ? "too_old" : "unknown";
        protocol::api::write_frame(greeting, next - 1, turn.now, protocol::api::Reset{reason});
    } else {
        protocol::api::write_frame(greeting, from - 1, turn.now, protocol::api::Hello{is_known});
    }
    auto& outgoing = turn.effects.outgoing;
    outgoing.push_back({agent.frames_after, StreamFrame{stream, std::move(greeting)}});
    for (const Frame& frame : agent.frames)
        if (frame.sequence >= from)
            outgoing.push_back({agent.frames_after, StreamFrame{stream, frame.text}});
    agent.streams.push_back(stream);
}

Agent* Streams::close(Caller stream) {
    const auto found = streams_.find(stream.id);
    if (found == streams_.end()) return nullptr;
    Agent* agent = found->second.agent;
    streams_.erase(found);
    std::erase(agent->streams, stream);
    if (--connected_[agent->row.id] == 0) connected_.erase(agent->row.id);
    return agent;
}

void Streams::revoke(Agent& agent, const std::string& token_hash, Turn turn) {
    std::vector<Caller> ended;
    for (const auto& [id, stream] : streams_)
        if (stream.agent == &agent && stream.token_hash == token_hash) ended.push_back(Caller{id});
    std::ranges::sort(ended);
    for (const Caller stream : ended) {
        close(stream);
        turn.effects.outgoing.push_back(
            {agent.frames_after, StreamEnd{stream, {Errc::unauthorized}}});
    }
}

void Streams::end_all(Turn turn) {
    std::vector<Caller> ended;
    for (const auto& [id, stream] : streams_) ended.push_back(Caller{id});
    std::ranges::sort(ended);
    for (const Caller stream : ended) {
        const BatchNumber after = streams_[stream.id].agent->frames_after;
        close(stream);
        turn.effects.outgoing.push_back({after, StreamEnd{stream, {Errc::overloaded}}});
    }
}

bool Streams::is_connected(const Agent& agent) const { return connected_.contains(agent.row.id); }

}  // namespace rejoinder::domain

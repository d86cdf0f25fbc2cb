#include "domain/agents.hpp"

namespace rejoinder::domain {

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::RequestFile& request, Turn turn) {
    TRY(const auto file, files_.request(agent, request, turn));
    return Answer{Outcome::created, protocol::to_json(file)};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::CancelFileRequest& request,
                                     Turn turn) {
    TRY_VOID(files_.cancel(agent, request, turn));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::CheckFile& request, Turn turn) {
    TRY_VOID(files_.check(agent, request, turn.now));
    return Answer{};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::SendFile& request, Turn turn) {
    TRY(const auto file, files_.send(agent, request, turn));
    return Answer{Outcome::created, protocol::to_json(file)};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::GetFile& request, Turn turn) {
    TRY(const auto file, files_.find(agent, request, turn.now));
    return Answer{Outcome::file, protocol::to_json(file)};
}

}  // namespace rejoinder::domain

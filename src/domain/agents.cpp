#include "domain/agents.hpp"

#include <algorithm>
#include <utility>

#include "domain/api_views.hpp"
#include "protocol/api_login.hpp"

namespace rejoinder::domain {

using record::PresenceState;

void Agents::find_credentials(const FindCredentials& request, Caller caller, Turn turn) {
    Organization* organization = directory_.organization(request.organization);
    const Agent* agent = organization ? organization->agent_by_username(request.username) : nullptr;
    if (!agent || agent->row.password_hash.empty())
        return turn.effects.refuse(caller, {Errc::unauthorized, "Wrong name or password"});
    Reply reply{caller, Outcome::credentials, agent->row.password_hash, agent->row.id};
    turn.effects.outgoing.push_back({0, std::move(reply)});
}

void Agents::open_login(const OpenLogin& request, Caller caller, Turn turn) {
    Agent* agent = directory_.agent(request.agent);
    if (!agent) return turn.effects.refuse(caller, {Errc::unauthorized, "Wrong name or password"});
    limit_logins(*agent, turn);
    record::Login row{.token_hash = request.token_hash,
                      .agent = agent->row.id,
                      .organization = agent->row.organization,
                      .login_time = turn.now,
                      .expires_at = request.expires_at,
                      .logout_time = std::nullopt};
    const BatchNumber after = turn.effects.change(row);
    logins_[request.token_hash] = {std::move(row), agent};
    touch(*agent, turn);
    const protocol::api::LoginReply reply{
        request.token, epoch_milliseconds(request.expires_at), view::agent_of(*agent),
        view::organization_of(*directory_.organization(agent->row.organization))};
    turn.effects.reply(caller, Outcome::json, protocol::to_json(reply), after);
}

void Agents::limit_logins(const Agent& agent, Turn turn) {
    std::size_t count = 0;
    Login* oldest = nullptr;
    for (auto& [hash, login] : logins_) {
        if (login.agent != &agent) continue;
        ++count;
        const bool is_older =
            !oldest || std::tie(login.row.login_time, hash) <
                           std::tie(oldest->row.login_time, oldest->row.token_hash);
        if (is_older) oldest = &login;
    }
    if (oldest && count >= logins_max) end_login(*oldest, turn);
}

Result<Agents::Bearer> Agents::authorize(const std::string& token_hash, Instant now) {
    if (const auto found = logins_.find(token_hash); found != logins_.end()) {
        if (found->second.row.expires_at <= now) return fail(Errc::unauthorized);
        return Bearer{found->second.agent, &found->second};
    }
    Agent* const bot = directory_.agent_by_api_key(token_hash);
    if (!bot) return fail(Errc::unauthorized);
    return Bearer{bot, nullptr};
}

void Agents::end_login(Login& login, Turn turn) {
    login.row.logout_time = turn.now;
    turn.effects.change(login.row);
    Agent& agent = *login.agent;
    const std::string token_hash = login.row.token_hash;
    streams_.revoke(agent, token_hash, turn);
    logins_.erase(token_hash);
    if (!has_credentials(agent)) set_presence(agent, PresenceState::offline, "", turn);
    touch(agent, turn);
}

void Agents::end_logins(Agent& agent, Turn turn) {
    std::vector<std::string> hashes;
    for (const auto& [hash, login] : logins_)
        if (login.agent == &agent) hashes.push_back(hash);
    std::ranges::sort(hashes);
    for (const std::string& hash : hashes) end_login(logins_.at(hash), turn);
}

bool Agents::has_credentials(const Agent& agent) const {
    return !agent.row.api_key_hash.empty() || std::ranges::any_of(logins_, [&](const auto& login) {
        return login.second.agent == &agent;
    });
}

void Agents::touch(Agent& agent, Turn turn) {
    agent.last_seen = turn.now;
    if (!agent.is_present() || streams_.is_connected(agent))
        leases_.clear(agent);
    else
        leases_.set(agent, turn.now + settings_.presence_grace);
}

void Agents::set_presence(Agent& agent, PresenceState state, std::string reason, Turn turn) {
    if (agent.state == state && agent.reason == reason) return;
    agent.account(turn.now);
    const PresenceState before = std::exchange(agent.state, state);
    agent.reason = std::move(reason);
    if (before != state) {
        agent.since = turn.now;
        if (std::size_t* left = counter_of(before)) --*left;
        if (std::size_t* entered = counter_of(state)) ++*entered;
    }
    const BatchNumber after = turn.effects.change(record::Presence{
        agent.row.id, agent.row.organization, agent.state, agent.reason, agent.since});
    if (agent.is_present()) keep_work(agent, turn);
    const auto shown = view::presence_of(agent);
    streams_.publish(
        agent,
        protocol::api::PresenceChanged{agent.row.id.str(), shown.state, shown.reason, shown.since},
        after, turn);
    chats_.tell_agent(agent, turn);
    if (before == state) return;
    switch (state) {
        case PresenceState::online:
            return chats_.agent_online(agent, turn);
        case PresenceState::away:
            return chats_.agent_away(agent, turn);
        case PresenceState::offline:
            chats_.agent_gone(agent, turn);
            return keep_work(agent, turn);
    }
}

void Agents::keep_work(Agent& agent, Turn turn) {
    if (agent.is_present() && !agent.work) {
        agent.work.emplace();
        agent.work->agent = agent.row.id;
        agent.work->organization = agent.row.organization;
        agent.work->login_time = turn.now;
        agent.accounted_to = turn.now;
    }
    if (!agent.work) return;
    agent.account(turn.now);
    if (!agent.is_present()) agent.work->logout_time = turn.now;
    turn.effects.change(*agent.work);
    if (!agent.is_present()) agent.work.reset();
}

void Agents::flush(Turn turn) {
    // Whoever is sent away may leave a request to somebody who goes away for it, too.
    for (auto sent = chats_.take_sent_away(); !sent.empty(); sent = chats_.take_sent_away())
        for (const auto& [agent, reason] : sent)
            if (agent->is_online())
                set_presence(*agent, PresenceState::away, std::string(reason), turn);
}

void Agents::handle(const AgentRequest& request, Caller caller, Turn turn) {
    const auto bearer = authorize(request.token_hash, turn.now);
    if (!bearer) return turn.effects.refuse(caller, bearer.error());
    if (!request.action) return turn.effects.refuse(caller, request.action.error());
    Agent& agent = *bearer->agent;
    touch(agent, turn);
    if (!request.idempotency_key.empty()) {
        const auto known =
            std::ranges::find(agent.answers, request.idempotency_key, &RememberedAnswer::key);
        if (known != agent.answers.end())
            return turn.effects.reply(caller, known->outcome, known->body, known->after);
    }
    const std::size_t changes_before = turn.effects.changes.size();
    auto answer = act(*bearer, *request.action, turn);
    const bool is_changed = turn.effects.changes.size() > changes_before;
    const BatchNumber after = is_changed ? turn.effects.batch() : last_change_;
    if (!answer) return turn.effects.refuse(caller, answer.error(), after);
    touch(agent, turn);
    if (!request.idempotency_key.empty()) {
        if (agent.answers.size() == remembered_answers_max) agent.answers.pop_front();
        agent.answers.push_back({request.idempotency_key, answer->outcome, answer->body, after});
    }
    turn.effects.outgoing.push_back({after, Reply{.caller = caller,
                                                  .outcome = answer->outcome,
                                                  .body = std::move(answer->body),
                                                  .access = std::move(answer->access)}});
}

Result<Agents::Answer> Agents::act(Bearer bearer, const agent::Action& action, Turn turn) {
    if (std::holds_alternative<agent::Logout>(action)) {
        if (!bearer.login) return fail(Errc::conflict, "An administrator takes an API key away");
        end_login(*bearer.login, turn);
        return Answer{};
    }
    Agent& agent = *bearer.agent;
    return std::visit(
        [&](const auto& request) -> Result<Answer> {
            if constexpr (std::is_same_v<std::decay_t<decltype(request)>, agent::Logout>)
                return Answer{};
            else
                return apply(agent, request, turn);
        },
        action);
}

void Agents::open_stream(const OpenStream& request, Caller stream, Turn turn) {
    const auto bearer = authorize(request.token_hash, turn.now);
    if (!bearer) {
        turn.effects.outgoing.push_back({0, StreamEnd{stream, bearer.error()}});
        return;
    }
    Agent& agent = *bearer->agent;
    streams_.open(agent, request.token_hash, stream);
    touch(agent, turn);
}

void Agents::resume_stream(const ResumeStream& request, Caller stream, Turn turn) {
    streams_.resume(stream, request.last_seen, turn);
}

void Agents::close_stream(Caller stream, Turn turn) {
    if (Agent* agent = streams_.close(stream)) touch(*agent, turn);
}

void Agents::tick(Turn turn) {
    while (Agent* agent = leases_.pop_due(turn.now)) {
        if (streams_.is_connected(*agent)) continue;
        set_presence(*agent, PresenceState::offline, "Connection lost", turn);
    }
}

void Agents::restore(std::vector<record::Login> logins, std::vector<record::Presence> presences,
                     std::vector<record::AgentSession> sessions, Turn turn) {
    for (auto& row : logins) {
        Agent* agent = directory_.agent(row.agent);
        if (!agent || row.logout_time || row.expires_at <= turn.now) continue;
        const std::string token_hash = row.token_hash;
        logins_[token_hash] = {std::move(row), agent};
    }
    for (auto& row : presences) {
        Agent* agent = directory_.agent(row.agent);
        if (!agent) continue;
        agent->state = row.state;
        if (std::size_t* entered = counter_of(row.state)) ++*entered;
        agent->reason = std::move(row.reason);
        agent->since = row.since;
        touch(*agent, turn);
    }
    for (auto& row : sessions) {
        Agent* agent = directory_.agent(row.agent);
        if (!agent) continue;
        agent->work = std::move(row);
        // The time the server was down is nobody's work.
        agent->accounted_to = turn.now;
        if (!agent->is_present()) keep_work(*agent, turn);
    }
    for (auto& [id, organization] : directory_.organizations())
        for (auto& [agent_id, agent] : organization.agents)
            if (!agent->is_present() && !agent->engaged.empty()) chats_.agent_gone(*agent, turn);
}

std::size_t* Agents::counter_of(PresenceState state) {
    switch (state) {
        case PresenceState::online:
            return &online_;
        case PresenceState::away:
            return &away_;
        case PresenceState::offline:
            break;
    }
    return nullptr;
}

}  // namespace rejoinder::domain

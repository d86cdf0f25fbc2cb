#include "domain/desk.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "domain/agents.hpp"
#include "domain/chats.hpp"
#include "domain/directory.hpp"
#include "domain/entities.hpp"
#include "domain/files.hpp"
#include "domain/sessions.hpp"
#include "domain/streams.hpp"
#include "domain/visitors.hpp"

namespace rejoinder::domain {
namespace {

// Agents' frames are numbered from a number that grows with the time of the start, so that those of
// an earlier start are recognised: 2^10 for each millisecond is more than a desk can publish, and
// stays below 2^53.
constexpr std::int64_t frames_per_millisecond = 1 << 10;

}  // namespace

struct Desk::State {
    explicit State(Settings wanted) : settings(std::move(wanted)) {}

    Settings settings;
    Directory directory;
    Sessions sessions{settings};
    Streams streams{settings};
    Entities entities;
    Chats chats{settings, directory, sessions, streams, entities};
    Files files{settings, sessions, chats};
    Agents agents{settings, directory, streams, chats, entities, files};
    Visitors visitors{settings, directory, sessions, chats};

    void finish_step(Turn turn, std::size_t changes_before);

    void apply(Poll& request, Caller caller, Turn turn) { visitors.poll(request, caller, turn); }
    void apply(VisitorPost& request, Caller caller, Turn turn) {
        visitors.post(request, caller, turn);
    }
    void apply(EndSession& request, Caller caller, Turn turn) {
        visitors.end(request, caller, turn);
    }
    void apply(ReconnectSession& request, Caller caller, Turn turn) {
        visitors.reconnect(request, caller, turn);
    }
    void apply(ResyncSession& request, Caller caller, Turn turn) {
        visitors.resync(request, caller, turn);
    }
    void apply(VisitorLookup& request, Caller caller, Turn turn) {
        visitors.lookup(request, caller, turn);
    }
    void apply(VisitorBreadcrumb& request, Caller caller, Turn turn) {
        visitors.breadcrumb(request, caller, turn);
    }
    void apply(CallerGone&, Caller caller, Turn turn) { sessions.forget(caller, turn); }
    void apply(FindCredentials& request, Caller caller, Turn turn) {
        agents.find_credentials(request, caller, turn);
    }
    void apply(OpenLogin& request, Caller caller, Turn turn) {
        agents.open_login(request, caller, turn);
    }
    void apply(AgentRequest& request, Caller caller, Turn turn) {
        agents.handle(request, caller, turn);
    }
    void apply(OpenStream& request, Caller caller, Turn turn) {
        agents.open_stream(request, caller, turn);
    }
    void apply(ResumeStream& request, Caller caller, Turn turn) {
        agents.resume_stream(request, caller, turn);
    }
    void apply(CloseStream&, Caller caller, Turn turn) { agents.close_stream(caller, turn); }
    void apply(FileStep& step, Caller caller, Turn turn) { files.handle(step, caller, turn); }
};

Desk::Desk(Settings settings) : state_(std::make_unique<State>(std::move(settings))) {}

Desk::~Desk() = default;

void Desk::State::finish_step(Turn turn, std::size_t changes_before) {
    agents.flush(turn);
    chats.flush(turn);
    sessions.flush(turn);
    files.flush(turn);
    if (turn.effects.changes.size() > changes_before) agents.changed_in(turn.effects.batch());
}

void Desk::dispatch(Request request, Caller caller, Instant now, Effects& effects) {
    const Turn turn{now, effects};
    const std::size_t changes_before = effects.changes.size();
    std::visit([&](auto& asked) { state_->apply(asked, caller, turn); }, request);
    state_->finish_step(turn, changes_before);
}

void Desk::tick(Instant now, Effects& effects) {
    const Turn turn{now, effects};
    const std::size_t changes_before = effects.changes.size();
    state_->visitors.tick(turn);
    state_->agents.tick(turn);
    state_->finish_step(turn, changes_before);
}

std::optional<Instant> Desk::next_deadline() const {
    const auto sessions = state_->sessions.next_deadline();
    const auto agents = state_->agents.next_deadline();
    if (!sessions || !agents) return sessions ? sessions : agents;
    return std::min(*sessions, *agents);
}

void Desk::restore(record::Snapshot snapshot, Instant now, Effects& effects) {
    const Turn turn{now, effects};
    const std::size_t changes_before = effects.changes.size();
    State& state = *state_;
    const Settings& settings = state.settings;
    state.streams.set_first_frame(epoch_milliseconds(now) * frames_per_millisecond);
    state.directory.load(snapshot);
    state.entities.restore(std::move(snapshot.entity_records));
    std::ranges::sort(snapshot.chats, {},
                      [](const auto& row) { return std::pair(row.start_time, row.id); });
    for (const auto& row : snapshot.chats) state.chats.restore_records(row, now);
    std::map<SessionId, record::Chat> chats;
    for (auto& row : snapshot.chats) chats.emplace(row.id, std::move(row));
    std::map<SessionId, std::vector<record::Entry>> entries;
    for (auto& row : snapshot.entries) entries[row.chat].push_back(std::move(row));
    for (const auto& row : snapshot.sessions) {
        if (row.ended_at) {
            state.sessions.restore_ended(row);
            continue;
        }
        Session& session = state.sessions.restore(row, turn);
        if (const auto chat = chats.find(row.id); chat != chats.end())
            state.chats.restore(session, std::move(chat->second), std::move(entries[row.id]), turn);
        session.inbox.restored(row.sequence_origin, row.acked);
        state.sessions.arm(session);
    }
    state.files.restore(std::move(snapshot.files), snapshot.sessions, chats);
    state.agents.restore(std::move(snapshot.logins), std::move(snapshot.presences),
                         std::move(snapshot.agent_sessions), turn);
    state.sessions.set_resume_until(now + settings.client_poll_timeout + settings.session_grace);
    state.chats.restored(turn);
    state.finish_step(turn, changes_before);
}

void Desk::release_all(Effects& effects) {
    const Turn turn{Instant{}, effects};
    for (Session* session : state_->sessions.all()) state_->sessions.release(*session, turn);
    state_->streams.end_all(turn);
}

Figures Desk::figures() const {
    const State& state = *state_;
    const Chats::Totals& totals = state.chats.totals();
    return {.sessions = state.sessions.size(),
            .parked_polls = state.sessions.parked(),
            .chats_waiting = state.chats.waiting(),
            .chats_engaged = state.chats.engaged(),
            .agents_online = state.agents.online(),
            .agents_away = state.agents.away(),
            .streams = state.streams.size(),
            .chats_requested_total = totals.requested,
            .chats_ended_total = totals.ended,
            .visitor_messages_total = totals.visitor_messages,
            .agent_messages_total = totals.agent_messages};
}

std::vector<std::string> Desk::allowed_origins() const {
    std::set<std::string> origins;
    for (const auto& [id, organization] : state_->directory.organizations())
        for (const auto& [deployment_id, deployment] : organization.deployments) {
            if (deployment.allowed_origins.empty()) return {};
            origins.insert(deployment.allowed_origins.begin(), deployment.allowed_origins.end());
        }
    return {origins.begin(), origins.end()};
}

}  // namespace rejoinder::domain

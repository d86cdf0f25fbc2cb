#include "domain/test_desk.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace rejoinder::domain {

TestDesk::TestDesk(Settings settings, record::Snapshot stored)
    : settings_(std::move(settings)), stored_(std::move(stored)) {
    restart();
}

record::Snapshot TestDesk::demo() {
    const auto organization_id = *OrganizationId::parse(organization);
    const auto skill = *SkillId::parse("0C5000000000001");
    record::Snapshot demo;
    demo.organizations.push_back({organization_id, "Demo"});
    record::Deployment site;
    site.id = *DeploymentId::parse(deployment);
    site.organization = organization_id;
    demo.deployments.push_back(site);
    demo.skills.push_back({skill, organization_id, "Support", {}});
    record::Button entry;
    entry.id = *ButtonId::parse(button);
    entry.organization = organization_id;
    entry.skills = {skill};
    demo.buttons.push_back(entry);
    for (const auto& [id, name] : {std::pair{ann, "Ann"}, std::pair{bob, "Bob"}}) {
        record::Agent agent;
        agent.id = *AgentId::parse(id);
        agent.organization = organization_id;
        agent.username = name;
        agent.name = name;
        agent.password_hash = "hash";
        agent.capacity = 2;
        agent.skills = {skill};
        demo.agents.push_back(agent);
    }
    return demo;
}

void TestDesk::restart() {
    desk_ = std::make_unique<Desk>(settings_);
    frames_.clear();
    Effects effects(batch_++);
    desk_->restore(stored_, now_, effects);
    collect(effects);
}

void TestDesk::advance(Duration by) {
    const Instant end = now_ + by;
    while (true) {
        const auto next = desk_->next_deadline();
        if (!next || *next > end) break;
        now_ = std::max(now_, *next);
        Effects effects(batch_++);
        desk_->tick(now_, effects);
        collect(effects);
    }
    now_ = end;
}

void TestDesk::collect(Effects& effects) {
    for (const auto& change : effects.changes) keep(change);
    for (auto& outgoing : effects.outgoing) {
        EXPECT_LE(outgoing.after, effects.batch());
        if (auto* reply = std::get_if<Reply>(&outgoing.what)) {
            const int status =
                reply->outcome == Outcome::nothing_new ? 204
                : reply->outcome == Outcome::created || reply->outcome == Outcome::created_object
                    ? 201
                    : 200;
            EXPECT_TRUE(answers_.try_emplace(reply->caller.id, status, reply->body).second)
                << "a caller was answered twice";
        } else if (auto* refusal = std::get_if<Refusal>(&outgoing.what)) {
            const Answer answer{refusal->error.status(), std::string(refusal->error.text())};
            EXPECT_TRUE(answers_.try_emplace(refusal->caller.id, answer).second)
                << "a caller was answered twice";
        } else if (auto* frame = std::get_if<StreamFrame>(&outgoing.what)) {
            frames_[frame->stream.id].push_back(frame->text);
        }
    }
}

// Keeps a change as the stores do.
void TestDesk::keep(const record::Change& change) {
    std::visit([this](const auto& what) { keep(what); }, change);
}

template <record::Row T>
void TestDesk::keep(const T& row) {
    const auto is_same = [&](const T& old) {
        int column = 0;
        const auto is_equal = [&](const auto& field) {
            return column++ >= row_of(&row).key_columns || old.*field.member == row.*field.member;
        };
        return std::apply([&](const auto&... field) { return (is_equal(field) && ...); },
                          fields_of(&row));
    };
    const auto put = [&](auto& rows) {
        if constexpr (std::is_same_v<std::vector<T>, std::decay_t<decltype(rows)>>) {
            const auto old = std::ranges::find_if(rows, is_same);
            old == rows.end() ? rows.push_back(row) : static_cast<void>(*old = row);
        }
    };
    std::apply([&](const auto&... list) { (put(stored_.*list.member), ...); }, fields_of(&stored_));
}

template <class T>
void TestDesk::keep(const record::Removed<T>& removed) {
    const auto take = [&](auto& rows) {
        if constexpr (std::is_same_v<std::vector<T>, std::decay_t<decltype(rows)>>)
            std::erase_if(rows, [&](const T& row) { return row.id == removed.id; });
    };
    std::apply([&](const auto&... list) { (take(stored_.*list.member), ...); },
               fields_of(&stored_));
}

void TestDesk::keep(const record::EntryRenumbered& moved) {
    for (auto& old : stored_.entries)
        if (old.chat == moved.chat && old.position == moved.position) old.sequence = moved.sequence;
}

TestDesk::Visitor TestDesk::open_session() {
    std::array<std::uint8_t, 16> bytes{};
    bytes.fill(next_session_++);
    return {SessionId(Uuid::from_random(bytes)), now_};
}

SessionContext TestDesk::context_of(const Visitor& visitor) const {
    SessionContext context{visitor.id, visitor.created_at, 60, {}, 0};
    context.affinity.is_present = true;
    context.affinity.count = 1;
    context.affinity.tokens[0] = affinity_token(visitor.id, visitor.affinity_generation);
    return context;
}

Caller TestDesk::start_poll(const Visitor& visitor, std::optional<std::int64_t> ack) {
    const Caller caller{next_caller_++};
    Effects effects(batch_++);
    desk_->dispatch(Poll{context_of(visitor), ack}, caller, now_, effects);
    collect(effects);
    return caller;
}

TestDesk::Answer TestDesk::poll(const Visitor& visitor, std::optional<std::int64_t> ack) {
    const Caller caller = start_poll(visitor, ack);
    if (!answer_of(caller)) {
        hang_up(caller);
        return {};
    }
    return *answer_of(caller);
}

TestDesk::Answer TestDesk::ask(Request request) {
    const Caller caller{next_caller_++};
    Effects effects(batch_++);
    desk_->dispatch(std::move(request), caller, now_, effects);
    collect(effects);
    return answer_of(caller).value_or(Answer{});
}

TestDesk::Answer TestDesk::post(Visitor& visitor, std::string_view noun, std::string_view body,
                                std::optional<std::int64_t> sequence) {
    if (!sequence) sequence = ++visitor.request_sequence;
    const auto read = [&]() -> Result<std::vector<protocol::request::Post>> {
        if (noun == "MultiNoun") return protocol::request::read_batch(body);
        TRY(auto post, protocol::request::read_post("Chasitor", noun, body));
        return std::vector{std::move(post)};
    };
    return ask(
        VisitorPost{context_of(visitor), *sequence > 0 ? sequence : std::nullopt, read(), {}, {}});
}

TestDesk::Answer TestDesk::init(Visitor& visitor, std::string_view more) {
    std::string body = std::string(R"({"organizationId":")") + organization +
                       R"(","deploymentId":")" + deployment + R"(","buttonId":")" + button +
                       R"(","visitorName":"Jo","receiveQueueUpdates":true)";
    body += more;
    return post(visitor, "ChasitorInit", body + "}");
}

void TestDesk::hang_up(Caller caller) {
    Effects effects(batch_++);
    desk_->dispatch(CallerGone{}, caller, now_, effects);
    collect(effects);
}

std::optional<TestDesk::Answer> TestDesk::answer_of(Caller caller) const {
    const auto found = answers_.find(caller.id);
    return found == answers_.end() ? std::nullopt : std::optional(found->second);
}

void TestDesk::log_in(const std::string& agent) {
    ask(OpenLogin{*AgentId::parse(agent), "token", "hash of " + agent,
                  now_ + std::chrono::days(1)});
}

TestDesk::Answer TestDesk::act(const std::string& agent, agent::Action action,
                               std::string idempotency_key) {
    return ask(AgentRequest{"hash of " + agent, std::move(idempotency_key), std::move(action)});
}

void TestDesk::go(const std::string& agent, record::PresenceState state) {
    log_in(agent);
    EXPECT_EQ(act(agent, agent::SetPresence{state, ""}).status, 200);
}

Caller TestDesk::open_stream(const std::string& agent, std::optional<std::int64_t> last_seen) {
    const Caller stream{next_caller_++};
    Effects effects(batch_++);
    desk_->dispatch(OpenStream{"hash of " + agent}, stream, now_, effects);
    desk_->dispatch(ResumeStream{last_seen}, stream, now_, effects);
    collect(effects);
    return stream;
}

std::vector<std::string> TestDesk::frames_of(Caller stream) {
    return std::exchange(frames_[stream.id], {});
}

void TestDesk::drop_stream(Caller stream) {
    Effects effects(batch_++);
    desk_->dispatch(CloseStream{}, stream, now_, effects);
    collect(effects);
}

}  // namespace rejoinder::domain

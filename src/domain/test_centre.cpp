#include "domain/test_centre.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace rejoinder::domain {
namespace {

template <class Rows>
auto& row_of_id(Rows& rows, std::string_view id) {
    const auto found =
        std::ranges::find_if(rows, [&](const auto& row) { return row.id.view() == id; });
    EXPECT_NE(found, rows.end()) << id;
    return *found;
}

}  // namespace

record::Button& Centre::button(record::Snapshot& rows, std::string_view id) {
    return row_of_id(rows.buttons, id);
}

record::Agent& Centre::agent(record::Snapshot& rows, std::string_view id) {
    return row_of_id(rows.agents, id);
}

record::AgentConfig& Centre::config(record::Snapshot& rows, std::string_view agent_id) {
    const AgentId id = *AgentId::parse(agent_id);
    for (record::AgentConfig& config : rows.agent_configs)
        if (config.agents == std::vector{id}) return config;
    record::AgentConfig config;
    config.id = AgentConfigId::numbered(rows.agent_configs.size() + 1);
    config.organization = *OrganizationId::parse(TestDesk::organization);
    config.agents = {id};
    config.capacity = agent(rows, agent_id).capacity;
    return rows.agent_configs.emplace_back(std::move(config));
}

record::Snapshot Centre::arranged(const Arrange& arrange) {
    record::Snapshot rows = TestDesk::demo();
    const OrganizationId organization = rows.organizations.front().id;
    rows.skills.push_back({*SkillId::parse(sales_skill), organization, "Sales", {}});
    record::Button second = rows.buttons.front();
    second.id = *ButtonId::parse(sales);
    second.skills = {*SkillId::parse(sales_skill)};
    rows.buttons.push_back(second);
    const auto add = [&](const char* id, const char* name, const char* skill) -> record::Agent& {
        record::Agent row = rows.agents.front();
        row.id = *AgentId::parse(id);
        row.username = name;
        row.name = name;
        row.skills.clear();
        if (*skill) row.skills.push_back(*SkillId::parse(skill));
        return rows.agents.emplace_back(std::move(row));
    };
    add(cora, "Cora", sales_skill);
    add(sue, "Sue", "").role = record::AgentRole::supervisor;
    record::Agent& bot = add(botty, "Botty", "");
    bot.kind = record::AgentKind::bot;
    bot.capacity = 100;
    if (arrange) arrange(rows);
    return rows;
}

Centre::Centre(const Arrange& arrange, Settings settings)
    : desk_(std::move(settings), arranged(arrange)) {}

Centre::Visitor& Centre::ask(std::string_view button_id, std::string_view more) {
    Visitor& visitor = visitors_.emplace_back(Visitor{desk_.open_session()});
    const std::string body =
        std::string(R"({"organizationId":")") + TestDesk::organization + R"(","deploymentId":")" +
        TestDesk::deployment + R"(","buttonId":")" + std::string(button_id) +
        R"(","visitorName":"Jo","receiveQueueUpdates":true)" + std::string(more) + "}";
    EXPECT_EQ(post(visitor, "ChasitorInit", body), 200);
    return visitor;
}

std::string Centre::hear(Visitor& visitor) {
    std::string heard;
    while (true) {
        const Caller poll = desk_.start_poll(visitor.session, visitor.ack);
        const auto answer = desk_.answer_of(poll);
        if (!answer || answer->status != 200) return heard;
        heard += answer->body;
        const auto place = answer->body.rfind(R"("sequence":)");
        visitor.ack = std::stoll(answer->body.substr(place + 11));
    }
}

void Centre::say(Visitor& visitor, std::string_view text) {
    EXPECT_EQ(post(visitor, "ChatMessage", R"({"text":")" + std::string(text) + R"("})"), 200);
}

int Centre::post(Visitor& visitor, std::string_view noun, std::string_view body) {
    return desk_.post(visitor.session, noun, body).status;
}

const record::Chat& Centre::row(const Visitor& visitor) const {
    const auto& chats = desk_.stored().chats;
    const auto found = std::ranges::find(chats, visitor.id(), &record::Chat::id);
    EXPECT_NE(found, chats.end());
    return *found;
}

std::vector<const record::Entry*> Centre::entries(const Visitor& visitor) const {
    std::vector<const record::Entry*> found;
    for (const auto& entry : desk_.stored().entries)
        if (entry.chat == visitor.id()) found.push_back(&entry);
    return found;
}

std::vector<std::string> Centre::events(const Visitor& visitor) const {
    std::vector<std::string> names;
    for (const record::Entry* entry : entries(visitor)) names.push_back(name_of(entry->type));
    return names;
}

std::size_t Centre::count(const Visitor& visitor, std::string_view type) const {
    return static_cast<std::size_t>(std::ranges::count(events(visitor), type));
}

void Centre::online(std::initializer_list<const char*> agents) {
    for (const char* id : agents) {
        desk_.go_online(id);
        streams_[id] = desk_.open_stream(id, std::nullopt);
        desk_.frames_of(streams_[id]);
    }
}

int Centre::act(const char* agent_id, agent::Action action) {
    return desk_.act(agent_id, std::move(action)).status;
}

std::string Centre::body(const char* agent_id, agent::Action action) {
    return desk_.act(agent_id, std::move(action)).body;
}

int Centre::accept(const char* agent_id, const Visitor& visitor) {
    return act(agent_id, agent::Accept{visitor.id()});
}

int Centre::tell(const char* agent_id, const Visitor& visitor, std::string text) {
    return act(agent_id, agent::SendMessage{visitor.id(), std::move(text)});
}

Centre::Visitor& Centre::chat(const char* agent_id, std::string_view button_id) {
    Visitor& visitor = ask(button_id);
    EXPECT_EQ(accept(agent_id, visitor), 200);
    hear(visitor);
    frames(agent_id);
    return visitor;
}

std::string Centre::frames(const char* agent_id) {
    std::string text;
    for (const std::string& frame : desk_.frames_of(streams_[agent_id])) text += frame + "\n";
    return text;
}

int Centre::transfer(const char* from, const Visitor& visitor, record::TransferKind to,
                     std::string id, std::string note) {
    return act(from, agent::Transfer{visitor.id(), to, std::move(id), std::move(note)});
}

// Visitors poll as clients do, so that they are not given up.
void Centre::advance(Duration by) {
    const Duration step = std::chrono::seconds(20);
    while (by > Duration::zero()) {
        const Duration now = std::min(step, by);
        for (Visitor& visitor : visitors_) desk_.start_poll(visitor.session, visitor.ack);
        desk_.advance(now);
        by -= now;
    }
}

void Centre::restart() {
    desk_.restart();
    for (auto& [agent_id, stream] : streams_) {
        stream = desk_.open_stream(agent_id, std::nullopt);
        desk_.frames_of(stream);
    }
}

}  // namespace rejoinder::domain

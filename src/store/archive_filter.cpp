#include "store/archive_filter.hpp"

#include "base/text.hpp"
#include "record/voice.hpp"

namespace rejoinder::store {

namespace {

template <class Value>
bool contains(const std::vector<Value>& values, const Value& value) {
    return std::ranges::find(values, value) != values.end();
}

}  // namespace

bool is_in_scope(const ChatScope& scope, const record::Chat& chat) {
    return contains(scope.agents, chat.agent) || contains(scope.agents, chat.owner) ||
           contains(scope.skills, chat.skill) || contains(scope.visitors, chat.visitor_id);
}

bool fits(const TranscriptQuery& query, const record::Chat& chat) {
    return (query.statuses.empty() || contains(query.statuses, chat.status)) &&
           (query.button.empty() || chat.button == query.button) &&
           (query.deployment.empty() || chat.deployment == query.deployment) &&
           (query.agent.empty() || chat.agent == query.agent || chat.owner == query.agent) &&
           (query.skill.empty() || chat.skill == query.skill) &&
           (!query.scope || is_in_scope(*query.scope, chat));
}

bool says(const record::Entry& entry, std::string_view text) {
    return voice_of(entry.type) != record::Voice::nobody &&
           contains_in_any_case(entry.content, text);
}

bool fits(const AgentSessionQuery& query, const record::AgentSession& session) {
    return !query.agents || contains(*query.agents, session.agent);
}

}  // namespace rejoinder::store

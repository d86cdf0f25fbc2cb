#include "domain/administration.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <type_traits>

#include "base/text.hpp"
#include "domain/api_views.hpp"
#include "domain/configuration.hpp"
#include "domain/entity_tag.hpp"
#include "protocol/api_admin.hpp"

namespace rejoinder::domain {
namespace {

using agent::ObjectKind;

// ---- Where the objects of a kind are

auto& objects_of(auto& organization, const record::Deployment*) { return organization.deployments; }
auto& objects_of(auto& organization, const record::BusinessHours*) {
    return organization.business_hours;
}
auto& objects_of(auto& organization, const record::Skill*) { return organization.skills; }
auto& objects_of(auto& organization, const record::Button*) { return organization.buttons; }
auto& objects_of(auto& organization, const record::Agent*) { return organization.agents; }
auto& objects_of(auto& organization, const record::AgentConfig*) {
    return organization.agent_configs;
}
auto& objects_of(auto& organization, const record::QuickText*) { return organization.quick_texts; }
auto& objects_of(auto& organization, const record::SensitiveDataRule*) {
    return organization.sensitive_data_rules;
}
auto& objects_of(auto& organization, const record::BlockingRule*) {
    return organization.blocking_rules;
}

template <class Row>
const Row& row_in(const Row& object) {
    return object;
}
const record::Button& row_in(const Button& object) { return object.row; }
const record::Agent& row_in(const std::unique_ptr<Agent>& object) { return object->row; }

// Calls `visit` with a null pointer to the kind's row.
template <class Visit>
auto with_row(ObjectKind kind, Visit visit) {
    switch (kind) {
        case ObjectKind::deployment:
            return visit(static_cast<const record::Deployment*>(nullptr));
        case ObjectKind::business_hours:
            return visit(static_cast<const record::BusinessHours*>(nullptr));
        case ObjectKind::skill:
            return visit(static_cast<const record::Skill*>(nullptr));
        case ObjectKind::button:
            return visit(static_cast<const record::Button*>(nullptr));
        case ObjectKind::agent:
            return visit(static_cast<const record::Agent*>(nullptr));
        case ObjectKind::agent_config:
            return visit(static_cast<const record::AgentConfig*>(nullptr));
        case ObjectKind::quick_text:
            return visit(static_cast<const record::QuickText*>(nullptr));
        case ObjectKind::sensitive_data_rule:
            return visit(static_cast<const record::SensitiveDataRule*>(nullptr));
        case ObjectKind::blocking_rule:
            break;
    }
    return visit(static_cast<const record::BlockingRule*>(nullptr));
}

template <class Row>
Result<const Row*> find(const Organization& organization, std::string_view text) {
    const auto& objects = objects_of(organization, static_cast<const Row*>(nullptr));
    const auto id = decltype(Row::id)::parse(text);
    const auto found = id ? objects.find(*id) : objects.end();
    if (found == objects.end()) return fail(Errc::not_found, "There is no such object");
    return &row_in(found->second);
}

// ---- Pages

// `{"items":[…],"nextCursor":"…"}` of the rows that `is_wanted` says.
template <class Row, class Wanted>
Result<std::string> page_of(const Organization& organization, const agent::Page& page,
                            Wanted is_wanted) {
    const auto& objects = objects_of(organization, static_cast<const Row*>(nullptr));
    auto place = objects.begin();
    if (!page.cursor.empty()) {
        const auto id = decltype(Row::id)::parse(page.cursor);
        if (!id) return fail(Errc::bad_request, "cursor must be the nextCursor of a page");
        place = objects.upper_bound(*id);
    }
    std::string json = R"({"items":[)";
    std::string cursor;
    std::size_t count = 0;
    for (; place != objects.end(); ++place) {
        const Row& row = row_in(place->second);
        if (!is_wanted(row)) continue;
        if (count == page.limit) return json + R"(],"nextCursor":")" + cursor + R"("})";
        if (count++ > 0) json += ',';
        json += configuration::to_json(row);
        cursor = row.id.str();
    }
    return json + "]}";
}

// ---- References

template <class Id, class Member>
bool names(const Member& member, const Id& id) {
    if constexpr (std::is_same_v<Member, Id>)
        return member == id;
    else if constexpr (std::is_same_v<Member, std::vector<Id>>)
        return std::ranges::find(member, id) != member.end();
    else
        return false;
}

// An object of `objects` that names `id`, but in its own id.
template <class Id, class Objects>
std::optional<std::string> user_in(const Objects& objects, const Id& id) {
    for (const auto& [key, object] : objects) {
        const auto& row = row_in(object);
        const bool is_user = visit_fields(&row, [&](const auto&... fields) {
            return ((fields.name != "id" && names(row.*fields.member, id)) || ...);
        });
        if (is_user) return key.str();
    }
    return std::nullopt;
}

// What the configuration names an object with. Who made a blocking rule is a matter of record.
template <class Id>
std::optional<std::string> user_of(const Organization& organization, const Id& id) {
    auto user = user_in(organization.buttons, id);
    if (!user) user = user_in(organization.agents, id);
    if (!user) user = user_in(organization.agent_configs, id);
    if (!user) user = user_in(organization.skills, id);
    return user;
}

// The chats that a button or a deployment still answers for.
template <class Row>
bool belongs_to(const Chat& chat, const Row& row) {
    if constexpr (std::is_same_v<Row, record::Button>)
        return chat.row.button == row.id || chat.button->row.id == row.id;
    else if constexpr (std::is_same_v<Row, record::Deployment>)
        return chat.row.deployment == row.id;
    else
        return false;
}

template <class Row>
bool has_open_chat(const Organization& organization, const Row& row) {
    const auto is_its = [&](const Chat* chat) { return belongs_to(*chat, row); };
    for (const auto& [id, button] : organization.buttons)
        if (std::ranges::any_of(button.queue, is_its)) return true;
    for (const auto& [id, agent] : organization.agents)
        if (std::ranges::any_of(agent->engaged, is_its)) return true;
    return false;
}
// What is only offered to the agent goes to others, and what it joined goes on without it.
bool has_open_chat(const Organization& organization, const record::Agent& row) {
    const Agent* agent = organization.agents.at(row.id).get();
    const auto waits_for_it = [&](const Chat* chat) { return chat->direct_agent == agent; };
    for (const auto& [id, button] : organization.buttons)
        if (std::ranges::any_of(button.queue, waits_for_it)) return true;
    return !agent->engaged.empty();
}

// ---- Rows as they begin, and what clients cannot set of them

template <class Row>
Row fresh() {
    Row row;
    if constexpr (std::is_same_v<Row, record::Button>) row.language = "en_US";
    return row;
}

template <class Row>
void keep_own(Row&, const Row*, Instant) {}
[[maybe_unused]] void keep_own(record::Agent& row, const record::Agent* old, Instant) {
    row.password_hash = old ? old->password_hash : std::string();
    const bool has_key = old && row.kind == record::AgentKind::bot;
    row.api_key_hash = has_key ? old->api_key_hash : std::string();
}
[[maybe_unused]] void keep_own(record::BlockingRule& row, const record::BlockingRule* old,
                               Instant now) {
    row.owner_type = old ? old->owner_type : record::BlockingRuleOwner::admin;
    row.agent = old ? old->agent : AgentId();
    row.created_at = old ? old->created_at : now;
}

Result<void> check_match(const std::optional<std::string>& if_match, const std::string& json) {
    if (!if_match || is_match(*if_match, entity_tag(json))) return {};
    return fail(Errc::precondition_failed);
}

template <class Row>
Result<void> check(const Row& row, const Organization& organization) {
    auto problems = configuration::problems_of(row, organization);
    if (problems.empty()) return {};
    return std::unexpected(configuration::error_of(std::move(problems)));
}

Administered shown(std::string json) {
    return {.outcome = Outcome::object, .body = std::move(json)};
}

}  // namespace

// ---- Templates: before their uses, for a definition that follows a use within a generic lambda
// is not instantiated by clang

template <class Row>
void Administration::put(Organization& organization, const Row& row, Turn turn) {
    const Before before = look(organization);
    turn.effects.change(row);
    directory_.put(row);
    settle(organization, before, turn);
}

template <class Row>
bool Administration::is_taken(const decltype(Row::id)& id) const {
    return std::ranges::any_of(directory_.organizations(), [&](const auto& entry) {
        return objects_of(entry.second, static_cast<const Row*>(nullptr)).contains(id);
    });
}

template <class Row>
Administration::Answer Administration::create(Asker asker, const agent::CreateObject& request,
                                              Turn turn) {
    Organization& organization = asker.organization;
    TRY(Row row, configuration::from_json(request.body, fresh<Row>()));
    if (objects_of(organization, static_cast<const Row*>(nullptr)).size() >= objects_max)
        return fail(Errc::conflict, "There are as many objects of this kind as there may be");
    row.organization = organization.row.id;
    if (row.id.empty()) {
        // Ends: fewer ids are taken than there are numbers.
        std::uint64_t serial = request.random;
        do row.id = decltype(Row::id)::numbered(serial++);
        while (is_taken<Row>(row.id));
    } else if (is_taken<Row>(row.id)) {
        return fail(Errc::conflict, "The id is taken");
    }
    keep_own(row, static_cast<const Row*>(nullptr), turn.now);
    TRY_VOID(check(row, organization));
    put(organization, row, turn);
    return Administered{.outcome = Outcome::created_object, .body = configuration::to_json(row)};
}

template <class Row>
Administration::Answer Administration::replace(Asker asker, const agent::ReplaceObject& request,
                                               Turn turn) {
    Organization& organization = asker.organization;
    TRY(const Row* old, find<Row>(organization, request.id));
    if (!request.if_match) return fail(Errc::precondition_required);
    TRY_VOID(check_match(request.if_match, configuration::to_json(*old)));
    Row row = fresh<Row>();
    row.id = old->id;
    TRY(row, configuration::from_json(request.body, row));
    if (row.id != old->id)
        return std::unexpected(configuration::error_of({{"id", "must be the one in the path"}}));
    row.organization = organization.row.id;
    keep_own(row, old, turn.now);
    TRY_VOID(check(row, organization));
    Administered answer = shown(configuration::to_json(row));
    if constexpr (std::is_same_v<Row, record::Agent>) {
        if (row.id == asker.agent.row.id && row.role != old->role)
            return fail(Errc::conflict, "Another administrator has to take your role away");
        if (row.api_key_hash != old->api_key_hash) {
            answer.key_owner = directory_.agent(row.id);
            answer.key_hash = old->api_key_hash;
        }
    }
    if constexpr (std::is_same_v<Row, record::Button>)
        if (row.routing_type != old->routing_type)
            chats_.take_offers_back(organization.buttons.at(row.id), turn);
    put(organization, row, turn);
    return answer;
}

template <class Row>
Result<void> Administration::check_unused(Asker asker, const Row& row) const {
    if (const auto user = user_of(asker.organization, row.id))
        return fail(Errc::conflict, *user + " still names it");
    if (has_open_chat(asker.organization, row))
        return fail(Errc::conflict, "It still has open chats");
    if constexpr (std::is_same_v<Row, record::Agent>)
        if (row.id == asker.agent.row.id)
            return fail(Errc::conflict, "Another administrator has to remove you");
    return {};
}

template <class Row>
Administration::Answer Administration::remove(Asker asker, const agent::RemoveObject& request,
                                              Turn turn) {
    Organization& organization = asker.organization;
    TRY(const Row* row, find<Row>(organization, request.id));
    TRY_VOID(check_match(request.if_match, configuration::to_json(*row)));
    TRY_VOID(check_unused(asker, *row));
    Administered answer;
    const auto id = row->id;
    if constexpr (std::is_same_v<Row, record::Agent>) {
        answer.logged_out = answer.key_owner = directory_.agent(id);
        answer.key_hash = row->api_key_hash;
    }
    const Before before = look(organization);
    turn.effects.change(record::Removed<Row>{id});
    directory_.remove(organization, id);
    settle(organization, before, turn);
    return answer;
}

// ---- Requests

Result<Administered> Administration::handle(const Agent& admin, const agent::Administer& request,
                                            Turn turn) {
    if (admin.row.role != record::AgentRole::admin)
        return fail(Errc::forbidden, "Only administrators may do this");
    const Asker asker{admin, *directory_.organization(admin.row.organization)};
    return std::visit([&](const auto& what) { return apply(asker, what, turn); }, request.what);
}

Result<std::string> Administration::quick_texts(const Agent& agent,
                                                const agent::ListQuickTexts& request) {
    const Organization& organization = *directory_.organization(agent.row.organization);
    return page_of<record::QuickText>(
        organization, request.page, [&](const record::QuickText& text) {
            const bool is_in = request.category.empty() || text.category == request.category;
            return is_in && (contains_in_any_case(text.name, request.search) ||
                             contains_in_any_case(text.message, request.search));
        });
}

Administration::Answer Administration::apply(Asker asker, const agent::ListObjects& request, Turn) {
    return with_row(request.kind, [&]<class Row>(const Row*) -> Answer {
        TRY(std::string json,
            page_of<Row>(asker.organization, request.page, [](const Row&) { return true; }));
        return Administered{.outcome = Outcome::json, .body = std::move(json)};
    });
}

Administration::Answer Administration::apply(Asker asker, const agent::GetObject& request, Turn) {
    return with_row(request.kind, [&]<class Row>(const Row*) -> Answer {
        TRY(const Row* row, find<Row>(asker.organization, request.id));
        return shown(configuration::to_json(*row));
    });
}

Administration::Answer Administration::apply(Asker asker, const agent::CreateObject& request,
                                             Turn turn) {
    return with_row(request.kind, [&]<class Row>(const Row*) -> Answer {
        return create<Row>(asker, request, turn);
    });
}

Administration::Answer Administration::apply(Asker asker, const agent::ReplaceObject& request,
                                             Turn turn) {
    return with_row(request.kind, [&]<class Row>(const Row*) -> Answer {
        return replace<Row>(asker, request, turn);
    });
}

Administration::Answer Administration::apply(Asker asker, const agent::RemoveObject& request,
                                             Turn turn) {
    return with_row(request.kind, [&]<class Row>(const Row*) -> Answer {
        return remove<Row>(asker, request, turn);
    });
}

Administration::Answer Administration::apply(Asker asker, const agent::GetOrganization&, Turn) {
    return shown(configuration::to_json(asker.organization.row));
}

Administration::Answer Administration::apply(Asker asker, const agent::ReplaceOrganization& request,
                                             Turn turn) {
    record::Organization& old = asker.organization.row;
    if (!request.if_match) return fail(Errc::precondition_required);
    TRY_VOID(check_match(request.if_match, configuration::to_json(old)));
    TRY(record::Organization row,
        configuration::from_json(request.body, record::Organization{old.id, {}}));
    if (row.id != old.id)
        return std::unexpected(configuration::error_of({{"id", "must be the one there is"}}));
    TRY_VOID(check(row, asker.organization));
    turn.effects.change(row);
    old = row;
    return shown(configuration::to_json(row));
}

Administration::Answer Administration::apply(Asker asker, const agent::SetPassword& request,
                                             Turn turn) {
    TRY(const record::Agent* old, find<record::Agent>(asker.organization, request.agent));
    record::Agent row = *old;
    row.password_hash = request.password_hash;
    put(row, turn);
    return Administered{.logged_out = directory_.agent(row.id)};
}

Administration::Answer Administration::apply(Asker asker, const agent::CreateApiKey& request,
                                             Turn turn) {
    TRY(const record::Agent* old, find<record::Agent>(asker.organization, request.agent));
    if (old->kind != record::AgentKind::bot)
        return fail(Errc::conflict, "Only agents of the kind bot have API keys");
    Administered answer{.outcome = Outcome::created,
                        .body = protocol::to_json(protocol::api::ApiKey{request.key}),
                        .key_owner = directory_.agent(old->id),
                        .key_hash = old->api_key_hash};
    record::Agent row = *old;
    row.api_key_hash = request.key_hash;
    put(row, turn);
    return answer;
}

Administration::Answer Administration::apply(Asker asker, const agent::RemoveApiKey& request,
                                             Turn turn) {
    TRY(const record::Agent* old, find<record::Agent>(asker.organization, request.agent));
    if (old->api_key_hash.empty()) return fail(Errc::not_found, "The agent has no API key");
    Administered answer{.key_owner = directory_.agent(old->id), .key_hash = old->api_key_hash};
    record::Agent row = *old;
    row.api_key_hash.clear();
    put(row, turn);
    return answer;
}

// Secrets alone: nothing else follows.
void Administration::put(const record::Agent& row, Turn turn) {
    turn.effects.change(row);
    directory_.put(row);
}

Administration::Before Administration::look(Organization& organization) {
    Before before;
    for (auto& [id, agent] : organization.agents)
        before.capacities.emplace_back(agent.get(), agent->capacity());
    for (auto& [id, button] : organization.buttons)
        before.qualified.emplace_back(&button, button.qualified);
    return before;
}

void Administration::settle(Organization& organization, const Before& before, Turn turn) {
    Directory::link(organization);
    std::vector<Agent*> available;
    for (const auto& [agent, capacity] : before.capacities) {
        if (!organization.agents.contains(agent->row.id) || agent->capacity() == capacity) continue;
        tell_capacity(*agent, turn);
        if (agent->is_online() && agent->capacity() > capacity) available.push_back(agent);
    }
    for (const auto& [button, qualified] : before.qualified) {
        if (!organization.buttons.contains(button->row.id)) continue;
        if (button->qualified != qualified || !button->queue.empty())
            chats_.button_changed(*button, qualified, turn);
    }
    for (Agent* agent : available) chats_.agent_available(*agent, turn);
}

void Administration::tell_capacity(Agent& agent, Turn turn) {
    const auto capacity = view::capacity_of(agent);
    streams_.publish(
        agent, protocol::api::CapacityChanged{capacity.max, capacity.engaged, capacity.assigned},
        turn.effects.batch(), turn);
}

}  // namespace rejoinder::domain

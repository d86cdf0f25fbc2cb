#include <algorithm>
#include <utility>

#include "domain/chats.hpp"
#include "domain/notices.hpp"

namespace rejoinder::domain {
namespace {

using record::EntryType;

constexpr std::string_view blocked_reason = "Blocked";

EntryType fired_type(Speaker speaker) {
    switch (speaker) {
        case Speaker::agent:
            return EntryType::sensitive_data_agent;
        case Speaker::visitor:
            return EntryType::sensitive_data_visitor;
        case Speaker::supervisor:
            return EntryType::sensitive_data_supervisor;
    }
    return EntryType::other;
}

}  // namespace

const SensitiveData& Chats::sensitive_data_of(const Chat& chat) const {
    return directory_.organization(chat.row.organization)->sensitive_data;
}

std::string Chats::clean(Chat& chat, std::string text, Speaker speaker, const Agent* agent,
                         Turn turn) {
    const SensitiveData& rules = sensitive_data_of(chat);
    if (rules.is_empty()) return text;
    SensitiveData::Cleaned cleaned = rules.clean(text, speaker);
    note_fired(chat, cleaned.fired, speaker, agent, turn);
    return std::move(cleaned.text);
}

std::string Chats::clean_passing(const Chat& chat, std::string text, Speaker speaker) const {
    const SensitiveData& rules = sensitive_data_of(chat);
    return rules.is_empty() ? std::move(text) : rules.clean(text, speaker).text;
}

Chats::Fired Chats::clean_prechat(Chat& chat) const {
    const SensitiveData& rules = sensitive_data_of(chat);
    Fired fired;
    if (rules.is_empty()) return fired;
    // All of it is one text as far as the work goes.
    SensitiveData::Work work;
    const auto clean_one = [&](std::string& text) {
        SensitiveData::Cleaned cleaned = rules.clean(text, Speaker::visitor, work);
        text = std::move(cleaned.text);
        for (const SensitiveData::Rule* rule : cleaned.fired)
            if (std::ranges::find(fired, rule) == fired.end()) fired.push_back(rule);
    };
    clean_one(chat.row.visitor_name);
    auto details = notice::custom_details_of(chat);
    for (auto& detail : details) clean_one(detail.value.text);
    if (!fired.empty() && !details.empty()) chat.row.custom_details = protocol::to_json(details);
    return fired;
}

void Chats::note_fired(Chat& chat, const Fired& fired, Speaker speaker, const Agent* agent,
                       Turn turn) {
    if (fired.empty()) return;
    const record::Entry& entry = add(chat,
                                     {.type = fired_type(speaker),
                                      .agent = agent,
                                      .name = agent ? agent->row.name : chat.row.visitor_name,
                                      .content = json_of_rules(fired)},
                                     turn);
    tell_event(chat, entry, turn);
}

bool Chats::is_blocked(const Chat& chat) const {
    return directory_.organization(chat.row.organization)->blocking.is_blocked(chat.row.ip_address);
}

// Nobody is asked, and the visitor is told no more than that.
void Chats::refuse_blocked(Chat& chat, Turn turn) {
    --waiting_;
    conclude(chat, {.status = record::ChatStatus::blocked, .reason = blocked_reason}, turn);
    add(chat,
        {.type = EntryType::cancel_blocked, .event = notice::request_fail(blocked_reason, &chat)},
        turn);
    tell_chat(chat, turn);
}

Result<record::BlockingRule> Chats::block(Agent& agent, Chat& chat, std::string description,
                                          std::uint64_t serial, Turn turn) {
    TRY_VOID(check_own(agent, chat, life_cycle::Act::block));
    if (!agent.config.enable_visitor_blocking)
        return fail(Errc::forbidden, "Blocking visitors is not enabled for you");
    // The zone says something of this server's network only.
    const std::string address = chat.row.ip_address.substr(0, chat.row.ip_address.find('%'));
    if (!parse_ip_address(address))
        return fail(Errc::conflict, "The visitor's address is not known");
    Organization& organization = *directory_.organization(chat.row.organization);
    if (organization.blocking_rules.size() >= Blocking::rules_max)
        return fail(Errc::conflict, "There are too many blocking rules");
    record::BlockingRule rule;
    do rule.id = BlockingRuleId::numbered(serial++);
    while (organization.blocking_rules.contains(rule.id));
    rule.organization = organization.row.id;
    rule.from_address = address;
    rule.owner_type = record::BlockingRuleOwner::agent;
    rule.agent = agent.row.id;
    rule.description = std::move(description);
    rule.created_at = turn.now;
    directory_.put(rule);
    organization.blocking.update(organization.blocking_rules);
    turn.effects.change(rule);
    add(chat, {.type = EntryType::agent_blocked, .agent = &agent, .content = rule.description},
        turn);
    TRY_VOID(end_by_agent(agent, chat, false, turn));
    return rule;
}

}  // namespace rejoinder::domain

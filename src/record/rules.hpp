#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/record_id.hpp"
#include "base/time.hpp"
#include "record/row.hpp"

// What keeps texts and visitors out (product spec 2.4).
namespace rejoinder::record {

enum class SensitiveDataAction : std::uint8_t { remove, replace };
ROW_ENUM(SensitiveDataAction, "Remove", "Replace");

// A text that must not be said or kept.
struct SensitiveDataRule {
    SensitiveDataRuleId id;
    OrganizationId organization;
    std::string name;
    SensitiveDataAction action_type = SensitiveDataAction::replace;
    // A JavaScript regular expression.
    std::string pattern;
    // What stands in its place; for `replace`.
    std::string replacement;
    // Lower is applied first.
    std::int64_t priority = 1;
    bool is_enabled = false;
    // Whose texts it is applied to: the sum of 1 for agents, 2 for visitors, 4 for supervisors.
    std::int64_t enforce_on = 7;
};
ROW(SensitiveDataRule, "sensitive_data_rule", 1, id, organization, name, action_type, pattern,
    replacement, priority, is_enabled, enforce_on);

enum class BlockingRuleOwner : std::uint8_t { admin, agent };
ROW_ENUM(BlockingRuleOwner, "Admin", "Agent");

// Addresses whose requests are refused.
struct BlockingRule {
    BlockingRuleId id;
    OrganizationId organization;
    // IPv4 or IPv6, both of one kind; the range includes both ends. An empty `to_address` is the
    // one address.
    std::string from_address;
    std::string to_address;
    BlockingRuleOwner owner_type = BlockingRuleOwner::admin;
    // Who made it out of a chat; empty for an administrator's.
    AgentId agent;
    std::string description;
    Instant created_at;
};
ROW(BlockingRule, "blocking_rule", 1, id, organization, from_address, to_address, owner_type, agent,
    description, created_at);

}  // namespace rejoinder::record

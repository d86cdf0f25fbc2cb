#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

// What administrators ask for at run time, and what all agents may read of it.
namespace rejoinder::domain::agent {

// The kinds of configured objects.
enum class ObjectKind : std::uint8_t {
    deployment,
    business_hours,
    skill,
    button,
    agent,
    agent_config,
    quick_text,
    sensitive_data_rule,
    blocking_rule,
};

// A part of a list: what comes behind `cursor`, which is empty for the beginning.
struct Page {
    static constexpr std::size_t limit_default = 100;
    static constexpr std::size_t limit_max = 1000;

    std::string cursor;
    std::size_t limit = limit_default;
};

struct ListObjects {
    ObjectKind kind;
    Page page;
};
struct GetObject {
    ObjectKind kind;
    std::string id;
};
// `body` is the object's JSON, whose members are known with its kind.
struct CreateObject {
    ObjectKind kind;
    std::string body;
    // Chance for the id, if the body gives none.
    std::uint64_t random = 0;
};
struct ReplaceObject {
    ObjectKind kind;
    std::string id;
    std::string body;
    std::optional<std::string> if_match;
};
struct RemoveObject {
    ObjectKind kind;
    std::string id;
    std::optional<std::string> if_match;
};

struct GetOrganization {};
struct ReplaceOrganization {
    std::string body;
    std::optional<std::string> if_match;
};

// Ends the agent's log-ins. The hash comes from outside: making one takes long.
struct SetPassword {
    std::string agent;
    std::string password_hash;
};
// Replaces the bot's key, which is shown in the answer and kept as a hash only.
struct CreateApiKey {
    std::string agent;
    std::string key;
    std::string key_hash;
};
struct RemoveApiKey {
    std::string agent;
};

// For agents of the role `admin`, about their own organization.
struct Administer {
    std::variant<ListObjects, GetObject, CreateObject, ReplaceObject, RemoveObject, GetOrganization,
                 ReplaceOrganization, SetPassword, CreateApiKey, RemoveApiKey>
        what;
};

// For every agent. Empty texts do not narrow; `search` is looked for in names and messages.
struct ListQuickTexts {
    std::string category;
    std::string search;
    Page page;
};

}  // namespace rejoinder::domain::agent

#include "app/organization_file.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <type_traits>
#include <utility>

#include "app/password.hpp"
#include "app/toml_file.hpp"
#include "app/toml_value.hpp"
#include "base/web_address.hpp"

namespace rejoinder::app {
namespace {

constexpr std::size_t text_bytes_max = 4096;
constexpr std::int64_t count_max = 1'000'000'000;

// The keys of one table, read one after the other.
class TableReader {
public:
    TableReader(const toml::table& table, std::string_view file, ProblemList& problems)
        : table_(table), file_(file), problems_(problems) {}

    // Takes the value of `key` if it is there.
    template <class T>
    void read(std::string_view key, T& value) {
        const toml::node* const node = find(key);
        if (node == nullptr) return;
        std::optional<std::string> problem;
        if constexpr (std::is_enum_v<T>)
            problem = read_choice(*node, enum_names_of(&value), value);
        else
            problem = read_value(*node, value);
        if constexpr (std::is_same_v<T, std::string>)
            if (!problem && value.size() > text_bytes_max) problem = "is too long";
        if constexpr (std::is_same_v<T, std::int64_t>)
            if (!problem && (value < 0 || value > count_max))
                problem = "must be from 0 to " + std::to_string(count_max);
        if (problem) report(key, *problem);
    }

    // Takes the value of `key`, which must be there and not be empty.
    template <class T>
    void require(std::string_view key, T& value) {
        if (table_.get(key) == nullptr) return report(key, "is missing");
        const std::size_t before = problem_count_;
        read(key, value);
        if constexpr (std::is_same_v<T, std::string>)
            if (value.empty() && before == problem_count_) report(key, "must not be empty");
    }

    template <class Prefix>
    void require_id(std::string_view key, RecordId<Prefix>& id) {
        std::string text;
        require(key, text);
        if (text.empty()) return;
        const auto parsed = RecordId<Prefix>::parse(text);
        if (!parsed)
            return report(key, "\"" + text + "\" must be 15 or 18 letters and digits, the first " +
                                   std::string(RecordId<Prefix>::prefix));
        id = *parsed;
    }

    // To be called when everything has been read: says which keys nobody asked for.
    void finish() {
        for (auto&& [key, node] : table_) {
            if (!known_.contains(std::string(key.str())))
                problems_.add(place_of(file_, key.source()),
                              "there is no key " + std::string(key.str()));
        }
    }

    void report(std::string_view key, std::string_view what) {
        ++problem_count_;
        const toml::node* const node = table_.get(key);
        const toml::source_region& source = node == nullptr ? table_.source() : node->source();
        problems_.add(place_of(file_, source), std::string(key) + " " + std::string(what));
    }

private:
    const toml::node* find(std::string_view key) {
        known_.emplace(key);
        return table_.get(key);
    }

    const toml::table& table_;
    std::string_view file_;
    ProblemList& problems_;
    std::set<std::string> known_;
    std::size_t problem_count_ = 0;
};

class Reader {
public:
    Reader(const toml::table& root, std::string_view file, ProblemList& problems)
        : root_(root), file_(file), problems_(problems) {}

    OrganizationFile read() {
        for (auto&& [key, node] : root_) {
            static const std::set<std::string_view> known = {"organization", "deployment", "skill",
                                                             "agent", "button"};
            if (!known.contains(key.str()))
                problems_.add(place_of(file_, key.source()),
                              "there is no table " + std::string(key.str()));
        }
        read_organization();
        // Skills first: the others name them.
        read_each("skill", [this](TableReader& reader) { read_skill(reader); });
        read_each("deployment", [this](TableReader& reader) { read_deployment(reader); });
        read_each("agent", [this](TableReader& reader) { read_agent(reader); });
        read_each("button", [this](TableReader& reader) { read_button(reader); });
        return std::move(result_);
    }

private:
    void read_organization() {
        const toml::node* const node = root_.get("organization");
        const toml::table* const table = node == nullptr ? nullptr : node->as_table();
        if (table == nullptr)
            return problems_.add(place_of(file_, root_.source()), "[organization] is missing");
        TableReader reader(*table, file_, problems_);
        reader.require_id("id", result_.organization.id);
        reader.require("name", result_.organization.name);
        reader.finish();
    }

    template <class Read>
    void read_each(std::string_view name, Read read) {
        const toml::node* const node = root_.get(name);
        if (node == nullptr) return;
        const toml::array* const tables = node->as_array();
        if (tables == nullptr || !tables->is_homogeneous(toml::node_type::table))
            return problems_.add(place_of(file_, node->source()),
                                 "write [[" + std::string(name) + "]]");
        for (const toml::node& element : *tables) {
            TableReader reader(*element.as_table(), file_, problems_);
            read(reader);
            reader.finish();
        }
    }

    template <class Prefix>
    void require_new_id(TableReader& reader, RecordId<Prefix>& id) {
        reader.require_id("id", id);
        if (!id.empty() && !ids_.insert(id.str()).second)
            reader.report("id", "is used twice: " + id.str());
    }

    void read_skill(TableReader& reader) {
        record::Skill& skill = result_.skills.emplace_back();
        skill.organization = result_.organization.id;
        require_new_id(reader, skill.id);
        reader.require("name", skill.name);
        if (!skill.name.empty() && !skills_by_name_.emplace(skill.name, skill.id).second)
            reader.report("name", "is used twice: " + skill.name);
    }

    void read_deployment(TableReader& reader) {
        record::Deployment& deployment = result_.deployments.emplace_back();
        deployment.organization = result_.organization.id;
        require_new_id(reader, deployment.id);
        reader.require("name", deployment.name);
        reader.read("allowed_origins", deployment.allowed_origins);
        for (const std::string& origin : deployment.allowed_origins)
            if (!is_web_origin(origin))
                reader.report("allowed_origins", "\"" + origin + "\" is no https://host");
        reader.read("connection_warning", deployment.connection_warning);
        reader.read("connection_timeout", deployment.connection_timeout);
        reader.read("transcript_save_enabled", deployment.transcript_save_enabled);
    }

    void read_agent(TableReader& reader) {
        OrganizationFile::Agent& agent = result_.agents.emplace_back();
        record::Agent& row = agent.row;
        row.organization = result_.organization.id;
        require_new_id(reader, row.id);
        reader.require("username", row.username);
        if (row.username.find_first_of(" \t\r\n") != std::string::npos)
            reader.report("username", "must not have spaces");
        if (!row.username.empty() && !usernames_.insert(row.username).second)
            reader.report("username", "is used twice: " + row.username);
        reader.require("name", row.name);
        std::string password;
        reader.read("password", password);
        if (password.size() > password::bytes_max) reader.report("password", "is too long");
        if (!password.empty()) agent.password = password;
        reader.read("kind", row.kind);
        reader.read("role", row.role);
        reader.read("capacity", row.capacity);
        reader.read("sneak_peek", row.sneak_peek_enabled);
        row.skills = read_skills(reader);
    }

    void read_button(TableReader& reader) {
        record::Button& row = result_.buttons.emplace_back();
        row.organization = result_.organization.id;
        row.language = "en_US";
        require_new_id(reader, row.id);
        reader.require("name", row.name);
        reader.read("routing", row.routing_type);
        reader.read("has_queue", row.has_queue);
        reader.read("overall_queue_length", row.overall_queue_length);
        reader.read("per_agent_queue_length", row.per_agent_queue_length);
        reader.read("push_timeout", row.push_timeout);
        reader.read("chasitor_idle_timeout", row.chasitor_idle_timeout);
        reader.read("chasitor_idle_timeout_warning", row.chasitor_idle_timeout_warning);
        reader.read("language", row.language);
        reader.read("prechat_url", row.prechat_url);
        reader.read("chat_url", row.chat_url);
        reader.read("post_chat_url", row.post_chat_url);
        reader.read("custom_agent_name", row.custom_agent_name);
        reader.read("auto_greeting", row.auto_greeting);
        row.skills = read_skills(reader);
        if (row.chasitor_idle_timeout_warning > row.chasitor_idle_timeout)
            reader.report("chasitor_idle_timeout_warning",
                          "must not be longer than chasitor_idle_timeout");
    }

    std::vector<SkillId> read_skills(TableReader& reader) {
        std::vector<std::string> names;
        reader.read("skills", names);
        std::vector<SkillId> ids;
        for (const std::string& name : names) {
            const auto found = skills_by_name_.find(name);
            if (found == skills_by_name_.end())
                reader.report("skills", "there is no [[skill]] named \"" + name + "\"");
            else if (std::ranges::find(ids, found->second) != ids.end())
                reader.report("skills", "has \"" + name + "\" twice");
            else
                ids.push_back(found->second);
        }
        return ids;
    }

    const toml::table& root_;
    std::string_view file_;
    ProblemList& problems_;
    OrganizationFile result_;
    std::set<std::string> ids_;
    std::set<std::string> usernames_;
    std::map<std::string, SkillId> skills_by_name_;
};

}  // namespace

std::expected<OrganizationFile, Problems> read_organization(std::string_view text,
                                                            std::string_view name) {
    ProblemList problems;
    const toml::table root = parse_toml(text, name, problems);
    if (!problems.empty()) return std::unexpected(problems.sorted());
    OrganizationFile organization = Reader(root, name, problems).read();
    if (!problems.empty()) return std::unexpected(problems.sorted());
    return organization;
}

}  // namespace rejoinder::app

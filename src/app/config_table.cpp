#include "app/config_table.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "app/duration.hpp"
#include "app/files/file_type.hpp"
#include "app/toml_value.hpp"
#include "base/web_address.hpp"
#include "http/listen_address.hpp"

namespace rejoinder::app {
namespace {

using namespace std::chrono_literals;
using Problem = std::optional<std::string>;

// ---- The names of choices, in the order of their enumerators

template <class Enum>
constexpr std::array<std::string_view, 0> choices{};
template <>
constexpr auto choices<LogLevel> =
    std::to_array<std::string_view>({"debug", "info", "warning", "error"});
template <>
constexpr auto choices<domain::RequestSequence> =
    std::to_array<std::string_view>({"lenient", "strict"});
template <>
constexpr auto choices<domain::EarlyPosts> = std::to_array<std::string_view>({"accept", "reject"});
template <>
constexpr auto choices<domain::DuplicatePoll> =
    std::to_array<std::string_view>({"supersede", "terminate"});
template <>
constexpr auto choices<domain::AckAhead> =
    std::to_array<std::string_view>({"lenient", "strict", "by_version"});
template <>
constexpr auto choices<domain::Reconnect> =
    std::to_array<std::string_view>({"always", "pending_only"});
template <>
constexpr auto choices<domain::VersionGates> =
    std::to_array<std::string_view>({"lenient", "strict"});
template <>
constexpr auto choices<domain::ChatbotNoun> = std::to_array<std::string_view>({"accept", "reject"});
template <>
constexpr auto choices<domain::NoPost> = std::to_array<std::string_view>({"ignore", "reject"});
template <>
constexpr auto choices<domain::ResyncUnknown> =
    std::to_array<std::string_view>({"invalid", "forbidden"});
template <>
constexpr auto choices<domain::UnknownOrganization> =
    std::to_array<std::string_view>({"switch_server", "unavailable"});

// ---- Values as they are written

std::string text_of(bool value) { return value ? "true" : "false"; }
std::string text_of(std::size_t value) { return std::to_string(value); }
std::string text_of(Duration value) { return '"' + duration_text(value) + '"'; }
std::string text_of(const std::string& value) {
    std::string text;
    append_json_string(text, value);  // JSON's escapes are TOML's, too
    return text;
}
std::string text_of(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ", ") + text_of(value);
    return '[' + text + ']';
}
template <class Enum>
    requires std::is_enum_v<Enum>
std::string text_of(Enum value) {
    return '"' + std::string(choices<Enum>[static_cast<std::size_t>(value)]) + '"';
}

// ---- What a value may be. A rule has the words for it, and checks.

struct Any {
    static std::string words(const auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<T, bool>) return "`true`, `false`";
        if constexpr (std::is_same_v<T, std::string>) return "text";
        std::string text;
        if constexpr (std::is_enum_v<T>) {
            for (const auto choice : choices<T>)
                text += (text.empty() ? "`" : ", `") + std::string(choice) + "`";
        }
        return text;
    }
    static bool check(const auto&) { return true; }
};
constexpr Any any() { return {}; }

template <class T>
struct Between {
    T least;
    T most;
    std::string words(const auto&) const { return written(least) + " to " + written(most); }
    bool check(const auto& value) const { return least <= value && value <= most; }
    static std::string written(std::size_t bound) { return std::to_string(bound); }
    static std::string written(Duration bound) { return duration_text(bound); }
};
constexpr Between<std::size_t> between(std::size_t least, std::size_t most) {
    return {least, most};
}
constexpr Between<Duration> between(Duration least, Duration most) { return {least, most}; }

struct OneOf {
    std::size_t first;
    std::size_t second;
    std::string words(const auto&) const {
        return std::to_string(first) + ", " + std::to_string(second);
    }
    bool check(std::size_t value) const { return value == first || value == second; }
};
constexpr OneOf one_of(std::size_t first, std::size_t second) { return {first, second}; }

struct NotEmpty {
    static std::string words(const auto&) { return "text, not empty"; }
    static bool check(const std::string& value) { return !value.empty(); }
};
constexpr NotEmpty not_empty() { return {}; }

struct Addresses {
    static std::string words(const auto&) { return "`127.0.0.1:8080`, `[::1]:8080`, …"; }
    static bool check(const std::vector<std::string>& values) {
        return std::ranges::all_of(values, [](const std::string& value) {
            return http::parse_listen_address(value).has_value();
        });
    }
};
constexpr Addresses addresses() { return {}; }

struct Url {
    static std::string words(const auto&) {
        return "empty, `https://host/path` without a last `/`";
    }
    static bool check(const std::string& value) { return value.empty() || is_base_url(value); }
};
constexpr Url url() { return {}; }

struct Origins {
    static std::string words(const auto&) { return "`https://www.example.com`, …"; }
    static bool check(const std::vector<std::string>& values) {
        return std::ranges::all_of(values, is_web_origin);
    }
};
constexpr Origins origins() { return {}; }

struct FileTypes {
    static std::string words(const auto&) { return "`image/png`, `application/pdf`, …"; }
    static bool check(const std::vector<std::string>& values) {
        return std::ranges::all_of(
            values, [](const std::string& value) { return files::lasting_type(value) == value; });
    }
};
constexpr FileTypes file_types() { return {}; }

// ---- The table

template <class Section, class Value, class Rule>
Setting make_setting(Section Config::* section, Value Section::* member, Rule rule) {
    Setting setting;
    const std::string words = rule.words(Value{});
    setting.allowed = words;
    if constexpr (std::is_same_v<Value, std::vector<std::string>>)
        setting.form = ValueForm::texts;
    else if constexpr (!std::is_same_v<Value, bool> && !std::is_same_v<Value, std::size_t>)
        setting.form = ValueForm::text;
    setting.text = [=](const Config& config) { return text_of(config.*section.*member); };
    setting.read = [=](Config& config, const toml::node& node) -> Problem {
        Value value{};
        Problem problem;
        if constexpr (std::is_enum_v<Value>)
            problem = read_choice(node, choices<Value>, value);
        else
            problem = read_value(node, value);
        if (!problem && !rule.check(value)) problem = "may be " + words;
        if (!problem) config.*section.*member = std::move(value);
        return problem;
    };
    return setting;
}

std::vector<SettingSection> make_sections() {
    std::vector<SettingSection> sections;
    const auto describe = [&](std::string_view name, std::string_view sentence, Setting setting) {
        setting.section = sections.back().name;
        setting.name = name;
        setting.sentence = sentence;
        sections.back().settings.push_back(std::move(setting));
    };
#define REJOINDER_ROW(Type, name, fallback, rule, sentence) \
    describe(#name, sentence, make_setting(section, &Section::name, rule));
#define REJOINDER_SECTION(Type, name, rows, sentence) \
    {                                                 \
        using Section = Type;                         \
        constexpr auto section = &Config::name;       \
        sections.push_back({#name, sentence, {}});    \
        rows(REJOINDER_ROW)                           \
    }
    REJOINDER_SECTIONS(REJOINDER_SECTION)
#undef REJOINDER_ROW
#undef REJOINDER_SECTION
    return sections;
}

}  // namespace

const std::vector<SettingSection>& setting_sections() {
    static const std::vector<SettingSection> sections = make_sections();
    return sections;
}

const SettingSection* find_section(std::string_view name) {
    const auto& sections = setting_sections();
    const auto found = std::ranges::find(sections, name, &SettingSection::name);
    return found == sections.end() ? nullptr : &*found;
}

const Setting* find_setting(std::string_view section, std::string_view name) {
    const SettingSection* const in = find_section(section);
    if (in == nullptr) return nullptr;
    const auto found = std::ranges::find(in->settings, name, &Setting::name);
    return found == in->settings.end() ? nullptr : &*found;
}

}  // namespace rejoinder::app

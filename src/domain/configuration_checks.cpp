#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <utility>

#include "base/ip_address.hpp"
#include "base/utf8.hpp"
#include "base/web_address.hpp"
#include "domain/business_hours.hpp"
#include "domain/configuration.hpp"
#include "domain/sensitive_data.hpp"
#include "protocol/members.hpp"

namespace rejoinder::domain::configuration {
namespace {

using namespace std::chrono_literals;
using utf8::count_characters;

constexpr std::size_t name_max = 255;
constexpr std::size_t url_max = 255;
constexpr std::size_t greeting_max = 1000;
constexpr std::size_t description_max = 1000;
constexpr std::size_t quick_text_max = 4096;
constexpr std::size_t pattern_max = 4096;
constexpr std::size_t language_max = 40;
constexpr std::size_t invite_rules_max = 32'000;
// Objects or texts that one list names.
constexpr std::size_t list_max = 1000;
constexpr std::int64_t capacity_max = 1000;
constexpr std::int64_t priority_max = 1000;
constexpr std::int64_t queue_length_max = 1'000'000;
constexpr std::int64_t rerouting_attempts_max = 100;
constexpr std::int64_t image_pixels_max = 10'000;
constexpr Duration wait_max = 24h;
constexpr Duration push_timeout_max = 1h;
constexpr Duration connection_timeout_min = 1s;

constexpr auto start_positions = std::to_array<std::string_view>(
    {"TopLeft", "TopLeftTop", "Top", "TopRightTop", "TopRight", "TopRightRight", "Right",
     "BottomRightRight", "BottomRight", "BottomRightBottom", "Bottom", "BottomLeftBottom",
     "BottomLeft", "BottomLeftLeft", "Left", "TopLeftLeft"});
constexpr auto end_positions =
    std::to_array<std::string_view>({"TopLeft", "Top", "TopRight", "Left", "Center", "Right",
                                     "BottomLeft", "Bottom", "BottomRight"});
constexpr auto status_filters = std::to_array<std::string_view>({"Online", "Away", "Offline"});

bool has_control(std::string_view text) {
    return std::ranges::any_of(
        text, [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; });
}

// A page or a picture: of this site, or with a scheme that cannot run anything.
bool is_link(std::string_view text) {
    const bool has_place =
        text.starts_with("https://") || text.starts_with("http://") || text.starts_with('/');
    return has_place && !has_control(text) && text.find_first_of(" \"<>\\") == text.npos;
}

bool is_invite_rules(std::string_view text) {
    const auto members = protocol::read_members(text);
    return members &&
           std::ranges::find(*members, "rules", &protocol::Member::name) != members->end();
}

// Goes through the members of one row and collects what is wrong.
template <class Row>
class Checker {
public:
    Checker(const Row& row, const Organization& organization)
        : row_(row), organization_(organization) {}

    bool has_problems() const { return !problems_.empty(); }
    std::vector<FieldProblem> take() { return std::move(problems_); }

    template <class Member>
    void report(Member Row::* member, std::string detail) {
        const auto look = [&](const auto& field) {
            if constexpr (std::is_same_v<decltype(field.member), Member Row::*>)
                if (field.member == member)
                    problems_.push_back({property_name(field.name), std::move(detail)});
        };
        visit_fields(&row_, [&](const auto&... fields) { (look(fields), ...); });
    }

    void text(std::string Row::* member, std::size_t characters_max) {
        if (count_characters(row_.*member) > characters_max)
            report(member,
                   "must not be longer than " + std::to_string(characters_max) + " characters");
    }
    // A text that must be there, in one line.
    void name(std::string Row::* member, std::size_t characters_max = name_max) {
        const std::size_t count = count_characters(row_.*member);
        if (count == 0 || count > characters_max)
            report(member, "must have 1 to " + std::to_string(characters_max) + " characters");
        else if (has_control(row_.*member))
            report(member, "must be one line");
    }
    void url(std::string Row::* member) {
        text(member, url_max);
        if (!(row_.*member).empty() && !is_link(row_.*member))
            report(member, "must begin with https://, http:// or /");
    }
    void number(std::int64_t Row::* member, std::int64_t min, std::int64_t max) {
        if (row_.*member < min || row_.*member > max)
            report(member, "must be from " + std::to_string(min) + " to " + std::to_string(max));
    }
    void time(Duration Row::* member, Duration min, Duration max) {
        if (row_.*member < min || row_.*member > max)
            report(member, "must be from " + std::to_string(min / 1s) + " to " +
                               std::to_string(max / 1s) + " seconds");
    }
    void choice(std::string Row::* member, std::span<const std::string_view> names) {
        if (!(row_.*member).empty() && std::ranges::find(names, row_.*member) == names.end())
            report(member, "is none of the names there are");
    }
    // Texts of a list: some characters each, in one line, none twice.
    void items(std::vector<std::string> Row::* member, std::size_t characters_max) {
        check_list(member);
        for (const std::string& item : row_.*member)
            if (item.empty() || count_characters(item) > characters_max || has_control(item))
                return report(member, "must be lines of 1 to " + std::to_string(characters_max) +
                                          " characters");
    }
    // An id that may be empty.
    template <class Id, class Objects>
    void reference(Id Row::* member, const Objects& objects) {
        if (!(row_.*member).empty() && !objects.contains(row_.*member))
            report(member, "there is no " + (row_.*member).str());
    }
    template <class Id, class Objects>
    void references(std::vector<Id> Row::* member, const Objects& objects) {
        check_list(member);
        for (const Id& id : row_.*member)
            if (!objects.contains(id)) return report(member, "there is no " + id.str());
    }

    const Row& row() const { return row_; }
    const Organization& organization() const { return organization_; }

private:
    template <class Item>
    void check_list(std::vector<Item> Row::* member) {
        const std::vector<Item>& list = row_.*member;
        if (list.size() > list_max)
            report(member, "must not have more than " + std::to_string(list_max) + " items");
        else if (std::set<Item>(list.begin(), list.end()).size() < list.size())
            report(member, "names something twice");
    }

    const Row& row_;
    const Organization& organization_;
    std::vector<FieldProblem> problems_;
};

void check(Checker<record::Organization>& checker) { checker.name(&record::Organization::name); }

void check(Checker<record::Deployment>& checker) {
    using Row = record::Deployment;
    const Row& row = checker.row();
    checker.name(&Row::name);
    checker.text(&Row::window_title, name_max);
    checker.items(&Row::allowed_origins, url_max);
    if (!std::ranges::all_of(row.allowed_origins, is_web_origin))
        checker.report(&Row::allowed_origins, "must be origins, https://host or https://host:port");
    checker.time(&Row::connection_timeout, connection_timeout_min, wait_max);
    checker.time(&Row::connection_warning, 0s, wait_max);
    if (row.connection_warning >= row.connection_timeout)
        checker.report(&Row::connection_warning, "must be shorter than connectionTimeout");
    checker.url(&Row::branding_image);
    checker.url(&Row::mobile_branding_image);
    checker.url(&Row::site);
}

void check(Checker<record::BusinessHours>& checker) {
    using Row = record::BusinessHours;
    checker.name(&Row::name);
    checker.name(&Row::time_zone);
    checker.items(&Row::weekly, name_max);
    checker.items(&Row::exceptions, name_max);
    if (checker.has_problems()) return;
    const auto compiled = Schedule::compile(checker.row());
    if (compiled) return;
    const std::string what(compiled.error().text());
    Row weekly = checker.row();
    weekly.exceptions.clear();
    Row zone = weekly;
    zone.weekly.clear();
    if (!Schedule::compile(zone))
        checker.report(&Row::time_zone, what);
    else
        checker.report(Schedule::compile(weekly) ? &Row::exceptions : &Row::weekly, what);
}

void check(Checker<record::Skill>& checker) {
    using Row = record::Skill;
    checker.name(&Row::name);
    checker.reference(&Row::business_hours, checker.organization().business_hours);
}

void check_routing(Checker<record::Button>& checker) {
    using Row = record::Button;
    const Row& row = checker.row();
    checker.references(&Row::skills, checker.organization().skills);
    checker.number(&Row::priority, 0, priority_max);
    checker.number(&Row::overall_queue_length, 0, queue_length_max);
    checker.number(&Row::per_agent_queue_length, 0, queue_length_max);
    checker.time(&Row::push_timeout, 0s, push_timeout_max);
    checker.number(&Row::number_of_rerouting_attempts, 0, rerouting_attempts_max);
    if (row.is_auto_accept && row.routing_type == record::RoutingType::choice)
        checker.report(&Row::is_auto_accept, "must be false where agents choose");
    checker.time(&Row::chasitor_idle_timeout, 0s, wait_max);
    checker.time(&Row::chasitor_idle_timeout_warning, 0s, wait_max);
    if (row.chasitor_idle_timeout_warning > 0s &&
        row.chasitor_idle_timeout_warning >= row.chasitor_idle_timeout)
        checker.report(&Row::chasitor_idle_timeout_warning,
                       "must be shorter than chasitorIdleTimeout");
    checker.reference(&Row::business_hours, checker.organization().business_hours);
}

void check(Checker<record::Button>& checker) {
    using Row = record::Button;
    checker.name(&Row::name);
    check_routing(checker);
    checker.text(&Row::language, language_max);
    checker.text(&Row::window_language, language_max);
    for (const auto page : {&Row::site, &Row::prechat_url, &Row::chat_url, &Row::post_chat_url,
                            &Row::online_image, &Row::offline_image, &Row::invite_image})
        checker.url(page);
    checker.text(&Row::custom_agent_name, name_max);
    checker.text(&Row::auto_greeting, greeting_max);
    checker.references(&Row::invite_deployments, checker.organization().deployments);
    checker.number(&Row::invite_image_width, 0, image_pixels_max);
    checker.number(&Row::invite_image_height, 0, image_pixels_max);
    checker.choice(&Row::invite_start_position, start_positions);
    checker.choice(&Row::invite_end_position, end_positions);
    checker.time(&Row::time_to_remove_invite, 0s, wait_max);
    checker.text(&Row::invite_rules, invite_rules_max);
    if (!checker.row().invite_rules.empty() && !is_invite_rules(checker.row().invite_rules))
        checker.report(&Row::invite_rules, "must be the JSON of an object with the member rules");
}

void check(Checker<record::Agent>& checker) {
    using Row = record::Agent;
    const Row& row = checker.row();
    checker.name(&Row::username);
    if (row.username.contains(' ')) checker.report(&Row::username, "must not have spaces");
    for (const auto& [id, other] : checker.organization().agents)
        if (id != row.id && other->row.username == row.username)
            checker.report(&Row::username, "is the one of " + id.str());
    checker.name(&Row::name);
    if (!row.profile.empty()) checker.name(&Row::profile);
    checker.references(&Row::skills, checker.organization().skills);
    checker.number(&Row::capacity, 0, capacity_max);
}

void check(Checker<record::AgentConfig>& checker) {
    using Row = record::AgentConfig;
    const Organization& organization = checker.organization();
    checker.name(&Row::name);
    checker.references(&Row::agents, organization.agents);
    checker.items(&Row::profiles, name_max);
    checker.number(&Row::capacity, 0, capacity_max);
    checker.time(&Row::critical_wait_time, 0s, wait_max);
    checker.text(&Row::auto_greeting, greeting_max);
    checker.text(&Row::custom_agent_name, name_max);
    checker.references(&Row::transferable_buttons, organization.buttons);
    checker.references(&Row::transferable_skills, organization.skills);
    checker.references(&Row::supervisor_skills, organization.skills);
    checker.choice(&Row::supervisor_default_agent_status_filter, status_filters);
    checker.reference(&Row::supervisor_default_button_filter, organization.buttons);
    checker.reference(&Row::supervisor_default_skill_filter, organization.skills);
}

void check(Checker<record::QuickText>& checker) {
    using Row = record::QuickText;
    checker.name(&Row::name);
    checker.text(&Row::message, quick_text_max);
    if (checker.row().message.empty()) checker.report(&Row::message, "must not be empty");
    checker.text(&Row::category, name_max);
    checker.text(&Row::folder, name_max);
    checker.items(&Row::channels, name_max);
}

void check(Checker<record::SensitiveDataRule>& checker) {
    using Row = record::SensitiveDataRule;
    const Row& row = checker.row();
    checker.name(&Row::name);
    checker.text(&Row::pattern, pattern_max);
    if (const auto checked = check_pattern(row.pattern); !checked)
        checker.report(&Row::pattern, std::string(checked.error().text()));
    checker.text(&Row::replacement, name_max);
    if (row.action_type == record::SensitiveDataAction::replace && row.replacement.empty())
        checker.report(&Row::replacement, "must not be empty when actionType is Replace");
    checker.number(&Row::priority, 1, priority_max);
    checker.number(&Row::enforce_on, 1, 7);
    const auto is_other_at_work = [&](const auto& other) {
        return other.second.is_enabled && other.first != row.id;
    };
    const auto others =
        std::ranges::count_if(checker.organization().sensitive_data_rules, is_other_at_work);
    if (row.is_enabled && static_cast<std::size_t>(others) >= SensitiveData::rules_max)
        checker.report(
            &Row::is_enabled,
            "no more than " + std::to_string(SensitiveData::rules_max) + " rules may be enabled");
}

void check(Checker<record::BlockingRule>& checker) {
    using Row = record::BlockingRule;
    const Row& row = checker.row();
    const auto from = parse_ip_address(row.from_address);
    if (!from) checker.report(&Row::from_address, "must be an IPv4 or IPv6 address");
    if (!row.to_address.empty()) {
        const auto to = parse_ip_address(row.to_address);
        if (!to)
            checker.report(&Row::to_address, "must be an IPv4 or IPv6 address");
        else if (from && from->is_ipv4() != to->is_ipv4())
            checker.report(&Row::to_address, "must be of the same kind as fromAddress");
        else if (from && *to < *from)
            checker.report(&Row::to_address, "must not be before fromAddress");
    }
    checker.text(&Row::description, description_max);
}

}  // namespace

template <class Row>
std::vector<FieldProblem> problems_of(const Row& row, const Organization& organization) {
    Checker<Row> checker(row, organization);
    check(checker);
    return checker.take();
}

#define REJOINDER_CONFIGURATION_CHECK(Row) \
    template std::vector<FieldProblem> problems_of(const Row& row, const Organization&);

REJOINDER_CONFIGURATION_CHECK(record::Organization)
REJOINDER_CONFIGURATION_CHECK(record::Deployment)
REJOINDER_CONFIGURATION_CHECK(record::BusinessHours)
REJOINDER_CONFIGURATION_CHECK(record::Skill)
REJOINDER_CONFIGURATION_CHECK(record::Button)
REJOINDER_CONFIGURATION_CHECK(record::Agent)
REJOINDER_CONFIGURATION_CHECK(record::AgentConfig)
REJOINDER_CONFIGURATION_CHECK(record::QuickText)
REJOINDER_CONFIGURATION_CHECK(record::SensitiveDataRule)
REJOINDER_CONFIGURATION_CHECK(record::BlockingRule)

}  // namespace rejoinder::domain::configuration

#include "domain/configuration.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

#include "protocol/members.hpp"
#include "protocol/wire.hpp"

namespace rejoinder::domain::configuration {
namespace {

using protocol::MemberValue;

constexpr std::string_view hash_suffix = "_hash";
// Seconds beyond this are no time to wait; 30 years.
constexpr double seconds_max = 1e9;

constexpr bool is_secret(std::string_view member) { return member.ends_with(hash_suffix); }
constexpr bool is_owner(std::string_view member) { return member == "organization"; }

// `hasApiKey` for `api_key_hash`.
std::string presence_name(std::string_view member) {
    member.remove_suffix(hash_suffix.size());
    return property_name("has_" + std::string(member));
}

// ---- Writing

template <class T>
    requires(!std::is_enum_v<T>)
void write_value(std::string& out, const T& value) {
    protocol::write(out, value);
}
void write_value(std::string& out, Duration value) {
    protocol::write_number(out, static_cast<double>(value.count()) / 1000.0);
}
void write_value(std::string& out, Instant value) {
    protocol::write_number(out, epoch_milliseconds(value));
}
template <class Prefix>
void write_value(std::string& out, const RecordId<Prefix>& value) {
    protocol::write_text(out, value.view());
}
template <class Enum>
    requires std::is_enum_v<Enum>
void write_value(std::string& out, Enum value) {
    protocol::write_text(out, name_of(value));
}
template <class Prefix>
void write_value(std::string& out, const std::vector<RecordId<Prefix>>& values) {
    std::vector<std::string> texts;
    for (const auto& value : values) texts.push_back(value.str());
    protocol::write(out, texts);
}

template <class Member>
void write_member(std::string& out, std::string_view name, const Member& value) {
    if (is_owner(name)) return;
    if (out.size() > 1) out += ',';
    protocol::write_text(out, is_secret(name) ? presence_name(name) : property_name(name));
    out += ':';
    if constexpr (std::is_same_v<Member, std::string>)
        is_secret(name) ? write_value(out, !value.empty()) : write_value(out, value);
    else
        write_value(out, value);
}

// ---- Reading

// Each reads one value and returns what it would have to be when it is something else.
using Complaint = std::optional<std::string>;

Complaint read_value(const MemberValue& json, std::string& value) {
    const auto* text = std::get_if<std::string>(&json);
    if (!text) return "must be a text";
    value = *text;
    return std::nullopt;
}

Complaint read_value(const MemberValue& json, bool& value) {
    const auto* flag = std::get_if<bool>(&json);
    if (!flag) return "must be true or false";
    value = *flag;
    return std::nullopt;
}

Complaint read_value(const MemberValue& json, std::int64_t& value) {
    if (const auto* number = std::get_if<std::int64_t>(&json)) {
        value = *number;
        return std::nullopt;
    }
    const auto* number = std::get_if<double>(&json);
    constexpr double whole_max = 9007199254740992.0;
    if (!number || std::trunc(*number) != *number || std::abs(*number) > whole_max)
        return "must be a whole number";
    value = static_cast<std::int64_t>(*number);
    return std::nullopt;
}

Complaint read_value(const MemberValue& json, Duration& value) {
    double seconds = seconds_max + 1;
    if (const auto* whole = std::get_if<std::int64_t>(&json))
        seconds = static_cast<double>(*whole);
    else if (const auto* fraction = std::get_if<double>(&json))
        seconds = *fraction;
    if (!(std::abs(seconds) <= seconds_max)) return "must be a number of seconds";
    value = Duration{std::llround(seconds * 1000.0)};
    return std::nullopt;
}

Complaint read_value(const MemberValue& json, Instant& value) {
    std::int64_t milliseconds = 0;
    if (read_value(json, milliseconds)) return "must be milliseconds since 1970";
    value = instant_from_epoch(milliseconds);
    return std::nullopt;
}

template <class Prefix>
Complaint read_id(std::string_view text, RecordId<Prefix>& value) {
    const auto id = RecordId<Prefix>::parse(text);
    if (!id)
        return "must be an id of 15 or 18 letters and digits, the first " +
               std::string(Prefix::prefix);
    value = *id;
    return std::nullopt;
}

template <class Prefix>
Complaint read_value(const MemberValue& json, RecordId<Prefix>& value) {
    const auto* text = std::get_if<std::string>(&json);
    if (!text) return "must be a text";
    value = {};
    return text->empty() ? std::nullopt : read_id(*text, value);
}

template <class Prefix>
Complaint read_value(const MemberValue& json, std::vector<RecordId<Prefix>>& values) {
    const auto* texts = std::get_if<std::vector<std::string>>(&json);
    if (!texts) return "must be an array of texts";
    values.clear();
    for (const std::string& text : *texts)
        if (auto complaint = read_id(text, values.emplace_back())) return complaint;
    return std::nullopt;
}

Complaint read_value(const MemberValue& json, std::vector<std::string>& values) {
    const auto* texts = std::get_if<std::vector<std::string>>(&json);
    if (!texts) return "must be an array of texts";
    values = *texts;
    return std::nullopt;
}

template <class Enum>
    requires std::is_enum_v<Enum>
Complaint read_value(const MemberValue& json, Enum& value) {
    constexpr auto names = enum_names_of(static_cast<const Enum*>(nullptr));
    const auto* text = std::get_if<std::string>(&json);
    const auto found = text ? std::ranges::find(names, *text) : names.end();
    if (found != names.end()) {
        value = static_cast<Enum>(found - names.begin());
        return std::nullopt;
    }
    std::string complaint = "must be one of";
    for (const std::string_view name : names) complaint.append(" ").append(name);
    return complaint;
}

template <class Row>
void read_member(const protocol::Member& member, Row& row, std::vector<FieldProblem>& problems) {
    const auto take = [&](const auto& field) {
        if (is_owner(field.name) || is_secret(field.name)) return;
        if (property_name(field.name) != member.name) return;
        if (auto complaint = read_value(member.value, row.*field.member))
            problems.push_back({member.name, *std::move(complaint)});
    };
    visit_fields(&row, [&](const auto&... fields) { (take(fields), ...); });
}

}  // namespace

std::string property_name(std::string_view member) {
    return std::string(protocol::PropertyName(member).view());
}

Error error_of(std::vector<FieldProblem> problems) {
    const FieldProblem& first = problems.front();
    std::string detail = first.field + ": " + first.detail;
    return {Errc::bad_request, std::move(detail), std::move(problems)};
}

template <class Row>
std::string to_json(const Row& row) {
    std::string out = "{";
    visit_fields(&row, [&](const auto&... fields) {
        (write_member(out, fields.name, row.*fields.member), ...);
    });
    return out + "}";
}

template <class Row>
Result<Row> from_json(std::string_view json, Row row) {
    TRY(const auto members, protocol::read_members(json));
    std::vector<FieldProblem> problems;
    for (const protocol::Member& member : members) read_member(member, row, problems);
    if (!problems.empty()) return std::unexpected(error_of(std::move(problems)));
    return row;
}

#define REJOINDER_CONFIGURATION_CODEC(Row)        \
    template std::string to_json(const Row& row); \
    template Result<Row> from_json(std::string_view json, Row row);

REJOINDER_CONFIGURATION_CODEC(record::Organization)
REJOINDER_CONFIGURATION_CODEC(record::Deployment)
REJOINDER_CONFIGURATION_CODEC(record::BusinessHours)
REJOINDER_CONFIGURATION_CODEC(record::Skill)
REJOINDER_CONFIGURATION_CODEC(record::Button)
REJOINDER_CONFIGURATION_CODEC(record::Agent)
REJOINDER_CONFIGURATION_CODEC(record::AgentConfig)
REJOINDER_CONFIGURATION_CODEC(record::QuickText)
REJOINDER_CONFIGURATION_CODEC(record::SensitiveDataRule)
REJOINDER_CONFIGURATION_CODEC(record::BlockingRule)

}  // namespace rejoinder::domain::configuration

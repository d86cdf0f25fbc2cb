// Prints docs/protocol.md: every shape of the visitors' dialect, from its declaration.
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

#include "protocol/events.hpp"
#include "protocol/replies.hpp"
#include "protocol/requests.hpp"

namespace rejoinder::protocol {
namespace {

// Whether a table speaks to who writes the JSON to us or to who reads it from us.
enum class Direction { read, written };

// ---- Types

template <class T>
std::string type_text(const T*) {
    static_assert(Shape<T>, "a type the table has no words for");
    return "object";
}
std::string type_text(const std::string*) { return "string"; }
std::string type_text(const LooseText*) { return "string, number or boolean"; }
std::string type_text(const bool*) { return "boolean"; }
std::string type_text(const std::int64_t*) { return "integer"; }
std::string type_text(const double*) { return "number"; }
std::string type_text(const RawJson*) { return "object"; }

// The name of a type in a table; that of a shape leads to its own table.
template <class T>
std::string type_of(const T* none) {
    if constexpr (is_optional<T> || is_vector<T>) {
        const std::string inner = type_of(static_cast<const typename T::value_type*>(nullptr));
        return is_vector<T> ? "array of " + inner : inner;
    } else if constexpr (Shape<T>) {
        const std::string name(wire_name_of(none));
        std::string anchor = name;
        for (char& c : anchor)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return "[" + name + "](#" + anchor + ")";
    } else {
        return type_text(none);
    }
}

// ---- Tables

template <Shape T>
bool is_required(std::string_view property) {
    if constexpr (requires { required_of(static_cast<const T*>(nullptr)); })
        for (const std::string_view name : required_of(static_cast<const T*>(nullptr)))
            if (name == property) return true;
    return false;
}

template <Shape T, class Member>
std::string presence_of(std::string_view property, const Member& initial, Direction direction) {
    if (direction == Direction::written) return is_optional<Member> ? "optional" : "always";
    if (is_required<T>(property)) return "required";
    if constexpr (is_optional<Member>)
        return "optional";
    else
        return "default `" + to_json(initial) + "`";
}

template <Shape T>
std::string aliases_of_property(std::string_view property) {
    std::string text;
    if constexpr (requires { aliases_of(static_cast<const T*>(nullptr)); })
        for (const Alias& alias : aliases_of(static_cast<const T*>(nullptr)))
            if (alias.property == property)
                text += (text.empty() ? "`" : ", `") + std::string(alias.spelling) + "`";
    return text;
}

template <Shape T>
constexpr bool has_aliases = requires { aliases_of(static_cast<const T*>(nullptr)); };

template <Shape T>
void print_table(Direction direction) {
    if (property_names<T>.empty()) {
        std::puts("No properties.\n");
        return;
    }
    std::puts(has_aliases<T>
                  ? "| property | type | presence | also understood as |\n|---|---|---|---|"
                  : "| property | type | presence |\n|---|---|---|");
    const T initial{};
    std::size_t place = 0;
    const auto print_row = [&](const auto& field) {
        const auto& member = initial.*(field.member);
        const std::string property(property_names<T>[place++].view());
        std::string row = "| `" + property + "` | " + type_of(&member) + " | " +
                          presence_of<T>(property, member, direction) + " |";
        if (has_aliases<T>) row += " " + aliases_of_property<T>(property) + " |";
        std::puts(row.c_str());
    };
    std::apply([&](const auto&... fields) { (print_row(fields), ...); }, fields_of(&initial));
    std::puts("");
}

template <Shape T>
void print_shape(const std::string& title, Direction direction) {
    std::printf("### %s\n\n", title.c_str());
    print_table<T>(direction);
}

template <Shape T>
std::string name_of() {
    return std::string(wire_name_of(static_cast<const T*>(nullptr)));
}

// ---- Groups

template <class... Requests>
void print_requests(const std::variant<Requests...>*) {
    const auto title = [](const request::Noun& noun) {
        return "POST " + std::string(noun.prefix) + "/" + std::string(noun.noun);
    };
    (print_shape<Requests>(title(request::noun_of<Requests>), Direction::read), ...);
}

template <class... Shapes>
void print_shapes(const std::variant<Shapes...>*, Direction direction) {
    (print_shape<Shapes>(name_of<Shapes>(), direction), ...);
}

using OtherRequests = std::variant<request::MultiNoun, request::Breadcrumb>;
using VisitorMessages =
    std::variant<ReconnectSession, Settings, Availability, VisitorId, JsonpError>;
using RequestTypes = std::variant<CustomDetail, EntityMap, Entity, EntityFieldsMaps, VisitorInfo,
                                  VisitedPage, Rule, RichMessageAction, NounWrapper>;
using EventTypes = std::variant<GeoLocation, ChasitorIdleTimeoutSettings, SensitiveDataRule,
                                TranscriptEntry, AttachedRecord, FooterMenuItem, Schedule,
                                RichMessageItem, Button, AvailabilityResult>;

constexpr const char* introduction = R"(# The visitors' dialect: shapes

Generated by `tools/protocol_docs.cpp` from the declarations in `src/protocol/`, which say what each
property means.

How requests are read:

- JSON in UTF-8, nested %zu deep at most; a number beyond 64 bits, or beyond a double, is an error.
- `required`: the request is refused with 400 without it. `default`: what counts when it is absent
  or null. `optional`: absence has a meaning of its own.
- Unknown properties are ignored. Of a property that comes twice the last one counts.
- A missing or null array is empty; a single value is not an array.
- Booleans are understood as the texts `"true"` and `"false"` too, integers as texts and with a
  fraction of zero.
- An empty body counts as `{}`. ChatEnd is also understood as `{"ChatEndReason":{"reason":…}}`.
- An error names the property: `prechatDetails[2].label: must be a string`.

In what the server writes, `always` is always there and `optional` is left out where there is
nothing to say. System/Messages answers
`{"messages":[{"type":…,"message":{…}}],"sequence":…,"offset":…}`; the names of events are their
`type`.
)";

void print_all() {
    std::printf(introduction, nesting_max);
    std::puts("\n## Requests\n");
    print_requests(static_cast<const request::Post*>(nullptr));
    print_requests(static_cast<const OtherRequests*>(nullptr));
    std::puts("## Data types of requests\n");
    print_shapes(static_cast<const RequestTypes*>(nullptr), Direction::read);
    std::puts("## Events\n");
    print_shapes(static_cast<const Event*>(nullptr), Direction::written);
    std::puts("## Replies\n");
    print_shape<SessionIdReply>("GET System/SessionId", Direction::written);
    print_shape<ResyncSessionReply>("GET System/ResyncSession", Direction::written);
    std::puts("The others come as `{\"messages\":[{\"type\":…,\"message\":{…}}]}`:\n");
    print_shapes(static_cast<const VisitorMessages*>(nullptr), Direction::written);
    std::puts("## Data types of events and replies\n");
    print_shapes(static_cast<const EventTypes*>(nullptr), Direction::written);
}

}  // namespace
}  // namespace rejoinder::protocol

int main() { rejoinder::protocol::print_all(); }

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/fields.hpp"

// The one codec of every JSON shape on the wire, derived from the shapes' declarations.
namespace rejoinder::protocol {

// ---- Declaring

// Another spelling under which clients send a property.
struct Alias {
    std::string_view spelling;
    std::string_view property;
};

// A JSON text that stands in a property as it came, or that goes out as it is.
struct RawJson {
    std::string text = "{}";
};

// Text that clients also send as a number or a boolean.
struct LooseText {
    std::string text;

    LooseText() = default;
    LooseText(std::string from) : text(std::move(from)) {}
    LooseText(const char* from) : text(from) {}
    operator const std::string&() const { return text; }
    bool operator==(const LooseText&) const = default;
};

}  // namespace rejoinder::protocol

// WIRE(QueueUpdate, position, estimated_wait_time) declares a shape: its name on the wire is the
// struct's, its properties are all of its members, `estimated_wait_time` as `estimatedWaitTime`.
// Leaving a member out does not compile.
//
// Presence follows the members' types. Writing: a plain member always, an optional one when it is
// set. Reading: a member whose property is absent or null keeps its default, unless WIRE_REQUIRED
// names it.
#define WIRE(Struct, ...)                                                                       \
    FIELDS(Struct, __VA_ARGS__);                                                                \
    [[maybe_unused]] constexpr std::string_view wire_name_of(const Struct*) { return #Struct; } \
    static_assert(true)

// A shape without properties.
#define WIRE_EMPTY(Struct)                                                                      \
    REJOINDER_COUNT_FIELDS(Struct, 0)                                                           \
    template <class Visit>                                                                      \
    constexpr auto visit_fields(const Struct*, Visit&& visit) {                                 \
        return visit();                                                                         \
    }                                                                                           \
    [[maybe_unused]] constexpr std::string_view wire_name_of(const Struct*) { return #Struct; } \
    static_assert(true)

// Where fields are checked (see `FIELDS`), the names of properties are, too.
#ifdef REJOINDER_CHECK_FIELDS
#define REJOINDER_CHECK_PROPERTIES(Struct, ...) \
    static_assert(__VA_ARGS__, #Struct ": no such property");
#else
#define REJOINDER_CHECK_PROPERTIES(Struct, ...)
#endif

// The properties without which a shape is refused, by their names on the wire.
#define WIRE_REQUIRED(Struct, ...)                                                           \
    REJOINDER_CHECK_PROPERTIES(Struct,                                                       \
                               ::rejoinder::protocol::has_properties<Struct>({__VA_ARGS__})) \
    constexpr auto required_of(const Struct*) {                                              \
        return std::to_array<std::string_view>({__VA_ARGS__});                               \
    }                                                                                        \
    static_assert(true)

// Other spellings of properties that are understood: WIRE_ALIASES(Struct, {"data", "object"})
#define WIRE_ALIASES(Struct, ...)                                                     \
    REJOINDER_CHECK_PROPERTIES(                                                       \
        Struct, ::rejoinder::protocol::has_aliased_properties<Struct>({__VA_ARGS__})) \
    constexpr auto aliases_of(const Struct*) {                                        \
        return std::to_array<::rejoinder::protocol::Alias>({__VA_ARGS__});            \
    }                                                                                 \
    static_assert(true)

namespace rejoinder::protocol {

template <class T>
concept Shape = requires(const T* shape) { wire_name_of(shape); };

// ---- Names

// A property's name on the wire, made from the member's while compiling.
class PropertyName {
public:
    constexpr explicit PropertyName(std::string_view member) {
        add(',');
        add('"');
        bool is_word_start = false;
        for (const char c : member) {
            const bool is_lower = c >= 'a' && c <= 'z';
            if (c != '_') add(is_word_start && is_lower ? static_cast<char>(c - 'a' + 'A') : c);
            is_word_start = c == '_';
        }
        add('"');
        add(':');
    }

    constexpr std::string_view view() const { return {characters_ + 2, size_ - 4}; }
    // As the original writes the names of its fields, `WaitTime` for `waitTime`.
    std::string field_name() const {
        std::string name(view());
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
        return name;
    }
    // As it stands in an object, `,"name":`; the first one of an object without the comma.
    constexpr std::string_view key(bool is_first) const {
        return {characters_ + is_first, size_ - is_first};
    }

private:
    constexpr void add(char c) { characters_[size_++] = c; }

    static constexpr std::size_t size_max = 48;
    char characters_[size_max] = {};
    std::size_t size_ = 0;
};

// The names of a shape's properties, in the order of its members.
template <Shape T>
inline constexpr auto property_names =
    visit_fields(static_cast<const T*>(nullptr), [](const auto&... fields) {
        return std::array<PropertyName, sizeof...(fields)>{PropertyName(fields.name)...};
    });

template <Shape T>
consteval bool has_property(std::string_view name) {
    return std::ranges::any_of(property_names<T>, [name](const PropertyName& property) {
        return property.view() == name;
    });
}

template <Shape T>
consteval bool has_properties(std::initializer_list<std::string_view> names) {
    return std::ranges::all_of(names, has_property<T>);
}

template <Shape T>
consteval bool has_aliased_properties(std::initializer_list<Alias> aliases) {
    return std::ranges::all_of(aliases, has_property<T>, &Alias::property);
}

// ---- Writing

void write_text(std::string& out, std::string_view text);
void write_number(std::string& out, std::int64_t number);
// Without a fraction where there is none.
void write_number(std::string& out, double number);

template <class T>
void write(std::string& out, const T& value);

template <class T>
void write_array(std::string& out, const std::vector<T>& values) {
    out += '[';
    bool is_first = true;
    for (const T& value : values) {
        if (!std::exchange(is_first, false)) out += ',';
        write(out, value);
    }
    out += ']';
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
void write_property(std::string& out, bool& is_first, const PropertyName& name, const T& value) {
    if constexpr (is_optional<T>) {
        if (value) write_property(out, is_first, name, *value);
    } else {
        out += name.key(std::exchange(is_first, false));
        write(out, value);
    }
}

template <Shape T>
void write_shape(std::string& out, const T& shape) {
    out += '{';
    bool is_first = true;
    visit_fields(&shape, [&](const auto&... fields) {
        std::size_t place = 0;
        (write_property(out, is_first, property_names<T>[place++], shape.*(fields.member)), ...);
    });
    out += '}';
}

// Appends `value` as JSON.
template <class T>
void write(std::string& out, const T& value) {
    if constexpr (std::is_same_v<T, bool>)
        out += value ? "true" : "false";
    else if constexpr (std::is_integral_v<T>)
        write_number(out, static_cast<std::int64_t>(value));
    else if constexpr (std::is_floating_point_v<T>)
        write_number(out, static_cast<double>(value));
    else if constexpr (std::is_same_v<T, RawJson>)
        out += value.text;
    else if constexpr (std::is_same_v<T, LooseText>)
        write_text(out, value.text);
    else if constexpr (is_vector<T>)
        write_array(out, value);
    else if constexpr (Shape<T>)
        write_shape(out, value);
    else
        write_text(out, value);
}

template <class T>
std::string to_json(const T& value) {
    std::string out;
    write(out, value);
    return out;
}

// ---- Reading

// How deep the JSON of a request may be nested, and how long it may be.
inline constexpr std::size_t nesting_max = 32;
inline constexpr std::size_t json_size_max = 1024 * 1024;

// Reads a shape, or a vector of shapes, from JSON in UTF-8. Tolerant of what clients are known to
// send (wire spec 1.2, appendix A):
// - unknown properties are ignored, null counts as absent, also in an array;
// - of a property that comes twice, in whichever spellings, the last one that is not null counts;
// - booleans are understood as the texts "true" and "false", whole numbers also as texts and with
//   a fraction of zero, LooseText as numbers and booleans too.
//
// Fails with `bad_request` and a detail that names the property and never its value:
// `prechatDetails[2].label: must be a string`. Numbers beyond 64 bits, or beyond a double, make
// the whole text invalid.
//
// Defined in `reader.hpp`; instantiated in the sources of this room for what is asked for outside.
template <class T>
Result<T> read(std::string_view json);

}  // namespace rejoinder::protocol

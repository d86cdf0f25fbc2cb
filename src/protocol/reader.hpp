#pragma once

#include <simdjson.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "protocol/wire.hpp"

// The inside of `read`: from a parsed JSON value into shapes. Included only where `read` is
// instantiated.
namespace rejoinder::protocol::reader {

using Value = simdjson::dom::element;

// Where in the request a value stands, for the text of an error: `prechatDetails[2].label`. Lives
// on the stack of whoever reads, as a chain up to the root.
class Path {
public:
    // The root. What is wrong goes to `complaint`, which outlives the path.
    explicit Path(std::string& complaint) : complaint_(complaint) {}
    Path(const Path& parent, std::string_view property)
        : complaint_(parent.complaint_), parent_(&parent), property_(property) {}
    Path(const Path& parent, std::size_t index)
        : complaint_(parent.complaint_), parent_(&parent), index_(index) {}

    // Complains of the value here, "must be …" or "is …"; always false.
    bool reject(std::string_view what) const;

private:
    std::string str() const;

    std::string& complaint_;
    const Path* parent_ = nullptr;
    std::string_view property_;
    std::optional<std::size_t> index_;
};

// Parses `json`. The value lives until the next call on the same thread.
Result<Value> parse(std::string_view json);

// Each reads one value; false, and a complaint, when it is not what the shape asks for.
bool read_value(Value json, std::string& value, const Path& path);
bool read_value(Value json, LooseText& value, const Path& path);
bool read_value(Value json, RawJson& value, const Path& path);
bool read_value(Value json, bool& value, const Path& path);
bool read_value(Value json, std::int64_t& value, const Path& path);
bool read_value(Value json, double& value, const Path& path);

template <class T>
bool read_value(Value json, std::optional<T>& value, const Path& path);
template <class T>
bool read_value(Value json, std::vector<T>& values, const Path& path);
template <Shape T>
bool read_value(Value json, T& shape, const Path& path);

template <class T>
bool read_value(Value json, std::optional<T>& value, const Path& path) {
    return read_value(json, value.emplace(), path);
}

template <class T>
bool read_value(Value json, std::vector<T>& values, const Path& path) {
    simdjson::dom::array array;
    if (json.get(array)) return path.reject("must be an array");
    values.clear();
    values.reserve(array.size());
    std::size_t place = 0;
    for (const Value element : array) {
        const Path here(path, place++);
        if (!element.is_null() && !read_value(element, values.emplace_back(), here)) return false;
    }
    return true;
}

// ---- Shapes

inline constexpr std::size_t no_property = std::numeric_limits<std::size_t>::max();

template <Shape T>
constexpr std::size_t place_of(std::string_view name) {
    for (std::size_t place = 0; place < property_names<T>.size(); ++place)
        if (property_names<T>[place].view() == name) return place;
    return no_property;
}

// The place of the member that a property goes to, under whichever spelling it comes.
template <Shape T>
std::size_t find_property(std::string_view name) {
    const std::size_t place = place_of<T>(name);
    if constexpr (requires { aliases_of(static_cast<const T*>(nullptr)); })
        if (place == no_property)
            for (const Alias& alias : aliases_of(static_cast<const T*>(nullptr)))
                if (alias.spelling == name) return place_of<T>(alias.property);
    return place;
}

template <Shape T, std::size_t place>
bool read_member(Value json, T& shape, const Path& path) {
    auto& member = shape.*(std::get<place>(fields_of(&shape)).member);
    // When it comes twice, nothing of the first one stays.
    if constexpr (Shape<std::remove_reference_t<decltype(member)>>) member = {};
    return read_value(json, member, path);
}

// How each member is read, in the order of the members.
template <Shape T>
inline constexpr auto member_readers = []<std::size_t... places>(std::index_sequence<places...>) {
    using Read = bool (*)(Value, T&, const Path&);
    return std::array<Read, sizeof...(places)>{read_member<T, places>...};
}(std::make_index_sequence<property_names<T>.size()>());

template <Shape T, std::size_t size>
bool has_required(const std::array<bool, size>& is_present, const Path& path) {
    if constexpr (requires { required_of(static_cast<const T*>(nullptr)); })
        for (const std::string_view name : required_of(static_cast<const T*>(nullptr)))
            if (!is_present[place_of<T>(name)]) return Path(path, name).reject("is required");
    return true;
}

template <Shape T>
bool read_value(Value json, T& shape, const Path& path) {
    simdjson::dom::object object;
    if (json.get(object)) return path.reject("must be an object");
    std::array<bool, property_names<T>.size()> is_present{};
    for (const auto [name, value] : object) {
        const std::size_t place = find_property<T>(name);
        if (place == no_property || value.is_null()) continue;
        const Path here(path, property_names<T>[place].view());
        if (!member_readers<T>[place](value, shape, here)) return false;
        is_present[place] = true;
    }
    return has_required<T>(is_present, path);
}

}  // namespace rejoinder::protocol::reader

namespace rejoinder::protocol {

template <class T>
Result<T> read(std::string_view json) {
    TRY(const reader::Value root, reader::parse(json));
    T value{};
    std::string complaint;
    if (!reader::read_value(root, value, reader::Path(complaint)))
        return fail(Errc::bad_request, std::move(complaint));
    return value;
}

}  // namespace rejoinder::protocol

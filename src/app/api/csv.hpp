#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "protocol/wire.hpp"

// Shapes as lines of CSV (RFC 4180), in UTF-8: a column for each member, under the original's name
// of the field, `WaitTime`.
namespace rejoinder::app::api::csv {

// Appends one cell. A text that a spreadsheet would take for a formula gets a `'` before it.
void append_cell(std::string& line, std::string_view text, bool is_first);

template <class T>
std::string cell_of(const T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
        return value;
    } else if constexpr (protocol::is_optional<T>) {
        return value ? cell_of(*value) : std::string();
    } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
        std::string list;
        for (const std::string& one : value) list.append(list.empty() ? "" : " ").append(one);
        return list;
    } else {
        return protocol::to_json(value);
    }
}

// The line of a shape's column names.
template <protocol::Shape T>
std::string header() {
    std::string line;
    bool is_first = true;
    for (const protocol::PropertyName& property : protocol::property_names<T>)
        append_cell(line, property.field_name(), std::exchange(is_first, false));
    return line + "\r\n";
}

template <protocol::Shape T>
void append_line(std::string& out, const T& shape) {
    bool is_first = true;
    visit_fields(&shape, [&](const auto&... fields) {
        (append_cell(out, cell_of(shape.*(fields.member)), std::exchange(is_first, false)), ...);
    });
    out += "\r\n";
}

}  // namespace rejoinder::app::api::csv

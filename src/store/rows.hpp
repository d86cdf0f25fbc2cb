#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/check.hpp"
#include "base/record_id.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "base/uuid.hpp"
#include "record/change.hpp"
#include "store/sqlite.hpp"

// SQL and the way between rows and columns, derived from the rows' declarations.
namespace rejoinder::store {

template <class Row>
constexpr auto row_fields = fields_of(static_cast<const Row*>(nullptr));

template <class Row>
constexpr record::RowTraits row_traits = row_of(static_cast<const Row*>(nullptr));

template <class Row>
constexpr int column_count =
    visit_fields(static_cast<const Row*>(nullptr),
                 [](const auto&... field) { return static_cast<int>(sizeof...(field)); });

// The key columns of a row, as a tuple that is ordered like SQLite orders them.
template <class Row>
auto key_of(const Row& row) {
    return [&]<std::size_t... column>(std::index_sequence<column...>) {
        return std::tuple{row.*std::get<column>(row_fields<Row>).member...};
    }(std::make_index_sequence<static_cast<std::size_t>(row_traits<Row>.key_columns)>());
}

// `std::tuple<Wrap<Row>…>` with every row that a change may hold.
template <template <class> class Wrap, class Change>
auto wrap_row() {
    if constexpr (record::Row<Change>)
        return std::tuple<Wrap<Change>>();
    else
        return std::tuple<>();
}
template <template <class> class Wrap, class... Changes>
auto wrap_rows(const std::variant<Changes...>*) {
    return std::tuple_cat(wrap_row<Wrap, Changes>()...);
}
template <template <class> class Wrap>
using PerRow = decltype(wrap_rows<Wrap>(static_cast<const record::Change*>(nullptr)));

// "a, b, c": the columns from the one at `begin` to the one before `end`, with `prefix`.
template <class Row>
std::string column_list(std::string_view prefix = "", int begin = 0, int end = column_count<Row>) {
    std::string list;
    int column = -1;
    const auto add = [&](std::string_view name) {
        if (++column < begin || column >= end) return;
        if (!list.empty()) list += ", ";
        list.append(prefix).append(name);
    };
    visit_fields(static_cast<const Row*>(nullptr),
                 [&](const auto&... field) { (add(field.name), ...); });
    return list;
}

// One parameter for each column, in their order.
template <class Row>
std::string insert_sql() {
    std::string parameters = "?";
    for (int column = 1; column < column_count<Row>; ++column) parameters += ", ?";
    return "INSERT INTO " + std::string(row_traits<Row>.table) + " (" + column_list<Row>() +
           ") VALUES (" + parameters + ")";
}

// The same, replacing the row that has the same key.
template <class Row>
std::string upsert_sql() {
    constexpr int key_columns = row_traits<Row>.key_columns;
    const std::string sql =
        insert_sql<Row>() + " ON CONFLICT (" + column_list<Row>("", 0, key_columns) + ") DO ";
    if (key_columns == column_count<Row>) return sql + "NOTHING";
    return sql + "UPDATE SET (" + column_list<Row>("", key_columns) + ") = (" +
           column_list<Row>("excluded.", key_columns) + ")";
}

template <class Row>
std::string delete_sql() {
    return "DELETE FROM " + std::string(row_traits<Row>.table) + " WHERE id = ?";
}

// Every column, in the declared order, before whatever `rest` says.
template <class Row>
std::string select_sql(std::string_view rest = "") {
    return "SELECT " + column_list<Row>() + " FROM " + std::string(row_traits<Row>.table) + " " +
           std::string(rest);
}

inline void bind_value(Statement& statement, int parameter, std::int64_t value) {
    statement.bind_integer(parameter, value);
}
inline void bind_value(Statement& statement, int parameter, bool value) {
    statement.bind_integer(parameter, value ? 1 : 0);
}
inline void bind_value(Statement& statement, int parameter, double value) {
    statement.bind_real(parameter, value);
}
inline void bind_value(Statement& statement, int parameter, Instant value) {
    statement.bind_integer(parameter, epoch_milliseconds(value));
}
inline void bind_value(Statement& statement, int parameter, Duration value) {
    statement.bind_integer(parameter, value.count());
}
inline void bind_value(Statement& statement, int parameter, const std::string& value) {
    statement.bind_text(parameter, value);
}
template <std::derived_from<Uuid> Id>
void bind_value(Statement& statement, int parameter, const Id& value) {
    statement.bind_text_copy(parameter, value.str());
}
template <class Prefix>
void bind_value(Statement& statement, int parameter, const RecordId<Prefix>& value) {
    statement.bind_text(parameter, value.view());
}
// A list is its texts, one a line; ids have no line breaks, and texts in lists must have none.
inline std::string_view list_item(const std::string& text) { return text; }
template <class Prefix>
std::string_view list_item(const RecordId<Prefix>& id) {
    return id.view();
}
template <class Item>
void bind_value(Statement& statement, int parameter, const std::vector<Item>& values) {
    std::string list;
    for (const Item& value : values) {
        CHECK(!list_item(value).contains('\n'));
        list.append(list.empty() ? "" : "\n").append(list_item(value));
    }
    statement.bind_text_copy(parameter, list);
}
template <class Enum>
    requires std::is_enum_v<Enum>
void bind_value(Statement& statement, int parameter, Enum value) {
    static constexpr auto names = enum_names_of(static_cast<const Enum*>(nullptr));
    const auto index = static_cast<std::size_t>(value);
    CHECK(index < names.size());
    statement.bind_text(parameter, names[index]);
}
template <class Value>
void bind_value(Statement& statement, int parameter, const std::optional<Value>& value) {
    if (value) return bind_value(statement, parameter, *value);
    statement.bind_null(parameter);
}

// Binds the row's columns to parameters 1 and up, all but the first `skip`. The row must stay as it
// is until the statement has been run.
template <int skip = 0, class Row>
void bind_row(Statement& statement, const Row& row) {
    [&]<int... column>(std::integer_sequence<int, column...>) {
        (bind_value(statement, skip + column + 1,
                    row.*std::get<skip + column>(row_fields<Row>).member),
         ...);
    }(std::make_integer_sequence<int, column_count<Row> - skip>());
}

// Each of these reads one column and is false when no such value could have been written.
inline bool read_value(const Statement& statement, int column, std::int64_t& value) {
    value = statement.integer(column);
    return true;
}
inline bool read_value(const Statement& statement, int column, bool& value) {
    value = statement.integer(column) != 0;
    return true;
}
inline bool read_value(const Statement& statement, int column, double& value) {
    value = statement.real(column);
    return true;
}
inline bool read_value(const Statement& statement, int column, Instant& value) {
    value = instant_from_epoch(statement.integer(column));
    return true;
}
inline bool read_value(const Statement& statement, int column, Duration& value) {
    value = Duration{statement.integer(column)};
    return true;
}
inline bool read_value(const Statement& statement, int column, std::string& value) {
    value = statement.text(column);
    return true;
}
template <std::derived_from<Uuid> Id>
bool read_value(const Statement& statement, int column, Id& value) {
    const auto id = Id::parse(statement.text(column));
    if (id) value = *id;
    return id.has_value();
}
template <class Prefix>
bool read_value(const Statement& statement, int column, RecordId<Prefix>& value) {
    const std::string_view text = statement.text(column);
    if (text.empty()) {
        value = {};
        return true;
    }
    const auto id = RecordId<Prefix>::parse(text);
    if (id) value = *id;
    return id.has_value();
}
inline bool read_item(std::string_view text, std::string& item) {
    item = text;
    return true;
}
template <class Prefix>
bool read_item(std::string_view text, RecordId<Prefix>& item) {
    const auto id = RecordId<Prefix>::parse(text);
    if (id) item = *id;
    return id.has_value();
}
template <class Item>
bool read_value(const Statement& statement, int column, std::vector<Item>& values) {
    values.clear();
    std::string_view rest = statement.text(column);
    while (!rest.empty()) {
        if (!read_item(take_until(rest, '\n'), values.emplace_back())) return false;
    }
    return true;
}
template <class Enum>
    requires std::is_enum_v<Enum>
bool read_value(const Statement& statement, int column, Enum& value) {
    static constexpr auto names = enum_names_of(static_cast<const Enum*>(nullptr));
    const std::string_view text = statement.text(column);
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (names[index] != text) continue;
        value = static_cast<Enum>(index);
        return true;
    }
    return false;
}
template <class Value>
bool read_value(const Statement& statement, int column, std::optional<Value>& value) {
    if (statement.is_null(column)) {
        value.reset();
        return true;
    }
    return read_value(statement, column, value.emplace());
}

// Reads the columns of `select_sql` in the statement's present row, all but the first `skip`.
// `column` is where the first one read stands.
template <int skip = 0, class Row>
Result<void> read_row(const Statement& statement, Row& row, int column = skip) {
    const bool readable = [&]<int... rest>(std::integer_sequence<int, rest...>) {
        return (
            read_value(statement, column++, row.*std::get<skip + rest>(row_fields<Row>).member) &&
            ...);
    }(std::make_integer_sequence<int, column_count<Row> - skip>());
    if (readable) return {};
    return fail(Errc::store_unavailable,
                "database: column " + std::to_string(column) + " of a row in table " +
                    std::string(row_traits<Row>.table) + " holds what was never written");
}

}  // namespace rejoinder::store

#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/fields.hpp"

namespace rejoinder::record {

// What every stored row declares beside its struct: its table, and how many of its first columns
// are its key. A row with the same key replaces the one before it.
struct RowTraits {
    std::string_view table;
    int key_columns;
};

}  // namespace rejoinder::record

// ROW(Chat, "chat", 1, id, organization, …): the table's columns are the members, in this order and
// under these names. Leaving a member out does not compile.
#define ROW(Struct, table_name, key_column_count, ...)                       \
    FIELDS(Struct, __VA_ARGS__);                                             \
    constexpr ::rejoinder::record::RowTraits row_of(const Struct*) {         \
        return ::rejoinder::record::RowTraits{table_name, key_column_count}; \
    }                                                                        \
    static_assert(true)

// The names an enumerator goes by in the store, in the enumerators' order, which starts at 0.
#define ROW_ENUM(Enum, ...)                                    \
    constexpr auto enum_names_of(const Enum*) {                \
        return std::to_array<std::string_view>({__VA_ARGS__}); \
    }                                                          \
    static_assert(true)

namespace rejoinder::record {

// The name an enumerator goes by in the store, which is its name for clients too.
template <class Enum>
    requires std::is_enum_v<Enum>
std::string name_of(Enum value) {
    return std::string(enum_names_of(&value)[static_cast<std::size_t>(value)]);
}

}  // namespace rejoinder::record

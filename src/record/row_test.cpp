#include "record/row.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "record/change.hpp"

namespace rejoinder::record {

namespace {

// Calls `look` with a null pointer of each row type a change may hold.
template <class... Rows, class Look>
void for_each_row(const std::variant<Rows...>*, Look look) {
    const auto look_at = [&]<class T>(const T* row) {
        if constexpr (Row<T>) look(row);
    };
    (look_at(static_cast<const Rows*>(nullptr)), ...);
}

template <class Enum>
void expect_distinct_names(Enum last) {
    const auto names = enum_names_of(static_cast<const Enum*>(nullptr));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(last) + 1);
    EXPECT_EQ(std::set<std::string_view>(names.begin(), names.end()).size(), names.size());
}

TEST(Rows, HaveTablesOfTheirOwnAndKeysWithinTheirColumns) {
    std::set<std::string_view> tables;
    for_each_row(static_cast<const Change*>(nullptr), [&]<class Row>(const Row* row) {
        const RowTraits traits = row_of(row);
        EXPECT_TRUE(tables.insert(traits.table).second) << traits.table;
        EXPECT_GE(traits.key_columns, 1) << traits.table;
        EXPECT_LE(static_cast<std::size_t>(traits.key_columns),
                  std::tuple_size_v<decltype(fields_of(row))>)
            << traits.table;
    });
}

TEST(Rows, NameTheirColumnsLikeTheirMembers) {
    std::string columns;
    std::apply([&](const auto&... field) { ((columns += std::string(field.name) + " "), ...); },
               fields_of(static_cast<const Presence*>(nullptr)));
    EXPECT_EQ(columns, "agent organization state reason since ");
}

TEST(Rows, NameAnEnumeratorAsItIsStored) {
    EXPECT_EQ(name_of(ChatStatus::in_progress), "InProgress");
    EXPECT_EQ(name_of(ChatEndedBy::nobody), "");
}

TEST(Rows, NameEveryEnumeratorOnce) {
    expect_distinct_names(ChatState::ended);
    expect_distinct_names(ChatStatus::blocked);
    expect_distinct_names(ChatEndedBy::system);
    expect_distinct_names(EntryType::transfer_to_bot_failed);
    expect_distinct_names(TransferKind::button);
    expect_distinct_names(FileDirection::to_visitor);
    expect_distinct_names(FileState::canceled);
    expect_distinct_names(PresenceState::online);
    expect_distinct_names(RoutingType::omni);
    expect_distinct_names(ButtonType::invite);
    expect_distinct_names(InviteRenderer::custom);
    expect_distinct_names(SensitiveDataAction::replace);
    expect_distinct_names(BlockingRuleOwner::agent);
    expect_distinct_names(AgentKind::bot);
    expect_distinct_names(AgentRole::admin);
}

}  // namespace

}  // namespace rejoinder::record

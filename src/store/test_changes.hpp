#pragma once

#include <unistd.h>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <random>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "store/rows.hpp"
#include "store/store.hpp"

// What the store's tests share.
namespace rejoinder::store {

// A directory of its own for each test, gone afterwards.
class TestDirectory {
public:
    TestDirectory() {
        std::string path = std::filesystem::temp_directory_path() / "rejoinder-store-XXXXXX";
        CHECK(::mkdtemp(path.data()) != nullptr);
        path_ = path;
    }
    TestDirectory(const TestDirectory&) = delete;
    TestDirectory& operator=(const TestDirectory&) = delete;
    ~TestDirectory() { std::filesystem::remove_all(path_); }

    std::filesystem::path database() const { return path_ / "rejoinder.db"; }

private:
    std::filesystem::path path_;
};

inline SessionId numbered_session(std::uint64_t number) {
    std::array<std::uint8_t, 16> bytes{};
    std::memcpy(bytes.data(), &number, sizeof number);
    return SessionId(Uuid::from_random(bytes));
}

inline record::Session test_session(std::uint64_t number) {
    record::Session session;
    session.id = numbered_session(number);
    return session;
}

inline record::Chat test_chat(std::uint64_t number) {
    record::Chat chat;
    chat.id = numbered_session(number);
    return chat;
}

inline record::Entry test_entry(std::uint64_t chat, std::int64_t position,
                                std::string content = "Hello") {
    record::Entry entry;
    entry.chat = numbered_session(chat);
    entry.position = position;
    entry.type = record::EntryType::visitor_message;
    entry.content = std::move(content);
    return entry;
}

// Rows with random values in every column, the keys from small ranges so that they meet again.
class RandomChanges {
public:
    explicit RandomChanges(std::uint64_t seed) : random_(seed) {}

    // Every chat there will be, so that entries may follow.
    std::vector<record::Change> first() {
        std::vector<record::Change> changes;
        for (std::uint64_t number = 0; number < chats; ++number)
            changes.emplace_back(test_chat(number));
        return changes;
    }
    // A batch's worth.
    std::vector<record::Change> some() {
        std::vector<record::Change> changes;
        for (std::uint64_t count = below(20); count > 0; --count) changes.push_back(one());
        return changes;
    }

    std::uint64_t below(std::uint64_t bound) { return random_() % bound; }

private:
    record::Change one() {
        // Half of them are entries, as in life.
        if (below(2) == 0) {
            auto entry = row<record::Entry>();
            entry.position = static_cast<std::int64_t>(below(40));
            return entry;
        }
        return any(static_cast<const record::Change*>(nullptr));
    }
    template <class... Changes>
    record::Change any(const std::variant<Changes...>*) {
        using Make = record::Change (RandomChanges::*)();
        static constexpr Make makers[] = {&RandomChanges::change<Changes>...};
        return (this->*makers[below(std::size(makers))])();
    }
    template <class T>
    record::Change change() {
        if constexpr (record::Row<T>) {
            T made = row<T>();
            if constexpr (std::is_same_v<T, record::Entry>)
                made.position = static_cast<std::int64_t>(below(40));
            return made;
        } else if constexpr (std::is_same_v<T, record::EntryRenumbered>) {
            return renumbered();
        } else {
            T removed{};
            fill(removed.id);
            return removed;
        }
    }

    template <class Row>
    Row row() {
        Row made;
        std::apply([&](const auto&... field) { (fill(made.*field.member), ...); }, row_fields<Row>);
        // Keys that are texts come from a small range, too.
        int column = 0;
        const auto narrow = [&](auto& value) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
                if (column < row_traits<Row>.key_columns) value = std::to_string(below(10));
            ++column;
        };
        std::apply([&](const auto&... field) { (narrow(made.*field.member), ...); },
                   row_fields<Row>);
        return made;
    }
    record::EntryRenumbered renumbered() {
        return {numbered_session(below(chats + 5)), static_cast<std::int64_t>(below(40)),
                static_cast<std::int64_t>(below(1000))};
    }

    template <std::derived_from<Uuid> Id>
    void fill(Id& value) {
        value = Id(numbered_session(below(chats)));
    }
    template <class Item>
    void fill(std::vector<Item>& values) {
        values.resize(below(4));
        for (Item& value : values) {
            if constexpr (std::is_same_v<Item, std::string>)
                value = "item " + std::to_string(below(100));
            else
                value = Item::numbered(below(100));
        }
    }
    template <class Prefix>
    void fill(RecordId<Prefix>& value) {
        value = below(10) == 0 ? RecordId<Prefix>() : RecordId<Prefix>::numbered(below(100));
    }
    void fill(std::string& value) {
        value.resize(below(4) == 0 ? below(5000) : below(30));
        for (char& character : value) character = static_cast<char>(below(256));
    }
    void fill(std::int64_t& value) { value = static_cast<std::int64_t>(random_()); }
    void fill(bool& value) { value = below(2) == 1; }
    void fill(double& value) { value = static_cast<double>(below(1'000'000)) / 7; }
    void fill(Instant& value) { value = instant_from_epoch(static_cast<std::int64_t>(below(100))); }
    void fill(Duration& value) { value = Duration{below(1'000'000)}; }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void fill(Enum& value) {
        value = static_cast<Enum>(below(enum_names_of(static_cast<const Enum*>(nullptr)).size()));
    }
    template <class Value>
    void fill(std::optional<Value>& value) {
        value.reset();
        if (below(2) == 1) fill(value.emplace());
    }

    static constexpr std::uint64_t chats = 30;

    std::mt19937_64 random_;
};

template <class Row>
bool is_equal(const Row& left, const Row& right) {
    return std::apply(
        [&](const auto&... field) { return ((left.*field.member == right.*field.member) && ...); },
        row_fields<Row>);
}

// The first table in which the two differ; empty when they are equal.
inline std::string difference(const record::Snapshot& left, const record::Snapshot& right) {
    std::string table;
    const auto compare = [&]<class Row>(std::vector<Row> record::Snapshot::* rows) {
        if (!table.empty() || std::ranges::equal(left.*rows, right.*rows, is_equal<Row>)) return;
        table = row_traits<Row>.table;
    };
    std::apply([&](const auto&... list) { (compare(list.member), ...); }, fields_of(&left));
    return table;
}

}  // namespace rejoinder::store

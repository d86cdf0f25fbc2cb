#pragma once

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <random>
#include <string>
#include <tuple>
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
        switch (below(21)) {
            case 0:
                return row<record::Organization>();
            case 1:
                return row<record::Deployment>();
            case 2:
                return row<record::Skill>();
            case 3:
                return row<record::Button>();
            case 4:
                return row<record::ButtonSkill>();
            case 5:
                return row<record::Agent>();
            case 6:
                return row<record::AgentSkill>();
            case 7:
                return row<record::WaitAverage>();
            case 8:
                return row<record::Presence>();
            case 9: {
                auto login = row<record::Login>();
                login.token_hash = std::to_string(below(10));
                return login;
            }
            case 10:
            case 11:
                return row<record::Session>();
            case 12:
                return row<record::Chat>();
            case 13:
                return renumbered();
            case 14: {
                auto record = row<record::EntityRecord>();
                record.id = std::to_string(below(10));
                return record;
            }
            default: {
                auto entry = row<record::Entry>();
                entry.position = static_cast<std::int64_t>(below(40));
                return entry;
            }
        }
    }

    template <class Row>
    Row row() {
        Row made;
        std::apply([&](const auto&... field) { (fill(made.*field.member), ...); }, row_fields<Row>);
        return made;
    }
    record::EntryRenumbered renumbered() {
        return {numbered_session(below(chats + 5)), static_cast<std::int64_t>(below(40)),
                static_cast<std::int64_t>(below(1000))};
    }

    void fill(SessionId& value) { value = numbered_session(below(chats)); }
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
    using record::Snapshot;
    compare(&Snapshot::organizations);
    compare(&Snapshot::deployments);
    compare(&Snapshot::skills);
    compare(&Snapshot::buttons);
    compare(&Snapshot::button_skills);
    compare(&Snapshot::agents);
    compare(&Snapshot::agent_skills);
    compare(&Snapshot::sessions);
    compare(&Snapshot::chats);
    compare(&Snapshot::entries);
    compare(&Snapshot::wait_averages);
    compare(&Snapshot::logins);
    compare(&Snapshot::presences);
    compare(&Snapshot::entity_records);
    return table;
}

}  // namespace rejoinder::store

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash_map.hpp"
#include "domain/turn.hpp"
#include "protocol/types.hpp"
#include "record/entity.hpp"

namespace rejoinder::domain {

// The built-in records that pre-chat data finds, makes and links: contacts, cases and whatever a
// page names (wire spec 7.7). What is unknown is ignored; pre-chat data never fails a chat.
//
// Belongs to one shard; not thread-safe.
class Entities {
public:
    // Records in one organization at most. At the bound they are still found, but none is made.
    static constexpr std::size_t records_max = 1'000'000;

    // Finds each entity's record by its `doFind` fields, all of which must match, or makes it from
    // its `doCreate` fields; then links those found or made. Returns what goes into the chat's
    // transcript: field and record id.
    std::vector<protocol::AttachedRecord> apply(const OrganizationId& organization,
                                                const std::vector<protocol::Entity>& entities,
                                                const std::vector<protocol::CustomDetail>& details,
                                                Turn turn);

    void restore(std::vector<record::EntityRecord> rows);

private:
    using Fields = std::map<std::string, std::string>;
    struct Record {
        record::EntityRecord row;
        Fields fields;
    };
    struct Book {
        // In the order of their making, so that the first hit is the oldest.
        std::vector<Record> records;
        // Places in `records` by entity, field and value: for exact matches.
        HashMap<std::string, std::vector<std::size_t>> by_value;
    };

    static std::string value_key(std::string_view entity, std::string_view field,
                                 std::string_view value);
    static const std::string* value_of(const std::vector<protocol::CustomDetail>& details,
                                       const std::string& label);
    static void index(Book& book, std::size_t place);
    Record* find(Book& book, const protocol::Entity& entity,
                 const std::vector<protocol::CustomDetail>& details);
    Record* make(Book& book, const OrganizationId& organization, const protocol::Entity& entity,
                 const std::vector<protocol::CustomDetail>& details, Turn turn);
    void store(Record& record, Turn turn);

    std::map<OrganizationId, Book> books_;
};

}  // namespace rejoinder::domain

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/hash_map.hpp"
#include "domain/request_records.hpp"
#include "domain/turn.hpp"
#include "protocol/api_records.hpp"
#include "protocol/types.hpp"
#include "record/chat.hpp"
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
    // Records looked at for one page of a list; the page is short then.
    static constexpr std::size_t looked_at_max = 20'000;

    // Finds each entity's record by its `doFind` fields, all of which must match, or makes it from
    // its `doCreate` fields; then links those found or made. A link to something else is left out,
    // as is one that would close a circle. Returns the records in the order of the entities.
    std::vector<protocol::ChatRecord> apply(const OrganizationId& organization,
                                            const std::vector<protocol::Entity>& entities,
                                            const std::vector<protocol::CustomDetail>& details,
                                            Turn turn);

    // Fails with `not_found`. The id in its 15- or 18-character form.
    Result<protocol::api::Record> get(const OrganizationId& organization,
                                      std::string_view id) const;
    protocol::api::RecordList list(const OrganizationId& organization,
                                   const agent::ListRecords& wanted) const;
    // What kind of record this is; empty when there is none.
    std::string kind_of(const OrganizationId& organization, std::string_view id) const;

    void restore(std::vector<record::EntityRecord> rows);

private:
    using Fields = std::map<std::string, std::string>;
    struct Record {
        record::EntityRecord row;
        Fields fields;
        // Grows with each record of the organization; the end of its id.
        std::uint64_t serial = 0;
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
    static protocol::api::Record shown(const Record& record);
    const Record* find_by_id(const OrganizationId& organization, std::string_view id) const;
    Record* find(Book& book, const protocol::Entity& entity,
                 const std::vector<protocol::CustomDetail>& details);
    Record* make(Book& book, const OrganizationId& organization, const protocol::Entity& entity,
                 const std::vector<protocol::CustomDetail>& details, Turn turn);
    void link(Book& book, const std::vector<protocol::Entity>& entities,
              const std::map<std::string, std::size_t>& places, Turn turn);
    void store(Record& record, Turn turn);

    std::map<OrganizationId, Book> books_;
};

// The records of a chat, from its row.
std::vector<protocol::ChatRecord> records_of(const record::Chat& chat);

}  // namespace rejoinder::domain

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/uuid.hpp"

// What agents ask for about visitors' records, and about keeping visitors out.
namespace rejoinder::domain::agent {

// Ends the chat and refuses its visitor's address from now on.
struct BlockVisitor {
    SessionId chat;
    std::string description;
    // Drawn by chance: the new rule's id.
    std::uint64_t serial = 0;
};
struct AttachRecord {
    SessionId chat;
    std::string field_name;
    std::string field_value;
};
// Newest first; empty members are no condition.
struct ListRecords {
    static constexpr std::size_t limit_max = 200;

    std::string entity = {};
    // Stands in some field, or is the record's id.
    std::string search = {};
    // Where the page before ended: records made before this one; 0 for the first page.
    std::uint64_t before = 0;
    std::size_t limit = 50;
};
struct GetRecord {
    std::string id;
};

}  // namespace rejoinder::domain::agent

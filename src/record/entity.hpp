#pragma once

#include <string>

#include "base/record_id.hpp"
#include "base/time.hpp"
#include "record/row.hpp"

namespace rejoinder::record {

// A record that pre-chat data found or made: a contact, a case (wire spec 7.7).
struct EntityRecord {
    OrganizationId organization;
    // With the prefix of its kind; unique in the organization.
    std::string id;
    // Its kind, as pages name it: `Contact`, `Case`, …
    std::string entity;
    // A JSON array of `{"fieldName":…,"fieldValue":…}`.
    std::string fields;
    Instant created_at;
};
ROW(EntityRecord, "entity_record", 2, organization, id, entity, fields, created_at);

// Somebody who asked for a chat at least once: the original's LiveChatVisitor (product spec 2.9).
struct Visitor {
    OrganizationId organization;
    // The visitor's own id, the same in each of its chats.
    std::string session_key;
    Instant created_at;
};
ROW(Visitor, "visitor", 2, organization, session_key, created_at);

}  // namespace rejoinder::record

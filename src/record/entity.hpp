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

}  // namespace rejoinder::record

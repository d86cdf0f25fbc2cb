#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "protocol/types.hpp"
#include "protocol/wire.hpp"

// The agents' API: the records of visitors, and visitors who are kept out.
namespace rejoinder::protocol::api {

// A record that belongs to a chat.
struct ChatRecord {
    std::string entity_name = {};  // empty when it is none of this server's
    std::string id = {};
    bool is_new = false;                         // made for this chat
    bool show_on_create = false;                 // the page asks to open it, if it is new
    std::optional<std::string> field_name = {};  // the transcript field that holds its id
};
WIRE(ChatRecord, entity_name, id, is_new, show_on_create, field_name);

// POST /chats/{chatKey}/records
struct AttachRecord {
    std::string field_name = {};
    std::string field_value = {};  // the record's id
};
WIRE(AttachRecord, field_name, field_value);
WIRE_REQUIRED(AttachRecord, "fieldName", "fieldValue");

// A contact, a case, or whatever pages name, as pre-chat data made it.
struct Record {
    std::string id = {};
    std::string entity_name = {};
    std::vector<AttachedRecord> fields = {};
    std::int64_t created_at = 0;
};
WIRE(Record, id, entity_name, fields, created_at);

// GET /records
struct RecordList {
    std::vector<Record> records = {};             // newest first
    std::optional<std::string> next_cursor = {};  // absent when there are no more
};
WIRE(RecordList, records, next_cursor);

// POST /chats/{chatKey}/block
struct BlockVisitor {
    std::optional<std::string> description = {};
};
WIRE(BlockVisitor, description);

// Addresses whose requests are refused, as the agent made the rule.
struct VisitorBlock {
    std::string id = {};
    std::string from_address = {};
    std::string to_address = {};
    std::string owner_type = {};  // "Agent"
    std::string agent = {};       // who made it
    std::string description = {};
    std::int64_t created_at = 0;
};
WIRE(VisitorBlock, id, from_address, to_address, owner_type, agent, description, created_at);

}  // namespace rejoinder::protocol::api

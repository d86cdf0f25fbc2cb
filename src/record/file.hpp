#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/record_id.hpp"
#include "base/time.hpp"
#include "base/uuid.hpp"
#include "record/row.hpp"

namespace rejoinder::record {

enum class FileDirection : std::uint8_t { from_visitor, to_visitor };
ROW_ENUM(FileDirection, "from_visitor", "to_visitor");

enum class FileState : std::uint8_t { requested, stored, failed, canceled };
ROW_ENUM(FileState, "requested", "stored", "failed", "canceled");

// A file that was asked for or sent in a chat (product spec 2.8). What is in it lies beside the
// database, under its id.
struct File {
    FileId id;
    SessionId chat;
    OrganizationId organization;
    FileDirection direction = FileDirection::from_visitor;
    FileState state = FileState::requested;
    // Who asked for it, or sent it.
    AgentId agent;
    // SHA-256 of the one-time token that allows the upload, in hexadecimal.
    std::string token_hash;
    // As its sender calls it, without a path.
    std::string name;
    // As its first bytes tell it.
    std::string content_type;
    // In bytes.
    std::int64_t size = 0;
    Instant created_at;
    std::optional<Instant> stored_at;
};
ROW(File, "file", 1, id, chat, organization, direction, state, agent, token_hash, name,
    content_type, size, created_at, stored_at);

}  // namespace rejoinder::record

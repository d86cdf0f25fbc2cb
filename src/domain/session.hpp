#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "base/record_id.hpp"
#include "base/time.hpp"
#include "base/uuid.hpp"
#include "domain/chat.hpp"
#include "domain/effects.hpp"
#include "domain/inbox.hpp"

namespace rejoinder::domain {

// A poll that waits for events.
struct ParkedPoll {
    Caller caller;
    // When it is answered that there is nothing new.
    Instant deadline;
};

// One visitor's time on the server.
struct Session {
    static constexpr std::size_t no_deadline = static_cast<std::size_t>(-1);

    SessionId id;
    Instant created_at;
    std::uint64_t network = 0;
    int api_version = 0;

    Inbox inbox;
    std::optional<ParkedPoll> parked;
    // The last sign of life: when the last poll ended or the last request came.
    Instant last_seen;
    std::size_t deadline_place = no_deadline;

    std::int64_t affinity_generation = 0;
    std::int64_t request_sequence = 0;
    // After a reconnect the client may count its requests from 1 again, once.
    bool may_restart_requests = false;
    // After a restart the counter may be behind the client's, once.
    bool may_skip_requests = false;
    // The client was sent to reconnect and has not done so yet.
    bool is_hand_over_pending = false;
    // Whether the last poll named what it had seen.
    bool polls_with_ack = true;
    // Whether `record::Session` was stored, with which `acked`.
    bool is_stored = false;
    std::int64_t stored_acked = 0;
    // The chat request failed without a record: there was nothing it could belong to.
    bool has_failed = false;
    bool is_closed = false;
    bool is_flush_pending = false;

    OrganizationId organization;
    DeploymentId deployment;
    // The last batch that changed the session or its chat by a request of the visitor.
    BatchNumber changed_in = 0;
    Duration connection_timeout{0};
    // After which the agent is warned; 0 for never.
    Duration connection_warning{0};

    std::unique_ptr<Chat> chat;

    // Nothing more will come after what is in the inbox.
    bool is_finished() const { return has_failed || (chat && chat->is_ended()); }
};

}  // namespace rejoinder::domain

#include "store/migration_sql.hpp"

namespace rejoinder::store {

const char* const migration_1 = R"sql(
CREATE TABLE batch (
    shard INTEGER PRIMARY KEY,
    epoch INTEGER NOT NULL,
    number INTEGER NOT NULL
) STRICT;

CREATE TABLE organization (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE deployment (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    allowed_origins TEXT NOT NULL,
    connection_warning INTEGER NOT NULL,
    connection_timeout INTEGER NOT NULL,
    transcript_save_enabled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE skill (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE button (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    routing_type TEXT NOT NULL,
    has_queue INTEGER NOT NULL,
    overall_queue_length INTEGER NOT NULL,
    per_agent_queue_length INTEGER NOT NULL,
    push_timeout INTEGER NOT NULL,
    chasitor_idle_timeout INTEGER NOT NULL,
    chasitor_idle_timeout_warning INTEGER NOT NULL,
    language TEXT NOT NULL,
    prechat_url TEXT NOT NULL,
    chat_url TEXT NOT NULL,
    post_chat_url TEXT NOT NULL,
    custom_agent_name TEXT NOT NULL,
    auto_greeting TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE button_skill (
    button TEXT NOT NULL,
    skill TEXT NOT NULL,
    PRIMARY KEY (button, skill)
) STRICT, WITHOUT ROWID;

CREATE TABLE agent (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    username TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    sneak_peek_enabled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agent_skill (
    agent TEXT NOT NULL,
    skill TEXT NOT NULL,
    PRIMARY KEY (agent, skill)
) STRICT, WITHOUT ROWID;

CREATE TABLE wait_average (
    button TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    seconds REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE presence (
    agent TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entity_record (
    organization TEXT NOT NULL,
    id TEXT NOT NULL,
    entity TEXT NOT NULL,
    fields TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (organization, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE login (
    token_hash TEXT PRIMARY KEY,
    agent TEXT NOT NULL,
    organization TEXT NOT NULL,
    login_time INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    logout_time INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX login_open ON login (token_hash) WHERE logout_time IS NULL;

-- Numbered in the order they came, so that what is busy lies together. The ids are random.
CREATE TABLE session (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL,
    deployment TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    api_version INTEGER NOT NULL,
    affinity_generation INTEGER NOT NULL,
    sequence_origin INTEGER NOT NULL,
    acked INTEGER NOT NULL,
    request_sequence INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX session_open ON session (number) WHERE ended_at IS NULL;
CREATE INDEX session_ended ON session (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE chat (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL,
    deployment TEXT NOT NULL,
    button TEXT NOT NULL,
    direct_agent TEXT NOT NULL,
    agent TEXT NOT NULL,
    state TEXT NOT NULL,
    status TEXT NOT NULL,
    ended_by TEXT NOT NULL,
    end_reason TEXT NOT NULL,
    request_time INTEGER NOT NULL,
    start_time INTEGER,
    end_time INTEGER,
    receive_queue_updates INTEGER NOT NULL,
    visitor_id TEXT NOT NULL,
    visitor_name TEXT NOT NULL,
    ip_address TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    language TEXT NOT NULL,
    screen_resolution TEXT NOT NULL,
    referrer TEXT NOT NULL,
    location TEXT NOT NULL,
    custom_details TEXT NOT NULL,
    prechat_entities TEXT NOT NULL,
    attached_records TEXT NOT NULL
) STRICT;

-- A log: written at its end only. `chat` is the chat's number.
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    chat INTEGER NOT NULL,
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    agent TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    event_type TEXT NOT NULL,
    sequence INTEGER,
    event TEXT NOT NULL,
    request_sequence INTEGER
) STRICT;

-- Where in the log the entries of a chat are. Written some thousand entries at a time: those after
-- `entry_placed.up_to` are not in it yet.
CREATE TABLE entry_place (
    chat INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (chat, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE entry_placed (up_to INTEGER NOT NULL) STRICT;
INSERT INTO entry_placed VALUES (0);

-- For people: SELECT * FROM transcript WHERE chat = '…' ORDER BY position.
CREATE VIEW transcript AS
WITH place AS (
    SELECT chat, position, entry FROM entry_place
    UNION ALL
    SELECT chat, position, number FROM entry WHERE number > (SELECT up_to FROM entry_placed)
)
SELECT chat.id AS chat, entry.position,
       strftime('%Y-%m-%dT%H:%M:%fZ', entry.at / 1000.0, 'unixepoch') AS at,
       entry.type, entry.agent, entry.name, entry.content, entry.event_type,
       entry.sequence, entry.event
FROM chat JOIN place ON place.chat = chat.number JOIN entry ON entry.number = place.entry;
)sql";

}  // namespace rejoinder::store

#include "store/migration_sql.hpp"

namespace rejoinder::store {

const char* const migration_2 = R"sql(
DROP VIEW transcript;

CREATE TABLE deployment_new (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    window_title TEXT NOT NULL,
    allowed_origins TEXT NOT NULL,
    connection_warning INTEGER NOT NULL,
    connection_timeout INTEGER NOT NULL,
    transcript_save_enabled INTEGER NOT NULL,
    display_queue_position INTEGER NOT NULL,
    prechat_api_enabled INTEGER NOT NULL,
    branding_image TEXT NOT NULL,
    mobile_branding_image TEXT NOT NULL,
    site TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO deployment_new SELECT
    id, organization, name, '', replace(allowed_origins, ' ', char(10)), connection_warning,
    connection_timeout, transcript_save_enabled, 0, 1, '', '', ''
FROM deployment;
DROP TABLE deployment;
ALTER TABLE deployment_new RENAME TO deployment;

CREATE TABLE skill_new (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    business_hours TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO skill_new SELECT
    id, organization, name, ''
FROM skill;
DROP TABLE skill;
ALTER TABLE skill_new RENAME TO skill;

CREATE TABLE button_new (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    routing_type TEXT NOT NULL,
    skills TEXT NOT NULL,
    priority INTEGER NOT NULL,
    has_queue INTEGER NOT NULL,
    overall_queue_length INTEGER NOT NULL,
    per_agent_queue_length INTEGER NOT NULL,
    push_timeout INTEGER NOT NULL,
    has_reroute_declined_request INTEGER NOT NULL,
    number_of_rerouting_attempts INTEGER NOT NULL,
    is_auto_accept INTEGER NOT NULL,
    chasitor_idle_timeout INTEGER NOT NULL,
    chasitor_idle_timeout_warning INTEGER NOT NULL,
    business_hours TEXT NOT NULL,
    language TEXT NOT NULL,
    window_language TEXT NOT NULL,
    site TEXT NOT NULL,
    prechat_url TEXT NOT NULL,
    chat_url TEXT NOT NULL,
    post_chat_url TEXT NOT NULL,
    online_image TEXT NOT NULL,
    offline_image TEXT NOT NULL,
    custom_agent_name TEXT NOT NULL,
    auto_greeting TEXT NOT NULL,
    invite_deployments TEXT NOT NULL,
    invite_renderer TEXT NOT NULL,
    invite_image TEXT NOT NULL,
    invite_image_width INTEGER NOT NULL,
    invite_image_height INTEGER NOT NULL,
    invite_start_position TEXT NOT NULL,
    invite_end_position TEXT NOT NULL,
    has_invite_after_accept INTEGER NOT NULL,
    has_invite_after_reject INTEGER NOT NULL,
    time_to_remove_invite INTEGER NOT NULL,
    invite_rules TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO button_new SELECT
    id, organization, name, 'Standard', 1, routing_type,
    coalesce((SELECT group_concat(link.skill, char(10)) FROM button_skill AS link
                 WHERE link.button = button.id), ''),
    5, has_queue, overall_queue_length, per_agent_queue_length, push_timeout, 0, 0, 0,
    chasitor_idle_timeout, chasitor_idle_timeout_warning, '', language, '', '', prechat_url,
    chat_url, post_chat_url, '', '', custom_agent_name, auto_greeting, '', 'Slide', '', 0,
    0, '', '', 0, 0, 0, ''
FROM button;
DROP TABLE button;
ALTER TABLE button_new RENAME TO button;

CREATE TABLE agent_new (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    username TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    profile TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    api_key_hash TEXT NOT NULL,
    skills TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    sneak_peek_enabled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO agent_new SELECT
    id, organization, username, name, kind, role, '', password_hash, '',
    coalesce((SELECT group_concat(link.skill, char(10)) FROM agent_skill AS link
                 WHERE link.agent = agent.id), ''),
    capacity, sneak_peek_enabled
FROM agent;
DROP TABLE agent;
ALTER TABLE agent_new RENAME TO agent;

CREATE TABLE chat_new (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL,
    deployment TEXT NOT NULL,
    button TEXT NOT NULL,
    direct_agent TEXT NOT NULL,
    agent TEXT NOT NULL,
    owner TEXT NOT NULL,
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
    attached_records TEXT NOT NULL,
    transfer_kind TEXT NOT NULL,
    transfer_target TEXT NOT NULL,
    transfer_from TEXT NOT NULL,
    transfer_note TEXT NOT NULL,
    skill TEXT NOT NULL,
    is_chatbot_session INTEGER NOT NULL,
    visitor_message_count INTEGER NOT NULL,
    operator_message_count INTEGER NOT NULL,
    average_response_time_visitor INTEGER NOT NULL,
    average_response_time_operator INTEGER NOT NULL,
    max_response_time_visitor INTEGER NOT NULL,
    max_response_time_operator INTEGER NOT NULL
) STRICT;
INSERT INTO chat_new SELECT
    number, id, organization, deployment, button, direct_agent, agent, agent, state, status,
    ended_by, end_reason, request_time, start_time, end_time, receive_queue_updates,
    visitor_id, visitor_name, ip_address, user_agent, language, screen_resolution, referrer,
    location, custom_details, prechat_entities, attached_records, '', '', '', '', '', 0, 0,
    0, 0, 0, 0, 0
FROM chat;
DROP TABLE chat;
ALTER TABLE chat_new RENAME TO chat;

DROP TABLE button_skill;
DROP TABLE agent_skill;

CREATE TABLE business_hours (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    weekly TEXT NOT NULL,
    exceptions TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agent_config (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    agents TEXT NOT NULL,
    profiles TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    critical_wait_time INTEGER NOT NULL,
    auto_greeting TEXT NOT NULL,
    custom_agent_name TEXT NOT NULL,
    disable_transfer_conference_greeting INTEGER NOT NULL,
    enable_sneak_peek INTEGER NOT NULL,
    enable_agent_sneak_peek INTEGER NOT NULL,
    enable_agent_file_transfer INTEGER NOT NULL,
    enable_assistance_flag INTEGER NOT NULL,
    enable_auto_away_on_decline INTEGER NOT NULL,
    enable_auto_away_on_push_timeout INTEGER NOT NULL,
    enable_chat_conferencing INTEGER NOT NULL,
    enable_chat_monitoring INTEGER NOT NULL,
    enable_whisper_message INTEGER NOT NULL,
    enable_visitor_blocking INTEGER NOT NULL,
    enable_chat_transfer_to_agent INTEGER NOT NULL,
    enable_chat_transfer_to_button INTEGER NOT NULL,
    enable_chat_transfer_to_skill INTEGER NOT NULL,
    transferable_buttons TEXT NOT NULL,
    transferable_skills TEXT NOT NULL,
    enable_logout_sound INTEGER NOT NULL,
    enable_request_sound INTEGER NOT NULL,
    enable_notifications INTEGER NOT NULL,
    supervisor_skills TEXT NOT NULL,
    supervisor_default_agent_status_filter TEXT NOT NULL,
    supervisor_default_button_filter TEXT NOT NULL,
    supervisor_default_skill_filter TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE quick_text (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    message TEXT NOT NULL,
    category TEXT NOT NULL,
    folder TEXT NOT NULL,
    channels TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sensitive_data_rule (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    action_type TEXT NOT NULL,
    pattern TEXT NOT NULL,
    replacement TEXT NOT NULL,
    priority INTEGER NOT NULL,
    is_enabled INTEGER NOT NULL,
    enforce_on INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blocking_rule (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    from_address TEXT NOT NULL,
    to_address TEXT NOT NULL,
    owner_type TEXT NOT NULL,
    agent TEXT NOT NULL,
    description TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agent_session (
    agent TEXT NOT NULL,
    login_time INTEGER NOT NULL,
    organization TEXT NOT NULL,
    logout_time INTEGER,
    chat_req_assigned INTEGER NOT NULL,
    chat_req_declined INTEGER NOT NULL,
    chat_req_timed_out INTEGER NOT NULL,
    chat_req_engaged INTEGER NOT NULL,
    num_flag_raised INTEGER NOT NULL,
    num_flag_lowered_agent INTEGER NOT NULL,
    num_flag_lowered_supervisor INTEGER NOT NULL,
    time_at_capacity INTEGER NOT NULL,
    time_idle INTEGER NOT NULL,
    time_in_away_status INTEGER NOT NULL,
    time_in_chats INTEGER NOT NULL,
    time_in_online_status INTEGER NOT NULL,
    PRIMARY KEY (agent, login_time)
) STRICT, WITHOUT ROWID;

CREATE TABLE file (
    id TEXT PRIMARY KEY,
    chat TEXT NOT NULL,
    organization TEXT NOT NULL,
    direction TEXT NOT NULL,
    state TEXT NOT NULL,
    agent TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    stored_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX agent_session_open ON agent_session (agent) WHERE logout_time IS NULL;
CREATE INDEX file_of_chat ON file (chat);

-- For reports. The times of requests grow, so each new one is written beside the last. Visitors'
-- ids are random: their place is looked for once, when the chat has ended, and until then in an
-- index that is as small as the number of open chats.
CREATE INDEX chat_requested ON chat (organization, request_time);
CREATE INDEX chat_of_visitor ON chat (organization, visitor_id, request_time)
    WHERE state = 'ended';
CREATE INDEX open_chat_of_visitor ON chat (organization, visitor_id, request_time)
    WHERE state <> 'ended';
CREATE INDEX agent_session_begun ON agent_session (organization, login_time);

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

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "protocol/wire.hpp"

// The data types that requests, events and replies share (wire spec, section 4). Times are seconds
// and ids are texts unless said otherwise.
namespace rejoinder::protocol {

// How the console uses a detail to look records up (4.4).
struct EntityMap {
    std::string entity_name;
    std::string field_name;
    // The value may fill the field of a record that the agent makes or edits.
    std::optional<bool> is_fast_fillable;
    // Records whose field contains the value are looked up.
    std::optional<bool> is_auto_queryable;
    // Only an equal field counts.
    std::optional<bool> is_exact_matchable;
};
WIRE(EntityMap, entity_name, field_name, is_fast_fillable, is_auto_queryable, is_exact_matchable);

// Something known of the visitor, as the page gives it (4.2).
struct CustomDetail {
    // What `EntityFieldsMaps.label` refers to.
    std::string label;
    LooseText value;
    // The transcript fields that take the value.
    std::vector<std::string> transcript_fields;
    // Absent means true.
    std::optional<bool> display_to_agent;
    // Left out of what goes back to the visitor.
    std::optional<std::vector<EntityMap>> entity_maps;
};
WIRE(CustomDetail, label, value, transcript_fields, display_to_agent, entity_maps);
WIRE_ALIASES(CustomDetail, {"entityFieldMaps", "entityMaps"});

// How one field of an entity is found and made from a detail (4.5).
struct EntityFieldsMaps {
    std::string field_name;
    std::string label;
    bool do_find = false;
    bool is_exact_match = false;
    bool do_create = false;
};
WIRE(EntityFieldsMaps, field_name, label, do_find, is_exact_match, do_create);

// A record to find or make for the chat (4.3).
struct Entity {
    std::string entity_name;
    std::optional<bool> show_on_create;
    std::optional<std::string> link_to_entity_name;
    std::optional<std::string> link_to_entity_field;
    std::optional<std::string> save_to_transcript;
    std::vector<EntityFieldsMaps> entity_fields_maps;
};
WIRE(Entity, entity_name, show_on_create, link_to_entity_name, link_to_entity_field,
     save_to_transcript, entity_fields_maps);
WIRE_ALIASES(Entity, {"entityFieldsMap", "entityFieldsMaps"},
             {"entityFieldMaps", "entityFieldsMaps"});

// Where the visitor's network address is (4.6).
struct GeoLocation {
    // ISO 3166-1 alpha-2.
    std::string country_code;
    std::string country_name;
    std::optional<std::string> region;
    std::optional<std::string> city;
    // The provider the address belongs to.
    std::optional<std::string> organization;
    std::optional<double> latitude;
    std::optional<double> longitude;
};
WIRE(GeoLocation, country_code, country_name, region, city, organization, latitude, longitude);

// The visitor's idle time-out, which the client runs (4.11). The numbers are absent when it is off.
struct ChasitorIdleTimeoutSettings {
    bool is_enabled = false;
    std::optional<std::int64_t> warning_time;
    std::optional<std::int64_t> timeout;
};
WIRE(ChasitorIdleTimeoutSettings, is_enabled, warning_time, timeout);

// What the client applies to its texts before it sends them (4.9).
struct SensitiveDataRule {
    std::string name;
    // A JavaScript regular expression.
    std::string pattern;
    std::optional<std::string> id;
    // Only with Replace.
    std::optional<std::string> replacement;
    // `Replace` or `Remove`.
    std::optional<std::string> action_type;
};
WIRE(SensitiveDataRule, name, pattern, id, replacement, action_type);

// A rule that fired (4.9). Agents leave the id out.
struct Rule {
    std::optional<std::string> id;
    std::string name;
};
WIRE(Rule, id, name);
WIRE_REQUIRED(Rule, "name");

// One line of the transcript so far (4.10).
struct TranscriptEntry {
    // `Agent`, `Chasitor` or `OperatorTransferred`.
    std::string type;
    std::string name;
    std::string content;
    // Milliseconds since 1970-01-01 UTC.
    std::int64_t timestamp = 0;
    // From 1.
    std::int64_t sequence = 0;
};
WIRE(TranscriptEntry, type, name, content, timestamp, sequence);

// A record that belongs to the chat, by the transcript field that holds its id (3.5).
struct AttachedRecord {
    std::string field_name;
    std::string field_value;
};
WIRE(AttachedRecord, field_name, field_value);

// The same with what else is kept of it in the chat's row; it never travels so.
struct ChatRecord {
    // Empty when no transcript field holds it.
    std::string field_name;
    // Its id.
    std::string field_value;
    // Its kind; empty when it is none of ours.
    std::string entity_name;
    // Made for this chat rather than found.
    bool is_new = false;
    bool show_on_create = false;
    // Not by pre-chat data.
    bool is_attached_by_agent = false;
};
WIRE(ChatRecord, field_name, field_value, entity_name, is_new, show_on_create,
     is_attached_by_agent);

// An item of a bot's footer menu (4.12).
struct FooterMenuItem {
    std::string text;
    std::string dialog_id;
    std::optional<std::string> id;
    std::optional<std::string> value;
};
WIRE(FooterMenuItem, text, dialog_id, id, value);

// How long the client waits before it shows a message; 0 for people (3.7).
struct Schedule {
    std::int64_t response_delay_milliseconds = 0;
};
WIRE(Schedule, response_delay_milliseconds);

// A choice that a bot offers (3.20).
struct RichMessageItem {
    std::string text;
    std::optional<std::string> value;
};
WIRE(RichMessageItem, text, value);

// A choice that the visitor made of a bot's offer (2.17).
struct RichMessageAction {
    // `ChatWindowMenu`, `ChatWindowButton` or `ChatWindowFooterMenu`.
    std::string type;
    // Among the items received, from 0.
    std::int64_t index = 0;
    std::optional<std::string> dialog_id;
    // The label as shown.
    std::optional<LooseText> value;
};
WIRE(RichMessageAction, type, index, dialog_id, value);
WIRE_REQUIRED(RichMessageAction, "type", "index");

// A button as pages see it (4.1). The members from `invite_image_url` on are for invitations.
struct Button {
    std::string id;
    // `Standard`, `Invite` or `ToAgent`.
    std::string type;
    std::optional<std::string> endpoint_url;
    std::optional<std::string> prechat_url;
    std::optional<std::string> language;
    // Absent means false.
    std::optional<bool> is_available;
    // -1 when it cannot be told; only when asked for.
    std::optional<double> estimated_wait_time;
    std::optional<std::string> invite_image_url;
    // Pixels.
    std::optional<std::int64_t> invite_image_width;
    std::optional<std::int64_t> invite_image_height;
    // `Slide`, `Fade`, `Appear` or `Custom`.
    std::optional<std::string> invite_renderer;
    std::optional<std::string> invite_start_position;
    std::optional<std::string> invite_end_position;
    std::optional<bool> has_invite_after_accept;
    std::optional<bool> has_invite_after_reject;
    std::optional<std::int64_t> invite_reject_time;
    // A JSON text with the members `rules` and `filter`.
    std::optional<std::string> invite_rules;
};
WIRE(Button, id, type, endpoint_url, prechat_url, language, is_available, estimated_wait_time,
     invite_image_url, invite_image_width, invite_image_height, invite_renderer,
     invite_start_position, invite_end_position, has_invite_after_accept, has_invite_after_reject,
     invite_reject_time, invite_rules);

// Whether one button or agent takes chats (4.8).
struct AvailabilityResult {
    // As it was asked for.
    std::string id;
    // Absent means false.
    std::optional<bool> is_available;
    std::optional<double> estimated_wait_time;
};
WIRE(AvailabilityResult, id, is_available, estimated_wait_time);

// One request of a batch (4.7).
struct NounWrapper {
    std::string prefix;
    std::string noun;
    RawJson object;
};
WIRE(NounWrapper, prefix, noun, object);
WIRE_REQUIRED(NounWrapper, "prefix", "noun");
WIRE_ALIASES(NounWrapper, {"data", "object"});

// A page the visitor has seen, as the client tells it at the start (Appendix D.11).
struct VisitedPage {
    std::string location;
    // Milliseconds since 1970-01-01 UTC.
    std::int64_t time = 0;
};
WIRE(VisitedPage, location, time);

// What some clients tell of the visitor at the start (Appendix D.11).
struct VisitorInfo {
    std::int64_t visit_count = 0;
    std::string original_referrer;
    std::vector<VisitedPage> pages;
};
WIRE(VisitorInfo, visit_count, original_referrer, pages);

}  // namespace rejoinder::protocol

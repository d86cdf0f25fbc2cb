#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/record_id.hpp"
#include "base/time.hpp"
#include "record/row.hpp"

// The configuration of organizations: where chats come from and where they go (product spec 2.2,
// 2.3). Field names are the original's. Who answers stands in `record/agent.hpp`.
namespace rejoinder::record {

// The tenant: everything else belongs to exactly one.
struct Organization {
    OrganizationId id;
    std::string name;
};
ROW(Organization, "organization", 1, id, name);

// The site chats start from.
struct Deployment {
    DeploymentId id;
    OrganizationId organization;
    std::string name;
    // Of the chat window.
    std::string window_title;
    // The origins whose pages may call from a browser; none means any.
    std::vector<std::string> allowed_origins;
    // How long a visitor may be without a poll before the agent is warned; 0 is never.
    Duration connection_warning{0};
    // How long a visitor may be without a poll before the chat ends.
    Duration connection_timeout{150'000};
    bool transcript_save_enabled = false;
    // Whether the chat window shows the place in line.
    bool display_queue_position = false;
    // Whether pages may hand pre-chat details over by script.
    bool prechat_api_enabled = true;
    // Addresses of pictures for the chat window.
    std::string branding_image;
    std::string mobile_branding_image;
    // Where the pages and pictures of the deployment are served from; or empty.
    std::string site;
};
ROW(Deployment, "deployment", 1, id, organization, name, window_title, allowed_origins,
    connection_warning, connection_timeout, transcript_save_enabled, display_queue_position,
    prechat_api_enabled, branding_image, mobile_branding_image, site);

// When buttons and skills are open. Outside of them they are offline.
struct BusinessHours {
    BusinessHoursId id;
    OrganizationId organization;
    std::string name;
    // An IANA name, `Europe/Berlin`.
    std::string time_zone = "UTC";
    // Weekly ranges of the wall clock, one day each: `Mon 09:00-12:30 13:30-18:00`. A range that
    // ends before it begins goes over midnight; `24:00` is the end of the day. A day may stand in
    // several lines; one without a line is closed.
    std::vector<std::string> weekly;
    // Dates that differ from their week: `2026-12-25 closed`, `2026-12-24 09:00-12:00`.
    std::vector<std::string> exceptions;
};
ROW(BusinessHours, "business_hours", 1, id, organization, name, time_zone, weekly, exceptions);

// What an agent can answer and a button asks for.
struct Skill {
    SkillId id;
    OrganizationId organization;
    std::string name;
    // When it is answered at all; empty for always.
    BusinessHoursId business_hours;
};
ROW(Skill, "skill", 1, id, organization, name, business_hours);

enum class ButtonType : std::uint8_t { standard, invite };
ROW_ENUM(ButtonType, "Standard", "Invite");

// `omni` pushes by priority, then by the time waited; among agents to the one with the largest
// free share of its capacity (product spec 2.6).
enum class RoutingType : std::uint8_t { choice, least_active, most_available, omni };
ROW_ENUM(RoutingType, "Choice", "LeastActive", "MostAvailable", "Omni");

// How an invitation comes into view.
enum class InviteRenderer : std::uint8_t { slide, fade, appear, custom };
ROW_ENUM(InviteRenderer, "Slide", "Fade", "Appear", "Custom");

// The entry point that names where a chat is routed; an invitation is one that offers itself.
struct Button {
    ButtonId id;
    OrganizationId organization;
    std::string name;
    ButtonType type = ButtonType::standard;
    // Whether it takes requests at all; for invitations: whether it is shown.
    bool is_active = true;
    RoutingType routing_type = RoutingType::least_active;
    // An agent needs one of them. The first one is the primary skill.
    std::vector<SkillId> skills;
    // For Omni: lower goes first, across the buttons an agent serves.
    std::int64_t priority = 5;
    // Whether requests may wait when every qualified agent is at capacity.
    bool has_queue = true;
    // The most requests that may wait; 0 is no limit.
    std::int64_t overall_queue_length = 0;
    // The most requests that may wait for each qualified agent online; 0 is no limit.
    std::int64_t per_agent_queue_length = 0;
    // How long an agent has to answer a pushed request; 0 is for ever.
    Duration push_timeout{0};
    // Whether a request that every agent refused is offered to them again, and how often.
    bool has_reroute_declined_request = false;
    std::int64_t number_of_rerouting_attempts = 0;
    // A pushed request is accepted at once.
    bool is_auto_accept = false;
    // The visitor's idle time-out and its warning; 0 is off.
    Duration chasitor_idle_timeout{0};
    Duration chasitor_idle_timeout_warning{0};
    // When it is open; empty for always.
    BusinessHoursId business_hours;
    std::string language;
    std::string window_language;
    std::string site;
    std::string prechat_url;
    std::string chat_url;
    std::string post_chat_url;
    std::string online_image;
    std::string offline_image;
    // Overrides the agents' own names; empty does not.
    std::string custom_agent_name;
    // Sent to the visitor when an agent accepts; empty leaves it to the agent's configuration.
    std::string auto_greeting;
    // For invitations: the deployments whose pages show it; none means all.
    std::vector<DeploymentId> invite_deployments;
    InviteRenderer invite_renderer = InviteRenderer::slide;
    std::string invite_image;
    // Pixels; 0 is unknown.
    std::int64_t invite_image_width = 0;
    std::int64_t invite_image_height = 0;
    // Names of the wire spec 4.1; empty is none.
    std::string invite_start_position;
    std::string invite_end_position;
    bool has_invite_after_accept = false;
    bool has_invite_after_reject = false;
    // After how long an invitation goes away by itself; 0 is never.
    Duration time_to_remove_invite{0};
    // A JSON text with the members `rules` and `filter` (wire spec 4.1); empty is none.
    std::string invite_rules;
};
ROW(Button, "button", 1, id, organization, name, type, is_active, routing_type, skills, priority,
    has_queue, overall_queue_length, per_agent_queue_length, push_timeout,
    has_reroute_declined_request, number_of_rerouting_attempts, is_auto_accept,
    chasitor_idle_timeout, chasitor_idle_timeout_warning, business_hours, language, window_language,
    site, prechat_url, chat_url, post_chat_url, online_image, offline_image, custom_agent_name,
    auto_greeting, invite_deployments, invite_renderer, invite_image, invite_image_width,
    invite_image_height, invite_start_position, invite_end_position, has_invite_after_accept,
    has_invite_after_reject, time_to_remove_invite, invite_rules);

}  // namespace rejoinder::record

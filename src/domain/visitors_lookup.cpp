#include <algorithm>
#include <utility>

#include "domain/routing.hpp"
#include "domain/visitors.hpp"
#include "protocol/replies.hpp"

// Visitor/Settings, Availability and VisitorId: what pages ask before there is a chat (wire spec
// 2.18, 2.20).
namespace rejoinder::domain {
namespace {

// Until then the guides called `isAvailable` required (wire spec 2.18.2).
constexpr int availability_optional_since = 54;
constexpr int wait_time_since = 47;

// What a button or an agent is for somebody who asks from outside; no button when it is an agent.
struct Offering {
    const Button* button = nullptr;
    bool is_available = false;
};

Offering find_offering(Organization& organization, const std::string& id, const Chats& chats,
                       Instant now) {
    if (const Button* button = organization.button(id))
        return {button, chats.is_available(*button, now)};
    if (const Agent* agent = organization.agent(id))
        return {nullptr, routing::is_available(*agent)};
    return {};
}

bool is_offering_id(const std::string& id) { return ButtonId::parse(id) || AgentId::parse(id); }

std::optional<bool> availability(bool is_available, int api_version) {
    if (is_available || api_version < availability_optional_since) return is_available;
    return std::nullopt;
}

// What only invitations tell (wire spec 4.1).
void describe_invitation(protocol::Button& button, const record::Button& row) {
    if (!row.invite_image.empty()) button.invite_image_url = row.invite_image;
    if (row.invite_image_width > 0) button.invite_image_width = row.invite_image_width;
    if (row.invite_image_height > 0) button.invite_image_height = row.invite_image_height;
    button.invite_renderer = name_of(row.invite_renderer);
    if (!row.invite_start_position.empty())
        button.invite_start_position = row.invite_start_position;
    if (!row.invite_end_position.empty()) button.invite_end_position = row.invite_end_position;
    button.has_invite_after_accept = row.has_invite_after_accept;
    button.has_invite_after_reject = row.has_invite_after_reject;
    if (row.time_to_remove_invite > Duration{0})
        button.invite_reject_time = row.time_to_remove_invite / std::chrono::seconds{1};
    if (!row.invite_rules.empty()) button.invite_rules = row.invite_rules;
}

// The settings of one deployment's page.
class SettingsReply {
public:
    SettingsReply(const VisitorLookup::Settings& noun, int api_version, bool may_tell_wait)
        : needs_wait_(noun.need_estimated_wait_time && may_tell_wait), api_version_(api_version) {}

    // `id` as it was asked for.
    void add(const std::string& id, const Offering& offering) {
        protocol::Button button;
        button.id = id;
        button.type = AgentId::parse(id) ? "ToAgent" : "Standard";
        button.is_available = availability(offering.is_available, api_version_);
        if (offering.button) describe(button, *offering.button);
        buttons_.push_back(std::move(button));
    }
    bool has(const ButtonId& id) const {
        return std::ranges::any_of(buttons_, [&](const protocol::Button& button) {
            return ButtonId::parse(button.id) == id;
        });
    }
    std::vector<protocol::Button> take() { return std::move(buttons_); }

private:
    void describe(protocol::Button& button, const Button& offered) const {
        const record::Button& row = offered.row;
        button.type = name_of(row.type);
        if (!row.language.empty()) button.language = row.language;
        if (!row.prechat_url.empty()) button.prechat_url = row.prechat_url;
        if (!row.chat_url.empty()) button.endpoint_url = row.chat_url;
        if (needs_wait_) button.estimated_wait_time = offered.wait.estimate();
        if (row.type == record::ButtonType::invite) describe_invitation(button, row);
    }

    bool needs_wait_;
    int api_version_;
    std::vector<protocol::Button> buttons_;
};

bool is_shown_on(const record::Button& row, const std::optional<DeploymentId>& deployment) {
    if (row.type != record::ButtonType::invite || !row.is_active) return false;
    const auto& deployments = row.invite_deployments;
    return deployments.empty() ||
           (deployment && std::ranges::find(deployments, *deployment) != deployments.end());
}

// What was asked for, in its order, and then the invitations of the deployment.
protocol::Settings settings_for(const VisitorLookup::Settings& noun, const VisitorLookup& request,
                                Organization& organization, const Chats& chats,
                                const Settings& settings, bool may_tell_wait, Instant now) {
    SettingsReply buttons(noun, request.api_version, may_tell_wait);
    for (const std::string& id : noun.button_ids)
        if (is_offering_id(id)) buttons.add(id, find_offering(organization, id, chats, now));
    const auto deployment = DeploymentId::parse(request.deployment);
    for (const auto& [id, button] : organization.buttons)
        if (is_shown_on(button.row, deployment) && !buttons.has(id))
            buttons.add(id.str(), {&button, chats.is_available(button, now)});
    protocol::Settings reply;
    reply.ping_rate = settings.ping_rate.count();
    reply.content_server_url = settings.content_server_url;
    reply.buttons = buttons.take();
    return reply;
}

protocol::Availability availability_for(const VisitorLookup::Availability& noun,
                                        Organization& organization, const Chats& chats,
                                        int api_version, bool may_tell_wait, Instant now) {
    protocol::Availability reply;
    for (const std::string& id : noun.ids) {
        if (!is_offering_id(id)) continue;
        const Offering offering = find_offering(organization, id, chats, now);
        protocol::AvailabilityResult result;
        result.id = id;
        result.is_available = availability(offering.is_available, api_version);
        if (noun.need_estimated_wait_time && may_tell_wait && offering.button)
            result.estimated_wait_time = offering.button->wait.estimate();
        reply.results.push_back(std::move(result));
    }
    return reply;
}

}  // namespace

void Visitors::lookup(const VisitorLookup& request, Caller caller, Turn turn) {
    Organization* organization = directory_.organization(request.organization);
    std::vector<std::string> messages;
    if (!organization && settings_.unknown_organization == UnknownOrganization::switch_server) {
        const std::string& url =
            settings_.switch_server_url.empty() ? request.own_url : settings_.switch_server_url;
        messages.push_back(protocol::message_text(protocol::SwitchServer{url}));
    } else {
        const bool may_tell_wait = settings_.version_gates == VersionGates::lenient ||
                                   request.api_version >= wait_time_since;
        Organization nobody;
        Organization& asked = organization ? *organization : nobody;
        for (const auto& noun : request.nouns) {
            if (const auto* wanted = std::get_if<VisitorLookup::Settings>(&noun))
                messages.push_back(protocol::message_text(settings_for(
                    *wanted, request, asked, chats_, settings_, may_tell_wait, turn.now)));
            else if (const auto* ids = std::get_if<VisitorLookup::Availability>(&noun))
                messages.push_back(protocol::message_text(availability_for(
                    *ids, asked, chats_, request.api_version, may_tell_wait, turn.now)));
            else if (const auto* visitor = std::get_if<VisitorLookup::VisitorId>(&noun))
                messages.push_back(
                    protocol::message_text(protocol::VisitorId{visitor->session_id}));
        }
    }
    std::string body = protocol::messages_text(messages);
    if (request.callback.empty())
        return turn.effects.reply(caller, Outcome::json, std::move(body), 0);
    turn.effects.reply(caller, Outcome::script, request.callback + "(" + body + ");", 0);
}

}  // namespace rejoinder::domain

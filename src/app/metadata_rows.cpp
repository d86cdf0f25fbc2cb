#include <array>

#include "app/metadata_reader.hpp"
#include "base/web_address.hpp"

// What becomes of each element. Elements not named here are noted as unknown.
namespace rejoinder::app {
namespace {

constexpr std::string_view visualforce = "Visualforce pages are not run here";

bool is_address(std::string_view text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

// Pictures and sites are names of objects of the original; only addresses mean something here.
void take_address(MetadataFile& file, std::string_view element, std::string& value,
                  std::string_view why) {
    std::string text;
    for (const XmlElement& found : file.root().children)
        if (found.name == element) text = found.text;
    if (is_address(text))
        file.take(element, value);
    else
        file.ignore(element, why);
}

constexpr std::string_view picture = "it names a static resource; give the picture's address";
constexpr std::string_view site = "it names a site; give its address";

// `shop.example` as `https://shop.example`.
std::string origin_of(std::string domain) {
    constexpr std::string_view any_host = "*.";
    if (is_address(domain)) return domain;
    if (domain.starts_with(any_host)) domain.erase(0, any_host.size());
    return "https://" + domain;
}

}  // namespace

record::Agent* MetadataReader::find_agent(std::string_view username) {
    const auto found = std::ranges::find(agents_, username, &record::Agent::username);
    return found == agents_.end() ? nullptr : &*found;
}

template <class Id>
Id MetadataReader::resolve(const XmlElement& element, MetadataFile& file) {
    if constexpr (std::is_same_v<Id, SkillId>) {
        const SkillId known = find<SkillId>(element.text);
        if (!known.empty()) return known;
        file.note(element, "there is no file of the skill \"" + element.text + "\": it is made");
        return make_skill(element.text);
    } else {
        const Id id = find<Id>(element.text);
        if (id.empty())
            file.note(element, "there is no [[" + std::string(table_of_id<Id>()) + "]] named \"" +
                                   element.text + "\"");
        return id;
    }
}

template <class Id>
void MetadataReader::take_references(MetadataFile& file, std::string_view outer,
                                     std::string_view inner, std::vector<Id>& references) {
    file.for_each(outer, [&](const XmlElement&) { references.clear(); });
    file.take_each(outer, inner, [&](const XmlElement& element) {
        const Id id = resolve<Id>(element, file);
        if (!id.empty() && std::ranges::find(references, id) == references.end())
            references.push_back(id);
    });
}

template <class Id>
void MetadataReader::take_reference(MetadataFile& file, std::string_view element, Id& reference) {
    file.for_each(element, [&](const XmlElement& found) {
        reference = found.text.empty() ? Id() : resolve<Id>(found, file);
    });
}

void MetadataReader::read_row(MetadataFile& file, record::Skill& row) {
    file.take("label", row.name);
    file.for_each("assignments",
                  [&](const XmlElement& assignments) { assign_skill(file, assignments, row.id); });
    file.ignore("description", "skills have none here");
    file.ignore("skillType", "there is one kind of skill");
}

// Adds the skill to the agents that are named, or have a profile that is.
void MetadataReader::assign_skill(MetadataFile& file, const XmlElement& assignments,
                                  const SkillId& skill) {
    const auto add = [&](record::Agent& agent) {
        if (std::ranges::find(agent.skills, skill) == agent.skills.end())
            agent.skills.push_back(skill);
    };
    for (const XmlElement& list : assignments.children) {
        for (const XmlElement& element : list.children) {
            bool is_found = false;
            for (record::Agent& agent : agents_) {
                const std::string& key = element.name == "user" ? agent.username : agent.profile;
                if (element.text.empty() || key != element.text) continue;
                is_found = true;
                add(agent);
            }
            if (!is_found)
                file.note(element,
                          "there is no agent of this " +
                              std::string(element.name == "user" ? "user name" : "profile") + ": " +
                              element.text);
        }
    }
}

void MetadataReader::read_row(MetadataFile& file, record::Deployment& row) {
    file.take("label", row.name);
    file.take("windowTitle", row.window_title);
    file.take("enableTranscriptSave", row.transcript_save_enabled);
    file.take("displayQueuePosition", row.display_queue_position);
    file.take("enablePrechatApi", row.prechat_api_enabled);
    file.take("optionsHasPrechatApi", row.prechat_api_enabled);
    file.take("connectionWarningDuration", row.connection_warning);
    file.take("connectionTimeoutDuration", row.connection_timeout);
    take_address(file, "brandingImage", row.branding_image, picture);
    take_address(file, "mobileBrandingImage", row.mobile_branding_image, picture);
    take_address(file, "site", row.site, site);
    file.for_each("domainWhiteList", [&](const XmlElement&) { row.allowed_origins.clear(); });
    file.take_each("domainWhiteList", "domain", [&](const XmlElement& element) {
        std::string origin = origin_of(element.text);
        // Left out, it might leave a list that allows everybody.
        if (!is_web_origin(origin))
            return file.report_problem(element, "\"" + element.text + "\" is no domain");
        if (element.text.starts_with('*'))
            file.note(element, "subdomains are to be listed one by one: taken as " + origin);
        if (std::ranges::find(row.allowed_origins, origin) == row.allowed_origins.end())
            row.allowed_origins.push_back(std::move(origin));
    });
}

void MetadataReader::read_row(MetadataFile& file, record::Button& row) {
    file.take("label", row.name);
    file.take("type", row.type);
    std::string routing;
    file.take("routingType", routing);
    for (const XmlElement& element : file.root().children) {
        if (element.name != "routingType") continue;
        const auto names = enum_names_of(&row.routing_type);
        const auto found = std::ranges::find(names, routing);
        if (found != names.end()) {
            row.routing_type = static_cast<record::RoutingType>(found - names.begin());
        } else if (routing == "OmniSkills") {
            row.routing_type = record::RoutingType::omni;
            file.note(element, "taken as Omni: the button's skills say who answers");
        } else if (routing == "Custom") {
            row.routing_type = record::RoutingType::least_active;
            file.note(element, "taken as LeastActive: Apex routing classes are not run here");
        } else {
            file.report_problem(element, "is no routing type: " + routing);
        }
    }
    take_references(file, "skills", "skill", row.skills);
    file.take("enableQueue", row.has_queue);
    file.take("overallQueueLength", row.overall_queue_length);
    file.take("perAgentQueueLength", row.per_agent_queue_length);
    file.take("pushTimeOut", row.push_timeout);
    file.take("optionsHasRerouteDeclinedRequest", row.has_reroute_declined_request);
    file.take("numberOfReroutingAttempts", row.number_of_rerouting_attempts);
    file.take("optionsIsAutoAccept", row.is_auto_accept);
    file.take("chasitorIdleTimeout", row.chasitor_idle_timeout);
    file.take("chasitorIdleTimeoutWarning", row.chasitor_idle_timeout_warning);
    bool has_idle_timeout = true;
    file.take("optionsHasChasitorIdleTimeout", has_idle_timeout);
    if (!has_idle_timeout)
        row.chasitor_idle_timeout = row.chasitor_idle_timeout_warning = Duration::zero();
    file.take("autoGreeting", row.auto_greeting);
    file.take("customAgentName", row.custom_agent_name);
    file.take("preChatFormUrl", row.prechat_url);
    file.take("postChatUrl", row.post_chat_url);
    file.take("windowLanguage", row.window_language);
    file.take("language", row.language);
    take_address(file, "site", row.site, site);
    take_address(file, "onlineImage", row.online_image, picture);
    take_address(file, "offlineImage", row.offline_image, picture);
    for (const std::string_view page : {"preChatFormPage", "postChatPage", "chatPage"})
        file.ignore(page, visualforce);
    for (const std::string_view custom : {"customRoutingClass", "optionsCustomRoutingIsEnabled"})
        file.ignore(custom, "Apex routing classes are not run here");
    for (const std::string_view omni : {"queue", "routingConfiguration", "isRoutingFlowEnabled"})
        file.ignore(omni, "Omni queues are not there; the button's skills say who answers");
    if (row.type == record::ButtonType::invite) {
        read_invitation(file, row);
        take_references(file, "deployments", "deployment", row.invite_deployments);
    } else {
        for (const std::string_view invite :
             {"isActive", "animation", "inviteImage", "inviteStartPosition", "inviteEndPosition",
              "timeToRemoveInvite", "optionsIsInviteAutoRemove", "optionsHasInviteAfterAccept",
              "optionsHasInviteAfterReject", "deployments"})
            file.ignore(invite, "it counts for invitations only");
    }
}

void MetadataReader::read_invitation(MetadataFile& file, record::Button& row) {
    file.take("isActive", row.is_active);
    file.take("animation", row.invite_renderer);
    take_address(file, "inviteImage", row.invite_image, picture);
    file.take("inviteStartPosition", row.invite_start_position);
    file.take("inviteEndPosition", row.invite_end_position);
    file.take("timeToRemoveInvite", row.time_to_remove_invite);
    bool is_removed = true;
    file.take("optionsIsInviteAutoRemove", is_removed);
    if (!is_removed) row.time_to_remove_invite = Duration::zero();
    file.take("optionsHasInviteAfterAccept", row.has_invite_after_accept);
    file.take("optionsHasInviteAfterReject", row.has_invite_after_reject);
}

void MetadataReader::read_row(MetadataFile& file, record::AgentConfig& row) {
    file.take("label", row.name);
    file.take("capacity", row.capacity);
    file.take("criticalWaitTime", row.critical_wait_time);
    file.take("autoGreeting", row.auto_greeting);
    file.take("customAgentName", row.custom_agent_name);
    read_features(file, row);
    take_references(file, "transferableButtons", "button", row.transferable_buttons);
    take_references(file, "transferableSkills", "skill", row.transferable_skills);
    take_references(file, "supervisorSkills", "skill", row.supervisor_skills);
    file.take("supervisorDefaultAgentStatusFilter", row.supervisor_default_agent_status_filter);
    take_reference(file, "supervisorDefaultButtonFilter", row.supervisor_default_button_filter);
    take_reference(file, "supervisorDefaultSkillFilter", row.supervisor_default_skill_filter);
    file.for_each("assignments", [&](const XmlElement& assignments) {
        row.agents.clear();
        row.profiles.clear();
        for (const XmlElement& list : assignments.children) {
            for (const XmlElement& element : list.children) {
                const record::Agent* const agent = find_agent(element.text);
                if (element.name == "profile")
                    row.profiles.push_back(element.text);
                else if (agent != nullptr)
                    row.agents.push_back(agent->id);
                else
                    file.note(element, "there is no agent of this user name: " + element.text);
            }
        }
    });
}

void MetadataReader::read_features(MetadataFile& file, record::AgentConfig& row) {
    struct Feature {
        std::string_view element;
        bool record::AgentConfig::* member;
    };
    using Config = record::AgentConfig;
    static constexpr std::array features = {
        Feature{"disableTransferConferenceGreeting", &Config::disable_transfer_conference_greeting},
        Feature{"enableSneakPeek", &Config::enable_sneak_peek},
        Feature{"enableAgentSneakPeek", &Config::enable_agent_sneak_peek},
        Feature{"enableAgentFileTransfer", &Config::enable_agent_file_transfer},
        Feature{"enableAssistanceFlag", &Config::enable_assistance_flag},
        Feature{"enableAutoAwayOnDecline", &Config::enable_auto_away_on_decline},
        Feature{"enableAutoAwayOnPushTimeout", &Config::enable_auto_away_on_push_timeout},
        Feature{"enableChatConferencing", &Config::enable_chat_conferencing},
        Feature{"enableChatMonitoring", &Config::enable_chat_monitoring},
        Feature{"enableWhisperMessage", &Config::enable_whisper_message},
        Feature{"enableVisitorBlocking", &Config::enable_visitor_blocking},
        Feature{"enableChatTransferToAgent", &Config::enable_chat_transfer_to_agent},
        Feature{"enableChatTransferToButton", &Config::enable_chat_transfer_to_button},
        Feature{"enableChatTransferToSkill", &Config::enable_chat_transfer_to_skill},
        Feature{"enableLogoutSound", &Config::enable_logout_sound},
        Feature{"enableRequestSound", &Config::enable_request_sound},
        Feature{"enableNotifications", &Config::enable_notifications},
    };
    for (const Feature& feature : features) file.take(feature.element, row.*feature.member);
}

void MetadataReader::read_row(MetadataFile& file, record::SensitiveDataRule& row) {
    file.take("label", row.name);
    file.take("masterLabel", row.name);
    file.take("actionType", row.action_type);
    file.take("pattern", row.pattern);
    file.take("replacement", row.replacement);
    file.take("priority", row.priority);
    file.take("isEnabled", row.is_enabled);
    file.take("enforceOn", row.enforce_on);
    file.ignore("description", "rules have none here");
}

}  // namespace rejoinder::app

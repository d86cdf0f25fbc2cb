#include <algorithm>
#include <utility>

#include "domain/chats.hpp"
#include "domain/notices.hpp"
#include "domain/routing.hpp"
#include "protocol/api.hpp"

namespace rejoinder::domain {
namespace {

using record::ChatEndedBy;
using record::ChatStatus;
using record::EntryType;

constexpr std::string_view idle_timeout_reason = "clientIdleTimeout";

std::string json_of_details(const std::vector<protocol::CustomDetail>& details) {
    return protocol::to_json(details);
}

}  // namespace

void Chats::request(Session& session, const protocol::request::ChasitorInit& init,
                    const VisitorOrigin& origin, const Uuid& visitor,
                    std::optional<std::int64_t> request_sequence, Turn turn) {
    if (settings_.no_post == NoPost::reject && !init.is_post.value_or(true))
        return fail_unrecorded(session, "NoPost", turn);
    Organization* organization = directory_.organization(init.organization_id);
    const record::Deployment* deployment =
        organization ? organization->deployment(init.deployment_id) : nullptr;
    if (!deployment) return fail_unrecorded(session, "Unavailable", turn);
    const Target target = choose_target(*organization, init, turn.now);
    if (!target.button) return fail_unrecorded(session, "Unavailable", turn);

    Chat& chat = create(session, *organization, *deployment, init, target, turn);
    const Fired fired = clean_prechat(chat);
    chat.row.visitor_id = visitor_id_of(init, visitor).str();
    chat.row.ip_address = origin.address;
    if (chat.row.referrer.empty()) chat.row.referrer = origin.referrer;
    if (chat.row.user_agent.empty()) chat.row.user_agent = origin.user_agent;
    if (request_sequence) session.request_sequence = *request_sequence;
    ++totals_.requested;
    ++waiting_;
    sessions_.store(session, turn);
    store(chat, turn);
    const bool is_refused = is_blocked(chat);
    if (is_refused || !is_available(target, turn.now)) {
        add(chat, {.type = EntryType::chat_request, .request_sequence = request_sequence}, turn);
        note_fired(chat, fired, Speaker::visitor, nullptr, turn);
        if (is_refused) return refuse_blocked(chat, turn);
        const bool is_full = target.button->row.has_queue && target.button->is_open(turn.now) &&
                             routing::is_staffed(*target.button);
        fail_request(chat, is_full ? EntryType::cancel_no_queue : EntryType::cancel_no_agent, turn);
        return;
    }
    enqueue(chat);
    const notice::Place place = place_of(chat, turn.now);
    chat.told_position = place.position;
    add(chat,
        {.type = EntryType::chat_request,
         .event =
             notice::request_success(chat, place, settings_, deployment->transcript_save_enabled,
                                     organization->sensitive_data.rules_for_visitors()),
         .request_sequence = request_sequence,
         .company = Inbox::Company::alone},
        turn);
    tell_chat(chat, turn);
    note_fired(chat, fired, Speaker::visitor, nullptr, turn);
    if (settings_.sensitive_data_rules_message)
        sessions_.push_passing(
            session,
            notice::sensitive_data_rules(organization->sensitive_data.rules_for_visitors()), turn);
    route(*chat.button, turn);
}

void Chats::fail_unrecorded(Session& session, std::string_view reason, Turn turn) {
    session.has_failed = true;
    sessions_.push(session, notice::request_fail(reason, nullptr), turn);
}

Chat& Chats::create(Session& session, const Organization& organization,
                    const record::Deployment& deployment,
                    const protocol::request::ChasitorInit& init, const Target& target, Turn turn) {
    session.organization = organization.row.id;
    session.deployment = deployment.id;
    session.connection_timeout = deployment.connection_timeout;
    session.connection_warning = deployment.connection_warning;
    session.chat = std::make_unique<Chat>();
    Chat& chat = *session.chat;
    chat.session = &session;
    chat.button = target.button;
    chat.direct_agent = target.agent;
    record::Chat& row = chat.row;
    row.id = session.id;
    row.organization = organization.row.id;
    row.deployment = deployment.id;
    row.button = target.button->row.id;
    if (!target.button->row.skills.empty()) row.skill = target.button->row.skills.front();
    if (target.agent) row.direct_agent = target.agent->row.id;
    row.request_time = turn.now;
    chat.is_visitor_known = init.tracking_id && !init.tracking_id->text.empty();
    row.receive_queue_updates = init.receive_queue_updates;
    row.visitor_name = init.visitor_name;
    row.user_agent = init.user_agent;
    row.language = init.language;
    row.screen_resolution = init.screen_resolution;
    if (!init.prechat_details.empty()) row.custom_details = json_of_details(init.prechat_details);
    if (!init.prechat_entities.empty())
        row.prechat_entities = protocol::to_json(init.prechat_entities);
    if (init.visitor_info) {
        if (!init.visitor_info->original_referrer.empty())
            row.referrer = init.visitor_info->original_referrer;
        for (const auto& page : init.visitor_info->pages) {
            chat.visit({page.location, instant_from_epoch(page.time)});
            row.location = page.location;
        }
    }
    return chat;
}

Chats::Target Chats::choose_target(Organization& organization,
                                   const protocol::request::ChasitorInit& init, Instant now) const {
    Button* button = organization.button(init.button_id);
    if (!init.button_overrides.empty()) {
        // Overrides that name only agents still need some button's other settings.
        Button* settings_of = button;
        if (!settings_of && !organization.buttons.empty())
            settings_of = &organization.buttons.begin()->second;
        return choose_override(organization, init.button_overrides, {settings_of, nullptr}, now)
            .value_or(Target{settings_of, nullptr});
    }
    if (init.agent_id.empty()) return {button, nullptr};
    if (!button && !organization.buttons.empty() && !init.do_fallback)
        button = &organization.buttons.begin()->second;
    Agent* agent = organization.agent(init.agent_id);
    if (!agent) return init.do_fallback ? Target{button, nullptr} : Target{};
    const Target direct{button, agent};
    return is_available(direct, now) || !init.do_fallback ? direct : Target{button, nullptr};
}

// The first target of the list that is available; the last valid one when none is (wire spec 7.6:
// the choice is made once, by availability). Entries that are no target are skipped.
std::optional<Chats::Target> Chats::choose_override(Organization& organization,
                                                    const std::vector<std::string>& overrides,
                                                    Target fallback, Instant now) const {
    std::optional<Target> last;
    for (const std::string& text : overrides) {
        std::vector<Target> targets;
        const auto separator = text.find('_');
        const std::string first = text.substr(0, separator);
        if (Agent* agent = organization.agent(first)) {
            Button* button = separator == std::string::npos
                                 ? fallback.button
                                 : organization.button(text.substr(separator + 1));
            if (!button) continue;
            targets.push_back({button, agent});
            if (separator != std::string::npos) targets.push_back({button, nullptr});
        } else if (Button* button = organization.button(text)) {
            targets.push_back({button, nullptr});
        }
        for (const Target& target : targets) {
            if (is_available(target, now)) return target;
            last = target;
        }
    }
    // A list without a single valid entry reaches nobody.
    return last ? last : std::optional(Target{});
}

bool Chats::is_available(const Target& target, Instant now) const {
    if (!target.button || !target.button->is_open(now)) return false;
    return target.agent ? routing::is_available(*target.agent) : is_available(*target.button, now);
}

Result<void> Chats::check_room(const Chat& chat, std::string_view text) const {
    if (text.size() > settings_.message_bytes_max)
        return fail(Errc::bad_request, "The text is too long");
    if (chat.entries.size() >= settings_.chat_entries_max)
        return fail(Errc::bad_request, "The chat is too long");
    return {};
}

Result<void> Chats::say(Chat& chat, std::string text, std::optional<std::int64_t> request_sequence,
                        Turn turn) {
    TRY_VOID(check_room(chat, text));
    text = clean(chat, std::move(text), Speaker::visitor, nullptr, turn);
    chat.is_visitor_typing = false;
    chat.sneak_peek.clear();
    ++totals_.visitor_messages;
    const record::Entry& entry = add(chat,
                                     {.type = EntryType::visitor_message,
                                      .name = chat.row.visitor_name,
                                      .content = std::move(text),
                                      .request_sequence = request_sequence},
                                     turn);
    tell(chat,
         protocol::api::ChatMessage{.chat_key = chat.row.id.str(),
                                    .from = "visitor",
                                    .name = entry.name,
                                    .agent_id = std::nullopt,
                                    .text = entry.content,
                                    .at = epoch_milliseconds(entry.at),
                                    .position = entry.position},
         chat.changed_in, turn);
    clear_alerts(chat, false, turn);
    return {};
}

Result<void> Chats::note(Chat& chat, EntryType type, std::string content, std::string event_type,
                         std::optional<std::int64_t> request_sequence, Turn turn) {
    TRY_VOID(check_room(chat, content));
    TRY_VOID(check_room(chat, event_type));
    if (type == EntryType::bot_message)
        content = clean(chat, std::move(content), Speaker::visitor, nullptr, turn);
    const record::Entry& entry = add(chat,
                                     {.type = type,
                                      .name = chat.row.visitor_name,
                                      .content = std::move(content),
                                      .event_type = std::move(event_type),
                                      .request_sequence = request_sequence},
                                     turn);
    tell_event(chat, entry, turn);
    return {};
}

void Chats::set_visitor_typing(Chat& chat, bool is_typing, Turn turn) {
    if (!chat.agent) return;
    chat.is_visitor_typing = is_typing;
    tell_typing(chat, turn);
}

void Chats::set_sneak_peek(Chat& chat, std::string text, Turn turn) {
    if (!chat.agent || !chat.agent->config.enable_sneak_peek) return;
    if (text.size() > settings_.message_bytes_max) return;
    text = clean_passing(chat, std::move(text), Speaker::visitor);
    if (text == chat.sneak_peek) return;
    chat.sneak_peek = std::move(text);
    tell_typing(chat, turn);
}

void Chats::visit_page(Chat& chat, const std::string& location, Turn turn) {
    chat.visit({location, turn.now});
    chat.row.location = location;
    sessions_.push_passing(*chat.session, notice::new_visitor_breadcrumb(location), turn);
    tell(chat,
         protocol::api::ChatBreadcrumb{chat.row.id.str(), location, epoch_milliseconds(turn.now)},
         0, turn);
}

void Chats::end_by_visitor(Chat& chat, std::string_view reason,
                           std::optional<std::int64_t> request_sequence, Turn turn) {
    const bool is_idle = reason == idle_timeout_reason;
    Ending ending{.entry = is_idle ? EntryType::idle_timeout : EntryType::end_visitor,
                  .status = ChatStatus::completed,
                  .by = is_idle ? ChatEndedBy::system : ChatEndedBy::visitor,
                  .reason = is_idle ? idle_timeout_reason : "client",
                  .request_sequence = request_sequence};
    if (!chat.row.start_time) {
        ending.entry = EntryType::cancel_visitor;
        ending.status = ChatStatus::dropped;
    }
    end(chat, ending, turn);
}

void Chats::visitor_left(Chat& chat, Turn turn) {
    const bool is_started = chat.row.start_time.has_value();
    end(chat,
        {.entry = is_started ? EntryType::leave_visitor : EntryType::cancel_visitor,
         .status = is_started ? ChatStatus::completed : ChatStatus::dropped,
         .by = ChatEndedBy::visitor,
         .reason = "client"},
        turn);
}

void Chats::lose_visitor(Chat& chat, Turn turn) {
    end(chat,
        {.entry = EntryType::connection_timeout,
         .status = chat.row.start_time ? ChatStatus::completed : ChatStatus::dropped,
         .by = ChatEndedBy::system,
         .reason = "client"},
        turn);
}

void Chats::tell_typing(Chat& chat, Turn turn) {
    tell(chat,
         protocol::api::ChatTyping{chat.row.id.str(), chat.is_visitor_typing, chat.sneak_peek}, 0,
         turn);
}

}  // namespace rejoinder::domain

#include "domain/files.hpp"

#include <algorithm>
#include <utility>

#include "domain/api_views.hpp"
#include "domain/notices.hpp"

namespace rejoinder::domain {
namespace {

using record::EntryType;
using record::FileDirection;
using record::FileState;

constexpr Duration day = std::chrono::hours{24};

constexpr std::string_view broken_link = "There is no such file, or not any more";

void grant(Caller caller, const record::File& row, Turn turn) {
    turn.effects.reply(caller, Outcome::file, protocol::to_json(view::file_of(row)), 0);
}

const char* notice_type_of(FileState state) {
    switch (state) {
        case FileState::requested:
            return "Requested";
        case FileState::stored:
            return "Success";
        case FileState::failed:
            return "Failure";
        case FileState::canceled:
            return "Canceled";
    }
    return "Failure";
}

}  // namespace

Files::Files(const Settings& settings, Sessions& sessions, Chats& chats)
    : settings_(settings), sessions_(sessions), chats_(chats) {
    chats_.set_before_end([this](Chat& chat, Turn turn) { before_end(chat, turn); });
}

Result<Chat*> Files::own_chat(const Agent& agent, const SessionId& key) {
    TRY(Chat * chat, chats_.find(agent, key));
    TRY_VOID(chats_.check_file_transfer(agent, *chat));
    return chat;
}

Result<void> Files::check_limits(const OrganizationId& organization, const SessionId& chat,
                                 Instant now) {
    const auto folder = folders_.find(chat);
    if (folder != folders_.end() && folder->second.files.size() >= settings_.files_per_chat_max)
        return fail(Errc::too_many_requests, "The chat has as many files as it may");
    auto& made = made_[organization];
    while (!made.empty() && made.front() <= now - day) made.pop_front();
    if (made.size() >= settings_.files_per_day_max)
        return fail(Errc::too_many_requests, "No more files today");
    return {};
}

Files::Item& Files::add(record::File row) {
    made_[row.organization].push_back(row.created_at);
    folders_[row.chat].files.push_back(row.id);
    const FileId id = row.id;
    return items_.insert_or_assign(id, Item{std::move(row), 0}).first->second;
}

Files::Item* Files::open_request(const SessionId& chat) {
    const auto folder = folders_.find(chat);
    if (folder == folders_.end() || !folder->second.open_request) return nullptr;
    return &items_.at(*folder->second.open_request);
}

Result<Files::Item*> Files::open_request(const SessionId& chat, std::string_view token_hash) {
    Item* item = open_request(chat);
    if (!item || item->row.token_hash != token_hash)
        return fail(Errc::forbidden, "No file is asked for by this token");
    return item;
}

Chat* Files::chat_of(const record::File& row) {
    const Session* session = sessions_.find(row.chat);
    return session ? session->chat.get() : nullptr;
}

bool Files::is_known(const record::File& row, Instant now) {
    if (chat_of(row)) return true;
    const auto& ended_at = folders_.at(row.chat).ended_at;
    return ended_at && now < *ended_at + settings_.file_link_lifetime;
}

Result<protocol::api::File> Files::request(Agent& agent, const agent::RequestFile& request,
                                           Turn turn) {
    TRY(Chat * chat, own_chat(agent, request.chat));
    if (open_request(chat->row.id)) return fail(Errc::conflict, "A file is asked for already");
    TRY_VOID(check_limits(chat->row.organization, chat->row.id, turn.now));
    Item& item = add({.id = request.id,
                      .chat = chat->row.id,
                      .organization = chat->row.organization,
                      .direction = FileDirection::from_visitor,
                      .state = FileState::requested,
                      .agent = agent.row.id,
                      .token_hash = request.token_hash,
                      .name = {},
                      .content_type = {},
                      .size = 0,
                      .created_at = turn.now,
                      .stored_at = std::nullopt});
    folders_[chat->row.id].open_request = request.id;
    turn.effects.change(item.row);
    const std::string& base = settings_.public_url.empty() ? request.own_url : settings_.public_url;
    chats_.note_file(*chat,
                     {.type = EntryType::file_transfer_requested,
                      .agent = &agent,
                      .file = view::file_of(item.row),
                      .event = notice::file_requested(base, request.token)},
                     turn);
    return view::file_of(item.row);
}

Result<void> Files::cancel(Agent& agent, const agent::CancelFileRequest& request, Turn turn) {
    TRY(const Chat* chat, own_chat(agent, request.chat));
    Item* item = open_request(chat->row.id);
    if (!item) return fail(Errc::conflict, "No file is asked for");
    close(*item, FileState::canceled, EntryType::file_canceled_agent, &agent, {}, turn);
    return {};
}

Result<void> Files::check(const Agent& agent, const agent::CheckFile& request, Instant now) {
    TRY(const Chat* chat, own_chat(agent, request.chat));
    return check_limits(chat->row.organization, chat->row.id, now);
}

Result<protocol::api::File> Files::send(Agent& agent, const agent::SendFile& request, Turn turn) {
    TRY_VOID(check(agent, {request.chat}, turn.now));
    TRY(Chat * chat, own_chat(agent, request.chat));
    TRY_VOID(chats_.say(agent, *chat, request.file.name + "\n" + request.url, turn));
    const Item& item = add({.id = request.id,
                            .chat = chat->row.id,
                            .organization = chat->row.organization,
                            .direction = FileDirection::to_visitor,
                            .state = FileState::stored,
                            .agent = agent.row.id,
                            .token_hash = {},
                            .name = request.file.name,
                            .content_type = request.file.content_type,
                            .size = request.file.size,
                            .created_at = turn.now,
                            .stored_at = turn.now});
    turn.effects.change(item.row);
    chats_.note_file(*chat,
                     {.type = EntryType::file_transfer_to_chasitor,
                      .agent = &agent,
                      .content = item.row.name,
                      .file = view::file_of(item.row)},
                     turn);
    return view::file_of(item.row);
}

Result<protocol::api::File> Files::find(const Agent& agent, const agent::GetFile& request,
                                        Instant now) {
    const auto found = items_.find(request.id);
    const auto missing = fail(Errc::not_found, "No such file");
    if (found == items_.end()) return missing;
    const record::File& row = found->second.row;
    if (row.chat != request.chat || row.organization != agent.row.organization ||
        row.state != FileState::stored || !is_known(row, now))
        return missing;
    const Chat* chat = chat_of(row);
    const Folder& folder = folders_.at(row.chat);
    const bool may_read = chat ? Chats::may_read(agent, *chat)
                               : folder.agent == agent.row.id || agent.is_supervisor();
    if (!may_read) return missing;
    return view::file_of(row);
}

std::vector<protocol::api::File> Files::list(const SessionId& chat) const {
    std::vector<protocol::api::File> files;
    if (const auto folder = folders_.find(chat); folder != folders_.end())
        for (const FileId& id : folder->second.files)
            files.push_back(view::file_of(items_.at(id).row));
    return files;
}

void Files::close(Item& item, FileState state, EntryType type, const Agent* agent,
                  std::string detail, Turn turn) {
    item.row.state = state;
    item.claim = 0;
    folders_.at(item.row.chat).open_request.reset();
    turn.effects.change(item.row);
    Chat* chat = chat_of(item.row);
    if (!chat) return;
    chats_.note_file(*chat,
                     {.type = type,
                      .agent = agent,
                      .content = std::move(detail),
                      .file = view::file_of(item.row),
                      .event = notice::file_transfer(notice_type_of(state))},
                     turn);
}

void Files::before_end(Chat& chat, Turn turn) {
    const auto folder = folders_.find(chat.row.id);
    if (folder == folders_.end()) return;
    if (Item* item = open_request(chat.row.id))
        close(*item, FileState::canceled, EntryType::file_canceled_agent, chat.agent,
              "The chat ended", turn);
    folder->second.agent = chat.row.agent;
    folder->second.ended_at = turn.now;
    ended_.push_back({chat.row.id, turn.now + settings_.file_link_lifetime});
}

void Files::handle(const FileStep& step, Caller caller, Turn turn) {
    std::visit([&](const auto& what) { handle(what, caller, turn); }, step.what);
}

void Files::handle(const ClaimUpload& step, Caller caller, Turn turn) {
    const auto found = open_request(step.chat, step.token_hash);
    if (!found) return turn.effects.refuse(caller, found.error());
    Item& item = **found;
    const auto organization = OrganizationId::parse(step.organization);
    if (!step.organization.empty() && organization != item.row.organization)
        return turn.effects.refuse(caller, {Errc::forbidden, "The organization is another one"});
    if (item.claim != 0)
        return turn.effects.refuse(caller, {Errc::conflict, "The file is being sent already"});
    item.claim = step.claim;
    grant(caller, item.row, turn);
}

void Files::handle(const ReleaseUpload& step, Caller, Turn) {
    const auto found = items_.find(step.file);
    if (found != items_.end() && found->second.claim == step.claim) found->second.claim = 0;
}

void Files::handle(const CompleteUpload& step, Caller caller, Turn turn) {
    const auto found = items_.find(step.file);
    if (found == items_.end() || found->second.claim != step.claim || step.claim == 0)
        return turn.effects.refuse(caller, {Errc::conflict, "The file is not asked for any more"});
    Item& item = found->second;
    if (step.stored) {
        item.row.name = step.stored->name;
        item.row.content_type = step.stored->content_type;
        item.row.size = step.stored->size;
        item.row.stored_at = turn.now;
        close(item, FileState::stored, EntryType::file_transfer_success, nullptr, item.row.name,
              turn);
    } else {
        close(item, FileState::failed, EntryType::file_transfer_failure, nullptr,
              std::string(step.stored.error().text()), turn);
    }
    turn.effects.done(caller, turn.effects.batch());
}

void Files::handle(const CancelUpload& step, Caller caller, Turn turn) {
    const auto found = open_request(step.chat, step.token_hash);
    if (!found) return turn.effects.refuse(caller, found.error());
    Item& item = **found;
    if (item.claim != 0 && item.claim != step.claim)
        return turn.effects.refuse(caller, {Errc::conflict, "The file is being sent already"});
    close(item, FileState::canceled, EntryType::file_canceled_chasitor, nullptr, {}, turn);
    turn.effects.done(caller, turn.effects.batch());
}

void Files::handle(const GetLinkedFile& step, Caller caller, Turn turn) {
    const auto found = items_.find(step.file);
    const bool is_there = found != items_.end() && found->second.row.state == FileState::stored &&
                          found->second.row.direction == FileDirection::to_visitor &&
                          is_known(found->second.row, turn.now);
    if (!is_there) return turn.effects.refuse(caller, {Errc::not_found, std::string(broken_link)});
    grant(caller, found->second.row, turn);
}

void Files::restore(std::vector<record::File> files, const std::vector<record::Session>& sessions,
                    const std::map<SessionId, record::Chat>& chats) {
    std::ranges::sort(files, {}, &record::File::created_at);
    for (record::File& row : files) {
        const SessionId key = row.chat;
        const bool is_open = row.state == FileState::requested;
        const Item& item = add(std::move(row));
        if (is_open && chat_of(item.row)) folders_[key].open_request = item.row.id;
    }
    for (const record::Session& row : sessions) {
        const auto folder = folders_.find(row.id);
        if (folder == folders_.end()) continue;
        const Session* session = sessions_.find(row.id);
        const Chat* live = session ? session->chat.get() : nullptr;
        if (live && !live->is_ended()) continue;
        const auto chat = chats.find(row.id);
        const record::Chat* last = live ? &live->row : nullptr;
        if (!last && chat != chats.end()) last = &chat->second;
        if (!last) continue;
        folder->second.agent = last->agent;
        folder->second.ended_at = last->end_time.value_or(Instant{});
        ended_.push_back({row.id, *folder->second.ended_at + settings_.file_link_lifetime});
    }
    std::ranges::stable_sort(ended_, {}, &Ended::forget_at);
}

void Files::flush(Turn turn) {
    while (!ended_.empty() && ended_.front().forget_at <= turn.now) {
        const SessionId chat = ended_.front().chat;
        ended_.pop_front();
        if (sessions_.find(chat)) {
            // Its client is still reading the end.
            ended_.push_back({chat, turn.now + settings_.client_poll_timeout});
            continue;
        }
        const auto folder = folders_.find(chat);
        if (folder == folders_.end()) continue;
        for (const FileId& id : folder->second.files) items_.erase(id);
        folders_.erase(folder);
    }
}

}  // namespace rejoinder::domain

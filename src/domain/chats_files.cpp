#include <utility>

#include "domain/api_views.hpp"
#include "domain/chats.hpp"
#include "protocol/api.hpp"

// What `Files` needs of a chat: its record and its agents are the chat's own.
namespace rejoinder::domain {

Result<void> Chats::check_file_transfer(const Agent& agent, const Chat& chat) const {
    TRY_VOID(check_own(agent, chat, life_cycle::Act::transfer_file));
    if (!agent.config.enable_agent_file_transfer)
        return fail(Errc::forbidden, "You may not transfer files");
    TRY_VOID(check_room(chat, {}));
    if (!sessions_.has_room(*chat.session))
        return fail(Errc::conflict, "The visitor is too far behind");
    return {};
}

void Chats::note_file(Chat& chat, FileNote note, Turn turn) {
    const record::Entry& entry = add(chat,
                                     {.type = note.type,
                                      .agent = note.agent,
                                      .name = note.agent ? note.agent->row.name : std::string(),
                                      .content = std::move(note.content),
                                      .event_type = note.file.file_id,
                                      .event = std::move(note.event)},
                                     turn);
    tell_event(chat, entry, turn);
    tell(chat, note.file, chat.changed_in, turn);
}

}  // namespace rejoinder::domain

#include <algorithm>
#include <utility>

#include "domain/chats.hpp"
#include "domain/notices.hpp"

namespace rejoinder::domain {
namespace {

// Records of one chat that agents may add to.
constexpr std::size_t records_max = 200;

}  // namespace

// Pre-chat records are found and made when the first agent accepts, whether a person or a bot
// (product spec 2.11).
void Chats::attach_records(Chat& chat, Turn turn) {
    if (chat.row.prechat_entities.empty()) return;
    const auto records = find_or_make_records(chat, turn);
    if (!records.empty()) chat.row.attached_records = protocol::to_json(records);
}

// Where the records come from. The same visitor's same data leads to the same records.
std::vector<protocol::ChatRecord> Chats::find_or_make_records(const Chat& chat, Turn turn) {
    if (const auto* known = prechat_memory_.find(chat.row, chat.is_visitor_known, turn.now)) {
        auto records = *known;
        for (auto& record : records) record.is_new = false;
        return records;
    }
    const auto entities = protocol::read<std::vector<protocol::Entity>>(chat.row.prechat_entities);
    if (!entities) return {};
    auto records =
        entities_.apply(chat.row.organization, *entities, notice::custom_details_of(chat), turn);
    if (!records.empty()) prechat_memory_.remember(chat.row, records, turn.now);
    return records;
}

void Chats::restore_records(const record::Chat& row, Instant now) {
    if (!row.start_time || row.prechat_entities.empty()) return;
    if (*row.start_time + PrechatMemory::kept <= now) return;
    auto records = records_of(row);
    std::erase_if(records, &protocol::ChatRecord::is_attached_by_agent);
    if (!records.empty()) prechat_memory_.remember(row, std::move(records), *row.start_time);
}

Result<protocol::ChatRecord> Chats::attach_record(Agent& agent, Chat& chat, std::string field_name,
                                                  std::string id, Turn turn) {
    TRY_VOID(check_part(agent, chat, life_cycle::Act::say));
    auto records = records_of(chat.row);
    std::erase_if(records, [&](const auto& record) { return record.field_name == field_name; });
    if (records.size() >= records_max) return fail(Errc::conflict, "The chat has too many records");
    protocol::ChatRecord record{.field_name = std::move(field_name),
                                .field_value = std::move(id),
                                .entity_name = {},
                                .is_attached_by_agent = true};
    record.entity_name = entities_.kind_of(chat.row.organization, record.field_value);
    records.push_back(record);
    chat.row.attached_records = protocol::to_json(records);
    store(chat, turn);
    return record;
}

}  // namespace rejoinder::domain

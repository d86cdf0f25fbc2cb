#include "domain/agents.hpp"
#include "domain/api_views.hpp"
#include "protocol/api_records.hpp"

namespace rejoinder::domain {

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::BlockVisitor& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY(const record::BlockingRule rule,
        chats_.block(agent, *chat, request.description, request.serial, turn));
    return Answer{Outcome::created, protocol::to_json(view::block_of(rule))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::AttachRecord& request, Turn turn) {
    TRY(Chat * chat, chats_.find(agent, request.chat));
    TRY(const protocol::ChatRecord record,
        chats_.attach_record(agent, *chat, request.field_name, request.field_value, turn));
    return Answer{Outcome::created, protocol::to_json(view::record_of(record))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::ListRecords& request, Turn) {
    return Answer{Outcome::json,
                  protocol::to_json(entities_.list(agent.row.organization, request))};
}

Result<Agents::Answer> Agents::apply(Agent& agent, const agent::GetRecord& request, Turn) {
    TRY(const protocol::api::Record record, entities_.get(agent.row.organization, request.id));
    return Answer{Outcome::json, protocol::to_json(record)};
}

}  // namespace rejoinder::domain

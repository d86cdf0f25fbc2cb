#pragma once

#include "domain/agent.hpp"
#include "domain/chat.hpp"
#include "domain/directory.hpp"
#include "protocol/api.hpp"
#include "protocol/api_files.hpp"
#include "protocol/api_handover.hpp"
#include "protocol/api_login.hpp"
#include "protocol/api_records.hpp"
#include "record/file.hpp"

// What the agents' API shows of the core's state, in the shapes of `protocol/api.hpp` and
// `protocol/api_handover.hpp`.
namespace rejoinder::domain::view {

protocol::api::Agent agent_of(const Agent& agent);
protocol::api::Organization organization_of(const Organization& organization);
protocol::api::Presence presence_of(const Agent& agent);
protocol::api::Capacity capacity_of(const Agent& agent);
protocol::api::Me me_of(const Agent& agent, const Organization& organization);

protocol::api::VisitorBlock block_of(const record::BlockingRule& rule);
protocol::api::ChatRecord record_of(const protocol::ChatRecord& record);

protocol::api::Entry entry_of(const record::Entry& entry);
protocol::api::File file_of(const record::File& file);

// The state of a chat as `viewer` has to do with it: requested, waiting, engaged, ended.
std::string state_of(const Chat& chat, const Agent& viewer);
protocol::api::ChatSummary summary_of(const Chat& chat, const Agent& viewer);
// Without the chat's files and what the viewer may do as a supervisor.
protocol::api::ChatDetails details_of(const Chat& chat, const Agent& viewer,
                                      const Organization& organization);

// Those in the chat: the agent it belongs to, then those who joined.
std::vector<protocol::api::Agent> agents_of(const Chat& chat);
protocol::api::AgentSummary agent_summary_of(const Agent& agent);
protocol::api::QueueSummary queue_summary_of(const Button& button, bool is_available, Instant now);
// How the chat went from one agent to the next, and why.
protocol::api::Routing routing_of(const Chat& chat);

}  // namespace rejoinder::domain::view

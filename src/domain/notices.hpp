#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/agent.hpp"
#include "domain/chat.hpp"
#include "domain/directory.hpp"
#include "domain/session.hpp"
#include "domain/settings.hpp"
#include "protocol/types.hpp"

// What a visitor is told, each as the text of one message on the wire: `{"type":…,"message":…}`
// (wire spec, section 3). With strict version gates, properties newer than the client are left out
// (wire spec, section 8).
namespace rejoinder::domain::notice {

// The place in line and the wait a visitor is told. `position` is 0 where there is no line.
struct Place {
    int position = 0;
    double estimated_wait_time = -1;
};

std::string request_success(const Chat& chat, const Place& place, const Settings& settings,
                            bool is_transcript_save_enabled,
                            const std::vector<protocol::SensitiveDataRule>& rules);
std::string request_fail(std::string_view reason, const Chat* chat);
std::string queue_update(const Place& place, const Session& session, const Settings& settings);
std::string established(const Chat& chat, const Settings& settings);
std::string transferred(const Chat& chat, const Settings& settings);
// Whether the entry is told to the visitor from what it holds: messages and custom events of agents
// and bots. `of_entry` is that event.
bool is_told_by_entry(const record::Entry& entry);
std::string of_entry(const record::Entry& entry);
std::string agent_typing(const Chat& chat, const Agent& agent, bool is_typing);
std::string transfer_to_button_initiated();
std::string resumed_after_transfer(const Chat& chat);
std::string joined_conference(const Chat& chat, const Agent& agent);
std::string left_conference(const Chat& chat, const Agent& agent);
std::string agent_disconnect();
std::string sensitive_data_rules(const std::vector<protocol::SensitiveDataRule>& rules);
std::string async_result(std::int64_t request_sequence);
// Asks for a file (3.19); `base` is where the server is reached.
std::string file_requested(const std::string& base, const std::string& token);
// `type` is `Success`, `Failure` or `Canceled`.
std::string file_transfer(std::string_view type);
std::string new_visitor_breadcrumb(std::string_view location);
// With the records of the chat, if its button has a post-chat page (3.5).
std::string chat_ended(const Chat& chat);
// The transcript so far, for a client that reconnected. Without a chat it is nearly empty.
std::string session_data(const Session& session, int position);

// The name the visitor knows an agent by: the button's, else that of the agent's configuration,
// else the agent's own. Without an agent it is the chat's.
std::string agent_name(const Chat& chat, const Agent& agent);
std::string agent_name(const Chat& chat);

// The details as the visitor posted them, without what is for the console only; from the chat's
// row.
std::vector<protocol::CustomDetail> custom_details_of(const Chat& chat);

}  // namespace rejoinder::domain::notice

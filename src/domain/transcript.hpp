#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/api_reports.hpp"
#include "record/chat.hpp"
#include "record/file.hpp"
#include "record/login.hpp"

// Transcripts (product spec 2.9) out of what is stored of a chat. Nothing here looks at the core's
// state: a chat of last year is told like the one under way.
namespace rejoinder::domain::transcript {

// What is kept of a chat. The entries are all of them, in their order.
struct Source {
    std::int64_t number = 0;
    const record::Chat& chat;
    std::span<const record::Entry> entries;
    std::span<const record::File> files = {};
};

// Supervisors see whispers, agents do not.
enum class Reader : std::uint8_t { agent, supervisor };

// Characters of a body; what is longer is cut, and says so.
inline constexpr std::size_t body_characters_max = 131'072;
// Whose the chats are that nobody was offered: the "Automated Process".
inline constexpr std::string_view system_user = "005000000000000";

// The record as a line of a list: from the chat's row alone.
protocol::api::LiveChatTranscript summary_of(std::int64_t number, const record::Chat& chat);
// The record with all its fields; the counters are counted from the entries.
protocol::api::LiveChatTranscript record_of(const Source& source, Reader reader);
protocol::api::TranscriptDetails details_of(const Source& source, Reader reader);
// The transcript events, which are the entries of the 59 types.
std::vector<protocol::api::LiveChatTranscriptEvent> events_of(const Source& source);

// What was said, one line for each message: `2026-01-31 12:00:05Z Jo: Hello`.
std::string text_of(const Source& source, Reader reader);
// The same as a page for people to read and print, with the record's main fields. It loads nothing
// and runs no script, whatever was said.
std::string page_of(const Source& source, Reader reader);

protocol::api::LiveAgentSession session_of(const record::AgentSession& session);

}  // namespace rejoinder::domain::transcript

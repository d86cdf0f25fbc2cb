#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "app/api/routes.hpp"
#include "base/error.hpp"
#include "base/uuid.hpp"
#include "http/request.hpp"
#include "store/archive.hpp"

namespace rejoinder::app::api {

// One report, as it was asked for. `target` is where the same is asked for again, without a cursor.
namespace report {

enum class TranscriptFormat : std::uint8_t { json, text, html };
enum class ExportFormat : std::uint8_t { ndjson, csv };

struct ListTranscripts {
    store::TranscriptQuery query;
    std::string target;
};
struct GetTranscript {
    SessionId chat;
    TranscriptFormat format = TranscriptFormat::json;
};
struct ListEvents {
    SessionId chat;
};
struct GetFile {
    SessionId chat;
    FileId file;
};
struct ExportTranscripts {
    store::TranscriptQuery query;
    ExportFormat format = ExportFormat::ndjson;
};
struct ListAgentSessions {
    store::AgentSessionQuery query;
    std::string target;
};
// The visitor's key is the query's.
struct GetVisitor {
    store::TranscriptQuery query;
    std::string target;
};

}  // namespace report

using Report = std::variant<report::ListTranscripts, report::GetTranscript, report::ListEvents,
                            report::GetFile, report::ExportTranscripts, report::ListAgentSessions,
                            report::GetVisitor>;

// Reads what is asked for by a request for one of the `report_routes`, which is named by its path.
Result<Report> parse_report(std::string_view route, const http::Request& request,
                            const PathValues& values);

// Cursors as clients hand them back.
std::string text_of(const store::ChatCursor& cursor);
std::string text_of(const store::AgentSessionCursor& cursor);

}  // namespace rejoinder::app::api

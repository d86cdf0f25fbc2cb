#include "app/api/report_answers.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/api/csv.hpp"
#include "app/api/render.hpp"
#include "app/files/download.hpp"
#include "domain/api_views.hpp"
#include "store/archive_filter.hpp"

namespace rejoinder::app::api {
namespace {

namespace transcript = domain::transcript;
namespace wire = protocol::api;
using transcript::Reader;

// Chats read at once for an export.
constexpr std::size_t export_rows = 50;
constexpr std::string_view ndjson_type = "application/x-ndjson";
constexpr std::string_view csv_type = "text/csv;charset=UTF-8";
// A page of somebody else's words: nothing in it may run or load.
constexpr std::string_view page_policy = "default-src 'none'; style-src 'unsafe-inline'";

Reader reader_of(const domain::Access& access) {
    return access.role == record::AgentRole::agent ? Reader::agent : Reader::supervisor;
}

// Whether the asker sees every chat and every agent of the organization.
bool sees_all(const domain::Access& access) {
    return access.role == record::AgentRole::admin ||
           (access.role == record::AgentRole::supervisor && access.supervisor_skills.empty());
}

std::optional<store::ChatScope> scope_of(const domain::Access& access) {
    if (sees_all(access)) return std::nullopt;
    return store::ChatScope{{access.agent}, access.supervisor_skills, access.visitors};
}

// Whether with this entry the agent got the chat, or joined it.
bool came_in(const AgentId& agent, const record::Entry& entry) {
    using enum record::EntryType;
    switch (entry.type) {
        case accept:
        case operator_joined_conference:
        case transfer:
        case transferred_to_bot:
        case transferred_to_sbr_skill:
            return entry.agent == agent;
        default:
            return false;
    }
}

bool may_read(const domain::Access& access, const store::Transcript& found) {
    const auto scope = scope_of(access);
    return !scope || store::is_in_scope(*scope, found.chat) ||
           std::ranges::any_of(found.entries, [&](const record::Entry& entry) {
               return came_in(access.agent, entry);
           });
}

transcript::Source source_of(const store::Transcript& found) {
    return {found.number, found.chat, found.entries, found.files};
}

Result<store::Transcript> read(store::Archive& archive, const domain::Access& access,
                               const SessionId& chat) {
    TRY(auto found, archive.read_transcript(access.organization, chat));
    if (!found) return fail(Errc::not_found, "No such chat");
    if (!may_read(access, *found)) return fail(Errc::forbidden, "The chat is not one of yours");
    return *std::move(found);
}

// The query as the asker may have it answered.
template <class Query>
Query within(Query query, const domain::Access& access) {
    query.organization = access.organization;
    if constexpr (requires { query.scope; }) query.scope = scope_of(access);
    return query;
}

// Says where the next page is, in the header and in the list.
template <class List, class Cursor>
http::Response list_response(List list, const std::optional<Cursor>& next,
                             const std::string& target) {
    if (next) list.next_cursor = text_of(*next);
    http::Response response = json_response(protocol::to_json(list));
    if (next) {
        const char separator = target.contains('?') ? '&' : '?';
        response.add_header(
            "Link", "<" + target + separator + "cursor=" + *list.next_cursor + ">; rel=\"next\"");
    }
    return response;
}

http::Response text_response_of(std::string_view type, std::string body) {
    http::Response response{.content_type = type, .body = std::move(body)};
    response.add_header("Cache-Control", "no-store");
    response.add_header("X-Content-Type-Options", "nosniff");
    return response;
}

http::Response transcript_response(report::TranscriptFormat format,
                                   const transcript::Source& source, Reader reader) {
    switch (format) {
        case report::TranscriptFormat::text:
            return text_response_of(http::content_type::text, transcript::text_of(source, reader));
        case report::TranscriptFormat::html: {
            http::Response response =
                text_response_of(http::content_type::html, transcript::page_of(source, reader));
            response.add_header("Content-Security-Policy", page_policy);
            return response;
        }
        case report::TranscriptFormat::json:
            break;
    }
    return json_response(protocol::to_json(transcript::details_of(source, reader)));
}

std::vector<wire::LiveChatTranscript> summaries_of(const store::TranscriptPage& page) {
    std::vector<wire::LiveChatTranscript> summaries;
    for (const store::NumberedChat& row : page.rows)
        summaries.push_back(transcript::summary_of(row.number, row.chat));
    return summaries;
}

// One report after the other, by its kind.
class Answer {
public:
    Answer(store::Archive& archive, const files::FileStore& files, const domain::Access& access)
        : archive_(archive), files_(files), access_(access) {}

    Result<http::Response> operator()(const report::ListTranscripts& list) {
        TRY(const auto page, archive_.find_transcripts(within(list.query, access_)));
        return list_response(wire::TranscriptList{summaries_of(page), {}}, page.next, list.target);
    }

    Result<http::Response> operator()(const report::GetTranscript& get) {
        TRY(const store::Transcript found, read(archive_, access_, get.chat));
        http::Response response =
            transcript_response(get.format, source_of(found), reader_of(access_));
        response.add_header("Vary", "Accept");
        return response;
    }

    Result<http::Response> operator()(const report::ListEvents& list) {
        TRY(const store::Transcript found, read(archive_, access_, list.chat));
        return json_response(
            protocol::to_json(wire::TranscriptEvents{transcript::events_of(source_of(found))}));
    }

    Result<http::Response> operator()(const report::GetFile& get) {
        TRY(const store::Transcript found, read(archive_, access_, get.chat));
        const auto file = std::ranges::find(found.files, get.file, &record::File::id);
        if (file == found.files.end() || file->state != record::FileState::stored)
            return fail(Errc::not_found, "No such file");
        return files::download(files_, protocol::to_json(domain::view::file_of(*file)));
    }

    Result<http::Response> operator()(const report::ListAgentSessions& list) {
        store::AgentSessionQuery query = within(list.query, access_);
        if (!sees_all(access_)) {
            std::vector<AgentId> visible = access_.agents;
            visible.push_back(access_.agent);
            const auto is_hidden = [&](const AgentId& agent) {
                return std::ranges::find(visible, agent) == visible.end();
            };
            if (query.agents && std::ranges::any_of(*query.agents, is_hidden))
                return fail(Errc::forbidden, "The agent is not one of yours");
            if (!query.agents) query.agents = std::move(visible);
        }
        TRY(const auto page, archive_.find_agent_sessions(query));
        wire::AgentSessionList sessions;
        for (const record::AgentSession& row : page.rows)
            sessions.agent_sessions.push_back(transcript::session_of(row));
        return list_response(std::move(sessions), page.next, list.target);
    }

    Result<http::Response> operator()(const report::GetVisitor& get) {
        const std::string& key = get.query.visitor;
        if (key.empty()) return fail(Errc::not_found, "No such visitor");
        // A visitor is who asked for a chat at least once, and is known since then.
        TRY(const auto first, archive_.find_transcripts({.organization = access_.organization,
                                                         .visitor = key,
                                                         .order = store::Order::oldest_first,
                                                         .limit = 1}));
        TRY(const auto page, archive_.find_transcripts(within(get.query, access_)));
        const bool is_known = sees_all(access_) || is_engaged_with(key) || !page.rows.empty() ||
                              get.query.after.has_value();
        if (first.rows.empty() || !is_known) return fail(Errc::not_found, "No such visitor");
        wire::LiveChatVisitor shown{key, {}, summaries_of(page), {}};
        shown.created_date = epoch_milliseconds(first.rows[0].chat.request_time);
        return list_response(std::move(shown), page.next, get.target);
    }

    Result<http::Response> operator()(const report::ExportTranscripts&) {
        return fail(Errc::internal);
    }

private:
    bool is_engaged_with(const std::string& visitor) const {
        return std::ranges::find(access_.visitors, visitor) != access_.visitors.end();
    }

    store::Archive& archive_;
    const files::FileStore& files_;
    const domain::Access& access_;
};

}  // namespace

Result<http::Response> answer_report(store::Archive& archive, const files::FileStore& files,
                                     const domain::Access& access, const Report& report) {
    return std::visit(Answer(archive, files, access), report);
}

ExportWriter::ExportWriter(const domain::Access& access, report::ExportTranscripts wanted)
    : query_(within(std::move(wanted.query), access)),
      format_(wanted.format),
      reader_(reader_of(access)) {
    query_.limit = export_rows;
}

http::Response ExportWriter::head() const {
    const bool is_csv = format_ == report::ExportFormat::csv;
    http::Response response = text_response_of(is_csv ? csv_type : ndjson_type, {});
    response.add_header("Content-Disposition", is_csv
                                                   ? "attachment; filename=\"transcripts.csv\""
                                                   : "attachment; filename=\"transcripts.ndjson\"");
    return response;
}

Result<http::BodyPiece> ExportWriter::next(store::Archive& archive) {
    http::BodyPiece piece;
    if (!std::exchange(is_begun_, true) && format_ == report::ExportFormat::csv)
        piece.bytes = csv::header<wire::LiveChatTranscript>();
    TRY(const auto page, archive.find_transcripts(query_));
    std::optional<store::ChatCursor> next = page.next;
    for (const store::NumberedChat& row : page.rows) {
        TRY(const auto found, archive.read_transcript(query_.organization, row.chat.id));
        if (found) append(piece.bytes, *found);
        if (piece.bytes.size() < piece_bytes || &row == &page.rows.back()) continue;
        next = store::ChatCursor{row.chat.request_time, row.number};
        break;
    }
    if (!next) piece.end = http::BodyEnd::whole;
    query_.after = next;
    return piece;
}

void ExportWriter::append(std::string& out, const store::Transcript& found) const {
    const auto record = transcript::record_of(source_of(found), reader_);
    if (format_ == report::ExportFormat::csv) return csv::append_line(out, record);
    protocol::write(out, record);
    out += '\n';
}

}  // namespace rejoinder::app::api

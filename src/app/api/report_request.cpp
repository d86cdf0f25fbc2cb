#include "app/api/report_request.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "app/api/routes_parts.hpp"
#include "base/text.hpp"
#include "http/query.hpp"

namespace rejoinder::app::api {
namespace {

using http::Request;

// Bytes of a text to look for.
constexpr std::size_t text_max = 255;

std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

// The parameters of one request; what is wrong with them first is remembered.
class Parameters {
public:
    explicit Parameters(std::string_view query) : query_(query) {}

    template <class Prefix>
    void read(std::string_view name, RecordId<Prefix>& id) {
        const auto text = http::parameter(query_, name);
        if (!text) return;
        const auto parsed = RecordId<Prefix>::parse(*text);
        if (parsed)
            id = *parsed;
        else
            reject(name, "is no such id");
    }
    void read(std::string_view name, std::optional<Instant>& at) {
        const auto text = http::parameter(query_, name);
        if (!text) return;
        if (const auto number = number_of(*text))
            at = instant_from_epoch(*number);
        else
            reject(name, "must be a time in milliseconds");
    }
    void read(std::string_view name, std::string& text) {
        auto value = http::parameter(query_, name);
        if (value && value->size() > text_max) return reject(name, "is too long");
        if (value) text = *std::move(value);
    }
    void read_limit(std::size_t& limit) {
        const auto text = http::parameter(query_, "limit");
        if (!text) return;
        const auto number = number_of(*text);
        if (!number || *number < 1 ||
            *number > static_cast<std::int64_t>(store::Archive::limit_max))
            return reject("limit", "must be from 1 to 1000");
        limit = static_cast<std::size_t>(*number);
    }
    void read_statuses(std::vector<record::ChatStatus>& statuses) {
        constexpr auto names = enum_names_of(static_cast<const record::ChatStatus*>(nullptr));
        for (const std::string& list : http::parameters(query_, "status")) {
            std::string_view rest = list;
            while (!rest.empty()) {
                const std::string_view one = take_until(rest, ',');
                const auto found = std::ranges::find(names, one);
                if (found == names.end()) return reject("status", "is no such status");
                statuses.push_back(static_cast<record::ChatStatus>(found - names.begin()));
            }
        }
    }
    // One of `names`, as its place among them.
    template <class Enum, std::size_t count>
    void read_choice(std::string_view name, const std::string_view (&names)[count], Enum& value) {
        const auto text = http::parameter(query_, name);
        if (!text) return;
        const auto found = std::ranges::find(names, *text);
        if (found == std::end(names)) return reject(name, "has no such value");
        value = static_cast<Enum>(found - std::begin(names));
    }
    // The two parts of a cursor.
    std::optional<std::pair<std::int64_t, std::string>> read_cursor() {
        const auto text = http::parameter(query_, "cursor");
        if (!text) return std::nullopt;
        const std::size_t middle = std::min(text->find('-'), text->size());
        const auto at = number_of(std::string_view(*text).substr(0, middle));
        if (!at || middle == text->size()) {
            reject("cursor", "was not made here");
            return std::nullopt;
        }
        return std::pair(*at, text->substr(middle + 1));
    }
    void reject(std::string_view name, std::string_view what) {
        if (problem_.empty()) problem_.append(name).append(" ").append(what);
    }

    Result<void> check() const {
        if (problem_.empty()) return {};
        return fail(Errc::bad_request, problem_);
    }

private:
    std::string_view query_;
    std::string problem_;
};

void read_order(Parameters& parameters, store::TranscriptQuery& query) {
    constexpr std::string_view orders[] = {"newest", "oldest"};
    parameters.read_choice("order", orders, query.order);
}

// Which page of which chats; the filters besides.
void read_page(Parameters& parameters, store::TranscriptQuery& query) {
    read_order(parameters, query);
    parameters.read_limit(query.limit);
    const auto cursor = parameters.read_cursor();
    if (!cursor) return;
    const auto number = number_of(cursor->second);
    if (!number) return parameters.reject("cursor", "was not made here");
    query.after = store::ChatCursor{instant_from_epoch(cursor->first), *number};
}

void read_filters(Parameters& parameters, store::TranscriptQuery& query) {
    parameters.read_statuses(query.statuses);
    parameters.read("button", query.button);
    parameters.read("deployment", query.deployment);
    parameters.read("agent", query.agent);
    parameters.read("skill", query.skill);
    parameters.read("visitor", query.visitor);
    parameters.read("from", query.from);
    parameters.read("to", query.to);
    parameters.read("text", query.text);
}

std::string target_of(const Request& request) {
    std::string target(request.path);
    char separator = '?';
    for (http::QueryReader reader(request.query); reader.next();) {
        if (reader.raw_name() == "cursor") continue;
        target += std::exchange(separator, '&');
        target.append(reader.raw_name()).append("=").append(reader.raw_value());
    }
    return target;
}

// What the Accept header asks for first, of what there is.
report::TranscriptFormat accepted_format(const Request& request) {
    std::string_view rest = request.header("Accept").value_or("");
    while (!rest.empty()) {
        std::string_view parameters = take_until(rest, ',');
        const std::string_view one = trim(take_until(parameters, ';'));
        if (http::is_same_word(one, "text/html")) return report::TranscriptFormat::html;
        if (http::is_same_word(one, "text/plain")) return report::TranscriptFormat::text;
        if (http::is_same_word(one, "application/json")) break;
    }
    return report::TranscriptFormat::json;
}

Result<Report> parse_list(const Request& request, const PathValues&) {
    report::ListTranscripts list{{}, target_of(request)};
    Parameters parameters(request.query);
    read_filters(parameters, list.query);
    read_page(parameters, list.query);
    TRY_VOID(parameters.check());
    return list;
}

Result<Report> parse_export(const Request& request, const PathValues&) {
    constexpr std::string_view formats[] = {"ndjson", "csv"};
    report::ExportTranscripts wanted;
    Parameters parameters(request.query);
    read_filters(parameters, wanted.query);
    read_order(parameters, wanted.query);
    parameters.read_choice("format", formats, wanted.format);
    TRY_VOID(parameters.check());
    return wanted;
}

Result<Report> parse_get(const Request& request, const PathValues& values) {
    constexpr std::string_view formats[] = {"json", "text", "html"};
    TRY(const SessionId chat, parse_chat_key(values[0]));
    report::GetTranscript get{chat, accepted_format(request)};
    Parameters parameters(request.query);
    parameters.read_choice("format", formats, get.format);
    TRY_VOID(parameters.check());
    return get;
}

Result<Report> parse_events(const Request&, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    return report::ListEvents{chat};
}

Result<Report> parse_file(const Request&, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    const auto file = FileId::parse(values[1]);
    if (!file) return fail(Errc::not_found, "No such file");
    return report::GetFile{chat, *file};
}

Result<Report> parse_agent_sessions(const Request& request, const PathValues&) {
    report::ListAgentSessions list;
    list.target = target_of(request);
    Parameters parameters(request.query);
    AgentId agent;
    parameters.read("agent", agent);
    if (!agent.empty()) list.query.agents = {agent};
    parameters.read("from", list.query.from);
    parameters.read("to", list.query.to);
    parameters.read_limit(list.query.limit);
    if (const auto cursor = parameters.read_cursor()) {
        const auto behind = AgentId::parse(cursor->second);
        if (!behind) parameters.reject("cursor", "was not made here");
        list.query.after = store::AgentSessionCursor{instant_from_epoch(cursor->first),
                                                     behind.value_or(AgentId())};
    }
    TRY_VOID(parameters.check());
    return list;
}

Result<Report> parse_visitor(const Request& request, const PathValues& values) {
    report::GetVisitor get{{}, target_of(request)};
    get.query.visitor = http::percent_decode(values[0]);
    Parameters parameters(request.query);
    read_page(parameters, get.query);
    TRY_VOID(parameters.check());
    return get;
}

// One report: where it is asked for, and who reads what is asked.
struct ReportRoute {
    std::string_view path;
    Result<Report> (*parse)(const Request& request, const PathValues& values);
};

// What is named by a word stands before what is named by a key.
constexpr ReportRoute reports[] = {
    {"/api/v1/transcripts", parse_list},
    {"/api/v1/transcripts/export", parse_export},
    {"/api/v1/transcripts/{chatKey}", parse_get},
    {"/api/v1/transcripts/{chatKey}/events", parse_events},
    {"/api/v1/transcripts/{chatKey}/files/{fileId}", parse_file},
    {"/api/v1/agent-sessions", parse_agent_sessions},
    {"/api/v1/visitors/{sessionKey}", parse_visitor},
};

constexpr auto routes = [] {
    std::array<Route, std::size(reports)> made{};
    std::ranges::transform(reports, made.begin(), [](const ReportRoute& report) {
        return Route{http::Method::get, report.path, Service::report, nullptr};
    });
    return made;
}();

}  // namespace

constinit const std::span<const Route> report_routes = routes;

Result<Report> parse_report(std::string_view route, const Request& request,
                            const PathValues& values) {
    const auto* found = std::ranges::find(reports, route, &ReportRoute::path);
    if (found == std::end(reports)) return fail(Errc::not_found);
    return found->parse(request, values);
}

std::string text_of(const store::ChatCursor& cursor) {
    return std::to_string(epoch_milliseconds(cursor.request_time)) + "-" +
           std::to_string(cursor.number);
}

std::string text_of(const store::AgentSessionCursor& cursor) {
    return std::to_string(epoch_milliseconds(cursor.login_time)) + "-" + cursor.agent.str();
}

}  // namespace rejoinder::app::api

#include "app/metrics.hpp"

#include <unistd.h>

#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <utility>

namespace rejoinder::app {
namespace {

class Text {
public:
    void begin(std::string_view name, std::string_view type, std::string_view help) {
        name_ = name;
        fmt::format_to(std::back_inserter(text_), "# HELP {} {}\n# TYPE {} {}\n", name, help, name,
                       type);
    }

    // One value of the metric begun last; `labels` is `{name="value"}` or empty.
    void value(auto number, std::string_view labels = {}, std::string_view suffix = {}) {
        fmt::format_to(std::back_inserter(text_), "{}{}{} {}\n", name_, suffix, labels, number);
    }

    void gauge(std::string_view name, std::string_view help, auto number) {
        begin(name, "gauge", help);
        value(number);
    }

    void counter(std::string_view name, std::string_view help, auto number) {
        begin(name, "counter", help);
        value(number);
    }

    std::string take() { return std::move(text_); }

private:
    std::string text_;
    std::string_view name_;
};

void add_core(Text& text, const domain::Figures& desk) {
    text.gauge("rejoinder_sessions", "Sessions of visitors.", desk.sessions);
    text.gauge("rejoinder_parked_polls", "Long polls held.", desk.parked_polls);
    text.begin("rejoinder_chats", "gauge", "Chats that are open, by state.");
    text.value(desk.chats_waiting, R"({state="waiting"})");
    text.value(desk.chats_engaged, R"({state="engaged"})");
    text.begin("rejoinder_agents", "gauge", "Agents who are there, by presence.");
    text.value(desk.agents_online, R"({presence="online"})");
    text.value(desk.agents_away, R"({presence="away"})");
    text.gauge("rejoinder_streams", "Streams of agents.", desk.streams);
    text.counter("rejoinder_chats_requested_total", "Chats requested.", desk.chats_requested_total);
    text.counter("rejoinder_chats_ended_total", "Chats ended.", desk.chats_ended_total);
    text.begin("rejoinder_messages_total", "counter", "Messages said, by who said them.");
    text.value(desk.visitor_messages_total, R"({from="visitor"})");
    text.value(desk.agent_messages_total, R"({from="agent"})");
}

void add_commits(Text& text, const CommitTimes& commits) {
    text.begin("rejoinder_commit_seconds", "histogram", "Time until a batch was durable.");
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < CommitTimes::bounds.size(); ++i) {
        count += commits.counts[i];
        const double seconds = static_cast<double>(CommitTimes::bounds[i]) / 1e6;
        text.value(count, fmt::format(R"({{le="{}"}})", seconds), "_bucket");
    }
    count += commits.counts.back();
    text.value(count, R"({le="+Inf"})", "_bucket");
    text.value(static_cast<double>(commits.microseconds_total) / 1e6, {}, "_sum");
    text.value(count, {}, "_count");
    text.counter("rejoinder_changes_total", "Rows written.", commits.changes_total);
}

void add_http(Text& text, const http::Stats& http) {
    text.gauge("rejoinder_http_connections", "Open connections.", http.connections);
    text.gauge("rejoinder_http_parked", "Connections that wait for an answer.", http.parked);
    text.gauge("rejoinder_http_web_sockets", "Open WebSockets.", http.web_sockets);
    text.counter("rejoinder_http_accepted_total", "Connections accepted.", http.accepted);
    text.counter("rejoinder_http_refused_total", "Connections turned away.", http.refused);
    text.counter("rejoinder_http_requests_total", "Requests read.", http.requests);
    text.counter("rejoinder_http_rejected_total", "Requests that were no proper HTTP.",
                 http.rejected);
}

}  // namespace

ProcessMemory process_memory() {
    std::ifstream statm("/proc/self/statm");
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    if (!(statm >> size >> resident)) return {};
    const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return {.resident = resident * page, .virtual_size = size * page};
}

std::string metrics_text(const ShardFigures& shard, const http::Stats& http,
                         const ProcessMemory& memory, std::string_view version) {
    Text text;
    text.begin("rejoinder_build_info", "gauge", "The version that runs.");
    text.value(1, fmt::format(R"({{version="{}"}})", version));
    add_core(text, shard.desk);
    text.gauge("rejoinder_queue_depth", "Requests that wait for the core.", shard.queue_depth);
    text.counter("rejoinder_requests_total", "Requests the core took.", shard.requests_total);
    text.counter("rejoinder_requests_refused_total", "Requests refused because too many waited.",
                 shard.refused_total);
    text.gauge("rejoinder_store_up", "1 while the store takes what is written, else 0.",
               shard.is_storing ? 1 : 0);
    add_commits(text, shard.commits);
    add_http(text, http);
    text.gauge("process_resident_memory_bytes", "Memory in use.", memory.resident);
    text.gauge("process_virtual_memory_bytes", "Address space in use.", memory.virtual_size);
    return text.take();
}

}  // namespace rejoinder::app

#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/files/file_type.hpp"
#include "app/logging.hpp"
#include "app/problems.hpp"
#include "base/time.hpp"
#include "domain/settings.hpp"
#include "http/config.hpp"

// Every setting there is, each in one row: its type, name, default, what it may be, and a sentence
// for the operator. The struct `Config`, reading and checking, `rejoinder config print` and the
// table in docs/operating.md all come from these rows. The words for what a setting may be are in
// config_table.cpp.

// clang-format off
#define REJOINDER_SERVER_SETTINGS(ROW)                                                             \
    ROW(std::vector<std::string>, listen, {"127.0.0.1:8080"}, addresses(),                         \
        "Addresses to serve plain HTTP at; port 0 picks a free one.")                              \
    ROW(std::vector<std::string>, tls_listen, {}, addresses(),                                     \
        "Addresses to serve HTTPS at.")                                                            \
    ROW(std::string, tls_certificate, {}, any(),                                                   \
        "PEM file with the certificate chain, the server's own first; read again on SIGHUP.")      \
    ROW(std::string, tls_key, {}, any(),                                                           \
        "PEM file with the certificate's private key; read again on SIGHUP.")                      \
    ROW(std::string, public_url, {}, url(),                                                        \
        "How clients reach the server from outside, if that is not the host they ask for.")        \
    ROW(std::size_t, io_threads, 1, between(1, 16),                                                \
        "Threads that read and write sockets.")                                                    \
    ROW(std::vector<std::string>, allowed_origins, {}, origins(),                                  \
        "Web origins that may call from a browser, besides those of the deployments.")             \
    ROW(bool, metrics, true, any(),                                                                \
        "Whether /metrics is served.")

#define REJOINDER_LIMIT_SETTINGS(ROW)                                                              \
    ROW(std::size_t, header_bytes, 16'384, between(1'024, 1'048'576),                              \
        "Bytes of a request's first line and headers; more is answered 431.")                      \
    ROW(std::size_t, body_bytes, 65'536, between(1'024, 16'777'216),                               \
        "Bytes of a request's body; more is answered 413.")                                        \
    ROW(Duration, header_timeout, std::chrono::seconds{10}, between(100ms, 5min),                  \
        "From a request's first byte to the end of its headers.")                                  \
    ROW(Duration, idle_timeout, std::chrono::seconds{75}, between(100ms, 1h),                      \
        "How long a connection may wait for its next request.")                                    \
    ROW(std::size_t, connections, 20'000, between(1, 1'000'000),                                   \
        "Open connections; the process needs a file descriptor for each.")                         \
    ROW(std::size_t, connections_per_address, 20'000, between(1, 1'000'000),                       \
        "Open connections from one address, which may be a proxy's.")                              \
    ROW(std::size_t, sessions, 1'000'000, between(1, 100'000'000),                                 \
        "Open sessions of visitors; beyond them new ones are refused.")                            \
    ROW(std::size_t, sessions_per_address, 20'000, between(1, 100'000'000),                        \
        "Open sessions from one address, which may be a proxy's.")                                 \
    ROW(std::size_t, inbox_events, 1'000, between(4, 1'000'000),                                   \
        "Events a visitor may be behind.")                                                         \
    ROW(std::size_t, shard_queue, 65'536, between(8, 16'777'216),                                  \
        "Requests waiting to be worked on; newcomers are refused first.")                          \
    ROW(std::size_t, message_bytes, 16'384, between(1, 1'048'576),                                 \
        "Bytes of one message's text.")                                                            \
    ROW(std::size_t, stream_frames, 1'000, between(1, 1'000'000),                                  \
        "Frames kept for an agent who loses the connection.")                                      \
    ROW(std::size_t, chat_entries, 20'000, between(4, 10'000'000),                                 \
        "Entries in one chat's transcript.")                                                       \
    ROW(std::size_t, queue_length, 100'000, between(1, 100'000'000),                               \
        "Requests waiting at one button, whatever its own limits allow.")

#define REJOINDER_STORE_SETTINGS(ROW)                                                              \
    ROW(std::string, path, "rejoinder-data", not_empty(),                                          \
        "Directory of the database and the server's secret; made when missing.")

#define REJOINDER_LIVE_AGENT_SETTINGS(ROW)                                                         \
    ROW(Duration, poll_timeout, std::chrono::seconds{28}, between(10ms, 10min),                    \
        "How long a poll for messages is held before it is answered 204.")                         \
    ROW(Duration, client_poll_timeout, std::chrono::seconds{40}, between(1s, 1h),                  \
        "How long clients are told to wait for a poll; must be longer than poll_timeout.")         \
    ROW(Duration, session_grace, std::chrono::seconds{5}, between(0s, 1h),                         \
        "Added to client_poll_timeout before a silent session without a chat is given up.")        \
    ROW(domain::RequestSequence, request_sequence, domain::RequestSequence::lenient, any(),        \
        "A POST whose number jumps ahead: taken, or answered 409.")                                \
    ROW(domain::EarlyPosts, early_posts, domain::EarlyPosts::accept, any(),                        \
        "A message before an agent accepted: kept for the agent, or answered 500.")                \
    ROW(domain::DuplicatePoll, duplicate_poll, domain::DuplicatePoll::supersede, any(),            \
        "A second poll of a session: takes over from the first, or ends the session.")             \
    ROW(domain::AckAhead, ack_ahead, domain::AckAhead::lenient, any(),                             \
        "An ack beyond the last message: taken, answered 409, or 409 from version 50 on.")         \
    ROW(domain::Reconnect, reconnect, domain::Reconnect::always, any(),                            \
        "ReconnectSession: answered at any time, or only when the session has moved.")             \
    ROW(domain::VersionGates, version_gates, domain::VersionGates::lenient, any(),                 \
        "What is newer than the client's API version: sent all the same, or left out.")            \
    ROW(domain::ChatbotNoun, chatbot_noun, domain::ChatbotNoun::accept, any(),                     \
        "The undocumented prefix ChatBot in MultiNoun.")                                           \
    ROW(domain::NoPost, no_post, domain::NoPost::ignore, any(),                                    \
        "A ChasitorInit whose isPost is false: taken, or refused.")                                \
    ROW(bool, sensitive_data_rules_message, false, any(),                                          \
        "Whether the rules for sensitive data are also sent as a message of their own.")           \
    ROW(bool, async_result, false, any(),                                                          \
        "Whether a POST's outcome is also sent as an AsyncResult message.")                        \
    ROW(domain::ResyncUnknown, resync_unknown, domain::ResyncUnknown::invalid, any(),              \
        "ResyncSession of an unknown session: isValid false, or 403.")                             \
    ROW(domain::UnknownOrganization, unknown_organization,                                         \
        domain::UnknownOrganization::switch_server, any(),                                         \
        "Visitor requests for an unknown organization: SwitchServer, or nothing available.")       \
    ROW(std::string, switch_server_url, {}, url(),                                                 \
        "Where SwitchServer sends clients; the server's own address when empty.")                  \
    ROW(std::size_t, accepted_status, 200, one_of(200, 202),                                       \
        "Status of an acknowledged POST.")                                                         \
    ROW(Duration, ping_rate, std::chrono::seconds{50}, between(1s, 1h),                            \
        "The pingRate that Settings tells clients.")                                               \
    ROW(std::string, content_server_url, {}, url(),                                                \
        "The contentServerUrl that Settings tells clients.")

#define REJOINDER_AGENT_SETTINGS(ROW)                                                              \
    ROW(Duration, presence_grace, std::chrono::seconds{30}, between(0s, 1h),                       \
        "How long an agent who lost the connection keeps presence and chats.")                     \
    ROW(Duration, invitation_timeout, std::chrono::seconds{60}, between(1s, 1h),                   \
        "How long agents have to answer an invitation to a transfer or a conference.")             \
    ROW(Duration, idle_grace, std::chrono::seconds{5}, between(0s, 1h),                            \
        "What visitors have beyond their idle time-out, so that their client ends the chat.")      \
    ROW(std::size_t, login_workers, 1, between(1, 64),                                             \
        "Passwords checked at the same time; each check takes 64 MiB.")                            \
    ROW(std::size_t, login_queue, 64, between(1, 65'536),                                          \
        "Log-ins under way; more are refused.")                                                    \
    ROW(std::size_t, login_failures, 10, between(1, 1'000'000),                                    \
        "Log-ins that may fail for one account within login_failures_window.")                     \
    ROW(std::size_t, login_failures_per_address, 100, between(1, 1'000'000),                       \
        "Log-ins that may fail from one address, which may be a proxy's.")                         \
    ROW(Duration, login_failures_window, std::chrono::minutes{5}, between(1s, 24h),                \
        "In which all of them come back, one after the other; until then log-ins are refused.")    \
    ROW(Duration, session_lifetime, std::chrono::hours{12}, between(1min, 10'000h),                \
        "How long a log-in lasts.")

#define REJOINDER_FILE_SETTINGS(ROW)                                                               \
    ROW(std::size_t, size_max, 5'242'880, between(1, 1'073'741'824),                               \
        "Bytes of one file.")                                                                      \
    ROW(std::vector<std::string>, types, files::known_types(), file_types(),                       \
        "Content types that are taken, out of those that can be told from a file's bytes.")        \
    ROW(std::size_t, per_chat_max, 100, between(0, 100'000),                                       \
        "Files asked for or sent in one chat.")                                                    \
    ROW(std::size_t, per_day_max, 5'000, between(0, 100'000'000),                                  \
        "Files asked for or sent in one organization within 24 hours.")                            \
    ROW(Duration, link_lifetime, std::chrono::hours{1}, between(0s, 1h),                           \
        "How long after its end the links and files of a chat can still be got; later its files "  \
        "are read with its transcript, under /api/v1/transcripts/{chatKey}/files/{fileId}.")       \
    ROW(Duration, upload_timeout, std::chrono::minutes{5}, between(100ms, 1h),                     \
        "How long the sending of one file may take.")                                              \
    ROW(std::size_t, uploads, 64, between(1, 4'096),                                               \
        "Files that are being sent at the same time.")                                             \
    ROW(std::size_t, workers, 2, between(1, 16),                                                   \
        "Threads that write files to disk.")

#define REJOINDER_CONSOLE_SETTINGS(ROW)                                                            \
    ROW(bool, enabled, true, any(),                                                                \
        "Whether the console is served; without it agents need a program of their own.")

#define REJOINDER_LOG_SETTINGS(ROW)                                                                \
    ROW(LogLevel, level, LogLevel::info, any(),                                                    \
        "The least urgent lines that are logged.")

#define REJOINDER_SECTIONS(SECTION)                                                                \
    SECTION(ServerSettings, server, REJOINDER_SERVER_SETTINGS,                                     \
            "Where the server listens, and who may call it.")                                      \
    SECTION(LimitSettings, limits, REJOINDER_LIMIT_SETTINGS,                                       \
            "What the server takes at the most; what is beyond is refused with a clear error.")    \
    SECTION(StoreSettings, store, REJOINDER_STORE_SETTINGS,                                        \
            "Where everything is kept.")                                                           \
    SECTION(LiveAgentSettings, live_agent, REJOINDER_LIVE_AGENT_SETTINGS,                          \
            "The visitors' dialect, the Live Agent REST API. The defaults suit known clients.")    \
    SECTION(AgentSettings, agents, REJOINDER_AGENT_SETTINGS,                                       \
            "The agents and their log-ins.")                                                       \
    SECTION(FileSettings, files, REJOINDER_FILE_SETTINGS,                                          \
            "The files that visitors and agents send in chats.")                                   \
    SECTION(ConsoleSettings, console, REJOINDER_CONSOLE_SETTINGS,                                  \
            "The agents' console in the browser, at /console/.")                                   \
    SECTION(LogSettings, log, REJOINDER_LOG_SETTINGS,                                              \
            "The log, JSON lines on stderr.")
// clang-format on

namespace rejoinder::app {

#define REJOINDER_MEMBER(Type, name, fallback, rule, sentence) Type name = fallback;
#define REJOINDER_STRUCT(Section, name, rows, sentence) \
    struct Section {                                    \
        rows(REJOINDER_MEMBER)                          \
    };
REJOINDER_SECTIONS(REJOINDER_STRUCT)

// All settings, a struct for each section of the file.
struct Config {
#define REJOINDER_SECTION_MEMBER(Section, name, rows, sentence) Section name = {};
    REJOINDER_SECTIONS(REJOINDER_SECTION_MEMBER)
};

#undef REJOINDER_MEMBER
#undef REJOINDER_STRUCT
#undef REJOINDER_SECTION_MEMBER

// Where settings come from: a file, and `section.name=value` each of which overrides it.
struct ConfigSource {
    // When absent `default_config_file` in the working directory, if it is there.
    std::optional<std::filesystem::path> file = {};
    std::vector<std::string> overrides = {};
};
inline constexpr std::string_view default_config_file = "rejoinder.toml";

// The settings, all of them checked; what is not set has its default. Fails with every problem
// there is, not only the first.
std::expected<Config, Problems> load_config(const ConfigSource& source);

// The same for a file's text; `name` stands for the file in problems.
std::expected<Config, Problems> read_config(std::string_view text, std::string_view name,
                                            const std::vector<std::string>& overrides = {});

// All settings as a file that `load_config` reads back to the same, with their sentences.
std::string config_text(const Config& config);

// All settings as Markdown, for docs/operating.md.
std::string config_docs();

// What the core and the server room are told of it.
domain::Settings domain_settings(const Config& config);
http::Config http_config(const Config& config);

}  // namespace rejoinder::app

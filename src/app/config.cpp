#include "app/config.hpp"

#include <map>
#include <system_error>
#include <utility>

#include "app/base_url.hpp"
#include "app/config_table.hpp"
#include "app/problems.hpp"
#include "app/toml_file.hpp"

namespace rejoinder::app {
namespace {

// What a form has around its file, at the most.
constexpr std::size_t form_bytes_max = 65'536;

// Reads settings one after the other and collects what is wrong with them.
class Reader {
public:
    explicit Reader(std::string_view file) : file_(file) {}

    void read_file(std::string_view text) {
        const toml::table parsed = parse_toml(text, file_, problems_);
        for (auto&& [key, node] : parsed) {
            const std::string name = "[" + std::string(key.str()) + "]";
            const SettingSection* const section = find_section(key.str());
            if (section == nullptr)
                problems_.add(place_of(file_, key.source()), "there is no section " + name);
            else if (const toml::table* table = node.as_table())
                read_section(*section, *table);
            else
                problems_.add(place_of(file_, node.source()), name + " must be a section");
        }
    }

    // `text` is `section.name=value`.
    void read_override(const std::string& text) {
        const std::size_t equals = text.find('=');
        const std::size_t dot = text.find('.');
        const std::string path = text.substr(0, equals);
        const Place place{.file = "--set " + path};
        if (equals == std::string::npos || dot > equals)
            return problems_.add(place, "write section.name=value");
        const Setting* const setting =
            find_setting(std::string_view(path).substr(0, dot), path.substr(dot + 1));
        if (setting == nullptr) return problems_.add(place, "there is no such setting");
        const toml::table parsed = parse_override(*setting, text.substr(equals + 1));
        const toml::node* const node = parsed.get("value");
        if (node == nullptr) return problems_.add(place, "the value cannot be read");
        take(*setting, *node, place);
    }

    std::expected<Config, Problems> finish() {
        check_together();
        if (!problems_.empty()) return std::unexpected(problems_.sorted());
        return std::move(config_);
    }

private:
    void read_section(const SettingSection& section, const toml::table& table) {
        for (auto&& [key, node] : table) {
            const std::string path = std::string(section.name) + "." + std::string(key.str());
            const Setting* const setting = find_setting(section.name, key.str());
            if (setting == nullptr)
                problems_.add(place_of(file_, key.source()), "there is no setting " + path);
            else
                take(*setting, node, place_of(file_, node.source()));
        }
    }

    // Text may come without quotes, and a list of one without brackets.
    static toml::table parse_override(const Setting& setting, const std::string& value) {
        const bool is_quoted = value.starts_with('"') || value.starts_with('\'');
        if (setting.form == ValueForm::text && !is_quoted) return toml::table{{"value", value}};
        if (setting.form == ValueForm::texts && !is_quoted && !value.starts_with('['))
            return toml::table{{"value", toml::array{value}}};
        ProblemList ignored;  // the caller says that it cannot be read
        return parse_toml("value = " + value, "", ignored);
    }

    void take(const Setting& setting, const toml::node& node, const Place& place) {
        places_[setting.path()] = place;
        if (const auto problem = setting.read(config_, node))
            problems_.add(place, setting.path() + " " + *problem);
    }

    // What single settings cannot tell.
    void check_together() {
        const ServerSettings& server = config_.server;
        if (server.listen.empty() && server.tls_listen.empty())
            report("server.listen", "must have an address when tls_listen has none");
        if (!server.tls_listen.empty() && server.tls_certificate.empty())
            report("server.tls_listen", "needs tls_certificate");
        if (server.tls_certificate.empty() != server.tls_key.empty())
            report(server.tls_key.empty() ? "server.tls_certificate" : "server.tls_key",
                   "is of no use alone: set tls_certificate and tls_key");
        if (config_.live_agent.poll_timeout >= config_.live_agent.client_poll_timeout)
            report("live_agent.poll_timeout", "must be shorter than client_poll_timeout");
    }

    void report(const std::string& path, std::string_view what) {
        const auto found = places_.find(path);
        problems_.add(found == places_.end() ? Place{.file = file_} : found->second,
                      path + " " + std::string(what));
    }

    std::string file_;
    Config config_;
    ProblemList problems_;
    // Where each setting that was set comes from.
    std::map<std::string, Place> places_;
};

std::expected<Config, Problems> read(std::string_view text, std::string_view name,
                                     const std::vector<std::string>& overrides) {
    Reader reader(name);
    reader.read_file(text);
    for (const std::string& override : overrides) reader.read_override(override);
    return reader.finish();
}

}  // namespace

std::expected<Config, Problems> read_config(std::string_view text, std::string_view name,
                                            const std::vector<std::string>& overrides) {
    return read(text, name, overrides);
}

std::expected<Config, Problems> load_config(const ConfigSource& source) {
    std::error_code ignored;
    if (!source.file && !std::filesystem::exists(default_config_file, ignored))
        return read("", "settings", source.overrides);
    const std::filesystem::path file = source.file.value_or(default_config_file);
    const auto text = read_text_file(file);
    if (!text) return std::unexpected(Problems{text.error()});
    return read(*text, file.string(), source.overrides);
}

std::string config_text(const Config& config) {
    std::string text;
    for (const SettingSection& section : setting_sections()) {
        if (!text.empty()) text += '\n';
        text += "# " + std::string(section.sentence) + "\n[" + std::string(section.name) + "]\n";
        for (const Setting& setting : section.settings) {
            text += "# " + std::string(setting.sentence) + "\n";
            text += std::string(setting.name) + " = " + setting.text(config) + "\n";
        }
    }
    return text;
}

std::string config_docs() {
    const Config defaults;
    std::string text;
    for (const SettingSection& section : setting_sections()) {
        if (!text.empty()) text += '\n';
        text += "### `[" + std::string(section.name) + "]`\n\n" + std::string(section.sentence) +
                "\n\n| setting | default | may be | what it is |\n|---|---|---|---|\n";
        for (const Setting& setting : section.settings) {
            text += "| `" + std::string(setting.name) + "` | `" + setting.text(defaults) + "` | " +
                    setting.allowed + " | " + std::string(setting.sentence) + " |\n";
        }
    }
    return text;
}

domain::Settings domain_settings(const Config& config) {
    const LiveAgentSettings& live_agent = config.live_agent;
    const LimitSettings& limits = config.limits;
    return {.poll_timeout = live_agent.poll_timeout,
            .client_poll_timeout = live_agent.client_poll_timeout,
            .session_grace = live_agent.session_grace,
            .presence_grace = config.agents.presence_grace,
            .ping_rate = live_agent.ping_rate,
            .invitation_timeout = config.agents.invitation_timeout,
            .idle_grace = config.agents.idle_grace,
            .request_sequence = live_agent.request_sequence,
            .early_posts = live_agent.early_posts,
            .duplicate_poll = live_agent.duplicate_poll,
            .ack_ahead = live_agent.ack_ahead,
            .reconnect = live_agent.reconnect,
            .version_gates = live_agent.version_gates,
            .chatbot_noun = live_agent.chatbot_noun,
            .no_post = live_agent.no_post,
            .resync_unknown = live_agent.resync_unknown,
            .unknown_organization = live_agent.unknown_organization,
            .sensitive_data_rules_message = live_agent.sensitive_data_rules_message,
            .async_result = live_agent.async_result,
            .switch_server_url = live_agent.switch_server_url,
            .content_server_url = live_agent.content_server_url,
            .public_url = base_url(config.server.public_url),
            .sessions_max = limits.sessions,
            .sessions_per_address_max = limits.sessions_per_address,
            .inbox_events_max = limits.inbox_events,
            .stream_frames_max = limits.stream_frames,
            .chat_entries_max = limits.chat_entries,
            .queue_length_max = limits.queue_length,
            .message_bytes_max = limits.message_bytes,
            .files_per_chat_max = config.files.per_chat_max,
            .files_per_day_max = config.files.per_day_max,
            .file_link_lifetime = config.files.link_lifetime};
}

http::Config http_config(const Config& config) {
    http::Config http;
    http.workers = config.server.io_threads;
    http.listen = config.server.listen;
    http.tls_listen = config.server.tls_listen;
    http.tls_certificate = config.server.tls_certificate;
    http.tls_key = config.server.tls_key;
    http.header_bytes = config.limits.header_bytes;
    http.body_bytes = config.limits.body_bytes;
    http.header_timeout = config.limits.header_timeout;
    http.idle_timeout = config.limits.idle_timeout;
    http.connections = config.limits.connections;
    http.connections_per_address = config.limits.connections_per_address;
    http.stream_bytes = config.files.size_max + form_bytes_max;
    http.stream_timeout = config.files.upload_timeout;
    return http;
}

}  // namespace rejoinder::app

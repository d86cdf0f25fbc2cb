#include "app/logging.hpp"

#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cmath>
#include <utility>

#include "base/check.hpp"
#include "base/utf8.hpp"

namespace rejoinder::app {
namespace {

// Null while there is no Logging.
spdlog::logger* active = nullptr;

spdlog::level::level_enum spdlog_level(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return spdlog::level::debug;
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::warning:
            return spdlog::level::warn;
        case LogLevel::error:
            return spdlog::level::err;
    }
    return spdlog::level::info;
}

void append_escaped(std::string& json, char character) {
    static constexpr std::string_view digits = "0123456789abcdef";
    switch (character) {
        case '"':
            json += "\\\"";
            return;
        case '\\':
            json += "\\\\";
            return;
        case '\n':
            json += "\\n";
            return;
        case '\r':
            json += "\\r";
            return;
        case '\t':
            json += "\\t";
            return;
        default:
            break;
    }
    const auto code = static_cast<unsigned char>(character);
    if (code >= 0x20 && code != 0x7F) {
        json += character;
        return;
    }
    json += "\\u00";
    json += digits[code >> 4];
    json += digits[code & 0xF];
}

}  // namespace

void append_json_string(std::string& json, std::string_view text) {
    json += '"';
    while (!text.empty()) {
        const auto character = utf8::first(text);
        const std::size_t bytes = character ? character->bytes : 1;
        if (!character)
            json += "\\ufffd";
        else if (bytes == 1)
            append_escaped(json, text.front());
        else
            json += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    json += '"';
}

void LogValue::append_to(std::string& json) const {
    const auto append = [&json](const auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<T, bool>)
            json += value ? "true" : "false";
        else if constexpr (std::is_same_v<T, std::string_view>)
            append_json_string(json, value);
        else if constexpr (std::is_same_v<T, double>)
            json += std::isfinite(value) ? fmt::format("{}", value) : "null";
        else
            json += fmt::format("{}", value);
    };
    std::visit(append, value_);
}

struct Logging::Parts {
    std::shared_ptr<spdlog::async_logger> logger;
    // Goes first: its thread writes what waits, and uses the logger until it has ended.
    std::shared_ptr<spdlog::details::thread_pool> pool;
};

Logging::Logging(LogLevel level, std::FILE* out) : parts_(std::make_unique<Parts>()) {
    using Sink = spdlog::sinks::stdout_sink_base<spdlog::details::console_nullmutex>;
    CHECK(active == nullptr);
    // One thread writes, so the sink needs no lock.
    parts_->pool = std::make_shared<spdlog::details::thread_pool>(queue_lines_max, 1);
    parts_->logger = std::make_shared<spdlog::async_logger>(
        "rejoinder", std::make_shared<Sink>(out), parts_->pool,
        spdlog::async_overflow_policy::overrun_oldest);
    parts_->logger->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                                spdlog::pattern_time_type::utc);
    parts_->logger->set_level(spdlog_level(level));
    active = parts_->logger.get();
}

Logging::~Logging() { active = nullptr; }

void log(LogLevel level, std::string_view event, LogFields fields) {
    if (active == nullptr || !active->should_log(spdlog_level(level))) return;
    std::string line = R"("event":)";
    append_json_string(line, event);
    for (const LogField& field : fields) {
        line += ',';
        append_json_string(line, field.name);
        line += ':';
        field.value.append_to(line);
    }
    active->log(spdlog_level(level), line);
}

}  // namespace rejoinder::app

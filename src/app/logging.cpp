#include "app/logging.hpp"

#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cmath>
#include <utility>

#include "base/check.hpp"

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

// The length of the UTF-8 character at the start of `text`, 0 when it is none (RFC 3629).
std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    std::size_t length = 0;
    unsigned char second_min = 0x80;
    unsigned char second_max = 0xBF;
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 3;
        if (first == 0xE0) second_min = 0xA0;
        if (first == 0xED) second_max = 0x9F;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4;
        if (first == 0xF0) second_min = 0x90;
        if (first == 0xF4) second_max = 0x8F;
    }
    if (length == 0 || text.size() < length) return 0;
    if (byte(1) < second_min || byte(1) > second_max) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    return length;
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
        const std::size_t length = utf8_length(text);
        if (length == 0)
            json += "\\ufffd";
        else if (length == 1)
            append_escaped(json, text.front());
        else
            json += text.substr(0, length);
        text.remove_prefix(length == 0 ? 1 : length);
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
    std::shared_ptr<spdlog::details::thread_pool> pool;
    std::shared_ptr<spdlog::async_logger> logger;
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

// The pool's destructor writes what waits.
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

#pragma once

#include <cstdint>
#include <cstdio>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

// The log: one JSON object a line, `{"time":"…Z","level":"info","event":"listening",…}`.
//
// An event's name never changes what it means, for people search for it. Texts of messages and
// names of people are never logged above `debug`, secrets never at all.
namespace rejoinder::app {

enum class LogLevel : std::uint8_t { debug, info, warning, error };

// What a field may hold. Text is copied before the call returns.
class LogValue {
public:
    template <class T>
    LogValue(const T& value) : value_(widened(value)) {}

    void append_to(std::string& json) const;

private:
    using Value = std::variant<bool, std::int64_t, std::uint64_t, double, std::string_view>;

    template <class T>
    static Value widened(const T& value) {
        if constexpr (std::is_same_v<T, bool>)
            return value;
        else if constexpr (std::is_floating_point_v<T>)
            return static_cast<double>(value);
        else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>)
            return static_cast<std::int64_t>(value);
        else if constexpr (std::is_integral_v<T>)
            return static_cast<std::uint64_t>(value);
        else
            return std::string_view(value);
    }

    Value value_;
};

struct LogField {
    std::string_view name;
    LogValue value;
};
using LogFields = std::initializer_list<LogField>;

// Where lines go while it lives; without one they go nowhere. There is one at a time, made before
// the process has other threads and destroyed, with all lines written, when they are gone.
//
// Lines are handed to a thread of its own through a bounded queue. When the reader of the log is
// too slow the oldest waiting lines are dropped: whoever logs is never held up, for a shard that
// waits for a terminal would stop every chat.
class Logging {
public:
    // Lines that may wait.
    static constexpr std::size_t queue_lines_max = 8192;

    explicit Logging(LogLevel level, std::FILE* out = stderr);
    ~Logging();

    Logging(const Logging&) = delete;
    Logging& operator=(const Logging&) = delete;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// Any thread may log. The level says who has to act: `error` somebody, now; `warning` somebody,
// some day; `info` nobody.
void log(LogLevel level, std::string_view event, LogFields fields = {});
inline void log_debug(std::string_view event, LogFields fields = {}) {
    log(LogLevel::debug, event, fields);
}
inline void log_info(std::string_view event, LogFields fields = {}) {
    log(LogLevel::info, event, fields);
}
inline void log_warning(std::string_view event, LogFields fields = {}) {
    log(LogLevel::warning, event, fields);
}
inline void log_error(std::string_view event, LogFields fields = {}) {
    log(LogLevel::error, event, fields);
}

// Appends `text` as a JSON string, quotes included. Bytes that are no UTF-8 become U+FFFD.
void append_json_string(std::string& json, std::string_view text);

}  // namespace rejoinder::app

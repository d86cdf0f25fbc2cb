#include "app/toml_value.hpp"

#include <utility>

#include "app/duration.hpp"

namespace rejoinder::app {
std::optional<std::string> read_value(const toml::node& node, bool& value) {
    const auto read = node.value_exact<bool>();
    if (!read) return "must be true or false";
    value = *read;
    return {};
}

std::optional<std::string> read_value(const toml::node& node, std::int64_t& value) {
    const auto read = node.value_exact<std::int64_t>();
    if (!read) return "must be a whole number";
    value = *read;
    return {};
}

std::optional<std::string> read_value(const toml::node& node, std::size_t& value) {
    std::int64_t read = 0;
    if (auto problem = read_value(node, read)) return problem;
    if (read < 0) return "must not be negative";
    value = static_cast<std::size_t>(read);
    return {};
}

std::optional<std::string> read_value(const toml::node& node, Duration& value) {
    const auto text = node.value_exact<std::string_view>();
    const auto read = text ? parse_duration(*text) : std::nullopt;
    if (!read) return R"(must be a time such as "500ms", "28s", "2m" or "12h")";
    value = *read;
    return {};
}

std::optional<std::string> read_value(const toml::node& node, std::string& value) {
    auto read = node.value_exact<std::string>();
    if (!read) return "must be a text in quotes";
    value = *std::move(read);
    return {};
}

std::optional<std::string> read_value(const toml::node& node, std::vector<std::string>& values,
                                      std::size_t most) {
    const toml::array* const array = node.as_array();
    if (array == nullptr) return "must be a list of texts";
    if (array->size() > most) return "has more than " + std::to_string(most) + " texts";
    std::vector<std::string> read;
    for (const toml::node& element : *array) {
        if (read_value(element, read.emplace_back())) return "must be a list of texts";
    }
    values = std::move(read);
    return {};
}

std::optional<std::string> read_value(const toml::node& node, Instant& value) {
    const auto read = node.value_exact<toml::date_time>();
    if (!read || !read->offset) return "must be a time such as 2026-01-15T09:30:00Z";
    const std::chrono::year_month_day date(std::chrono::year(read->date.year),
                                           std::chrono::month(read->date.month),
                                           std::chrono::day(read->date.day));
    const auto second = std::chrono::hours(read->time.hour) +
                        std::chrono::minutes(read->time.minute) +
                        std::chrono::seconds(read->time.second);
    const std::chrono::nanoseconds part(read->time.nanosecond);
    value = std::chrono::sys_days(date) + second + std::chrono::floor<Duration>(part) -
            std::chrono::minutes(read->offset->minutes);
    return {};
}

}  // namespace rejoinder::app

#pragma once

#include <toml++/toml.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace rejoinder::app {

// Takes a value as it is written in a file. Each returns what is wrong with it, if anything: then
// `value` is unchanged.
std::optional<std::string> read_value(const toml::node& node, bool& value);
std::optional<std::string> read_value(const toml::node& node, std::int64_t& value);
// Not negative.
std::optional<std::string> read_value(const toml::node& node, std::size_t& value);
// A text such as "28s".
std::optional<std::string> read_value(const toml::node& node, Duration& value);
std::optional<std::string> read_value(const toml::node& node, std::string& value);
// A list of at most `most` texts.
std::optional<std::string> read_value(const toml::node& node, std::vector<std::string>& values,
                                      std::size_t most = 256);
// A time with its place, 2026-01-15T09:30:00Z.
std::optional<std::string> read_value(const toml::node& node, Instant& value);

// Takes one of `names`, which are those of the enumerators in their order.
template <class Enum>
std::optional<std::string> read_choice(const toml::node& node,
                                       std::span<const std::string_view> names, Enum& value) {
    const auto text = node.value_exact<std::string_view>();
    const auto found = std::ranges::find(names, text.value_or(""));
    if (found != names.end()) {
        value = static_cast<Enum>(found - names.begin());
        return {};
    }
    std::string list;
    for (const std::string_view name : names)
        list += (list.empty() ? "\"" : ", \"") + std::string(name) + "\"";
    return "must be one of " + list;
}

}  // namespace rejoinder::app

#include "base/web_address.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace rejoinder {
namespace {

constexpr std::size_t bytes_max = 2048;

// What is behind `http(s)://`, when that is an address.
std::optional<std::string_view> behind_scheme(std::string_view text) {
    if (text.size() > bytes_max) return std::nullopt;
    if (!text.starts_with("http://") && !text.starts_with("https://")) return std::nullopt;
    const std::string_view rest = text.substr(text.find("://") + 3);
    const bool is_visible = std::ranges::all_of(
        rest, [](char character) { return character > 0x20 && character < 0x7F; });
    if (rest.empty() || rest.starts_with('/') || !is_visible) return std::nullopt;
    if (rest.find_first_of("?#@\"<>\\") != std::string_view::npos) return std::nullopt;
    return rest;
}

}  // namespace

bool is_base_url(std::string_view text) {
    return behind_scheme(text).has_value() && !text.ends_with('/');
}

bool is_web_origin(std::string_view text) {
    const auto rest = behind_scheme(text);
    return rest && rest->find('/') == std::string_view::npos;
}

}  // namespace rejoinder

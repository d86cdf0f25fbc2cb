#include "app/live_agent/headers.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "base/text.hpp"

namespace rejoinder::app::live_agent {
namespace {

using http::is_same_word;

constexpr std::size_t affinity_digits = 8;
constexpr int api_version_max = 9'999;

std::optional<std::uint32_t> read_token(std::string_view text) {
    const bool is_token = text.size() == affinity_digits && std::ranges::all_of(text, [](char c) {
                              return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                          });
    if (!is_token) return std::nullopt;
    std::uint32_t token = 0;
    std::from_chars(text.data(), text.data() + text.size(), token, 16);
    return token;
}

// One header may hold several tokens: some clients' libraries join repeated headers with commas.
void add_affinity(domain::AffinityClaim& claim, std::string_view value) {
    while (!value.empty()) {
        const std::string_view text = trim(take_until(value, ','));
        if (text.empty()) continue;
        claim.is_present = true;
        const auto token = read_token(text);
        if (token && claim.count < domain::AffinityClaim::count_max)
            claim.tokens[claim.count++] = *token;
    }
}

void set(std::optional<std::string_view>& place, std::string_view value) {
    if (!place && !value.empty()) place = value;
}

// The dialect's own headers, behind their common prefix.
void read_own(Headers& headers, std::string_view name, std::string_view value) {
    if (is_same_word(name, "API-VERSION"))
        set(headers.version, value);
    else if (is_same_word(name, "AFFINITY"))
        add_affinity(headers.affinity, value);
    else if (is_same_word(name, "SESSION-KEY"))
        set(headers.session_key, value);
    else if (is_same_word(name, "SEQUENCE"))
        set(headers.sequence, value);
}

}  // namespace

Headers read_headers(const http::Request& request) {
    static constexpr std::string_view own_prefix = "X-LIVEAGENT-";
    Headers headers;
    for (const http::HeaderField& field : request.headers) {
        const std::string_view start = field.name.substr(0, own_prefix.size());
        if (is_same_word(start, own_prefix))
            read_own(headers, field.name.substr(own_prefix.size()), field.value);
        else if (is_same_word(field.name, "Origin"))
            set(headers.origin, field.value);
        else if (is_same_word(field.name, "Host"))
            set(headers.host, field.value);
        else if (is_same_word(field.name, "Referer"))
            set(headers.referrer, field.value);
        else if (is_same_word(field.name, "User-Agent"))
            set(headers.user_agent, field.value);
        else if (is_same_word(field.name, "Access-Control-Request-Headers"))
            headers.asked_headers = field.value;
    }
    return headers;
}

std::optional<std::int64_t> read_integer(std::string_view text) {
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

Result<int> read_version(std::optional<std::string_view> text) {
    std::string_view digits = trim(text.value_or(""));
    if (digits.ends_with(".0")) digits.remove_suffix(2);
    const auto version = read_integer(digits);
    if (!version || *version < api_version_min || *version > api_version_max)
        return fail(Errc::version_required);
    return static_cast<int>(*version);
}

Result<std::optional<std::int64_t>> read_sequence(std::optional<std::string_view> text) {
    if (!text) return std::nullopt;
    const auto number = read_integer(*text);
    if (!number || *number <= 0) return fail(Errc::sequence_invalid);
    return number;
}

}  // namespace rejoinder::app::live_agent

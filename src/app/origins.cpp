#include "app/origins.hpp"

#include <algorithm>
#include <utility>

#include "http/request.hpp"

namespace rejoinder::app {
namespace {

constexpr std::string_view own_headers =
    "X-LIVEAGENT-API-VERSION, X-LIVEAGENT-AFFINITY, X-LIVEAGENT-SESSION-KEY, X-LIVEAGENT-SEQUENCE, "
    "Content-Type";

// An origin is visible ASCII: `https://shop.example`, `null`.
bool is_origin(std::string_view text) {
    return !text.empty() && text.size() <= Origins::origin_bytes_max &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

// Whether `text` is a list of header names and can be echoed.
bool is_token_list(std::string_view text) {
    static constexpr std::string_view marks = "!#$%&'*+-.^_`|~, \t";
    return std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               marks.contains(c);
    });
}

}  // namespace

void Origins::set_allowed(std::vector<std::string> allowed) {
    auto list = allowed.empty() ? nullptr : std::make_shared<const List>(std::move(allowed));
    const std::lock_guard lock(mutex_);
    allowed_ = std::move(list);
}

bool Origins::is_allowed(std::string_view origin) const {
    if (!is_origin(origin)) return false;
    std::shared_ptr<const List> allowed;
    {
        const std::lock_guard lock(mutex_);
        allowed = allowed_;
    }
    if (!allowed) return true;
    const auto is_this = [origin](const std::string& one) {
        return http::is_same_word(one, origin);
    };
    return std::ranges::any_of(*allowed, is_this) || std::ranges::any_of(always_, is_this);
}

std::string Origins::lines(std::string_view origin) const {
    if (!is_allowed(origin)) return "Vary: Origin\r\n";
    std::string lines = "Access-Control-Allow-Origin: ";
    lines += origin;
    lines += "\r\nAccess-Control-Allow-Credentials: true\r\nVary: Origin\r\n";
    return lines;
}

std::string Origins::preflight_lines(std::string_view origin,
                                     std::string_view asked_headers) const {
    std::string lines = this->lines(origin);
    lines += "Access-Control-Allow-Methods: GET, POST, DELETE, OPTIONS\r\n";
    lines += "Access-Control-Allow-Headers: ";
    lines += own_headers;
    const bool is_echoed = !asked_headers.empty() &&
                           asked_headers.size() <= asked_headers_bytes_max &&
                           is_token_list(asked_headers);
    if (is_echoed) lines.append(", ").append(asked_headers);
    lines += "\r\nAccess-Control-Max-Age: 7200\r\n";
    return lines;
}

}  // namespace rejoinder::app

#include "http/response_writer.hpp"

#include <array>
#include <boost/beast/http/status.hpp>
#include <charconv>
#include <cstdio>

#include "base/check.hpp"

namespace rejoinder::http {
namespace {

void append_number(std::string& out, std::size_t number) {
    std::array<char, 20> digits;
    const auto [end, error] = std::to_chars(digits.begin(), digits.end(), number);
    CHECK(error == std::errc{});
    out.append(digits.begin(), end);
}

}  // namespace

bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }

std::string http_date(Instant at) {
    constexpr std::array<const char*, 7> weekdays = {"Sun", "Mon", "Tue", "Wed",
                                                     "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    std::array<char, 64> text;
    const int length = std::snprintf(
        text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
        weekdays[std::chrono::weekday{day}.c_encoding()], static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()));
    CHECK(length > 0);
    return std::string(text.data(), static_cast<std::size_t>(length));
}

void append_response(std::string& out, const Response& response, AnswerShape shape,
                     std::string_view date) {
    const auto reason = boost::beast::http::obsolete_reason(
        boost::beast::http::int_to_status(static_cast<unsigned>(response.status)));
    out.append("HTTP/1.1 ");
    append_number(out, static_cast<std::size_t>(response.status));
    out.push_back(' ');
    out.append(reason.data(), reason.size());
    out.append("\r\nDate: ").append(date).append("\r\n");
    if (has_body(response.status)) {
        if (!response.content_type.empty()) {
            out.append("Content-Type: ").append(response.content_type).append("\r\n");
        }
        if (!response.source) {
            out.append("Content-Length: ");
            append_number(out, response.body.size() + response.static_body.size() +
                                   (response.file ? response.file->size() : 0));
            out.append("\r\n");
        } else if (is_chunked(shape)) {
            out.append("Transfer-Encoding: chunked\r\n");
        }
    }
    if (shape.closes) {
        out.append("Connection: close\r\n");
    } else if (shape.is_http_10) {
        out.append("Connection: keep-alive\r\n");
    }
    out.append(response.headers).append("\r\n");
    if (has_body(response.status) && !shape.is_head && !response.source) out.append(response.body);
}

bool is_chunked(AnswerShape shape) { return !shape.is_http_10; }

void append_chunk(std::string& out, std::string_view bytes) {
    if (bytes.empty()) return;
    std::array<char, 20> digits;
    const auto [end, error] = std::to_chars(digits.begin(), digits.end(), bytes.size(), 16);
    CHECK(error == std::errc{});
    out.append(digits.begin(), end).append("\r\n").append(bytes).append("\r\n");
}

}  // namespace rejoinder::http

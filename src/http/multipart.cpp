#include "http/multipart.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "http/query.hpp"
#include "http/request.hpp"

namespace rejoinder::http {
namespace {

constexpr std::size_t boundary_max = 200;

// Blanks behind a boundary, where there are some.
constexpr std::size_t padding_max = 64;

// Takes the value of a parameter, quoted or not, and the `;` behind it away from `rest`.
std::string take_value(std::string_view& rest) {
    std::string value;
    rest = trim(rest);
    if (rest.starts_with('"')) {
        std::size_t at = 1;
        // Only a quote can be quoted: some clients send `C:\name` as it is.
        for (; at < rest.size() && rest[at] != '"'; ++at) {
            if (rest[at] == '\\' && at + 1 < rest.size() && rest[at + 1] == '"') ++at;
            value.push_back(rest[at]);
        }
        rest.remove_prefix(std::min(at, rest.size()));
    }
    const bool is_quoted = rest.starts_with('"');
    const std::string_view plain = take_until(rest, ';');
    if (!is_quoted) value += trim(plain);
    return value;
}

// Calls `visit(name, value)` for each parameter of a header's value, `form-data; name="a"`.
template <class Visit>
void for_each_parameter(std::string_view header, Visit&& visit) {
    std::string_view rest = header;
    take_until(rest, ';');
    while (!rest.empty()) {
        const std::size_t end = rest.find_first_of("=;");
        const std::string_view name = trim(rest.substr(0, end));
        const bool has_value = end != std::string_view::npos && rest[end] == '=';
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (has_value) visit(name, take_value(rest));
    }
}

// The text of `UTF-8''na%C3%AFve.png`.
std::string extended_value(std::string_view value) {
    const std::size_t language = value.find('\'');
    const std::size_t text =
        language == std::string_view::npos ? language : value.find('\'', language + 1);
    return text == std::string_view::npos ? std::string() : percent_decode(value.substr(text + 1));
}

}  // namespace

Result<std::string> MultipartReader::boundary_of(std::string_view content_type) {
    std::string boundary;
    if (is_same_word(trim(content_type.substr(0, content_type.find(';'))), "multipart/form-data")) {
        for_each_parameter(content_type, [&](std::string_view name, std::string value) {
            if (is_same_word(name, "boundary")) boundary = std::move(value);
        });
    }
    if (boundary.empty() || boundary.size() > boundary_max)
        return fail(Errc::bad_request, "The body must be multipart/form-data with a boundary");
    return boundary;
}

MultipartReader::MultipartReader(std::string_view boundary, Receiver& receiver, Limits limits)
    : delimiter_("\n--" + std::string(boundary)), receiver_(receiver), limits_(limits) {}

Result<void> MultipartReader::read(std::string_view bytes) {
    if (state_ == State::epilogue) return {};
    buffer_ += bytes;
    while (state_ != State::epilogue) {
        TRY(const bool goes_on, state_ == State::headers ? read_header() : read_content());
        if (!goes_on) return {};
    }
    buffer_ = std::string();
    return {};
}

Result<void> MultipartReader::finish() const {
    if (state_ == State::epilogue) return {};
    return fail(Errc::bad_request, "The form ended too early");
}

Result<bool> MultipartReader::read_content() {
    std::size_t from = 0;
    while (true) {
        const std::size_t place = buffer_.find(delimiter_, from);
        if (place == std::string::npos) {
            // The end may be the beginning of a delimiter, with a CR before it.
            if (buffer_.size() > delimiter_.size()) give(buffer_.size() - delimiter_.size());
            return false;
        }
        std::size_t end = 0;
        const Tail tail = tail_at(place + delimiter_.size(), end);
        if (tail == Tail::is_none) {
            from = place + 1;
            continue;
        }
        const bool has_return = place > 0 && buffer_[place - 1] == '\r';
        const std::size_t content = has_return ? place - 1 : place;
        if (tail == Tail::needs_more) {
            give(content);
            return false;
        }
        give(content);
        buffer_.erase(0, end - content);
        if (state_ == State::content) receiver_.end_part();
        state_ = tail == Tail::opens ? State::headers : State::epilogue;
        part_ = {};
        header_bytes_ = 0;
        is_at_line_end_ = false;
        if (tail == Tail::opens && ++parts_ > limits_.parts)
            return fail(Errc::bad_request, "The form has too many parts");
        return true;
    }
}

// What stands behind a boundary at `place`: a line break opens a part, two dashes end the form, and
// anything else means that it was no boundary. `end` is where the text goes on.
MultipartReader::Tail MultipartReader::tail_at(std::size_t place, std::size_t& end) const {
    const std::string_view rest = std::string_view(buffer_).substr(place);
    if (rest.starts_with("--")) {
        end = place + 2;
        return Tail::closes;
    }
    if (rest == "-") return Tail::needs_more;
    std::size_t at = rest.substr(0, padding_max).find_first_not_of(" \t");
    if (at == std::string_view::npos)
        return rest.size() < padding_max ? Tail::needs_more : Tail::is_none;
    if (rest[at] == '\r' && ++at == rest.size()) return Tail::needs_more;
    if (rest[at] != '\n') return Tail::is_none;
    end = place + at + 1;
    return Tail::opens;
}

void MultipartReader::give(std::size_t bytes) {
    if (bytes == 0) return;
    const std::string_view content = std::string_view(buffer_).substr(is_at_line_end_ ? 1 : 0);
    const std::size_t size = bytes - (is_at_line_end_ ? 1 : 0);
    if (size > 0 && state_ == State::content) receiver_.add_content(content.substr(0, size));
    is_at_line_end_ = false;
    buffer_.erase(0, bytes);
}

Result<bool> MultipartReader::read_header() {
    const std::size_t size = buffer_.find('\n');
    const bool is_whole = size != std::string::npos;
    if (header_bytes_ + (is_whole ? size : buffer_.size()) > limits_.header_bytes)
        return fail(Errc::bad_request, "A part's headers are too long");
    if (!is_whole) return false;
    std::string_view line = std::string_view(buffer_).substr(0, size);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
        state_ = State::content;
        receiver_.begin_part(part_);
        // The delimiter of an empty part may have this line break for its own.
        is_at_line_end_ = true;
        buffer_.erase(0, size);
        return true;
    }
    take_header(line);
    header_bytes_ += size + 1;
    buffer_.erase(0, size + 1);
    return true;
}

void MultipartReader::take_header(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view name = trim(line.substr(0, colon));
    const std::string_view value = trim(line.substr(colon + 1));
    if (is_same_word(name, "Content-Type")) part_.content_type = value;
    if (!is_same_word(name, "Content-Disposition")) return;
    for_each_parameter(value, [this](std::string_view parameter, std::string text) {
        if (is_same_word(parameter, "name")) part_.name = std::move(text);
        if (is_same_word(parameter, "filename") && !part_.filename)
            part_.filename = std::move(text);
        if (is_same_word(parameter, "filename*")) part_.filename = extended_value(text);
    });
}

}  // namespace rejoinder::http

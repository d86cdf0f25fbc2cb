#include "protocol/reader.hpp"

#include <charconv>
#include <cmath>

#include "base/check.hpp"

namespace rejoinder::protocol::reader {
namespace {

using simdjson::dom::element_type;

// A double tells whole numbers up to here apart.
constexpr double whole_max = 9007199254740992.0;

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

std::optional<std::int64_t> whole_number(double number) {
    if (std::trunc(number) != number || std::abs(number) > whole_max) return std::nullopt;
    return static_cast<std::int64_t>(number);
}

std::optional<std::int64_t> whole_number(Value json) {
    switch (json.type()) {
        case element_type::INT64:
            return json.get_int64().value_unsafe();
        case element_type::DOUBLE:
            return whole_number(json.get_double().value_unsafe());
        case element_type::STRING:
            return whole_number(json.get_string().value_unsafe());
        default:
            return std::nullopt;
    }
}

}  // namespace

std::string Path::str() const {
    std::string text = parent_ ? parent_->str() : std::string();
    if (index_) return text + "[" + std::to_string(*index_) + "]";
    if (!text.empty() && !property_.empty()) text += '.';
    return text.append(property_);
}

bool Path::reject(std::string_view what) const {
    const std::string path = str();
    complaint_ = path.empty() ? "The body " : path + ": ";
    complaint_ += what;
    return false;
}

bool read_value(Value json, std::string& value, const Path& path) {
    std::string_view text;
    if (json.get(text)) return path.reject("must be a string");
    value = text;
    return true;
}

bool read_value(Value json, LooseText& value, const Path& path) {
    value.text.clear();
    switch (json.type()) {
        case element_type::INT64:
            write(value.text, json.get_int64().value_unsafe());
            return true;
        case element_type::UINT64:
            value.text = std::to_string(json.get_uint64().value_unsafe());
            return true;
        case element_type::DOUBLE:
            write(value.text, json.get_double().value_unsafe());
            return true;
        case element_type::BOOL:
            write(value.text, json.get_bool().value_unsafe());
            return true;
        default:
            return read_value(json, value.text, path);
    }
}

bool read_value(Value json, RawJson& value, const Path& path) {
    // The guide calls it a text (wire spec 4.7): an object's JSON, to be read later.
    std::string_view text;
    if (!json.get(text)) {
        value.text = text;
        return true;
    }
    if (!json.is_object()) return path.reject("must be an object");
    value.text = simdjson::minify(json);
    return true;
}

bool read_value(Value json, bool& value, const Path& path) {
    std::string_view text;
    if (!json.get(value)) return true;
    if (json.get(text) || (text != "true" && text != "false"))
        return path.reject("must be true or false");
    value = text == "true";
    return true;
}

bool read_value(Value json, std::int64_t& value, const Path& path) {
    const auto number = whole_number(json);
    if (!number) return path.reject("must be a whole number");
    value = *number;
    return true;
}

bool read_value(Value json, double& value, const Path& path) {
    return !json.get(value) || path.reject("must be a number");
}

Result<Value> parse(std::string_view json) {
    // Grows with the longest text so far and keeps its memory, 15 times that text at most.
    thread_local simdjson::dom::parser parser = [] {
        simdjson::dom::parser bounded(json_size_max);
        constexpr std::size_t usual_size = 4096;
        CHECK(bounded.allocate(usual_size, nesting_max) == simdjson::SUCCESS);
        return bounded;
    }();
    Value root;
    if (parser.parse(json.data(), json.size()).get(root))
        return fail(Errc::bad_request, "The body is not valid JSON");
    return root;
}

}  // namespace rejoinder::protocol::reader

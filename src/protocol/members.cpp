#include "protocol/members.hpp"

#include <utility>

#include "protocol/reader.hpp"

namespace rejoinder::protocol {
namespace {

using reader::Value;
using simdjson::dom::element_type;

// The texts of an array; another value when it holds anything else.
MemberValue texts_of(simdjson::dom::array array) {
    std::vector<std::string> texts;
    for (const Value element : array) {
        std::string_view text;
        if (element.get(text)) return OtherValue{};
        texts.emplace_back(text);
    }
    return texts;
}

MemberValue value_of(Value json) {
    switch (json.type()) {
        case element_type::BOOL:
            return json.get_bool().value_unsafe();
        case element_type::INT64:
            return json.get_int64().value_unsafe();
        case element_type::DOUBLE:
            return json.get_double().value_unsafe();
        case element_type::STRING:
            return std::string(json.get_string().value_unsafe());
        case element_type::ARRAY:
            return texts_of(json.get_array().value_unsafe());
        default:
            return OtherValue{};
    }
}

}  // namespace

Result<std::vector<Member>> read_members(std::string_view json) {
    TRY(const Value root, reader::parse(json));
    simdjson::dom::object object;
    if (root.get(object)) return fail(Errc::bad_request, "The body must be an object");
    std::vector<Member> members;
    members.reserve(object.size());
    for (const auto [name, value] : object)
        if (!value.is_null()) members.push_back({std::string(name), value_of(value)});
    return members;
}

}  // namespace rejoinder::protocol

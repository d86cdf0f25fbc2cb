#include "app/api/routes_records.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "app/api/routes_parts.hpp"
#include "app/random.hpp"
#include "http/query.hpp"
#include "protocol/api_records.hpp"
#include "protocol/wire.hpp"

namespace rejoinder::app::api {

namespace {

namespace agent = domain::agent;
namespace wire = protocol::api;
using http::Method;

// Bytes in a rule's description, a field's name, a record's id and what is searched for.
constexpr std::size_t text_max = 255;

Result<std::string> bounded(std::string text, std::string_view name) {
    if (text.size() > text_max)
        return fail(Errc::bad_request, std::string(name) + " must not be longer than 255 bytes");
    return text;
}

Result<std::string> required(std::string text, std::string_view name) {
    if (text.empty()) return fail(Errc::bad_request, std::string(name) + " must not be empty");
    return bounded(std::move(text), name);
}

std::uint64_t random_serial() {
    std::uint64_t serial = 0;
    fill_random(std::as_writable_bytes(std::span(&serial, 1)));
    return serial;
}

Result<agent::Action> parse_block(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    wire::BlockVisitor body;
    if (!request.body.empty()) {
        TRY(body, protocol::read<wire::BlockVisitor>(request.body));
    }
    TRY(std::string description, bounded(body.description.value_or(""), "description"));
    return agent::BlockVisitor{chat, std::move(description), random_serial()};
}

Result<agent::Action> parse_attach(const http::Request& request, const PathValues& values) {
    TRY(const SessionId chat, parse_chat_key(values[0]));
    TRY(wire::AttachRecord body, protocol::read<wire::AttachRecord>(request.body));
    TRY(std::string field_name, required(std::move(body.field_name), "fieldName"));
    TRY(std::string field_value, required(std::move(body.field_value), "fieldValue"));
    return agent::AttachRecord{chat, std::move(field_name), std::move(field_value)};
}

// A number from 1 up to `max` in the query, or `otherwise` when there is none.
Result<std::uint64_t> number_in(std::string_view query, std::string_view name, std::uint64_t max,
                                std::uint64_t otherwise) {
    const auto text = http::parameter(query, name);
    if (!text) return otherwise;
    std::uint64_t number = 0;
    const char* const end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, number);
    if (error != std::errc{} || stop != end || number == 0 || number > max)
        return fail(Errc::bad_request,
                    std::string(name) + " must be " +
                        (max == UINT64_MAX ? "one that a page was answered with"
                                           : "a number from 1 to " + std::to_string(max)));
    return number;
}

Result<agent::Action> parse_list_records(const http::Request& request, const PathValues&) {
    agent::ListRecords wanted;
    const auto text_of = [&](std::string_view name) {
        return bounded(http::parameter(request.query, name).value_or(""), name);
    };
    TRY(wanted.entity, text_of("entity"));
    TRY(wanted.search, text_of("search"));
    TRY(wanted.before, number_in(request.query, "cursor", UINT64_MAX, 0));
    TRY(wanted.limit,
        number_in(request.query, "limit", agent::ListRecords::limit_max, wanted.limit));
    return wanted;
}

Result<agent::Action> parse_get_record(const http::Request&, const PathValues& values) {
    return agent::GetRecord{std::string(values[0])};
}

constexpr Route route_table[] = {
    {Method::post, "/api/v1/chats/{chatKey}/block", Service::action, parse_block},
    {Method::post, "/api/v1/chats/{chatKey}/records", Service::action, parse_attach},
    {Method::get, "/api/v1/records", Service::action, parse_list_records},
    {Method::get, "/api/v1/records/{id}", Service::action, parse_get_record},
};

}  // namespace

std::span<const Route> record_routes() { return route_table; }

}  // namespace rejoinder::app::api

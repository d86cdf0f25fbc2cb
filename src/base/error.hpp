#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rejoinder {

// The ways a request can fail. Each has one row in `errc_table`, which alone decides its HTTP
// status and its text.
enum class Errc : std::uint8_t {
    bad_request,
    version_required,
    sequence_invalid,
    unauthorized,
    session_invalid,
    forbidden,
    not_found,
    method_not_allowed,
    duplicate_poll,
    sequence_gap,
    ack_ahead,
    conflict,
    precondition_failed,
    body_too_large,
    precondition_required,
    headers_too_large,
    too_many_requests,
    wrong_state,
    internal,
    store_unavailable,
    affinity_moved,
    overloaded,
};

struct ErrcRow {
    Errc code;
    int status;
    std::string_view text;
};

// One row per way a request can fail, in the order of `Errc`. A code earns its row only when some
// caller reacts to it differently; anything else is `internal` with a detail.
inline constexpr ErrcRow errc_table[] = {
    {Errc::bad_request, 400, "The request could not be understood"},
    {Errc::version_required, 400, "X-LIVEAGENT-API-VERSION must be a version number, 29 or higher"},
    {Errc::sequence_invalid, 400, "X-LIVEAGENT-SEQUENCE must be a positive integer"},
    {Errc::unauthorized, 401, "Log in first"},
    {Errc::session_invalid, 403, "Session required but was invalid or not found"},
    {Errc::forbidden, 403, "Not allowed"},
    {Errc::not_found, 404, "Resource not found"},
    {Errc::method_not_allowed, 405, "Method not allowed"},
    {Errc::duplicate_poll, 409, "Another long poll took over this session"},
    {Errc::sequence_gap, 409, "Out of sync Ack."},
    {Errc::ack_ahead, 409, "Out of sync Ack."},
    {Errc::conflict, 409, "The state of the resource does not allow this"},
    {Errc::precondition_failed, 412, "Somebody else changed it in the meantime: read it again"},
    {Errc::body_too_large, 413, "The request body is too large"},
    {Errc::precondition_required, 428, "If-Match must name the ETag that the change rests on"},
    {Errc::headers_too_large, 431, "The request headers are too large"},
    {Errc::too_many_requests, 429, "Too many requests"},
    {Errc::wrong_state, 500, "Internal Server Error"},
    {Errc::internal, 500, "Internal Server Error"},
    {Errc::store_unavailable, 500, "The server cannot store anything at the moment"},
    {Errc::affinity_moved, 503, "Invalid Affinity Token"},
    {Errc::overloaded, 503, "The server is at its limit"},
};

constexpr const ErrcRow& row_of(Errc code) { return errc_table[static_cast<std::size_t>(code)]; }

// What is wrong with one member of what was sent, by its name on the wire.
struct FieldProblem {
    std::string field;
    std::string detail;

    bool operator==(const FieldProblem&) const = default;
};

// What went wrong, for the peer that caused it. `detail` replaces the table's text where the
// table's text alone would not help; `fields` says more where several members are wrong. Neither
// ever holds a secret.
struct Error {
    Errc code;
    std::string detail = {};
    std::vector<FieldProblem> fields = {};

    int status() const { return row_of(code).status; }
    std::string_view text() const { return detail.empty() ? row_of(code).text : detail; }
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(Errc code, std::string detail = {}) {
    return std::unexpected(Error{code, std::move(detail)});
}

}  // namespace rejoinder

#define REJOINDER_JOIN_(a, b) a##b
#define REJOINDER_JOIN(a, b) REJOINDER_JOIN_(a, b)
#define REJOINDER_TRY_(result, declaration, expression)             \
    auto result = (expression);                                     \
    if (!result) return std::unexpected(std::move(result).error()); \
    declaration = *std::move(result)

// Declares a variable from a Result, or returns the error to the caller:
//     TRY(Session* session, find(key));
#define TRY(declaration, expression) \
    REJOINDER_TRY_(REJOINDER_JOIN(try_result_, __LINE__), declaration, expression)

// The same for a Result<void>.
#define TRY_VOID(expression)                                       \
    do {                                                           \
        if (auto try_result = (expression); !try_result)           \
            return std::unexpected(std::move(try_result).error()); \
    } while (false)

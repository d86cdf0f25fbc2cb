#pragma once

#include <cstdint>

#include "base/check.hpp"
#include "domain/request.hpp"
#include "http/ticket.hpp"

// Who waits behind a `domain::Caller`: the core hands the number back, its upper four bits tell
// which door the answer leaves by. The rest is an HTTP ticket, or a stream's number.
namespace rejoinder::app {

enum class CallerKind : std::uint8_t {
    // A client of the visitors' dialect.
    visitor,
    // The same, with something noted about how its answer has to look (`live_agent/notes.hpp`).
    visitor_noted,
    // A request of the agents' API.
    agent,
    // A log-in whose password is still to be checked.
    login,
    // An agent's stream; no ticket.
    stream,
    // An upload; its number, no ticket.
    upload,
    // A visitor who follows a link to a file.
    download,
    // A report: what it may show is asked first (`api/reports.hpp`).
    report,
    // Nobody waits: the server asks for itself.
    nobody,
};

inline constexpr unsigned caller_kind_shift = 60;
inline constexpr std::uint64_t caller_value_mask = (std::uint64_t{1} << caller_kind_shift) - 1;

// Tickets of up to this many workers fit beside the kind.
inline constexpr std::size_t caller_workers_max = 16;

constexpr domain::Caller make_caller(CallerKind kind, std::uint64_t value) {
    return {(std::uint64_t{static_cast<std::uint8_t>(kind)} << caller_kind_shift) |
            (value & caller_value_mask)};
}

inline domain::Caller make_caller(CallerKind kind, http::Ticket ticket) {
    CHECK(ticket.worker < caller_workers_max);
    return make_caller(kind, ticket.pack());
}

constexpr CallerKind kind_of(domain::Caller caller) {
    return static_cast<CallerKind>(caller.id >> caller_kind_shift);
}

// The number of a stream or an upload.
constexpr std::uint64_t value_of(domain::Caller caller) { return caller.id & caller_value_mask; }

// Not for streams and uploads.
constexpr http::Ticket ticket_of(domain::Caller caller) {
    return http::Ticket::unpack(value_of(caller));
}

}  // namespace rejoinder::app

#pragma once

#include <cstdint>
#include <string>

#include "http/ticket.hpp"

namespace rejoinder::http {

// Gives a body in pieces, as its client takes them: one piece is asked for at a time, so that
// however long the body is no more than one is in memory.
//
// Both are called on a worker's thread and must not wait.
class BodySource {
public:
    virtual ~BodySource() = default;

    // The client has taken all so far: give the next piece to `Server::send`, now or later.
    virtual void next(Ticket ticket) = 0;

    // Nothing more is wanted: the last piece has been taken, or the client is gone. Called once, as
    // the last.
    virtual void over() = 0;
};

// What comes behind a piece: another one; nothing, the body is whole; or nothing, and the client is
// cut off so that it does not take the body for whole.
enum class BodyEnd : std::uint8_t { more, whole, broken };

// A part of a body. Pieces of some ten thousand bytes suit best.
struct BodyPiece {
    Ticket ticket;
    std::string bytes = {};
    BodyEnd end = BodyEnd::more;
};

}  // namespace rejoinder::http

#pragma once

#include <cstdint>
#include <string_view>

namespace rejoinder::http {

// Takes the body of one request piece by piece, so that it is never in memory as a whole. Called on
// its connection's thread only; nothing in it waits.
//
// One that is destroyed before `finish` gets no more: the client hung up, was too slow or sent too
// much. Nobody waits for an answer then.
class BodySink {
public:
    // Whether more can be taken at once. `paused` stops the reading of the socket until
    // `Server::resume`; what was read already, at most `Config::header_bytes`, still comes.
    enum class Flow : std::uint8_t { goes_on, paused };

    virtual ~BodySink() = default;

    // The next piece, not empty, valid during the call.
    virtual Flow write(std::string_view piece) = 0;

    // That was all. From now on the request's answer is owed; one given before does not count.
    virtual void finish() = 0;
};

}  // namespace rejoinder::http

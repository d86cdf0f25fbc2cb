#pragma once

#include <cstdint>

namespace rejoinder::app {

// The signals the server listens to while this lives. There is one at a time.
class Signals {
public:
    enum class Kind : std::uint8_t { stop, reload };

    Signals();
    ~Signals();

    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    // Waits for SIGTERM or SIGINT (`stop`) or SIGHUP (`reload`), or for `ask_to_stop`.
    Kind wait();

    // As if SIGTERM had come. Any thread.
    void ask_to_stop();
};

}  // namespace rejoinder::app

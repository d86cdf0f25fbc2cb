#pragma once

#include <cstdio>
#include <cstdlib>

// Stops the process when our own promise is broken. On in release builds: going on would risk what
// has been acknowledged.
#define CHECK(condition)                                                                       \
    do {                                                                                       \
        if (!(condition)) [[unlikely]] {                                                       \
            std::fprintf(stderr, "%s:%d: CHECK(%s) failed\n", __FILE__, __LINE__, #condition); \
            std::abort();                                                                      \
        }                                                                                      \
    } while (false)

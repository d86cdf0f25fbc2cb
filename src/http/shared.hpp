#pragma once

#include <utility>

#include "base/clock.hpp"
#include "http/config.hpp"
#include "http/connection_limits.hpp"
#include "http/server.hpp"
#include "http/tls.hpp"

namespace rejoinder::http {

// What all workers of one server use together. Outlives them.
struct Shared {
    Shared(Config settings, Handler& handles, const Clock& reads, Log logs)
        : config(std::move(settings)),
          handler(handles),
          clock(reads),
          log(logs ? std::move(logs) : [](std::string_view, std::string_view) {}),
          limits(config.connections, config.connections_per_address),
          tls(config.tls_certificate, config.tls_key) {}

    const Config config;
    Handler& handler;
    const Clock& clock;
    const Log log;
    ConnectionLimits limits;
    TlsContext tls;
};

}  // namespace rejoinder::http

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/shard.hpp"
#include "http/server.hpp"

namespace rejoinder::app {

// Bytes of memory, as the system counts them for this process; 0 when it does not tell.
struct ProcessMemory {
    std::uint64_t resident = 0;
    std::uint64_t virtual_size = 0;
};

ProcessMemory process_memory();

// What `/metrics` shows, in the text format of Prometheus.
std::string metrics_text(const ShardFigures& shard, const http::Stats& http,
                         const ProcessMemory& memory, std::string_view version);

}  // namespace rejoinder::app

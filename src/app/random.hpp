#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "base/uuid.hpp"

// All chance in the server is drawn here, from the system's own source, and handed in where it is
// needed. Any thread may draw; drawing never fails.
namespace rejoinder::app {

void fill_random(std::span<std::byte> bytes);

// A number from 0 up to `bound` without it, each as likely; 0 for a bound of 0.
std::uint32_t random_below(std::uint32_t bound);

// A version 4 UUID.
Uuid random_uuid();

// `bytes` random bytes in base64url without padding: 32 bytes become 43 characters.
std::string random_token(std::size_t bytes = 32);

// 100 bits of chance as words that can be read out and typed, `k7fq2-…`.
std::string random_password();

}  // namespace rejoinder::app

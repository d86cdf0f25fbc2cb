#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Agents' passwords, as argon2id hashes in the encoded form that holds its own salt and cost.
// Any thread may call; each call takes tens of milliseconds and tens of megabytes on purpose.
namespace rejoinder::app::password {

// Longer passwords are refused: hashing must not cost more because somebody sends a novel.
inline constexpr std::size_t bytes_max = 1024;

// What one guess costs: about 64 MiB, or 256 MiB and several times as long. A hash says which it
// was made with, so both can stand side by side.
enum class Cost : std::uint8_t { interactive, moderate };

// Throws std::bad_alloc when the memory is not there. `password` has at most `bytes_max` bytes.
std::string hash(std::string_view password, Cost cost = Cost::interactive);

// Whether `password` is the one `hash` was made of. False for a hash that is not one, such as the
// empty one of an agent who may not log in.
bool verify(std::string_view hash, std::string_view password);

}  // namespace rejoinder::app::password

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"

// Files that hold secrets: readable and writable by their owner only. Failures are `internal`, with
// a detail for the operator that names the file.
namespace rejoinder::app {

// What to do when the file is there already.
enum class IfThere : std::uint8_t { keep, replace };

// Writes the whole file, durably and at once: after a crash it is there as a whole or not at all.
Result<void> write_private_file(const std::filesystem::path& file, std::string_view content,
                                IfThere if_there);

// The whole file; nothing when there is none. Fails when it is larger than `bytes_max`, or when
// others than its owner may read or write it.
Result<std::optional<std::string>> read_private_file(const std::filesystem::path& file,
                                                     std::size_t bytes_max);

}  // namespace rejoinder::app

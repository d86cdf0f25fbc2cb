#pragma once

#include <filesystem>
#include <memory>

#include "base/error.hpp"
#include "store/archive.hpp"

namespace rejoinder::store {

// Reads the database at `file`, which a store of this process has open. Fails with
// `store_unavailable`.
Result<std::unique_ptr<Archive>> open_sqlite_archive(const std::filesystem::path& file);

}  // namespace rejoinder::store

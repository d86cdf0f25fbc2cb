#pragma once

#include <filesystem>
#include <utility>

#include "base/error.hpp"

namespace rejoinder::store {

// Keeps a second process (or a second store of this one) away from the same files. Held until it is
// destroyed; a process that dies lets go of it.
class FileLock {
public:
    // Locks `file`, made when it is not there. Fails with `conflict` when somebody holds it, with
    // `store_unavailable` when it cannot be made.
    static Result<FileLock> acquire(const std::filesystem::path& file);

    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileLock& operator=(FileLock&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

}  // namespace rejoinder::store

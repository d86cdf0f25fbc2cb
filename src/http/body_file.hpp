#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "base/error.hpp"

namespace rejoinder::http {

// A response's body that lies in a file, read a piece at a time while it is sent. Belongs to one
// response.
class BodyFile {
public:
    // Fails with `not_found` when there is no such file, with `internal` when it cannot be read.
    static Result<std::shared_ptr<BodyFile>> open(const std::filesystem::path& path);

    explicit BodyFile(int descriptor) : descriptor_(descriptor) {}
    ~BodyFile();
    BodyFile(const BodyFile&) = delete;
    BodyFile& operator=(const BodyFile&) = delete;

    // In bytes, when it was opened.
    std::uint64_t size() const { return size_; }

    // Appends the next bytes to `out`, at most `bytes_max`, at least one unless all were read.
    // Fails when the file cannot be read or has become shorter.
    Result<void> read(std::string& out, std::size_t bytes_max);

private:
    Result<void> measure();

    const int descriptor_;
    std::uint64_t size_ = 0;
    std::uint64_t offset_ = 0;
};

}  // namespace rejoinder::http

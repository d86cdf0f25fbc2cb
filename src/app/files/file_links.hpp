#pragma once

#include <sodium.h>

#include <array>
#include <string>
#include <string_view>

#include "app/secret.hpp"
#include "base/uuid.hpp"

namespace rejoinder::app::files {

// The tokens in the links by which visitors get files: made with the server's secret, so that each
// proves itself and nothing is stored for it.
//
// Thread-safe once made.
class FileLinks {
public:
    explicit FileLinks(const Secret& secret);

    // The path of the file, `/files/{id}/{token}`.
    std::string path(const FileId& file) const;

    // Whether `token` is the file's, byte for byte.
    bool verify(const FileId& file, std::string_view token) const;

private:
    std::string token(const FileId& file) const;

    std::array<unsigned char, crypto_auth_hmacsha256_KEYBYTES> key_;
};

}  // namespace rejoinder::app::files

#pragma once

#include <sodium.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/time.hpp"
#include "base/uuid.hpp"

namespace rejoinder::app {

// 32 random bytes only this installation knows. What they are used for gets a key derived of them.
using Secret = std::array<std::uint8_t, 32>;

// Reads the secret in `file`, or makes one, readable by its owner only, when there is no file.
//
// Fails with `internal` and a detail for the operator when the file cannot be read or written, is
// not exactly a secret, or others than its owner may read or write it: whoever knows the secret
// can forge every session key.
Result<Secret> open_secret(const std::filesystem::path& file);

// What a genuine session key says.
struct SessionKey {
    SessionId session;
    Instant created_at;
};

// Makes and checks session keys, `{session id}!{epoch ms}!{base64 of 20 bytes}`: the last part can
// only be made with the secret, so a key proves itself and nothing is stored for it (wire
// spec 1.3).
//
// Thread-safe once made.
class SessionKeys {
public:
    explicit SessionKeys(const Secret& secret);

    std::string make(const SessionId& session, Instant created_at) const;

    // Fails with `session_invalid` for any text that is not, byte for byte, what `make` returned.
    // Takes equally long for each wrong key of the right shape.
    Result<SessionKey> verify(std::string_view key) const;

private:
    static constexpr std::size_t code_bytes = 20;
    static constexpr std::size_t code_characters = 28;

    // The last part of the key that begins with `claim`, and a zero.
    std::array<char, code_characters + 1> code_of(std::string_view claim) const;

    // The hash with the key already in it; copied for each use.
    crypto_auth_hmacsha256_state keyed_;
};

}  // namespace rejoinder::app

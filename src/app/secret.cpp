#include "app/secret.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

#include "app/private_file.hpp"
#include "app/random.hpp"
#include "base/check.hpp"

namespace rejoinder::app {
namespace {

constexpr std::size_t uuid_characters = 36;

// The secret in `file`; nothing when there is no such file.
Result<std::optional<Secret>> read_secret(const std::filesystem::path& file) {
    Secret secret{};
    TRY(const auto content, read_private_file(file, secret.size()));
    if (!content) return std::nullopt;
    if (content->size() != secret.size())
        return fail(Errc::internal, file.string() + ": is not a secret of 32 bytes");
    std::ranges::copy(*content, secret.begin());
    return secret;
}

std::optional<std::int64_t> read_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

Result<Secret> open_secret(const std::filesystem::path& file) {
    TRY(const auto existing, read_secret(file));
    if (existing) return *existing;

    std::string drawn(Secret().size(), '\0');
    fill_random(std::as_writable_bytes(std::span(drawn)));
    // Another process may be faster: its secret counts then.
    TRY_VOID(write_private_file(file, drawn, IfThere::keep));
    TRY(const auto written, read_secret(file));
    if (!written) return fail(Errc::internal, file.string() + ": vanished");
    return *written;
}

SessionKeys::SessionKeys(const Secret& secret) {
    CHECK(sodium_init() >= 0);
    static_assert(sizeof(Secret) == crypto_kdf_KEYBYTES);
    constexpr std::uint64_t purpose = 1;
    std::array<std::uint8_t, crypto_auth_hmacsha256_KEYBYTES> key{};
    crypto_kdf_derive_from_key(key.data(), key.size(), purpose, "sessions", secret.data());
    crypto_auth_hmacsha256_init(&keyed_, key.data(), key.size());
    sodium_memzero(key.data(), key.size());
}

std::string SessionKeys::make(const SessionId& session, Instant created_at) const {
    std::string key = session.str();
    key += '!';
    key += std::to_string(epoch_milliseconds(created_at));
    const auto code = code_of(key);
    key += '!';
    key += code.data();
    return key;
}

Result<SessionKey> SessionKeys::verify(std::string_view key) const {
    constexpr std::size_t shortest = uuid_characters + 3 + code_characters;
    if (key.size() < shortest) return fail(Errc::session_invalid);
    const std::string_view claim = key.substr(0, key.size() - code_characters - 1);
    const std::string_view code = key.substr(claim.size() + 1);
    if (key[claim.size()] != '!' || claim[uuid_characters] != '!')
        return fail(Errc::session_invalid);

    const auto expected = code_of(claim);
    if (sodium_memcmp(expected.data(), code.data(), code_characters) != 0)
        return fail(Errc::session_invalid);

    const auto session = SessionId::parse(claim.substr(0, uuid_characters));
    const auto created_at = read_number(claim.substr(uuid_characters + 1));
    if (!session || !created_at) return fail(Errc::session_invalid);
    return SessionKey{*session, instant_from_epoch(*created_at)};
}

std::array<char, SessionKeys::code_characters + 1> SessionKeys::code_of(
    std::string_view claim) const {
    static_assert(sodium_base64_ENCODED_LEN(code_bytes, sodium_base64_VARIANT_ORIGINAL) ==
                  code_characters + 1);
    crypto_auth_hmacsha256_state state = keyed_;
    std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> hash;
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(claim.data()),
                                  claim.size());
    crypto_auth_hmacsha256_final(&state, hash.data());

    std::array<char, code_characters + 1> text;
    sodium_bin2base64(text.data(), text.size(), hash.data(), code_bytes,
                      sodium_base64_VARIANT_ORIGINAL);
    return text;
}

}  // namespace rejoinder::app

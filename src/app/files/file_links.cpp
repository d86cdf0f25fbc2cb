#include "app/files/file_links.hpp"

#include "base/check.hpp"

namespace rejoinder::app::files {
namespace {

constexpr std::size_t code_bytes = 20;

}  // namespace

FileLinks::FileLinks(const Secret& secret) {
    CHECK(sodium_init() >= 0);
    // A purpose of its own: what is made with one key proves nothing with another.
    constexpr std::uint64_t purpose = 2;
    crypto_kdf_derive_from_key(key_.data(), key_.size(), purpose, "filelink", secret.data());
}

std::string FileLinks::path(const FileId& file) const {
    return "/files/" + file.str() + "/" + token(file);
}

bool FileLinks::verify(const FileId& file, std::string_view text) const {
    const std::string expected = token(file);
    return text.size() == expected.size() &&
           sodium_memcmp(expected.data(), text.data(), expected.size()) == 0;
}

std::string FileLinks::token(const FileId& file) const {
    const std::string claim = file.str();
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code;
    crypto_auth_hmacsha256(code.data(), reinterpret_cast<const unsigned char*>(claim.data()),
                           claim.size(), key_.data());
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<char, sodium_base64_ENCODED_LEN(code_bytes, variant)> text;
    sodium_bin2base64(text.data(), text.size(), code.data(), code_bytes, variant);
    return text.data();
}

}  // namespace rejoinder::app::files

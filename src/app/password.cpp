#include "app/password.hpp"

#include <sodium.h>

#include <array>
#include <new>

#include "base/check.hpp"

namespace rejoinder::app::password {
namespace {

void prepare() {
    static const bool is_ready = sodium_init() >= 0;
    CHECK(is_ready);
}

}  // namespace

std::string hash(std::string_view password, Cost cost) {
    prepare();
    CHECK(password.size() <= bytes_max);
    const bool is_moderate = cost == Cost::moderate;
    const unsigned long long operations =
        is_moderate ? crypto_pwhash_OPSLIMIT_MODERATE : crypto_pwhash_OPSLIMIT_INTERACTIVE;
    const std::size_t memory =
        is_moderate ? crypto_pwhash_MEMLIMIT_MODERATE : crypto_pwhash_MEMLIMIT_INTERACTIVE;

    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), operations, memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return text.data();
}

bool verify(std::string_view hash, std::string_view password) {
    prepare();
    if (password.size() > bytes_max || hash.empty() || hash.size() >= crypto_pwhash_STRBYTES)
        return false;
    std::array<char, crypto_pwhash_STRBYTES> text{};
    hash.copy(text.data(), text.size() - 1);
    return crypto_pwhash_str_verify(text.data(), password.data(), password.size()) == 0;
}

}  // namespace rejoinder::app::password

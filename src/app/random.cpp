#include "app/random.hpp"

#include <sodium.h>

#include <array>
#include <string_view>
#include <vector>

#include "base/check.hpp"

namespace rejoinder::app {
namespace {

void prepare() {
    static const bool is_ready = sodium_init() >= 0;
    CHECK(is_ready);
}

}  // namespace

void fill_random(std::span<std::byte> bytes) {
    prepare();
    if (!bytes.empty()) randombytes_buf(bytes.data(), bytes.size());
}

std::uint32_t random_below(std::uint32_t bound) {
    prepare();
    return randombytes_uniform(bound);
}

Uuid random_uuid() {
    std::array<std::uint8_t, 16> bytes{};
    fill_random(std::as_writable_bytes(std::span(bytes)));
    return Uuid::from_random(bytes);
}

std::string random_token(std::size_t bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::vector<std::uint8_t> drawn(bytes);
    fill_random(std::as_writable_bytes(std::span(drawn)));
    std::string text(sodium_base64_encoded_len(bytes, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), drawn.data(), drawn.size(), variant);
    sodium_memzero(drawn.data(), drawn.size());
    text.pop_back();  // the terminating zero
    return text;
}

std::string random_password() {
    // 32 characters, five bits each; none looks like another.
    constexpr std::string_view alphabet = "abcdefghjkmnpqrstuvwxyz023456789";
    static_assert(alphabet.size() == 32);
    constexpr int groups = 4;
    constexpr int group_characters = 5;

    std::string text;
    for (int group = 0; group < groups; ++group) {
        if (group > 0) text += '-';
        for (int i = 0; i < group_characters; ++i) text += alphabet[random_below(alphabet.size())];
    }
    return text;
}

}  // namespace rejoinder::app

#include "app/api/authentication.hpp"

#include <sodium.h>

#include <array>
#include <chrono>
#include <cstddef>

#include "base/check.hpp"
#include "base/text.hpp"

namespace rejoinder::app::api {

namespace {

constexpr std::string_view bearer_scheme = "Bearer";

// Host and port of an origin or a URL.
std::string_view authority_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    return url.substr(0, url.find_first_of("/?#"));
}

std::string attributes(Transport transport) {
    std::string text = "; Path=/; HttpOnly; SameSite=Strict";
    if (transport == Transport::tls) text += "; Secure";
    return text;
}

}  // namespace

std::optional<Token> token_of(const http::Request& request) {
    if (const auto authorization = request.header("Authorization")) {
        std::string_view rest = *authorization;
        const std::string_view scheme = take_until(rest, ' ');
        const std::string_view token = trim(rest);
        if (http::is_same_word(scheme, bearer_scheme) && !token.empty()) {
            return Token{std::string(token), TokenSource::bearer};
        }
    }
    auto value = cookie(request, cookie_name);
    if (!value || value->empty()) return std::nullopt;
    return Token{*std::move(value), TokenSource::cookie};
}

std::optional<std::string> cookie(const http::Request& request, std::string_view name) {
    std::optional<std::string> found;
    request.for_each_header("Cookie", [&](std::string_view rest) {
        while (!rest.empty() && !found) {
            std::string_view pair = take_until(rest, ';');
            const std::string_view key = trim(take_until(pair, '='));
            if (key == name) found = std::string(trim(pair));
        }
    });
    return found;
}

std::string hash_of(std::string_view token) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(token.data()),
                       token.size());
    std::array<char, 2 * digest.size() + 1> text;
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return std::string(text.data(), text.size() - 1);
}

Result<void> check_origin(const http::Request& request, std::string_view public_url) {
    const auto origin = request.header("Origin");
    if (!origin) return {};
    const std::string_view authority = authority_of(*origin);
    const auto host = request.header("Host");
    if (!authority.empty()) {
        if (host && http::is_same_word(authority, *host)) return {};
        if (http::is_same_word(authority, authority_of(public_url))) return {};
    }
    return fail(Errc::forbidden, "Pages of another site may not do this");
}

Result<void> check_csrf(const http::Request& request, TokenSource source) {
    const bool is_read =
        request.method == http::Method::get || request.method == http::Method::head;
    if (is_read || source == TokenSource::bearer) return {};
    if (request.header("X-CSRF") == "1") return {};
    return fail(Errc::forbidden, "With the cookie this needs the header X-CSRF: 1");
}

std::string token_cookie(std::string_view token, Duration lifetime, Transport transport) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(lifetime).count();
    std::string text(cookie_name);
    text += '=';
    text += token;
    text += "; Max-Age=";
    text += std::to_string(seconds);
    return text + attributes(transport);
}

std::string cleared_cookie(Transport transport) {
    std::string text(cookie_name);
    text += "=; Max-Age=0";
    return text + attributes(transport);
}

}  // namespace rejoinder::app::api

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/time.hpp"
#include "http/request.hpp"

// Who asks, and whether the request can have come from a page of another site.
namespace rejoinder::app::api {

inline constexpr std::string_view cookie_name = "rejoinder_agent";

enum class TokenSource : std::uint8_t { bearer, cookie };

// A token as it was sent; whether it holds is for the core to say.
struct Token {
    std::string text;
    TokenSource source = TokenSource::bearer;
};

// The request's token. The Authorization header goes before the cookie.
std::optional<Token> token_of(const http::Request& request);

// The value of the cookie `name`, the first one of several.
std::optional<std::string> cookie(const http::Request& request, std::string_view name);

// SHA-256 in hexadecimal: what is kept of a token.
std::string hash_of(std::string_view token);

// Fails with `forbidden` when the request has an Origin that is neither the host it asks nor
// `public_url` (empty for none).
Result<void> check_origin(const http::Request& request, std::string_view public_url);

// Fails with `forbidden` when a request that changes something rests on a cookie, which browsers
// send by themselves, and lacks `X-CSRF: 1`, which only our own pages can send.
Result<void> check_csrf(const http::Request& request, TokenSource source);

enum class Transport : std::uint8_t { plain, tls };

// The value of Set-Cookie that hands a token to a browser for `lifetime`, and the one that takes
// it back.
std::string token_cookie(std::string_view token, Duration lifetime, Transport transport);
std::string cleared_cookie(Transport transport);

}  // namespace rejoinder::app::api

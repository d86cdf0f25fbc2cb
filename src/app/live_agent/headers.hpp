#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/error.hpp"
#include "domain/request.hpp"
#include "http/request.hpp"

namespace rejoinder::app::live_agent {

inline constexpr int api_version_min = 29;

// What the dialect reads of a request's headers (wire spec 1.3); the views live as long as the
// request's. A header that is sent empty counts as not sent.
struct Headers {
    std::optional<std::string_view> version;
    std::optional<std::string_view> session_key;
    std::optional<std::string_view> sequence;
    domain::AffinityClaim affinity;
    std::optional<std::string_view> origin;
    std::optional<std::string_view> host;
    std::optional<std::string_view> referrer;
    std::optional<std::string_view> user_agent;
    // Access-Control-Request-Headers.
    std::string_view asked_headers;
};

Headers read_headers(const http::Request& request);

// `NN` or `NN.0`, 29 or higher. Fails with `version_required`.
Result<int> read_version(std::optional<std::string_view> text);

// A client's counter of its posts; nothing when it sent none. Fails with `sequence_invalid`.
Result<std::optional<std::int64_t>> read_sequence(std::optional<std::string_view> text);

// A whole number with an optional sign and nothing around it.
std::optional<std::int64_t> read_integer(std::string_view text);

}  // namespace rejoinder::app::live_agent

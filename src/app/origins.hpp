#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::app {

// Which pages may call the visitors' dialect from a browser, and the header lines that tell them
// (CORS). Any thread may use it.
//
// Credentials are always allowed, so an origin is echoed, never `*` (wire spec, D.6).
class Origins {
public:
    // Longer origins are refused, longer lists of asked headers are cut to ours.
    static constexpr std::size_t origin_bytes_max = 256;
    static constexpr std::size_t asked_headers_bytes_max = 1024;

    // `always` are allowed whatever the deployments say.
    explicit Origins(std::vector<std::string> always) : always_(std::move(always)) {}

    // What all deployments allow together; empty means any origin.
    void set_allowed(std::vector<std::string> allowed);

    bool is_allowed(std::string_view origin) const;

    // The lines for any answer to a page at `origin`, each `Name: value\r\n`.
    std::string lines(std::string_view origin) const;

    // The lines for the answer to a preflight, which asked for `asked_headers`.
    std::string preflight_lines(std::string_view origin, std::string_view asked_headers) const;

private:
    using List = std::vector<std::string>;

    List always_;
    mutable std::mutex mutex_;
    // Null: any origin.
    std::shared_ptr<const List> allowed_;
};

}  // namespace rejoinder::app

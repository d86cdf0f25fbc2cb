#include "app/web/negotiation.hpp"

#include <optional>

#include "base/text.hpp"

namespace rejoinder::app::web {
namespace {

// Whether the parameters behind a coding leave it acceptable. A weight that is none refuses it:
// then the client gets what all clients can read.
bool is_wanted(std::string_view parameters) {
    while (!parameters.empty()) {
        std::string_view weight = take_until(parameters, ';');
        if (http::is_same_word(trim(take_until(weight, '=')), "q"))
            return weight.find_first_of("123456789") != std::string_view::npos;
    }
    return true;
}

}  // namespace

Codings accepted_codings(const http::Request& request) {
    std::optional<bool> gzip;
    std::optional<bool> brotli;
    bool others = false;
    request.for_each_header("Accept-Encoding", [&](std::string_view list) {
        while (!list.empty()) {
            std::string_view parameters = take_until(list, ',');
            const std::string_view coding = trim(take_until(parameters, ';'));
            const bool wanted = is_wanted(parameters);
            if (http::is_same_word(coding, "br"))
                brotli = wanted;
            else if (http::is_same_word(coding, "gzip") || http::is_same_word(coding, "x-gzip"))
                gzip = wanted;
            else if (coding == "*")
                others = wanted;
        }
    });
    return {.gzip = gzip.value_or(others), .brotli = brotli.value_or(others)};
}

bool has_already(const http::Request& request, std::string_view tag) {
    bool found = false;
    request.for_each_header("If-None-Match", [&](std::string_view list) {
        while (!list.empty() && !found) {
            std::string_view one = trim(take_until(list, ','));
            if (one.starts_with("W/")) one.remove_prefix(2);
            found = one == "*" || one == tag;
        }
    });
    return found;
}

}  // namespace rejoinder::app::web

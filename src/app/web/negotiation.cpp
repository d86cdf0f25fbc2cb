#include "app/web/negotiation.hpp"

#include <optional>

namespace rejoinder::app::web {
namespace {

std::string_view trim(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

// Takes the part of `rest` before the next `separator` away from it, without blanks around.
std::string_view take_until(std::string_view& rest, char separator) {
    const std::string_view part = rest.substr(0, rest.find(separator));
    rest.remove_prefix(part.size() < rest.size() ? part.size() + 1 : part.size());
    return trim(part);
}

// Whether the parameters behind a coding leave it acceptable. A weight that is none refuses it:
// then the client gets what all clients can read.
bool is_wanted(std::string_view parameters) {
    while (!parameters.empty()) {
        std::string_view weight = take_until(parameters, ';');
        if (http::is_same_word(take_until(weight, '='), "q"))
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
            const std::string_view coding = take_until(parameters, ';');
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
            std::string_view one = take_until(list, ',');
            if (one.starts_with("W/")) one.remove_prefix(2);
            found = one == "*" || one == tag;
        }
    });
    return found;
}

}  // namespace rejoinder::app::web

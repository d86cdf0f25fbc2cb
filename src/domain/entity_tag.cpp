#include "domain/entity_tag.hpp"

#include <boost/uuid/name_generator_sha1.hpp>

#include "base/text.hpp"

namespace rejoinder::domain {

std::string entity_tag(std::string_view body) {
    static constexpr std::string_view digits = "0123456789abcdef";
    // SHA-1 cut to a UUID's size: short, and nobody gains from two bodies of the same tag.
    const boost::uuids::name_generator_sha1 generate(boost::uuids::ns::oid());
    std::string tag = "\"";
    for (const std::uint8_t byte : generate(body.data(), body.size())) {
        tag += digits[byte >> 4];
        tag += digits[byte & 0x0F];
    }
    return tag + '"';
}

bool is_match(std::string_view if_match, std::string_view tag) {
    while (!if_match.empty()) {
        const std::string_view one = trim(take_until(if_match, ','));
        if (one == "*" || one == tag) return true;
    }
    return false;
}

}  // namespace rejoinder::domain

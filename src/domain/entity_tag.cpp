#include "domain/entity_tag.hpp"

#include <boost/uuid/name_generator_sha1.hpp>

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
        std::string_view one = if_match.substr(0, if_match.find(','));
        if_match.remove_prefix(one.size() < if_match.size() ? one.size() + 1 : one.size());
        while (one.starts_with(' ') || one.starts_with('\t')) one.remove_prefix(1);
        while (one.ends_with(' ') || one.ends_with('\t')) one.remove_suffix(1);
        if (one == "*" || one == tag) return true;
    }
    return false;
}

}  // namespace rejoinder::domain

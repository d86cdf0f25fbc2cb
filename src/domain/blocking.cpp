#include "domain/blocking.hpp"

#include <algorithm>
#include <iterator>

namespace rejoinder::domain {
Result<void> check_range(std::string_view from, std::string_view to) {
    const auto first = parse_ip_address(from);
    const auto last = to.empty() ? first : parse_ip_address(to);
    if (!first || !last) return fail(Errc::bad_request, "Addresses must be IPv4 or IPv6");
    if (first->is_ipv4() != last->is_ipv4())
        return fail(Errc::bad_request, "Both addresses of a range must be IPv4, or both IPv6");
    if (*first > *last)
        return fail(Errc::bad_request, "The first address of a range must not be above the last");
    return {};
}

void Blocking::update(const std::map<BlockingRuleId, record::BlockingRule>& rules) {
    std::vector<Range> ranges;
    for (const auto& [id, rule] : rules) {
        if (!check_range(rule.from_address, rule.to_address)) continue;
        const IpAddress from = *parse_ip_address(rule.from_address);
        ranges.push_back({from, parse_ip_address(rule.to_address).value_or(from)});
    }
    std::ranges::sort(ranges, {}, &Range::from);
    ranges_.clear();
    for (const Range& range : ranges) {
        if (!ranges_.empty() && range.from <= ranges_.back().to)
            ranges_.back().to = std::max(ranges_.back().to, range.to);
        else
            ranges_.push_back(range);
    }
}

bool Blocking::is_blocked(std::string_view address) const {
    if (ranges_.empty()) return false;
    const auto asked = parse_ip_address(address.substr(0, address.find('%')));
    if (!asked) return false;
    // The last range that begins at the address or before it.
    const auto behind = std::ranges::upper_bound(ranges_, *asked, {}, &Range::from);
    return behind != ranges_.begin() && *asked <= std::prev(behind)->to;
}

}  // namespace rejoinder::domain

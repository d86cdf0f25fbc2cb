#include "domain/blocking.hpp"

#include <algorithm>
#include <iterator>

namespace rejoinder::domain {

// Without a second address the range is the first one alone.
std::optional<Blocking::Range> Blocking::range_of(const record::BlockingRule& rule) {
    const auto from = parse_ip_address(rule.from_address);
    const auto to = rule.to_address.empty() ? from : parse_ip_address(rule.to_address);
    if (!from || !to || from->is_ipv4() != to->is_ipv4() || *from > *to) return std::nullopt;
    return Range{*from, *to};
}

void Blocking::update(const std::map<BlockingRuleId, record::BlockingRule>& rules) {
    std::vector<Range> ranges;
    for (const auto& [id, rule] : rules)
        if (const auto range = range_of(rule)) ranges.push_back(*range);
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

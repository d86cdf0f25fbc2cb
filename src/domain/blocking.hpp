#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "base/ip_address.hpp"
#include "base/record_id.hpp"
#include "record/rules.hpp"

namespace rejoinder::domain {

// The addresses of one organization whose requests are refused (product spec 2.4).
class Blocking {
public:
    // Rules in one organization; agents make no more of them at the bound.
    static constexpr std::size_t rules_max = 20'000;

    // Takes the rules over. One whose addresses are not of one kind and in their order is left out.
    void update(const std::map<BlockingRuleId, record::BlockingRule>& rules);

    // Costs the logarithm of the number of rules. What is no address is not blocked; the zone of
    // an IPv6 address does not count.
    bool is_blocked(std::string_view address) const;

private:
    struct Range {
        IpAddress from;
        IpAddress to;
    };

    static std::optional<Range> range_of(const record::BlockingRule& rule);

    // In their order, none touching another.
    std::vector<Range> ranges_;
};

}  // namespace rejoinder::domain

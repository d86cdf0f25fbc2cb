#include "domain/blocking.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <span>

namespace rejoinder::domain {
namespace {

constexpr std::size_t ipv4_start = 12;
constexpr int groups_of_ipv6 = 8;

// A whole number without a sign, in as many digits as it needs, or up to `digits_max` of them.
std::optional<unsigned> number(std::string_view text, int base, std::size_t digits_max) {
    unsigned value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, base);
    const bool is_padded = base == 10 && text.size() > 1 && text.front() == '0';
    if (text.empty() || text.size() > digits_max || error != std::errc{} || stop != end ||
        is_padded)
        return std::nullopt;
    return value;
}

// What stands before the next `separator`; `text` is what follows it then.
std::string_view take_part(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
    return part;
}

// Writes the four bytes at `place`.
bool read_ipv4(std::string_view text, Address& address, std::size_t place) {
    if (std::ranges::count(text, '.') != 3 || text.ends_with('.')) return false;
    for (int i = 0; i < 4; ++i) {
        const auto byte = number(take_part(text, '.'), 10, 3);
        if (!byte || *byte > 0xFF) return false;
        address.bytes[place++] = static_cast<std::uint8_t>(*byte);
    }
    return true;
}

// Writes groups from the first on, as many as there are. Returns their number; -1 when they are
// not understood or do not fit. Only the last part of an address may end in an IPv4 address.
int read_groups(std::string_view text, Address& address, bool may_end_in_ipv4) {
    int count = 0;
    if (text.ends_with(':')) return -1;
    while (!text.empty()) {
        const bool is_last = text.find(':') == text.npos;
        const auto place = static_cast<std::size_t>(count) * 2;
        if (is_last && may_end_in_ipv4 && text.find('.') != text.npos)
            return count + 2 <= groups_of_ipv6 && read_ipv4(text, address, place) ? count + 2 : -1;
        const auto group = number(take_part(text, ':'), 16, 4);
        if (!group || ++count > groups_of_ipv6) return -1;
        address.bytes[place] = static_cast<std::uint8_t>(*group >> 8U);
        address.bytes[place + 1] = static_cast<std::uint8_t>(*group & 0xFFU);
    }
    return count;
}

std::optional<Address> read_ipv6(std::string_view text) {
    Address address;
    const std::size_t gap = text.find("::");
    if (gap == text.npos) {
        if (read_groups(text, address, true) != groups_of_ipv6) return std::nullopt;
        return address;
    }
    Address tail;
    const int before = read_groups(text.substr(0, gap), address, false);
    const int after = read_groups(text.substr(gap + 2), tail, true);
    // The gap stands for one group at least.
    if (before < 0 || after < 0 || before + after >= groups_of_ipv6) return std::nullopt;
    const auto bytes = static_cast<std::ptrdiff_t>(after) * 2;
    std::ranges::copy(tail.bytes.begin(), tail.bytes.begin() + bytes, address.bytes.end() - bytes);
    return address;
}

}  // namespace

bool Address::is_ipv4() const {
    static constexpr std::array<std::uint8_t, ipv4_start> mapped{0, 0, 0, 0, 0,    0,
                                                                 0, 0, 0, 0, 0xFF, 0xFF};
    return std::ranges::equal(mapped, std::span(bytes).first(ipv4_start));
}

std::optional<Address> parse_address(std::string_view text) {
    if (text.find(':') != text.npos) return read_ipv6(text);
    Address address;
    address.bytes[ipv4_start - 2] = address.bytes[ipv4_start - 1] = 0xFF;
    if (!read_ipv4(text, address, ipv4_start)) return std::nullopt;
    return address;
}

Result<void> check_range(std::string_view from, std::string_view to) {
    const auto first = parse_address(from);
    const auto last = to.empty() ? first : parse_address(to);
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
        const Address from = *parse_address(rule.from_address);
        ranges.push_back({from, parse_address(rule.to_address).value_or(from)});
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
    const auto asked = parse_address(address.substr(0, address.find('%')));
    if (!asked) return false;
    // The last range that begins at the address or before it.
    const auto behind = std::ranges::upper_bound(ranges_, *asked, {}, &Range::from);
    return behind != ranges_.begin() && *asked <= std::prev(behind)->to;
}

}  // namespace rejoinder::domain

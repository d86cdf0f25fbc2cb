#include "domain/replacement.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace rejoinder::domain {
namespace {

std::optional<int> digit_at(std::string_view text, std::size_t place) {
    if (place >= text.size() || text[place] < '0' || text[place] > '9') return std::nullopt;
    return text[place] - '0';
}

// What `$…` stands for.
struct Reference {
    int group = -1;
    // In bytes; 0 when it stands for itself.
    std::size_t size = 0;
};

// Two digits where there are so many groups, else one.
Reference numbered_group(std::string_view text, const Pattern& pattern) {
    const auto first = digit_at(text, 1);
    const auto second = digit_at(text, 2);
    if (!first) return {};
    if (const int both = *first * 10 + second.value_or(0);
        second && both > 0 && both <= pattern.group_count)
        return {both, 3};
    if (*first == 0 || *first > pattern.group_count) return {};
    return {*first, 2};
}

Reference named_group(std::string_view text, const Pattern& pattern) {
    const std::size_t end = text.find('>');
    if (pattern.groups.empty() || end == text.npos) return {};
    const auto found = pattern.groups.find(text.substr(2, end - 2));
    // A name that no group has stands for nothing.
    return {found == pattern.groups.end() ? -1 : found->second, end + 1};
}

Reference reference_of(std::string_view text, const Pattern& pattern) {
    if (text.starts_with("$&")) return {0, 2};
    if (text.starts_with("$<")) return named_group(text, pattern);
    return numbered_group(text, pattern);
}

}  // namespace

Replacement::Replacement(std::string_view text, const Pattern& pattern) {
    while (!text.empty()) {
        const std::size_t literal = std::min(text.find('$'), text.size());
        last_text_ += text.substr(0, literal);
        text.remove_prefix(literal);
        if (text.empty()) break;
        if (text.starts_with("$$")) {
            last_text_ += '$';
            text.remove_prefix(2);
            continue;
        }
        const Reference reference = reference_of(text, pattern);
        if (reference.size == 0) last_text_ += '$';
        if (reference.group >= 0) add_group(reference.group);
        text.remove_prefix(std::max<std::size_t>(reference.size, 1));
    }
}

void Replacement::add_group(int group) {
    parts_.push_back({std::exchange(last_text_, {}), group});
    group_count_ = std::max(group_count_, group + 1);
}

void Replacement::append_to(std::string& out, std::span<const std::string_view> groups,
                            std::size_t bytes_max) const {
    for (const Part& part : parts_) {
        if (out.size() > bytes_max) return;
        out += part.text;
        out += groups[static_cast<std::size_t>(part.group)];
    }
    out += last_text_;
}

}  // namespace rejoinder::domain

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/pattern.hpp"

namespace rejoinder::domain {

// What stands in the place of a match: JavaScript's replacement text, in which `$$` is a dollar
// sign, `$&` the match, `$1` a group and `$<name>` a group with a name. `` $` `` and `$'` are kept
// as they are: they would let through what stands around the match.
class Replacement {
public:
    // Replaces by nothing.
    Replacement() = default;
    Replacement(std::string_view text, const Pattern& pattern);

    // The groups it needs, the match itself included.
    int group_count() const { return group_count_; }

    // Appends what stands for a match. `groups` begins with the match; groups that took no part are
    // empty. Stops behind `bytes_max` bytes of `out`.
    void append_to(std::string& out, std::span<const std::string_view> groups,
                   std::size_t bytes_max) const;

private:
    struct Part {
        std::string text;
        // Stands after the text; -1 for none.
        int group = -1;
    };

    void add_group(int group);

    std::vector<Part> parts_;
    int group_count_ = 1;
    std::string last_text_;
};

}  // namespace rejoinder::domain

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/error.hpp"

namespace rejoinder::protocol {

// A value that is none of the others of `MemberValue`.
struct OtherValue {
    bool operator==(const OtherValue&) const = default;
};

using MemberValue =
    std::variant<OtherValue, bool, std::int64_t, double, std::string, std::vector<std::string>>;

// One member of a JSON object whose shape is not known while compiling.
struct Member {
    std::string name;
    MemberValue value;
};

// Reads an object's members in their order, without those that are null. Of a member that comes
// twice both are there.
//
// Fails with `bad_request` when the text is not JSON (see `read`), or no object.
Result<std::vector<Member>> read_members(std::string_view json);

}  // namespace rejoinder::protocol

#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder {

// An id of the original's form: 15 case-sensitive letters and digits that begin with the prefix of
// their kind, written with or without three letters of checksum. Compared on the first 15
// (product spec 2.1). `Prefix` makes ids of different kinds different types.
template <class Prefix>
class RecordId {
public:
    static constexpr std::size_t length = 15;
    static constexpr std::string_view prefix = Prefix::prefix;

    // No id; never equal to one that was parsed.
    constexpr RecordId() = default;

    // Reads the 15- or 18-character form. Nothing when the length, a character or the prefix is
    // wrong; the checksum of the long form is not looked at, as old clients garble its case.
    static std::optional<RecordId> parse(std::string_view text);

    // A later id of the same kind, for objects made at run time: `serial` in base 62 after the
    // prefix.
    static RecordId numbered(std::uint64_t serial);

    bool empty() const { return characters_[0] == '\0'; }
    // The 15-character form; empty for no id.
    std::string_view view() const { return {characters_.data(), empty() ? 0 : length}; }
    std::string str() const { return std::string(view()); }
    // The 18-character form, with its checksum.
    std::string full() const;

    auto operator<=>(const RecordId&) const = default;

private:
    std::array<char, length> characters_{};
};

struct OrganizationPrefix {
    static constexpr std::string_view prefix = "00D";
};
struct DeploymentPrefix {
    static constexpr std::string_view prefix = "572";
};
struct ButtonPrefix {
    static constexpr std::string_view prefix = "573";
};
struct AgentPrefix {
    static constexpr std::string_view prefix = "005";
};
struct SkillPrefix {
    static constexpr std::string_view prefix = "0C5";
};

struct AgentConfigPrefix {
    static constexpr std::string_view prefix = "571";
};
struct SensitiveDataRulePrefix {
    static constexpr std::string_view prefix = "0GO";
};
struct BlockingRulePrefix {
    static constexpr std::string_view prefix = "0BR";
};
struct QuickTextPrefix {
    static constexpr std::string_view prefix = "574";
};
struct BusinessHoursPrefix {
    static constexpr std::string_view prefix = "01m";
};

using OrganizationId = RecordId<OrganizationPrefix>;
using DeploymentId = RecordId<DeploymentPrefix>;
using ButtonId = RecordId<ButtonPrefix>;
using AgentId = RecordId<AgentPrefix>;
using SkillId = RecordId<SkillPrefix>;
using AgentConfigId = RecordId<AgentConfigPrefix>;
using SensitiveDataRuleId = RecordId<SensitiveDataRulePrefix>;
using BlockingRuleId = RecordId<BlockingRulePrefix>;
using QuickTextId = RecordId<QuickTextPrefix>;
using BusinessHoursId = RecordId<BusinessHoursPrefix>;

// The three letters that tell the case of the 15 characters before them.
std::string record_id_checksum(std::string_view fifteen);

bool is_record_id_text(std::string_view text);

template <class Prefix>
std::optional<RecordId<Prefix>> RecordId<Prefix>::parse(std::string_view text) {
    if (!is_record_id_text(text) || !text.starts_with(prefix)) return std::nullopt;
    RecordId id;
    text.copy(id.characters_.data(), length);
    return id;
}

template <class Prefix>
RecordId<Prefix> RecordId<Prefix>::numbered(std::uint64_t serial) {
    static constexpr std::string_view digits =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    RecordId id;
    id.characters_.fill('0');
    prefix.copy(id.characters_.data(), prefix.size());
    for (std::size_t place = length; serial != 0 && place > prefix.size(); serial /= digits.size())
        id.characters_[--place] = digits[serial % digits.size()];
    return id;
}

template <class Prefix>
std::string RecordId<Prefix>::full() const {
    return empty() ? std::string() : str() + record_id_checksum(view());
}

}  // namespace rejoinder

template <class Prefix>
struct std::hash<rejoinder::RecordId<Prefix>> {
    std::size_t operator()(const rejoinder::RecordId<Prefix>& id) const noexcept {
        return std::hash<std::string_view>{}(id.view());
    }
};

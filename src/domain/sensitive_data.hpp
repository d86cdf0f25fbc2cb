#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/record_id.hpp"
#include "protocol/types.hpp"
#include "record/rules.hpp"

namespace rejoinder::domain {

// Who wrote a text. The values are those of `SensitiveDataRule::enforce_on`.
enum class Speaker : std::uint8_t { agent = 1, visitor = 2, supervisor = 4 };

// Whether a rule may have this pattern; the detail of the error says what is wrong and where.
Result<void> check_pattern(std::string_view pattern);

// The sensitive data rules of one organization, at work: what must not be said or kept is taken out
// of a text before it is stored and before anybody sees it (product spec 2.4).
//
// A text costs time in proportion to its length, whatever the patterns and the text are; what that
// leaves unlooked at is taken out, too.
class SensitiveData {
public:
    // Enabled rules at work, in the order of their application; those behind are left out.
    static constexpr std::size_t rules_max = 200;
    // What a pattern may become, in instructions of RE2, and the memory to match it.
    static constexpr int program_size_max = 10'000;
    static constexpr std::int64_t memory_max = 2 * 1024 * 1024;
    // How much longer a text may get; it is cut there.
    static constexpr std::size_t growth_max = 16 * 1024;
    // The work on one text, in bytes looked at times instructions, besides looking through it once
    // for each rule. No rule meets the bound on texts of usual length.
    static constexpr std::uint64_t steps_max = 1ULL << 28U;

    // What is left of it, for several texts that count as one.
    struct Work {
        std::uint64_t steps = steps_max;
    };

    // One rule that took something out.
    using Rule = record::SensitiveDataRule;

    struct Cleaned {
        std::string text;
        // By priority; they stay until the next `update`.
        std::vector<const Rule*> fired;
    };

    SensitiveData();
    ~SensitiveData();
    SensitiveData(SensitiveData&&) noexcept;
    SensitiveData& operator=(SensitiveData&&) noexcept;

    // Takes the enabled rules over, those with a lower priority first, then by id. Rules whose
    // pattern is refused by `check_pattern` are left out.
    void update(const std::map<SensitiveDataRuleId, Rule>& rules);

    // The text as it may be kept, each rule applied to what the one before it left. Texts of UTF-8
    // stay that.
    Cleaned clean(std::string_view text, Speaker speaker) const {
        Work work;
        return clean(text, speaker, work);
    }
    Cleaned clean(std::string_view text, Speaker speaker, Work& work) const;

    // What visitors' clients are told to apply themselves.
    const std::vector<protocol::SensitiveDataRule>& rules_for_visitors() const {
        return for_visitors_;
    }

    bool is_empty() const { return rules_.empty(); }

private:
    struct Compiled;

    std::vector<std::unique_ptr<Compiled>> rules_;
    std::vector<protocol::SensitiveDataRule> for_visitors_;
};

// The rules that fired as an entry tells them: a JSON array of Rule (wire spec 4.9).
std::string json_of_rules(const std::vector<const SensitiveData::Rule*>& rules);

}  // namespace rejoinder::domain

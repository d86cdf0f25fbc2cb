#include "domain/sensitive_data.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"
#include "domain/pattern.hpp"
#include "domain/replacement.hpp"

namespace rejoinder::domain {
namespace {

// JavaScript has no more in a replacement text either.
constexpr int groups_max = 100;

RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(SensitiveData::memory_max);
    return options;
}

Result<void> check_program(const RE2& program) {
    if (!program.ok() || program.ProgramSize() > SensitiveData::program_size_max ||
        program.ReverseProgramSize() < 0)
        return fail(Errc::bad_request, "The pattern needs too much memory");
    return {};
}

}  // namespace

Result<void> check_pattern(std::string_view pattern) {
    TRY(const Pattern translated, translate_pattern(pattern));
    return check_program(RE2(translated.re2, options()));
}

struct SensitiveData::Compiled {
    Compiled(Rule wanted, Pattern translated)
        : row(std::move(wanted)), pattern(std::move(translated)), program(pattern.re2, options()) {
        if (row.action_type == record::SensitiveDataAction::replace)
            replacement = Replacement(row.replacement, pattern);
    }

    bool is_for(Speaker speaker) const {
        return (row.enforce_on & static_cast<std::int64_t>(speaker)) != 0;
    }

    // How far a search that found `match` has looked at the most.
    std::uint64_t bytes_looked_at(std::size_t from, std::size_t match, std::size_t end) const {
        if (!pattern.match_bytes_max) return end - from;
        return std::min(end - from, match - from + *pattern.match_bytes_max);
    }

    // Replaces all matches in `text`, as JavaScript does. Whether there was one that said something
    // or was replaced by something.
    bool apply(std::string& text, std::size_t bytes_max, Work& work) const;

    Rule row;
    Pattern pattern;
    RE2 program;
    Replacement replacement;
};

bool SensitiveData::Compiled::apply(std::string& text, std::size_t bytes_max, Work& work) const {
    std::array<re2::StringPiece, groups_max> found;
    std::array<std::string_view, groups_max> groups;
    const int group_count = std::min(replacement.group_count(), groups_max);
    const auto size_of_program = static_cast<std::uint64_t>(program.ProgramSize());
    std::string out;
    bool has_fired = false;
    std::size_t copied = 0;
    for (std::size_t from = 0; from <= text.size();) {
        if (!program.Match(text, from, text.size(), RE2::UNANCHORED, found.data(), group_count))
            break;
        const auto begin = static_cast<std::size_t>(found[0].data() - text.data());
        const std::size_t end = begin + found[0].size();
        // The first look is free: every text takes it.
        const std::uint64_t cost = from == 0 ? 0 : bytes_looked_at(from, begin, text.size());
        const bool is_exhausted = cost * size_of_program > work.steps || out.size() > bytes_max;
        if (is_exhausted) {
            has_fired = true;
            copied = text.size();
            break;
        }
        work.steps -= cost * size_of_program;
        // An assertion may hold between the bytes of a character.
        const bool is_place = utf8::is_boundary(text, begin);
        if (is_place) {
            out.append(text, copied, begin - copied);
            const std::size_t size_before = out.size();
            for (int i = 0; i < group_count; ++i) {
                const auto place = static_cast<std::size_t>(i);
                groups[place] = {found[place].data(), found[place].size()};
            }
            replacement.append_to(out, groups, bytes_max);
            has_fired = has_fired || begin != end || out.size() != size_before;
            copied = end;
        }
        from = begin == end ? utf8::next(text, end) : end;
    }
    if (!has_fired) return false;
    out.append(text, copied);
    utf8::truncate(out, bytes_max);
    text = std::move(out);
    return true;
}

SensitiveData::SensitiveData() = default;
SensitiveData::~SensitiveData() = default;
SensitiveData::SensitiveData(SensitiveData&&) noexcept = default;
SensitiveData& SensitiveData::operator=(SensitiveData&&) noexcept = default;

void SensitiveData::update(const std::map<SensitiveDataRuleId, Rule>& rules) {
    std::vector<std::unique_ptr<Compiled>> old = std::exchange(rules_, {});
    const auto take_old = [&](const Rule& row) -> std::unique_ptr<Compiled> {
        const auto same = std::ranges::find_if(old, [&](const auto& rule) {
            return rule && rule->row.id == row.id && rule->row.pattern == row.pattern &&
                   rule->row.replacement == row.replacement &&
                   rule->row.action_type == row.action_type;
        });
        return same == old.end() ? nullptr : std::move(*same);
    };
    for (const auto& [id, row] : rules) {
        if (!row.is_enabled) continue;
        if (auto rule = take_old(row)) {
            rule->row = row;
            rules_.push_back(std::move(rule));
            continue;
        }
        auto pattern = translate_pattern(row.pattern);
        if (!pattern) continue;
        auto rule = std::make_unique<Compiled>(row, *std::move(pattern));
        if (check_program(rule->program)) rules_.push_back(std::move(rule));
    }
    std::ranges::sort(
        rules_, {}, [](const auto& rule) { return std::tuple(rule->row.priority, rule->row.id); });
    if (rules_.size() > rules_max) rules_.resize(rules_max);
    for_visitors_.clear();
    for (const auto& rule : rules_) {
        if (!rule->is_for(Speaker::visitor)) continue;
        const Rule& row = rule->row;
        const bool is_replaced = row.action_type == record::SensitiveDataAction::replace;
        protocol::SensitiveDataRule& told = for_visitors_.emplace_back();
        told.name = row.name;
        told.pattern = row.pattern;
        told.id = row.id.str();
        if (is_replaced) told.replacement = row.replacement;
        told.action_type = is_replaced ? "Replace" : "Remove";
    }
}

SensitiveData::Cleaned SensitiveData::clean(std::string_view text, Speaker speaker,
                                            Work& work) const {
    Cleaned cleaned{std::string(text), {}};
    const std::size_t bytes_max = text.size() + growth_max;
    for (const auto& rule : rules_)
        if (rule->is_for(speaker) && rule->apply(cleaned.text, bytes_max, work))
            cleaned.fired.push_back(&rule->row);
    return cleaned;
}

std::string json_of_rules(const std::vector<const SensitiveData::Rule*>& rules) {
    std::vector<protocol::Rule> shown;
    for (const SensitiveData::Rule* rule : rules) shown.push_back({rule->id.str(), rule->name});
    return protocol::to_json(shown);
}

}  // namespace rejoinder::domain

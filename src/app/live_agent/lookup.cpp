#include "app/live_agent/lookup.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "http/query.hpp"

namespace rejoinder::app::live_agent {
namespace {

using domain::VisitorLookup;

constexpr std::size_t callback_bytes_max = 256;
constexpr std::size_t location_bytes_max = 2'048;

// Calls `use` for each part of a list between commas, without blanks around it; none is empty.
template <class Use>
void for_each_part(std::string_view list, Use use) {
    while (!list.empty()) {
        const std::string_view part = trim(take_until(list, ','));
        if (!part.empty()) use(part);
    }
}

bool is_true(std::string_view text) { return text == "1" || text == "true"; }

bool has_flag(std::string_view query, std::string_view name) {
    return is_true(http::parameter(query, name).value_or(""));
}

// The page a visitor is on: the page that asks, or the one the parameter names itself.
std::string breadcrumb(std::string_view query, std::string_view referrer) {
    const std::string asked = http::parameter(query, "Settings.updateBreadcrumb").value_or("");
    const std::string_view location = is_true(asked)          ? referrer
                                      : asked.contains("://") ? std::string_view(asked)
                                                              : std::string_view();
    return std::string(location.substr(0, location_bytes_max));
}

Result<std::vector<std::string>> bounded_ids(std::string_view query, std::string_view name) {
    std::vector<std::string> ids = read_ids(query, name);
    if (ids.size() > lookup_ids_max) return fail(Errc::bad_request, "Too many ids");
    return ids;
}

Result<VisitorLookup::Noun> read_noun(std::string_view noun, std::string_view query,
                                      const LookupContext& context) {
    if (noun == "Settings") {
        TRY(auto ids, bounded_ids(query, "Settings.buttonIds"));
        return VisitorLookup::Settings{std::move(ids),
                                       has_flag(query, "Settings.needEstimatedWaitTime"),
                                       breadcrumb(query, context.referrer)};
    }
    if (noun == "Availability") {
        TRY(auto ids, bounded_ids(query, "Availability.ids"));
        return VisitorLookup::Availability{std::move(ids),
                                           has_flag(query, "Availability.needEstimatedWaitTime")};
    }
    if (noun == "VisitorId") {
        const auto known = Uuid::parse(http::parameter(query, "sid").value_or(""));
        return VisitorLookup::VisitorId{known.value_or(context.random).str()};
    }
    return fail(Errc::not_found, "No such noun");
}

Result<VisitorLookup> begin_lookup(std::string_view query, LookupContext context) {
    VisitorLookup lookup{.api_version = context.api_version,
                         .organization = http::parameter(query, "org_id").value_or(""),
                         .deployment = http::parameter(query, "deployment_id").value_or(""),
                         .nouns = {},
                         .callback = {},
                         .own_url = std::move(context.own_url)};
    if (lookup.organization.empty()) return fail(Errc::bad_request, "org_id is required");
    return lookup;
}

// Whether the query names a group of nouns other than the visitors' for this one.
bool is_foreign(std::string_view query, std::string_view noun) {
    const auto prefix = http::parameter(query, std::string(noun) + ".prefix");
    return prefix && *prefix != "Visitor";
}

}  // namespace

Result<VisitorLookup> read_lookup(std::string_view noun, std::string_view query,
                                  LookupContext context) {
    TRY(auto asked, read_noun(noun, query, context));
    TRY(VisitorLookup lookup, begin_lookup(query, std::move(context)));
    lookup.nouns.push_back(std::move(asked));
    return lookup;
}

Result<VisitorLookup> read_script_lookup(std::string_view noun, std::string_view query,
                                         LookupContext context) {
    const std::string nouns =
        noun == "MultiNoun" ? http::parameter(query, "nouns").value_or("") : std::string(noun);
    std::vector<VisitorLookup::Noun> asked;
    Result<void> read;
    for_each_part(nouns, [&](std::string_view name) {
        if (!read) return;
        if (asked.size() == lookup_nouns_max) {
            read = fail(Errc::bad_request, "Too many nouns");
        } else if (is_foreign(query, name)) {
            read = fail(Errc::not_found, "No such noun");
        } else if (auto one = read_noun(name, query, context)) {
            asked.push_back(*std::move(one));
        } else {
            read = std::unexpected(one.error());
        }
    });
    TRY_VOID(read);
    if (asked.empty()) return fail(Errc::bad_request, "nouns is required");
    TRY(VisitorLookup lookup, begin_lookup(query, std::move(context)));
    lookup.nouns = std::move(asked);
    return lookup;
}

std::vector<std::string> read_ids(std::string_view query, std::string_view name) {
    std::vector<std::string> ids;
    for (const std::string& value : http::parameters(query, name)) {
        std::string_view list = value;
        if (list.starts_with('[')) list.remove_prefix(1);
        if (list.ends_with(']')) list.remove_suffix(1);
        for_each_part(list, [&ids](std::string_view id) { ids.emplace_back(id); });
    }
    return ids;
}

bool is_callback(std::string_view text) {
    return !text.empty() && text.size() <= callback_bytes_max &&
           std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      c == '_' || c == '.' || c == '$';
           });
}

}  // namespace rejoinder::app::live_agent

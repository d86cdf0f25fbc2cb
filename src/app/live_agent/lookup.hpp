#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/uuid.hpp"
#include "domain/request.hpp"

// Reads what pages ask before a chat, `Visitor/*` (wire spec 2.18, 2.20).
namespace rejoinder::app::live_agent {

// Nouns in one JSONP request.
inline constexpr std::size_t lookup_nouns_max = 16;
// Ids in one list.
inline constexpr std::size_t lookup_ids_max = 200;

// What else a lookup is made of, beside its query.
struct LookupContext {
    int api_version = 0;
    // The page the request came from.
    std::string_view referrer = {};
    std::string own_url = {};
    // The visitor's id, if the query brings none.
    Uuid random = {};
};

// `noun` is `Settings`, `Availability` or `VisitorId`. Fails with `bad_request` when the
// organization is missing or there are more ids than one may ask for.
Result<domain::VisitorLookup> read_lookup(std::string_view noun, std::string_view query,
                                          LookupContext context);

// The same for a JSONP twin; `noun` may also be `MultiNoun`, whose query lists the nouns. The
// callback is not looked at here.
Result<domain::VisitorLookup> read_script_lookup(std::string_view noun, std::string_view query,
                                                 LookupContext context);

// The ids of a list parameter in any of its spellings: `a`, `a,b`, `[a,b]`; and in all of its
// repetitions.
std::vector<std::string> read_ids(std::string_view query, std::string_view name);

// A name, possibly dotted, that a page's script may be called by.
bool is_callback(std::string_view text);

}  // namespace rejoinder::app::live_agent

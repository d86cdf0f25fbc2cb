#pragma once

#include <string>
#include <string_view>

// Which state of a configured object somebody has seen: HTTP's ETag and If-Match.
namespace rejoinder::domain {

// The strong ETag, quotes included, of what is shown as `body`: the same for the same bytes, also
// after a restart.
std::string entity_tag(std::string_view body);

// Whether an If-Match header names `tag`, or any.
bool is_match(std::string_view if_match, std::string_view tag);

}  // namespace rejoinder::domain

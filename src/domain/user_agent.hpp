#pragma once

#include <string>
#include <string_view>

namespace rejoinder::domain {

// What a User-Agent header says in short: `Chrome 120` and `Windows`. Empty when it cannot be told.
std::string browser_of(std::string_view user_agent);
std::string platform_of(std::string_view user_agent);

}  // namespace rejoinder::domain

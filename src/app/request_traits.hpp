#pragma once

#include <optional>
#include <string_view>

#include "base/uuid.hpp"
#include "domain/request.hpp"

// What the shard has to know of a request without carrying it out.
namespace rejoinder::app {

// Its name, for the log.
std::string_view name_of(const domain::Request& request);

// The visitor's session it names, if it names one.
std::optional<SessionId> session_of(const domain::Request& request);

// Asks for something by somebody who is not here yet: turned away first when too many wait.
bool is_from_newcomer(const domain::Request& request);

// Tells of something that has happened already; it must not be lost.
bool is_notice(const domain::Request& request);

// Would write: not begun while the store fails.
bool is_write(const domain::Request& request);

}  // namespace rejoinder::app

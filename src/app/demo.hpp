#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/data_directory.hpp"
#include "app/organization_import.hpp"
#include "base/error.hpp"

// The organization that `rejoinder serve --demo` comes with.
namespace rejoinder::app {

// examples/demo-organization.toml. Written at build time.
extern const std::string_view demo_organization_toml;

// Imports the demo organization into a store that has no organization, and writes its agents'
// passwords to `directory.demo_agents()`, `ann <password>` a line. Returns what it did; nothing
// when there is an organization already.
//
// Fails as the store does, with nothing stored then.
Result<std::optional<Import>> import_demo(const DataDirectory& directory, store::Store& store,
                                          Instant now);

// What to tell whoever started the demo, passwords included.
std::string demo_banner(const Import& import, const DataDirectory& directory);

}  // namespace rejoinder::app

#include "app/demo.hpp"

#include "app/organization_file.hpp"
#include "app/private_file.hpp"
#include "base/check.hpp"

namespace rejoinder::app {

Result<std::optional<Import>> import_demo(const DataDirectory& directory, store::Store& store,
                                          Instant now) {
    TRY(const record::Snapshot stored, store.load(Instant::max()));
    if (!stored.organizations.empty()) return std::nullopt;

    const auto file = read_organization(demo_organization_toml, "demo-organization.toml");
    CHECK(file.has_value());
    TRY(Import import, plan_import(*file, stored, Prune::no, now));
    std::string lines;
    for (const NewPassword& drawn : import.passwords)
        lines += drawn.username + " " + drawn.password + "\n";
    // First the file: passwords that nobody knows would be worth nothing.
    TRY_VOID(write_private_file(directory.demo_agents(), lines, IfThere::replace));
    TRY_VOID(commit_import(import, store));
    return import;
}

std::string demo_banner(const Import& import, const DataDirectory& directory) {
    std::string text =
        "A demo organization was made. Its agents log in with these passwords,\n"
        "which are also in " +
        directory.demo_agents().string() + ":\n\n";
    for (const NewPassword& drawn : import.passwords)
        text += "    " + drawn.username + "  " + drawn.password + "\n";
    return text + "\n";
}

}  // namespace rejoinder::app

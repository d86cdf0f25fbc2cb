#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>

#include "app/organization_rows.hpp"
#include "app/problems.hpp"
#include "record/change.hpp"

namespace rejoinder::app {

// A file's text, and the name that stands for it in problems.
struct TextFile {
    std::string name;
    std::string text;
};

// The TOML files of an organization (docs/operating.md shows all keys): a table for each row, named
// as the row's own, its keys the row's members. Rows refer to each other by name or id.

// Reads the files that together describe one organization. References may also name what it has in
// `stored`.
//
// Fails with all problems there are, those of one file in its order.
std::expected<OrganizationFile, Problems> read_organization(std::span<const TextFile> files,
                                                            const record::Snapshot& stored);

// The same for one text that stands for itself.
std::expected<OrganizationFile, Problems> read_organization(std::string_view text,
                                                            std::string_view name);

// The organization as files, one for each kind of row, all of them every time. What they hold
// depends on the rows alone. Members that are as they are by default are left out, and so are
// passwords and API keys, and references to what is not there.
std::vector<TextFile> write_organization(const record::Organization& organization,
                                         const OrganizationRows& rows);

// A row as it is where a file says nothing.
template <class Row>
Row default_row() {
    Row row;
    if constexpr (std::is_same_v<Row, record::Button>) row.language = "en_US";
    return row;
}

// Members that files do not have: what every row of the organization has alike, and secrets.
constexpr bool is_left_out(std::string_view member) {
    return member == "organization" || member.ends_with("_hash");
}

}  // namespace rejoinder::app

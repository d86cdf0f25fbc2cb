#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "domain/directory.hpp"
#include "record/change.hpp"

// The configuration as the administration API shows and takes it (product spec 1.6, 2.2 to 2.4).
//
// `Row` is one of those that an organization has objects of, such as `record::Button`.
namespace rejoinder::domain::configuration {

// The row as a JSON object. A member's name is its property's; times to wait are seconds, instants
// are epoch milliseconds. The organization is not shown, and of a secret only whether it is set:
// `hasPassword`, `hasApiKey`.
template <class Row>
std::string to_json(const Row& row);

// `row` with what the JSON object sets; what it leaves out, or has null, stays. Unknown members,
// the organization and secrets are ignored.
//
// Fails with `bad_request`, and `fields` names every member of the wrong type.
template <class Row>
Result<Row> from_json(std::string_view json, Row row);

// What is wrong with a row that is to go into `organization`, or to replace its own there: bounds,
// references to what is not there, names that are taken. Empty when nothing is.
template <class Row>
std::vector<FieldProblem> problems_of(const Row& row, const Organization& organization);

// The error that tells of the problems; there is at least one.
Error error_of(std::vector<FieldProblem> problems);

// The property that shows a member: `push_timeout` as `pushTimeout`.
std::string property_name(std::string_view member);

}  // namespace rejoinder::domain::configuration

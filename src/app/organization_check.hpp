#pragma once

#include <string>
#include <vector>

#include "app/organization_rows.hpp"

namespace rejoinder::app {

// What is wrong with one member of a row.
struct RowProblem {
    // The row's.
    std::string id;
    // As the row declares it.
    std::string member;
    std::string what;
};

// Everything wrong with `rows`, once they are put beside what the organization has `stored`: what
// the administration API would refuse, too.
std::vector<RowProblem> check_rows(const OrganizationRows& rows, const OrganizationRows& stored);

}  // namespace rejoinder::app

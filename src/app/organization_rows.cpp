#include "app/organization_rows.hpp"

#include <algorithm>
#include <iterator>

namespace rejoinder::app {

OrganizationRows rows_of_organization(const record::Snapshot& stored,
                                      const OrganizationId& organization) {
    OrganizationRows own;
    for_each_kind(own, [&]<class Row>(std::vector<Row>& rows) {
        std::ranges::copy_if(rows_of<Row>(stored), std::back_inserter(rows),
                             [&](const Row& row) { return row.organization == organization; });
    });
    return own;
}

}  // namespace rejoinder::app

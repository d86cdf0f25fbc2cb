#include "app/organization_check.hpp"

#include <utility>

#include "domain/configuration.hpp"
#include "domain/directory.hpp"

namespace rejoinder::app {
namespace {

// The member that a property shows.
template <class Row>
std::string member_of(const std::string& property) {
    std::string member;
    const auto look = [&](std::string_view name) {
        if (domain::configuration::property_name(name) == property) member = name;
    };
    visit_fields(static_cast<const Row*>(nullptr),
                 [&](const auto&... fields) { (look(fields.name), ...); });
    return member;
}

}  // namespace

std::vector<RowProblem> check_rows(const OrganizationRows& rows, const OrganizationRows& stored) {
    const OrganizationId id = OrganizationId::numbered(1);
    record::Snapshot snapshot;
    snapshot.organizations.push_back({id, "checked"});
    domain::Directory directory;
    directory.load(snapshot);
    for (const OrganizationRows* part : {&stored, &rows})
        for_each_kind(*part, [&](const auto& list) {
            for (auto row : list) {
                row.organization = id;
                directory.put(std::move(row));
            }
        });

    const domain::Organization& organization = *directory.organization(id);
    std::vector<RowProblem> problems;
    for_each_kind(rows, [&]<class Row>(const std::vector<Row>& list) {
        for (const Row& row : list)
            for (auto& problem : domain::configuration::problems_of(row, organization))
                problems.push_back(
                    {row.id.str(), member_of<Row>(problem.field), std::move(problem.detail)});
    });
    return problems;
}

}  // namespace rejoinder::app

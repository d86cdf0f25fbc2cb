#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/problems.hpp"
#include "record/agent.hpp"
#include "record/organization.hpp"

namespace rejoinder::app {

// An organization as its file describes it (docs/operating.md shows one), checked in itself: ids
// are of the right kind and unique, skills that are named are there, user names are unique.
struct OrganizationFile {
    struct Agent {
        record::Agent row;  // without a password hash
        std::optional<std::string> password;
    };

    record::Organization organization;
    std::vector<record::Deployment> deployments;
    std::vector<record::Skill> skills;
    std::vector<Agent> agents;
    std::vector<record::Button> buttons;
};

// Reads the text of a file; `name` stands for it in problems. Fails with all problems there are.
std::expected<OrganizationFile, Problems> read_organization(std::string_view text,
                                                            std::string_view name);

}  // namespace rejoinder::app

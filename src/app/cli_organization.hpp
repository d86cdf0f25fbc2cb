#pragma once

#include <string>

#include "app/config.hpp"

// The commands `rejoinder org …`: an organization's configuration from and to files, while no
// server runs on the store. Each returns the exit code.
namespace rejoinder::app {

struct ImportOptions {
    std::string path;
    bool is_pruned = false;
    // For metadata: the id of the organization, which is made when it is not there.
    std::string organization;
    // Where the report goes as JSON; or empty.
    std::string report_file;
};

int run_import(const Config& config, const ImportOptions& options);

struct ExportOptions {
    std::string folder;
    // Its id; may be empty when there is only one.
    std::string organization;
};

int run_export(const Config& config, const ExportOptions& options);

}  // namespace rejoinder::app

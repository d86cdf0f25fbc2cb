#pragma once

#include <filesystem>

#include "base/error.hpp"

namespace rejoinder::app {

// Where everything is kept that survives a restart: the setting `store.path`.
class DataDirectory {
public:
    // Makes the directory, for its owner only, unless it is there. Fails with `internal` and a
    // detail for the operator.
    static Result<DataDirectory> open(std::filesystem::path path);

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path database() const { return path_ / "rejoinder.db"; }
    std::filesystem::path secret() const { return path_ / "secret"; }
    // What is in the files of chats.
    std::filesystem::path files() const { return path_ / "files"; }
    // The passwords of the demo organization's agents.
    std::filesystem::path demo_agents() const { return path_ / "demo-agents.txt"; }

private:
    explicit DataDirectory(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path path_;
};

}  // namespace rejoinder::app

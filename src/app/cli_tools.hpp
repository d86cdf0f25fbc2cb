#pragma once

#include <functional>

#include "app/config.hpp"
#include "app/data_directory.hpp"
#include "app/problems.hpp"
#include "base/error.hpp"
#include "store/store.hpp"

// What the commands of the command line share.
namespace rejoinder::app {

// Tell what went wrong on stderr, and return the exit code.
int tell(const Error& error, int code);
// With the exit code of what a store or a file failed with.
int tell(const Error& error);
int tell(const Problems& problems, int code);

// Runs `act` with the settings, or tells what is wrong with them.
int with_config(const ConfigSource& source, const std::function<int(const Config&)>& act);

// Runs `act` with the store, which no other process uses meanwhile.
int with_store(const Config& config,
               const std::function<int(const DataDirectory&, store::Store&)>& act);

}  // namespace rejoinder::app

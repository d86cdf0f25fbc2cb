#include "app/cli_tools.hpp"

#include <iostream>

#include "app/exit_code.hpp"

namespace rejoinder::app {

int tell(const Error& error, int code) {
    std::cerr << "rejoinder: " << error.text() << '\n';
    return code;
}

int tell(const Error& error) {
    return tell(error, error.code == Errc::conflict ? exit_code::busy : exit_code::store);
}

int tell(const Problems& problems, int code) {
    for (const std::string& problem : problems) std::cerr << problem << '\n';
    return code;
}

int with_config(const ConfigSource& source, const std::function<int(const Config&)>& act) {
    const auto config = load_config(source);
    return config ? act(*config) : tell(config.error(), exit_code::config);
}

int with_store(const Config& config,
               const std::function<int(const DataDirectory&, store::Store&)>& act) {
    const auto directory = DataDirectory::open(config.store.path);
    if (!directory) return tell(directory.error());
    const auto store = store::open_sqlite(directory->database());
    if (!store) return tell(store.error());
    return act(*directory, **store);
}

}  // namespace rejoinder::app

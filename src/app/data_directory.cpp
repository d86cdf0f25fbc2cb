#include "app/data_directory.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace rejoinder::app {

Result<DataDirectory> DataDirectory::open(std::filesystem::path path) {
    std::error_code error;
    const std::filesystem::path parent = path.parent_path();
    if (!parent.empty()) std::filesystem::create_directories(parent, error);
    if (error) return fail(Errc::internal, parent.string() + ": " + error.message());
    if (::mkdir(path.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return fail(Errc::internal, path.string() + ": " + std::strerror(errno));
    if (!std::filesystem::is_directory(path, error))
        return fail(Errc::internal, path.string() + ": is no directory");
    return DataDirectory(std::move(path));
}

}  // namespace rejoinder::app

#include "http/body_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace rejoinder::http {

Result<std::shared_ptr<BodyFile>> BodyFile::open(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) {
        if (errno == ENOENT) return fail(Errc::not_found);
        return fail(Errc::internal, path.string() + ": " + std::strerror(errno));
    }
    auto file = std::make_shared<BodyFile>(descriptor);
    TRY_VOID(file->measure());
    return file;
}

BodyFile::~BodyFile() { ::close(descriptor_); }

Result<void> BodyFile::measure() {
    struct stat status{};
    if (::fstat(descriptor_, &status) != 0) return fail(Errc::internal, std::strerror(errno));
    if (!S_ISREG(status.st_mode)) return fail(Errc::internal, "not a regular file");
    size_ = static_cast<std::uint64_t>(status.st_size);
    return {};
}

Result<void> BodyFile::read(std::string& out, std::size_t bytes_max) {
    const std::size_t begin = out.size();
    const auto wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>(bytes_max, size_ - offset_));
    out.resize(begin + wanted);
    ssize_t got = 0;
    do {
        got = ::pread(descriptor_, out.data() + begin, wanted, static_cast<off_t>(offset_));
    } while (got < 0 && errno == EINTR);
    out.resize(begin + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0) return fail(Errc::internal, std::strerror(errno));
    if (got == 0 && wanted > 0) return fail(Errc::internal, "the file was cut");
    offset_ += static_cast<std::uint64_t>(got);
    return {};
}

}  // namespace rejoinder::http

#include "app/private_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "app/file_descriptor.hpp"

namespace rejoinder::app {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> fail_file(const fs::path& file, std::string_view what) {
    return fail(Errc::internal, file.string() + ": " + std::string(what));
}

std::unexpected<Error> fail_errno(const fs::path& file) {
    return fail_file(file, std::strerror(errno));
}

Result<void> write_all(const fs::path& file, std::string_view content) {
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    const FileDescriptor opened(::open(file.c_str(), flags, S_IRUSR | S_IWUSR));
    if (!opened.is_open()) return fail_errno(file);
    while (!content.empty()) {
        const ssize_t put = ::write(opened.number(), content.data(), content.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return fail_errno(file);
        content.remove_prefix(static_cast<std::size_t>(put));
    }
    if (::fsync(opened.number()) != 0) return fail_errno(file);
    return {};
}

// Gives the finished draft its name. A link, unlike a rename, leaves a file alone that is there.
Result<void> publish(const fs::path& draft, const fs::path& file, IfThere if_there) {
    if (if_there == IfThere::replace) {
        if (::rename(draft.c_str(), file.c_str()) != 0) return fail_errno(file);
        return {};
    }
    const bool is_linked = ::link(draft.c_str(), file.c_str()) == 0;
    const int link_error = errno;
    ::unlink(draft.c_str());
    errno = link_error;
    if (!is_linked && link_error != EEXIST) return fail_errno(file);
    return {};
}

}  // namespace

Result<void> write_private_file(const fs::path& file, std::string_view content, IfThere if_there) {
    fs::path draft = file;
    draft += ".new";
    ::unlink(draft.c_str());  // left by a crash
    TRY_VOID(write_all(draft, content));
    TRY_VOID(publish(draft, file, if_there));

    const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
    const FileDescriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.is_open() || ::fsync(directory.number()) != 0) return fail_errno(folder);
    return {};
}

Result<std::optional<std::string>> read_private_file(const fs::path& file, std::size_t bytes_max) {
    const FileDescriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!opened.is_open()) {
        if (errno == ENOENT) return std::nullopt;
        return fail_errno(file);
    }
    struct stat status{};
    if (::fstat(opened.number(), &status) != 0) return fail_errno(file);
    if (!S_ISREG(status.st_mode)) return fail_file(file, "is no regular file");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail_file(file, "must be readable by its owner only (chmod 600)");

    std::string content(bytes_max + 1, '\0');
    std::size_t size = 0;
    while (size < content.size()) {
        const ssize_t got = ::read(opened.number(), content.data() + size, content.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail_errno(file);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    if (size > bytes_max) return fail_file(file, "is too large");
    content.resize(size);
    return content;
}

}  // namespace rejoinder::app

#include "app/files/file_store.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

namespace rejoinder::app::files {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> fail_errno(const fs::path& path) {
    return fail(Errc::internal, path.string() + ": " + std::strerror(errno));
}

Result<void> make_folder(const fs::path& path) {
    if (::mkdir(path.c_str(), S_IRWXU) != 0 && errno != EEXIST) return fail_errno(path);
    return {};
}

Result<void> sync_folder(const fs::path& path) {
    const FileDescriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.is_open() || ::fsync(folder.number()) != 0) return fail_errno(path);
    return {};
}

}  // namespace

FileStore::Draft::~Draft() { ::unlink(path_.c_str()); }

Result<void> FileStore::Draft::write(std::string_view piece) {
    while (!piece.empty()) {
        const ssize_t put = ::write(opened_.number(), piece.data(), piece.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return fail_errno(path_);
        piece.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

Result<void> FileStore::Draft::publish(const FileId& id) {
    const fs::path path = store_.path_of(id);
    const fs::path folder = path.parent_path();
    if (::fsync(opened_.number()) != 0) return fail_errno(path_);
    TRY_VOID(make_folder(folder));
    if (::rename(path_.c_str(), path.c_str()) != 0) return fail_errno(path);
    TRY_VOID(sync_folder(folder));
    return sync_folder(folder.parent_path());
}

Result<std::unique_ptr<FileStore>> FileStore::open(fs::path folder) {
    auto store = std::make_unique<FileStore>(std::move(folder));
    TRY_VOID(make_folder(store->folder_));
    std::error_code error;
    fs::remove_all(store->drafts(), error);
    if (error) return fail(Errc::internal, store->drafts().string() + ": " + error.message());
    TRY_VOID(make_folder(store->drafts()));
    return store;
}

Result<std::unique_ptr<FileStore::Draft>> FileStore::begin() {
    fs::path path = drafts() / std::to_string(++drafts_made_);
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    FileDescriptor opened(::open(path.c_str(), flags, S_IRUSR | S_IWUSR));
    if (!opened.is_open()) return fail_errno(path);
    return std::make_unique<Draft>(*this, std::move(path), std::move(opened));
}

Result<std::shared_ptr<http::BodyFile>> FileStore::read(const FileId& id) const {
    return http::BodyFile::open(path_of(id));
}

void FileStore::remove(const FileId& id) { ::unlink(path_of(id).c_str()); }

void FileStore::remove_unstored(const std::vector<record::File>& rows) {
    for (const record::File& row : rows)
        if (row.state != record::FileState::stored) remove(row.id);
}

fs::path FileStore::path_of(const FileId& id) const {
    const std::string name = id.str();
    return folder_ / name.substr(0, 2) / name;
}

}  // namespace rejoinder::app::files

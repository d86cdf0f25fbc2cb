#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "app/file_descriptor.hpp"
#include "base/error.hpp"
#include "base/uuid.hpp"
#include "http/body_file.hpp"
#include "record/file.hpp"

namespace rejoinder::app::files {

// What is in the files of chats: `{folder}/{first two of the id}/{id}`, readable by their owner
// only. A file is there as a whole or not at all.
//
// Thread-safe. Failures are `internal`, with a detail for the operator.
class FileStore {
public:
    // A file that is being written, under a name of no meaning. Gone when destroyed, unless it was
    // published. Belongs to one thread at a time.
    class Draft {
    public:
        Draft(FileStore& store, std::filesystem::path path, FileDescriptor opened)
            : store_(store), path_(std::move(path)), opened_(std::move(opened)) {}
        ~Draft();
        Draft(const Draft&) = delete;
        Draft& operator=(const Draft&) = delete;

        Result<void> write(std::string_view piece);

        // Makes it the file `id`, durably. To be called once.
        Result<void> publish(const FileId& id);

    private:
        FileStore& store_;
        const std::filesystem::path path_;
        const FileDescriptor opened_;
    };

    // Makes the folder where it is missing, and removes what was being written when the server
    // ended.
    static Result<std::unique_ptr<FileStore>> open(std::filesystem::path folder);

    explicit FileStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

    Result<std::unique_ptr<Draft>> begin();

    Result<std::shared_ptr<http::BodyFile>> read(const FileId& id) const;

    // Nothing happens when it is not there.
    void remove(const FileId& id);

    // Removes what was stored but never came to count, as the server ended in between.
    void remove_unstored(const std::vector<record::File>& rows);

    std::filesystem::path path_of(const FileId& id) const;

private:
    std::filesystem::path drafts() const { return folder_ / "incoming"; }

    const std::filesystem::path folder_;
    std::atomic<std::uint64_t> drafts_made_{0};
};

}  // namespace rejoinder::app::files

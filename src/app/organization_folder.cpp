#include "app/organization_folder.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

#include "app/metadata_import.hpp"
#include "app/toml_file.hpp"

namespace rejoinder::app {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// The files in and below the folder, sorted by name.
std::expected<std::vector<fs::path>, Problems> list_folder(const fs::path& folder) {
    const auto refuse = [&](const std::string& what) {
        return std::unexpected(Problems{folder.string() + ": " + what});
    };
    std::error_code error;
    std::vector<fs::path> files;
    fs::recursive_directory_iterator entries(folder, error);
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        std::error_code unknown;
        const bool is_folder = entries->is_directory(unknown);
        if (is_hidden(entries->path()) || (is_folder && entries->is_symlink(unknown))) {
            if (is_folder) entries.disable_recursion_pending();
            continue;
        }
        if (entries.depth() > folder_depth_max) return refuse("folders are nested too deeply");
        if (!entries->is_regular_file(unknown)) continue;
        if (files.size() == folder_files_max)
            return refuse("has more than " + std::to_string(folder_files_max) + " files");
        files.push_back(entries->path());
    }
    if (error) return refuse(error.message());
    std::ranges::sort(files);
    return files;
}

std::expected<std::vector<TextFile>, Problems> read_files(const std::vector<fs::path>& paths) {
    std::vector<TextFile> files;
    std::size_t bytes = 0;
    for (const fs::path& path : paths) {
        auto text = read_text_file(path);
        if (!text) return std::unexpected(Problems{text.error()});
        bytes += text->size();
        if (bytes > folder_bytes_max)
            return std::unexpected(Problems{path.string() + ": all files together are too large"});
        files.push_back({path.string(), *std::move(text)});
    }
    return files;
}

}  // namespace

std::expected<ImportFiles, Problems> read_import_files(const fs::path& path) {
    ImportFiles found;
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        TRY(found.files, read_files({path}));
        return found;
    }
    TRY(const std::vector<fs::path> paths, list_folder(path));
    std::vector<fs::path> tomls;
    std::vector<fs::path> metadata;
    for (const fs::path& file : paths) {
        const bool is_in_folder = file.parent_path() == path || file.parent_path() / "" == path;
        if (is_metadata_file(file.string()))
            metadata.push_back(file);
        else if (is_in_folder && file.extension() == ".toml")
            tomls.push_back(file);
        else
            found.others.push_back(file.string());
    }
    if (tomls.empty() == metadata.empty())
        return std::unexpected(Problems{
            path.string() + (tomls.empty() ? ": has neither .toml files nor metadata in it"
                                           : ": has both .toml files and metadata in it")});
    found.kind = tomls.empty() ? ImportFiles::Kind::metadata : ImportFiles::Kind::toml;
    TRY(found.files, read_files(tomls.empty() ? metadata : tomls));
    return found;
}

Result<void> write_files(const fs::path& folder, const std::vector<TextFile>& files) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return fail(Errc::internal, folder.string() + ": " + error.message());
    for (const TextFile& file : files) {
        const fs::path path = folder / file.name;
        std::ofstream stream(path, std::ios::binary | std::ios::trunc);
        stream << file.text << std::flush;
        if (!stream) return fail(Errc::internal, path.string() + ": cannot be written");
    }
    return {};
}

}  // namespace rejoinder::app

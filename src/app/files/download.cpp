#include "app/files/download.hpp"

#include "app/files/file_name.hpp"
#include "app/files/file_type.hpp"
#include "app/logging.hpp"
#include "protocol/api_files.hpp"
#include "protocol/wire.hpp"

namespace rejoinder::app::files {

Result<http::Response> download(const FileStore& store, std::string_view described) {
    TRY(const auto file, protocol::read<protocol::api::File>(described));
    const auto id = FileId::parse(file.file_id);
    if (!id) return fail(Errc::internal);
    auto content = store.read(*id);
    if (!content) {
        log_error("file_not_read", {{"file", file.file_id}, {"error", content.error().text()}});
        return fail(content.error().code, "The file is not there any more");
    }
    http::Response response{.content_type = lasting_type(file.content_type),
                            .file = *std::move(content)};
    response.add_header("Content-Disposition", attachment(file.name));
    response.add_header("X-Content-Type-Options", "nosniff");
    response.add_header("Content-Security-Policy", "sandbox; default-src 'none'");
    response.add_header("Cache-Control", "private, no-store");
    return response;
}

}  // namespace rejoinder::app::files

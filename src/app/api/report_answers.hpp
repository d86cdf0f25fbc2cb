#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "app/api/report_request.hpp"
#include "app/files/file_store.hpp"
#include "base/error.hpp"
#include "domain/access.hpp"
#include "domain/transcript.hpp"
#include "http/body_source.hpp"
#include "http/response.hpp"
#include "store/archive.hpp"

// What reports are answered with: out of the archive, as far as the asker may see it.
//
// Agents see the chats they were in, and those of the visitors they are engaged with; supervisors
// those of their skills too, all when none are listed; administrators all. Whispers are for
// supervisors and administrators.
namespace rejoinder::app::api {

// Not for an export. Fails as the archive does; with `not_found` when there is no such thing, and
// with `forbidden` when the asker may not see it.
Result<http::Response> answer_report(store::Archive& archive, const files::FileStore& files,
                                     const domain::Access& access, const Report& report);

// An export of transcripts, with their bodies, made piece by piece.
class ExportWriter {
public:
    // Bytes after which a piece ends, with the row it is at.
    static constexpr std::size_t piece_bytes = 64 * 1024;

    ExportWriter(const domain::Access& access, report::ExportTranscripts wanted);

    // The answer without its body.
    http::Response head() const;

    // The next piece; its ticket is the caller's to set. Fails as the archive does.
    Result<http::BodyPiece> next(store::Archive& archive);

private:
    void append(std::string& out, const store::Transcript& transcript) const;

    store::TranscriptQuery query_;
    report::ExportFormat format_;
    domain::transcript::Reader reader_;
    bool is_begun_ = false;
};

}  // namespace rejoinder::app::api

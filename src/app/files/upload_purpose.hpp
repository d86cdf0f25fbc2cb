#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/files/file_links.hpp"
#include "base/error.hpp"
#include "base/uuid.hpp"
#include "domain/effects.hpp"
#include "domain/request.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace rejoinder::app::files {

// Whose an upload is: what the core is asked about it, and how its client is answered. Belongs to
// one upload.
class UploadPurpose {
public:
    virtual ~UploadPurpose() = default;

    // A plain field of the form.
    virtual void take_field(std::string_view name, std::string value) = 0;

    // Asks whether the file may come; nothing while what that takes is missing.
    virtual std::optional<domain::Request> claim() const = 0;
    // Which file it is, when it may.
    virtual FileId granted(const domain::Reply& reply) const = 0;
    // Whether a file is to be stored at all.
    virtual bool wants_file() const = 0;
    // Tells the core that the file is stored, or why not. Nothing when it need not know.
    virtual std::optional<domain::Request> complete(const FileId& file,
                                                    Result<domain::StoredFile> stored) const = 0;
    // Tells the core that nothing more will come of what it allowed; nothing when it need not know.
    virtual std::optional<domain::Request> release(const FileId& file) const = 0;

    // The answer once the core has taken the outcome; `stored` is what it was told.
    virtual http::Response accepted(domain::Reply reply, const Result<void>& stored) const = 0;
    virtual http::Response refused(const Error& error) const = 0;
};

// A visitor's: the parameters of the upload target (wire spec 2.19) are in the query or the form.
// `cors` are the header lines for the page it comes from, `claim` is the upload's own number.
std::unique_ptr<UploadPurpose> make_visitor_purpose(const http::Request& head, std::string cors,
                                                    std::uint64_t claim);

// What an agent's upload needs to be told.
struct AgentUpload {
    std::string token_hash;
    std::string idempotency_key;
    SessionId chat;
    FileId file;
    // Where the visitor gets the file.
    std::string url;
};
std::unique_ptr<UploadPurpose> make_agent_purpose(AgentUpload upload);

}  // namespace rejoinder::app::files

#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "base/error.hpp"
#include "base/uuid.hpp"

// What can be asked of the core about the files of chats. What is in a file never comes here.
namespace rejoinder::domain {

// What whoever has stored a file tells of it.
struct StoredFile {
    std::string name;
    std::string content_type;
    std::int64_t size = 0;
};

namespace agent {

// Asks the visitor for a file. `own_url` is how the agent reached this server, `https://{host}`,
// where no other address is configured.
struct RequestFile {
    SessionId chat;
    FileId id;
    std::string token;
    std::string token_hash;
    std::string own_url;
};
struct CancelFileRequest {
    SessionId chat;
};
// Whether the agent may send a file, before any of it is taken.
struct CheckFile {
    SessionId chat;
};
// A file for the visitor has been stored; `url` is where the visitor gets it.
struct SendFile {
    SessionId chat;
    FileId id;
    StoredFile file;
    std::string url;
};
// Answered with `Outcome::file`.
struct GetFile {
    SessionId chat;
    FileId id;
};

}  // namespace agent

// A visitor's upload begins: it alone may carry the request out that `token_hash` is for. `claim`
// names it and is not 0. Answered with `Outcome::file`.
struct ClaimUpload {
    SessionId chat;
    // As the client wrote it; empty when it did not.
    std::string organization;
    std::string token_hash;
    std::uint64_t claim = 0;
};
// It broke off: another may try. A notice, nobody waits.
struct ReleaseUpload {
    FileId file;
    std::uint64_t claim = 0;
};
// It is over: stored, or not taken; the error's detail says why.
struct CompleteUpload {
    FileId file;
    std::uint64_t claim = 0;
    Result<StoredFile> stored;
};
// The visitor does not want to send a file.
struct CancelUpload {
    SessionId chat;
    std::string token_hash;
    std::uint64_t claim = 0;
};
// The visitor's way to a file an agent sent; the link has been checked. Answered with
// `Outcome::file`.
struct GetLinkedFile {
    FileId file;
};

// One step of these, by whoever holds a token or a link.
struct FileStep {
    std::variant<ClaimUpload, ReleaseUpload, CompleteUpload, CancelUpload, GetLinkedFile> what;
};

}  // namespace rejoinder::domain

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/files/file_store.hpp"
#include "app/files/file_type.hpp"
#include "app/files/upload_purpose.hpp"
#include "base/error.hpp"
#include "domain/effects.hpp"
#include "domain/request.hpp"
#include "http/body_sink.hpp"
#include "http/multipart.hpp"
#include "http/response.hpp"
#include "http/ticket.hpp"

namespace rejoinder::app::files {

// One form with a file, on its way from a connection to the disk.
//
//     bytes -> parts -> a draft on disk        the core: may it come? -> granted -> complete
//
// The core is asked as soon as the form has told enough, at the latest at its end; what is refused
// is read on and dropped, as most clients read no answer before they have sent everything. Bytes,
// the core's answers and the end come in on any thread; `work` does everything else.
class Upload final : private http::MultipartReader::Receiver {
public:
    // Bytes that wait for `work`; more hold the client up.
    static constexpr std::size_t waiting_max = 64 * 1024;
    static constexpr std::size_t field_bytes_max = 4'096;

    // What it works with; all of it outlives the upload.
    struct Means {
        std::uint64_t size_max = 0;
        std::vector<std::string> types;
        FileStore& store;
        std::function<bool(domain::Request, std::uint64_t upload)> submit;
        std::function<void(http::Ticket, http::Response)> answer;
        std::function<void(http::Ticket)> resume;
    };

    // Without a boundary there is no form, but perhaps parameters in the query.
    Upload(std::uint64_t number, http::Ticket ticket, std::optional<std::string> boundary,
           std::unique_ptr<UploadPurpose> purpose, const Means& means);

    std::uint64_t number() const { return number_; }

    // ---- any thread. Each returns whether `work` has to be called, by one thread at a time.

    [[nodiscard]] bool take(std::string_view piece, http::BodySink::Flow& flow);
    // The form has ended; or it will never do.
    [[nodiscard]] bool end();
    [[nodiscard]] bool abort();
    [[nodiscard]] bool take_answer(Result<domain::Reply> answer);

    // Does all there is to do at present. Returns whether the upload is over.
    bool work();

private:
    // What came in since the last look.
    struct Mail {
        std::string bytes;
        bool is_ended = false;
        bool is_aborted = false;
        bool is_held_up = false;
        std::optional<Result<domain::Reply>> answer;
    };
    enum class Claim : std::uint8_t { not_asked, asked, granted, refused };
    enum class Stage : std::uint8_t { reading, completing, over };

    template <class Change>
    bool post(Change&& change);

    void begin_part(const http::MultipartReader::Part& part) override;
    void add_content(std::string_view piece) override;
    void end_part() override;
    void begin_file(const http::MultipartReader::Part& part);
    void give_up_file(Error error);

    void read(std::string_view bytes);
    void hear(Result<domain::Reply> answer);
    void step();
    void ask();
    void conclude();
    Result<domain::StoredFile> judge() const;
    void respond(http::Response response);
    void refuse(const Error& error);
    void release();

    const std::uint64_t number_;
    const http::Ticket ticket_;
    const std::unique_ptr<UploadPurpose> purpose_;
    const Means& means_;

    std::mutex mutex_;
    Mail mail_;
    bool is_working_ = false;

    // Of `work` alone.
    std::optional<http::MultipartReader> reader_;
    Claim claim_ = Claim::not_asked;
    Stage stage_ = Stage::reading;
    bool is_ended_ = false;
    bool is_aborted_ = false;
    std::optional<Error> refusal_;  // the core's
    std::optional<Error> problem_;  // with the file
    FileId id_;
    std::string field_;
    std::string value_;
    bool is_in_file_ = false;
    bool has_file_ = false;
    std::string name_;
    std::string claimed_type_;
    FileContent content_;
    std::unique_ptr<FileStore::Draft> draft_;
    Result<void> outcome_;
};

}  // namespace rejoinder::app::files

#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "app/files/upload.hpp"

namespace rejoinder::app::files {

// The uploads under way, and the few threads that parse them and write them to disk: those of the
// sockets never wait for it.
//
// Uses the caller kind `upload`. Thread-safe.
class Uploads {
public:
    struct Config {
        std::uint64_t size_max = 5 * 1024 * 1024;
        std::vector<std::string> types = known_types();
        std::size_t uploads_max = 64;
        std::size_t workers = 2;
    };
    // The ways out; they may be called on any thread and outlive the uploads.
    struct Links {
        std::function<bool(domain::Request, domain::Caller)> submit;
        std::function<void(http::Ticket, http::Response)> answer;
        std::function<void(http::Ticket)> resume;
    };
    // Makes the purpose of the upload of this number.
    using MakePurpose = std::function<std::unique_ptr<UploadPurpose>(std::uint64_t number)>;

    // `store` outlives this.
    Uploads(Config config, FileStore& store, Links links);
    ~Uploads() { stop(); }
    Uploads(const Uploads&) = delete;
    Uploads& operator=(const Uploads&) = delete;

    // Takes a form in. Null, and the client is answered, when too many are under way.
    std::unique_ptr<http::BodySink> open(const http::Request& head, http::Ticket ticket,
                                         const MakePurpose& make_purpose);

    // What the core answered a caller of kind `upload`.
    void release(domain::Outgoing outgoing);

    // Ends the threads; what is under way stays unanswered. To be called before `Links` goes away.
    void stop();

private:
    class Sink;

    void schedule(std::shared_ptr<Upload> upload);
    void work();

    const Config config_;
    const Links links_;
    const Upload::Means means_;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::uint64_t next_number_ = 1;
    std::unordered_map<std::uint64_t, std::shared_ptr<Upload>> uploads_;
    std::deque<std::shared_ptr<Upload>> ready_;
    bool is_stopping_ = false;
    std::vector<std::thread> workers_;
};

}  // namespace rejoinder::app::files

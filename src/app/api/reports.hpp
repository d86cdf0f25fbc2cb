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

#include "app/api/report_request.hpp"
#include "app/files/file_store.hpp"
#include "base/error.hpp"
#include "domain/access.hpp"
#include "domain/effects.hpp"
#include "domain/request.hpp"
#include "http/body_source.hpp"
#include "http/response.hpp"
#include "http/ticket.hpp"
#include "store/archive.hpp"

namespace rejoinder::app::api {

// Reports under way.
//
// A report asks the core who asks and what that one may see. When the answer leaves the core,
// everything before it is stored; so the archive, read by the one worker after it, knows of all
// that the asker has seen. Exports go on piece by piece, between the other reports.
//
// Thread-safe; only the worker waits. Outlives the sockets.
class Reports {
public:
    // Reports that wait for the core, reports that wait for the worker, and exports under way.
    static constexpr std::size_t pending_max = 256;
    static constexpr std::size_t waiting_max = 64;
    static constexpr std::size_t exports_max = 8;

    struct Links {
        std::function<bool(domain::Request, domain::Caller)> submit;
        std::function<void(http::Ticket, http::Response)> answer;
        std::function<void(http::BodyPiece)> send;
    };

    explicit Reports(Links links) : links_(std::move(links)) {}
    ~Reports() { stop(); }

    Reports(const Reports&) = delete;
    Reports& operator=(const Reports&) = delete;

    // Begins to work, with what is stored of chats and where their files lie. To be called once,
    // before any report.
    void start(std::unique_ptr<store::Archive> archive, const files::FileStore& files);

    // Begins a report for the holder of a token, who hears of a request that was not understood
    // only when the token holds. Fails with `overloaded` when too many are under way; otherwise the
    // answer comes from the worker or from `release`.
    Result<void> begin(std::string token_hash, Result<Report> report, http::Ticket ticket);

    // The core's answer to one of the callers of kind `report`. Returns the answer to the client if
    // it is due now.
    std::optional<http::Response> release(const domain::Reply& reply);
    std::optional<http::Response> release(const domain::Refusal& refusal);

    // Drops what waits, and ends the worker.
    void stop();

private:
    class Export;

    // Does one thing with the archive.
    using Job = std::function<void(store::Archive&)>;

    std::optional<Result<Report>> take(domain::Caller caller);
    // Queues the report itself. False when too many wait.
    bool queue(Report report, std::shared_ptr<const domain::Access> access, http::Ticket ticket);
    bool queue_export(report::ExportTranscripts wanted, const domain::Access& access,
                      http::Ticket ticket);
    void push(Job job);
    void run();

    const Links links_;
    std::unique_ptr<store::Archive> archive_;
    const files::FileStore* files_ = nullptr;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::unordered_map<std::uint64_t, Result<Report>> pending_;
    std::deque<Job> jobs_;
    std::size_t exports_ = 0;
    bool is_stopping_ = false;
    std::thread worker_;
};

}  // namespace rejoinder::app::api

#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "app/committer.hpp"
#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/time.hpp"
#include "base/uuid.hpp"
#include "domain/desk.hpp"
#include "domain/request.hpp"
#include "domain/settings.hpp"
#include "store/store.hpp"

namespace rejoinder::app {

// What an operator should know of a shard, at one instant.
struct ShardFigures {
    domain::Figures desk;
    CommitTimes commits;
    std::size_t queue_depth = 0;
    std::uint64_t requests_total = 0;
    std::uint64_t refused_total = 0;
    bool is_storing = true;
};

// A request that was refused: what was asked, by which session if it is known, and why.
struct Refused {
    std::string_view request;
    std::optional<SessionId> session;
    const Error& error;
};

// One thread that owns a `Desk`: requests come in from any thread by a bounded inbox, answers leave
// by the outlet once what they rest on is stored.
class Shard {
    // Only a shard can make one of these, so only `start` makes shards.
    struct Permission {
        explicit Permission() = default;
    };

public:
    struct Config {
        std::int64_t number = 0;
        // Requests that may wait. The last eighth is kept for those who are here already.
        std::size_t queue_max = 65'536;
        domain::Settings settings;
    };

    struct Hooks {
        StoreLog store_log;
        // Called for each refusal of a request at hand, on the shard's thread.
        std::function<void(const Refused&)> refusal_log;
        // Called with the origins that pages may call from, empty for any: at the start, and on the
        // shard's thread whenever they may have changed.
        std::function<void(std::vector<std::string>)> origins = {};
        // Somebody else took the shard over: this process must stop.
        std::function<void()> lost;
        // Called once with what was loaded, before the shard begins to work.
        std::function<void(const record::Snapshot&)> loaded = {};
    };

    // Takes the shard over in `store`, loads what is open, and begins to work. `clock` and `outlet`
    // outlive the shard. Fails as the store does.
    static Result<std::unique_ptr<Shard>> start(Config config, std::unique_ptr<store::Store> store,
                                                const Clock& clock, Outlet& outlet, Hooks hooks);

    Shard(Permission, Config config, const Clock& clock, Hooks hooks);

    // As `stop`, if that was not called.
    ~Shard();

    Shard(const Shard&) = delete;
    Shard& operator=(const Shard&) = delete;

    // Hands a request in. False when too many wait: nothing will come back then, the asker has to
    // be told. `CallerGone` and `CloseStream` are always taken. Any thread.
    [[nodiscard]] bool submit(domain::Request request, domain::Caller caller);

    // Whether newcomers would be turned away at present. Any thread.
    bool is_crowded() const;

    // False while the store fails. Any thread.
    bool is_storing() const { return committer_->is_storing(); }

    // Answers what is parked with nothing new, ends the streams, commits what is open, and ends.
    // Later requests are not taken. To be called once, by one thread.
    void stop();

    // Any thread.
    ShardFigures figures() const;

private:
    struct Item {
        domain::Request request;
        domain::Caller caller;
    };
    using Lock = std::unique_lock<std::mutex>;

    void run();
    // Waits for requests, which go to `items`, or a deadline. False when it is over.
    bool wait(std::vector<Item>& items);
    void work(std::vector<Item>& items);
    void dispatch(Item item, Instant now, domain::Effects& effects,
                  std::vector<Step::Leaving>& leaving);
    void finish(domain::Effects& effects, std::vector<Step::Leaving> leaving);
    void publish_figures(Instant now);
    void publish_origins();
    Duration pause_until_due(Instant now) const;

    const Config config_;
    const Clock& clock_;
    Hooks hooks_;
    domain::Desk desk_;
    std::unique_ptr<Committer> committer_;
    domain::BatchNumber batch_ = 1;
    Instant last_tick_{};
    Instant last_published_{};
    bool are_figures_stale_ = true;
    std::uint64_t refused_count_ = 0;
    std::uint64_t requests_count_ = 0;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Item> inbox_;
    std::atomic<std::size_t> depth_{0};
    bool is_waiting_ = false;
    bool is_stopping_ = false;
    ShardFigures published_;

    std::thread thread_;
};

}  // namespace rejoinder::app

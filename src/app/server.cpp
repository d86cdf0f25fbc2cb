#include "app/server.hpp"

#include <atomic>
#include <chrono>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "app/admin.hpp"
#include "app/data_directory.hpp"
#include "app/exit_code.hpp"
#include "app/files/file_links.hpp"
#include "app/files/file_store.hpp"
#include "app/front.hpp"
#include "app/logging.hpp"
#include "app/secret.hpp"
#include "app/shard.hpp"
#include "app/signals.hpp"
#include "app/version.hpp"
#include "base/clock.hpp"
#include "http/server.hpp"
#include "store/store.hpp"

namespace rejoinder::app {
namespace {

using namespace std::chrono_literals;

// How long connections may take to get their last answers when the server stops.
constexpr Duration stop_grace = 5s;

int fail_to_start(std::string_view what, const Error& error, int code) {
    log_error("start_failed", {{"what", what}, {"error", error.text()}});
    return code;
}

void log_store(std::string_view event, std::string_view detail) {
    const LogLevel level = event == "store_recovered" ? LogLevel::info : LogLevel::error;
    log(level, event, {{"error", detail}});
}

// Clients cause most refusals; only our own are worth an operator's time.
void log_refusal(const Refused& refused) {
    const LogLevel level =
        refused.error.code == Errc::internal ? LogLevel::warning : LogLevel::debug;
    const std::string session = refused.session ? refused.session->str() : std::string();
    log(level, "refused",
        {{"request", refused.request},
         {"session", session},
         {"status", refused.error.status()},
         {"error", refused.error.text()}});
}

// Everything that runs while the server does, in the order in which it is begun.
class Service {
public:
    Service(const Config& config, web::Assets console, const Secret& secret,
            files::FileStore& files)
        : config_(config),
          keys_(secret),
          file_links_(secret),
          files_(files),
          front_(config, console, keys_, file_links_, files, clock_),
          http_(http_config(config), front_, clock_,
                [](std::string_view event, std::string_view detail) {
                    log_warning(event, {{"detail", detail}});
                }) {}

    // Fails with the exit code, having logged why.
    std::expected<void, int> start(std::unique_ptr<store::Store> store) {
        Shard::Hooks hooks{.store_log = log_store,
                           .refusal_log = log_refusal,
                           .origins =
                               [this](std::vector<std::string> allowed) {
                                   front_.set_allowed_origins(std::move(allowed));
                               },
                           .lost =
                               [this] {
                                   is_lost_ = true;
                                   signals_.ask_to_stop();
                               },
                           .loaded =
                               [this](const record::Snapshot& snapshot) {
                                   files_.remove_unstored(snapshot.files);
                               }};
        auto archive = store->open_archive();
        if (!archive)
            return std::unexpected(fail_to_start("store", archive.error(), exit_code::store));
        auto shard = Shard::start({.number = first_shard,
                                   .queue_max = config_.limits.shard_queue,
                                   .settings = domain_settings(config_)},
                                  std::move(store), clock_, front_, std::move(hooks));
        if (!shard) return std::unexpected(fail_to_start("store", shard.error(), exit_code::store));
        shard_ = *std::move(shard);
        front_.connect(*shard_, http_, *std::move(archive));
        const auto bound = http_.start();
        if (!bound)
            return std::unexpected(fail_to_start("listen", bound.error(), exit_code::unavailable));
        for (const http::BoundAddress& one : *bound)
            log_info("listening", {{"address", one.text}, {"tls", one.is_tls}});
        return {};
    }

    // Serves until a signal says stop.
    void wait() {
        while (signals_.wait() == Signals::Kind::reload) {
            if (const auto reloaded = http_.reload_tls(); reloaded)
                log_info("certificate_reloaded");
            else
                log_error("certificate_refused", {{"error", reloaded.error().text()}});
        }
    }

    int stop() {
        log_info("stopping");
        front_.prepare_to_stop();
        http_.stop_accepting();
        // Connections close behind their last answers while the core gives them.
        std::thread closing([this] { http_.stop(stop_grace); });
        shard_->stop();
        closing.join();
        front_.stop();
        log_info("stopped");
        return is_lost_ ? exit_code::busy : exit_code::ok;
    }

private:
    const Config& config_;
    Signals signals_;
    Clock clock_;
    SessionKeys keys_;
    files::FileLinks file_links_;
    files::FileStore& files_;
    Front front_;
    http::Server http_;
    std::unique_ptr<Shard> shard_;
    std::atomic<bool> is_lost_{false};
};

}  // namespace

int serve(const Config& config, web::Assets console) {
    log_info("starting", {{"version", version()}, {"store", config.store.path}});
    const auto directory = DataDirectory::open(config.store.path);
    if (!directory) return fail_to_start("store", directory.error(), exit_code::store);
    const auto secret = open_secret(directory->secret());
    if (!secret) return fail_to_start("secret", secret.error(), exit_code::store);
    auto store = store::open_sqlite(directory->database());
    if (!store) {
        const bool is_busy = store.error().code == Errc::conflict;
        return fail_to_start("store", store.error(), is_busy ? exit_code::busy : exit_code::store);
    }
    // The store's lock is ours: nobody else writes files here.
    const auto files = files::FileStore::open(directory->files());
    if (!files) return fail_to_start("files", files.error(), exit_code::store);
    Service service(config, console, *secret, **files);
    if (const auto started = service.start(*std::move(store)); !started) return started.error();
    service.wait();
    return service.stop();
}

}  // namespace rejoinder::app

#include "app/shard.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "app/request_traits.hpp"

namespace rejoinder::app {
namespace {

// Deadlines are met in groups this far apart: a wake-up costs more than they are worth one by one.
constexpr Duration tick_interval{25};
// Figures are no older than this while there is work.
constexpr Duration figures_interval{50};
// A session that ended this long before the start is forgotten.
constexpr Duration ended_memory = std::chrono::hours{1};
// Space for requests that is kept after a rush.
constexpr std::size_t inbox_kept_max = 4'096;

std::optional<domain::Caller> replied_caller(const domain::Outgoing& outgoing) {
    if (const auto* reply = std::get_if<domain::Reply>(&outgoing.what)) return reply->caller;
    if (const auto* refusal = std::get_if<domain::Refusal>(&outgoing.what)) return refusal->caller;
    return std::nullopt;
}

bool is_about_origins(const record::Change& change) {
    return std::holds_alternative<record::Deployment>(change) ||
           std::holds_alternative<record::Removed<record::Deployment>>(change);
}

}  // namespace

Shard::Shard(Permission, Config config, const Clock& clock, Hooks hooks)
    : config_(std::move(config)),
      clock_(clock),
      hooks_(std::move(hooks)),
      desk_(config_.settings) {}

Result<std::unique_ptr<Shard>> Shard::start(Config config, std::unique_ptr<store::Store> store,
                                            const Clock& clock, Outlet& outlet, Hooks hooks) {
    TRY(const std::int64_t epoch, store->take_over(config.number));
    const Instant now = clock.now();
    TRY(record::Snapshot snapshot, store->load(now - ended_memory));
    if (hooks.loaded) hooks.loaded(snapshot);

    auto shard = std::make_unique<Shard>(Permission{}, std::move(config), clock, std::move(hooks));
    shard->committer_ =
        std::make_unique<Committer>(std::move(store), shard->config_.number, epoch, outlet,
                                    shard->hooks_.store_log, shard->hooks_.lost);
    domain::Effects effects(shard->batch_);
    shard->desk_.restore(std::move(snapshot), now, effects);
    shard->finish(effects, {});
    shard->publish_origins();
    shard->publish_figures(now);
    shard->thread_ = std::thread([running = shard.get()] { running->run(); });
    return shard;
}

Shard::~Shard() { stop(); }

bool Shard::submit(domain::Request request, domain::Caller caller) {
    const std::size_t bound =
        is_from_newcomer(request) ? config_.queue_max - config_.queue_max / 8 : config_.queue_max;
    bool must_wake = false;
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_) return false;
        if (inbox_.size() >= bound && !is_notice(request)) {
            ++refused_count_;
            return false;
        }
        inbox_.push_back({std::move(request), caller});
        depth_.store(inbox_.size(), std::memory_order_relaxed);
        must_wake = std::exchange(is_waiting_, false);
    }
    if (must_wake) wake_.notify_one();
    return true;
}

bool Shard::is_crowded() const {
    return depth_.load(std::memory_order_relaxed) >= config_.queue_max - config_.queue_max / 8;
}

void Shard::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    wake_.notify_one();
    if (!thread_.joinable()) return;
    thread_.join();
    committer_->stop();
}

void Shard::run() {
    std::vector<Item> items;
    while (wait(items)) {
        work(items);
        items.clear();
        if (items.capacity() > inbox_kept_max) std::vector<Item>().swap(items);
    }
    domain::Effects effects(batch_);
    desk_.release_all(effects);
    finish(effects, {});
    publish_figures(clock_.now());
}

bool Shard::wait(std::vector<Item>& items) {
    const auto has_work = [this] { return !inbox_.empty() || is_stopping_; };
    std::optional<Duration> pause;
    if (depth_.load(std::memory_order_relaxed) == 0) pause = pause_until_due(clock_.now());
    Lock lock(mutex_);
    if (!has_work() && pause) {
        is_waiting_ = true;
        if (*pause == Duration::max())
            wake_.wait(lock, has_work);
        else
            wake_.wait_for(lock, *pause, has_work);
        is_waiting_ = false;
    }
    items.swap(inbox_);
    depth_.store(0, std::memory_order_relaxed);
    return !items.empty() || !is_stopping_;
}

// `Duration::max()` when nothing is due.
Duration Shard::pause_until_due(Instant now) const {
    Instant due = Instant::max();
    if (const auto deadline = desk_.next_deadline())
        due = std::max(*deadline, last_tick_ + tick_interval);
    if (are_figures_stale_) due = std::min(due, last_published_ + figures_interval);
    if (due == Instant::max()) return Duration::max();
    return std::clamp<Duration>(due - now, Duration::zero(), std::chrono::hours{1});
}

void Shard::work(std::vector<Item>& items) {
    const Instant now = clock_.now();
    domain::Effects effects(batch_);
    std::vector<Step::Leaving> leaving;
    for (Item& item : items) dispatch(std::move(item), now, effects, leaving);
    if (const auto deadline = desk_.next_deadline();
        deadline && *deadline <= now && now - last_tick_ >= tick_interval) {
        desk_.tick(now, effects);
        last_tick_ = now;
        are_figures_stale_ = true;
    }
    if (!items.empty()) are_figures_stale_ = true;
    requests_count_ += items.size();
    if (std::ranges::any_of(effects.changes, is_about_origins)) publish_origins();
    finish(effects, std::move(leaving));
    if (are_figures_stale_ && now - last_published_ >= figures_interval) publish_figures(now);
}

void Shard::dispatch(Item item, Instant now, domain::Effects& effects,
                     std::vector<Step::Leaving>& leaving) {
    const std::string_view request = name_of(item.request);
    const std::optional<SessionId> session = session_of(item.request);
    const bool is_poll = std::holds_alternative<domain::Poll>(item.request);
    const bool is_possible = is_storing() || !is_write(item.request);
    if (is_possible)
        desk_.dispatch(std::move(item.request), item.caller, now, effects);
    else
        effects.refuse(item.caller, Error{Errc::store_unavailable});

    for (domain::Outgoing& one : effects.outgoing) {
        const bool is_own = replied_caller(one) == item.caller;
        if (const auto* refusal = std::get_if<domain::Refusal>(&one.what);
            refusal != nullptr && is_own && hooks_.refusal_log) {
            hooks_.refusal_log({request, session, refusal->error});
        }
        leaving.push_back({std::move(one), is_own && !is_poll});
    }
    effects.outgoing.clear();
}

void Shard::finish(domain::Effects& effects, std::vector<Step::Leaving> leaving) {
    for (domain::Outgoing& one : effects.outgoing) leaving.push_back({std::move(one), false});
    if (effects.changes.empty() && leaving.empty()) return;
    const bool is_batch = !effects.changes.empty();
    committer_->take({batch_, std::move(effects.changes), std::move(leaving)});
    if (is_batch) ++batch_;
}

void Shard::publish_figures(Instant now) {
    const domain::Figures figures = desk_.figures();
    last_published_ = now;
    are_figures_stale_ = false;
    const std::lock_guard lock(mutex_);
    published_.desk = figures;
    published_.requests_total = requests_count_;
}

ShardFigures Shard::figures() const {
    ShardFigures figures;
    {
        const std::lock_guard lock(mutex_);
        figures = published_;
        figures.queue_depth = inbox_.size();
        figures.refused_total = refused_count_;
    }
    figures.commits = committer_->times();
    figures.is_storing = committer_->is_storing();
    return figures;
}

void Shard::publish_origins() {
    if (hooks_.origins) hooks_.origins(desk_.allowed_origins());
}

}  // namespace rejoinder::app

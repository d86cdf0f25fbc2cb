// How fast batches of entries become durable: commit() on a real file, with 1,000 chats under way
// in which 20 entries are written each, in random order, and 20,000 chats before them.
//
// BM_Commit/<entries per batch>/<chats under way>. REJOINDER_BENCH_DIRECTORY names the disk.

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>

#include "base/check.hpp"
#include "store/store.hpp"

namespace rejoinder {

namespace {

constexpr std::int64_t entries_per_chat = 20;
constexpr std::int64_t chats_before = 20'000;
constexpr std::int64_t shard = 0;

std::filesystem::path bench_directory() {
    const char* const chosen = std::getenv("REJOINDER_BENCH_DIRECTORY");
    std::string path = chosen ? chosen : std::filesystem::temp_directory_path().string();
    path += "/store-bench-XXXXXX";
    CHECK(::mkdtemp(path.data()) != nullptr);
    return path;
}

// Visitors who write in random order; each one who has said everything is followed by a new one.
class Traffic {
public:
    explicit Traffic(std::size_t chats) : chats_(chats) {}

    // The sessions and chats of everybody under way.
    std::vector<record::Change> begin() {
        std::vector<record::Change> changes;
        for (auto& chat : chats_) open(chat, changes);
        return changes;
    }
    void add_entry(std::vector<record::Change>& changes) {
        auto& chat = chats_[random_() % chats_.size()];
        if (chat.position == entries_per_chat) open(chat, changes);
        record::Entry entry;
        entry.chat = chat.id;
        entry.position = chat.position++;
        entry.at = instant_from_epoch(now_++);
        entry.type = record::EntryType::visitor_message;
        entry.name = "Visitor";
        entry.content = "I would like to know where my order is, please.";
        entry.request_sequence = entry.position + 1;
        changes.emplace_back(std::move(entry));
    }

private:
    struct Chat {
        SessionId id;
        std::int64_t position = 0;
    };

    void open(Chat& chat, std::vector<record::Change>& changes) {
        if (chat.position != 0) {
            record::Session ended;
            ended.id = chat.id;
            ended.ended_at = instant_from_epoch(now_);
            changes.emplace_back(ended);
        }
        std::array<std::uint8_t, 16> bytes;
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_());
        chat = Chat{SessionId(Uuid::from_random(bytes))};
        record::Session session;
        session.id = chat.id;
        changes.emplace_back(session);
        record::Chat row;
        row.id = chat.id;
        row.user_agent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
        row.custom_details = std::string(500, ' ');
        changes.emplace_back(row);
    }

    std::vector<Chat> chats_;
    std::int64_t now_ = 1'700'000'000'000;
    std::mt19937_64 random_{1};
};

class Filled {
public:
    explicit Filled(std::size_t chats)
        : directory_(bench_directory()),
          store_(*store::open_sqlite(directory_ / "rejoinder.db")),
          epoch_(*store_->take_over(shard)),
          traffic_(chats) {
        commit(traffic_.begin());
        for (std::int64_t left = chats_before * entries_per_chat; left > 0; left -= 5000)
            commit(make_batch(5000));
    }
    ~Filled() { std::filesystem::remove_all(directory_); }

    std::vector<record::Change> make_batch(std::int64_t entries) {
        std::vector<record::Change> changes;
        for (std::int64_t index = 0; index < entries; ++index) traffic_.add_entry(changes);
        return changes;
    }
    void commit(const std::vector<record::Change>& changes) {
        CHECK(store_->commit(store::Batch{shard, epoch_, ++number_, changes}));
    }
    store::Store& store() { return *store_; }

private:
    std::filesystem::path directory_;
    std::unique_ptr<store::Store> store_;
    std::int64_t epoch_;
    std::int64_t number_ = 0;
    Traffic traffic_;
};

// What this thread has used so far, system calls included.
double cpu_microseconds() {
    timespec time{};
    CHECK(::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

void BM_Commit(benchmark::State& state) {
    Filled filled(static_cast<std::size_t>(state.range(1)));
    std::vector<double> milliseconds;
    double cpu = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const auto changes = filled.make_batch(state.range(0));
        state.ResumeTiming();
        const double cpu_before = cpu_microseconds();
        const auto start = std::chrono::steady_clock::now();
        filled.commit(changes);
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - start;
        milliseconds.push_back(took.count());
        cpu += cpu_microseconds() - cpu_before;
    }
    std::ranges::sort(milliseconds);
    const auto percentile = [&](std::size_t hundredths) {
        return milliseconds[milliseconds.size() * hundredths / 10'000];
    };
    state.counters["p50_ms"] = percentile(5000);
    state.counters["p99_ms"] = percentile(9900);
    state.counters["max_ms"] = milliseconds.back();
    const auto entries = static_cast<double>(state.iterations() * state.range(0));
    state.counters["cpu_us/entry"] = cpu / entries;
    state.counters["entries/s"] = benchmark::Counter(entries, benchmark::Counter::kIsRate);
}
BENCHMARK(BM_Commit)
    ->ArgsProduct({{1, 10, 100, 1000}, {1000, 10'000}})
    ->Iterations(2000)
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond);

// A start with `chats` open, each with up to 20 entries, after 20,000 ended ones.
void BM_Load(benchmark::State& state) {
    Filled filled(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const auto snapshot = filled.store().load(instant_from_epoch(2'000'000'000'000));
        state.counters["sessions"] = static_cast<double>(snapshot->sessions.size());
        state.counters["entries"] = static_cast<double>(snapshot->entries.size());
    }
}
BENCHMARK(BM_Load)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace rejoinder

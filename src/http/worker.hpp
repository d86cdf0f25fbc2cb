#pragma once

#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "http/connection.hpp"
#include "http/listener.hpp"
#include "http/mailbox.hpp"
#include "http/pool.hpp"
#include "http/shared.hpp"
#include "http/timing_wheel.hpp"
#include "http/upgrade.hpp"
#include "http/web_socket_session.hpp"

namespace rejoinder::http {

// One thread's share of the server: its listening sockets, its connections, their deadlines and the
// buffers they borrow. Belongs to the thread that runs it, where nothing else is said.
class Worker {
public:
    // One run of something on the worker's thread. Everything that runs there does so within one;
    // at its end answers given meanwhile are written and closed connections are destroyed.
    class Turn {
    public:
        explicit Turn(Worker& worker) : worker_(worker), awake_(*worker.mailbox_) {}
        ~Turn() { worker_.end_turn(); }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

    private:
        Worker& worker_;
        Mailbox::Awake awake_;
    };

    // Counted by the worker, read by any thread.
    struct Counters {
        std::atomic<std::uint64_t> parked = 0;
        std::atomic<std::uint64_t> web_sockets = 0;
        std::atomic<std::uint64_t> accepted = 0;
        std::atomic<std::uint64_t> refused = 0;
        std::atomic<std::uint64_t> requests = 0;
        std::atomic<std::uint64_t> rejected = 0;

        static void add(std::atomic<std::uint64_t>& counter, std::int64_t change);
    };

    Worker(Shared& shared, std::uint8_t index);
    ~Worker();

    // Before `run`: listens at `endpoint` too, and returns it with the port picked.
    Result<boost::asio::ip::tcp::endpoint> listen(const boost::asio::ip::tcp::endpoint& endpoint,
                                                  Port port, bool is_tls);

    // Instead of `run`: closes the listening sockets.
    void stop_listening() { listeners_.clear(); }

    // Runs until `drain` has ended. The thread's whole life.
    void run();

    // Any thread, while the worker runs: closes the listening sockets, and calls `then`.
    void stop_accepting(std::function<void()> then);

    // Any thread, while the worker runs: see `Server::stop`.
    void drain(Duration grace);

    // Any thread, at any time.
    Mailbox& mailbox() { return *mailbox_; }
    const Counters& counters() const { return counters_; }

    // For the worker's listeners, connections and WebSockets.
    Shared& shared() { return shared_; }
    Counters& count() { return counters_; }
    boost::asio::io_context& context() { return context_; }
    bool is_draining() const { return is_draining_; }
    const std::string& date() const { return date_; }

    void set_deadline(Timed& timed, Duration after);
    void clear_deadline(Timed& timed) { wheel_.clear(timed); }

    std::unique_ptr<Intake> take_intake();
    void give_intake(std::unique_ptr<Intake> intake);

    // An empty text to assemble an answer in, and room for bytes that nobody wants: each for as
    // long as nothing else is called here.
    std::string& scratch();
    std::span<char> sink() { return sink_; }

    // Takes in a connection just accepted.
    void admit(Socket socket, const boost::asio::ip::address& peer, bool is_tls);

    // Writes the answers given so far. Does nothing within itself.
    void deliver();

    // The connection is over: destroyed at the end of the turn.
    void retire(std::uint32_t connection) { retired_.push_back(connection); }

    // Keeps the wish to upgrade the request that is being handled, until its connection takes it.
    void want_upgrade(Upgrade upgrade);
    std::optional<Upgrade> take_upgrade();

    void open_web_socket(Transport transport, ConnectionLimits::Lease lease, Upgrade upgrade);
    void forget(const std::shared_ptr<WebSocketSession>& session);

private:
    struct Slot {
        std::unique_ptr<Connection> connection;
        std::uint32_t serial = 0;  // the last one used, by whichever connection
    };

    // Ends the time given to `drain`.
    class Grace final : public Timed {
    public:
        explicit Grace(Worker& worker) : worker_(worker) {}
        void on_deadline() override { worker_.finish(); }

    private:
        Worker& worker_;
    };

    Connection& add(Transport transport, ConnectionLimits::Lease lease);
    void end_turn();
    void reap();
    void start_ticking();
    void tick();
    void begin_drain(Duration grace);
    void finish();
    void cut_everything();

    Shared& shared_;
    const std::uint8_t index_;
    boost::asio::io_context context_{1};
    boost::asio::steady_timer timer_{context_};
    std::shared_ptr<Mailbox> mailbox_;
    Mailbox::Mail mail_;
    Counters counters_;

    TimingWheel wheel_;
    Grace grace_{*this};
    Pool<Intake> intakes_;
    std::string scratch_;
    std::array<char, 16384> sink_{};
    std::string date_;
    Instant dated_{};

    std::vector<std::unique_ptr<Listener>> listeners_;
    std::vector<Slot> slots_;
    std::vector<std::uint32_t> free_slots_;
    std::vector<std::uint32_t> retired_;
    std::set<std::shared_ptr<WebSocketSession>> web_sockets_;
    std::optional<Upgrade> upgrade_;
    std::size_t open_ = 0;  // connections, refusals included
    std::size_t refusing_ = 0;
    bool is_delivering_ = false;
    bool is_draining_ = false;
    bool is_finished_ = false;
};

}  // namespace rejoinder::http

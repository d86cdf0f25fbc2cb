#include "app/echo_agent.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <csignal>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/echo_client.hpp"
#include "app/echo_script.hpp"
#include "app/exit_code.hpp"
#include "app/logging.hpp"
#include "app/random.hpp"
#include "base/text.hpp"

namespace rejoinder::app {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;

using boost::beast::http::verb;
using boost::system::error_code;
using std::chrono::milliseconds;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

// Chats are spread over this many connections, so that one slow answer holds up few of them.
constexpr std::size_t lanes_count = 8;
// Things to do that may wait in a lane; then the stream is read no further.
constexpr std::size_t lane_tasks_max = 1024;
// Tries of one request that fails for a reason that may pass.
constexpr int tries_max = 5;
constexpr milliseconds pause_min{100};
constexpr milliseconds pause_max{5'000};

// Doubles with each failure; drawn from its upper half, so that agents do not come back all at
// once.
milliseconds pause_after(int failures) {
    const milliseconds longest = std::min(pause_min * (1 << std::min(failures, 10)), pause_max);
    const auto half = static_cast<std::uint32_t>(longest.count() / 2);
    return milliseconds(half + random_below(half + 1));
}

std::string text_of(const json::object& object, std::string_view name) {
    const json::value* const value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                  : std::string();
}

// How long saying goodbye may take.
constexpr auto leave_patience = std::chrono::seconds(3);

struct Task {
    enum class Kind : std::uint8_t { accept, catch_up, hear, forget };
    Kind kind = Kind::accept;
    std::string chat;
    json::object data = {};
};

class EchoAgent {
public:
    EchoAgent(asio::io_context& context, EchoAgentOptions options, ServerAddress server)
        : executor_(context.get_executor()),
          options_(std::move(options)),
          server_(std::move(server)),
          api_(executor_, server_),
          pause_(executor_) {
        for (std::size_t i = 0; i < lanes_count; ++i)
            lanes_.push_back(std::make_unique<Lane>(executor_, server_));
    }

    void start() {
        const auto rethrow = [](std::exception_ptr thrown) {
            if (thrown) std::rethrow_exception(thrown);
        };
        for (const auto& lane : lanes_) asio::co_spawn(executor_, work(lane.get()), rethrow);
        asio::co_spawn(executor_, run(), rethrow);
    }

    // Everything that is under way comes to its end.
    void stop() {
        is_stopping_ = true;
        pause_.cancel();
        api_.cancel();
        if (stream_) stream_->cancel();
        for (const auto& lane : lanes_) {
            lane->tasks.close();
            lane->pause.cancel();
            lane->connection.cancel();
        }
    }

    // Called when the agent has gone.
    void when_done(std::function<void()> done) { done_ = std::move(done); }

    int result() const { return result_; }

private:
    struct Lane {
        Lane(const asio::any_io_executor& executor, const ServerAddress& server)
            : tasks(executor, lane_tasks_max), connection(executor, server), pause(executor) {}

        asio::experimental::channel<void(error_code, Task)> tasks;
        ApiConnection connection;
        asio::steady_timer pause;
        EchoScript script;
    };

    // ---- Being there

    asio::awaitable<void> run() {
        int failures = 0;
        while (!is_stopping_) {
            const bool was_there = co_await attend();
            if (is_stopping_) break;
            failures = was_there ? 0 : failures + 1;
            pause_.expires_after(pause_after(failures));
            co_await pause_.async_wait(as_result);
        }
        co_await leave();
        done_();
    }

    // Logs in if need be and follows the stream until it is lost. Returns whether it was open.
    asio::awaitable<bool> attend() {
        if (token_.empty()) co_await log_in();
        if (token_.empty() || is_stopping_) co_return false;
        const ApiReply online = co_await present("Online");
        if (!online.is_success()) {
            complain("presence_refused", online);
            co_return false;
        }
        stream_.emplace(executor_, server_);
        const json::value resume = last_sequence_ ? json::value(*last_sequence_) : json::value();
        const json::object first{{"resume", resume}};
        const std::string problem = co_await stream_->open(token_, json::serialize(first));
        if (!problem.empty()) {
            log_warning("stream_refused", {{"detail", problem}});
            co_await check_token();
            co_return false;
        }
        log_info("online");
        while (!is_stopping_) {
            const auto frame = co_await stream_->read();
            if (!frame) break;
            co_await take(*frame);
        }
        if (!is_stopping_) log_warning("stream_lost");
        co_return true;
    }

    asio::awaitable<void> log_in() {
        ApiRequest request{.method = verb::post, .target = "/api/v1/login"};
        request.body = json::serialize(json::object{{"organization", options_.organization},
                                                    {"username", options_.username},
                                                    {"password", options_.password}});
        const ApiReply reply = co_await api_.send(std::move(request));
        token_ = text_of(reply.object(), "token");
        if (!token_.empty()) {
            // The frames of another log-in are not ours.
            last_sequence_.reset();
            log_info("logged_in");
        } else if (reply.status == 401 || reply.status == 403) {
            log_error("log_in_refused", {{"username", options_.username}});
            result_ = exit_code::no_permission;
            stop();
        } else {
            complain("log_in_failed", reply);
        }
    }

    asio::awaitable<ApiReply> present(std::string state) {
        ApiRequest request{.method = verb::put, .target = "/api/v1/me/presence", .token = token_};
        request.body = json::serialize(json::object{{"state", state}});
        ApiReply reply = co_await api_.send(std::move(request));
        if (reply.status == 401) token_.clear();
        co_return reply;
    }

    // A stream that was refused does not say why; another request does.
    asio::awaitable<void> check_token() {
        ApiRequest request{.target = "/api/v1/me", .token = token_};
        const ApiReply reply = co_await api_.send(std::move(request));
        if (reply.status == 401) token_.clear();
    }

    asio::awaitable<void> leave() {
        if (token_.empty()) co_return;
        const ApiReply offline = co_await present("Offline");
        if (offline.status == 0) co_return;  // the server has gone, too
        ApiRequest request{.method = verb::delete_, .target = "/api/v1/login", .token = token_};
        const ApiReply reply = co_await api_.send(std::move(request));
        log_info("logged_out", {{"status", reply.status}});
    }

    // ---- What the stream tells

    asio::awaitable<void> take(json::object frame) {
        if (const json::value* sequence = frame.if_contains("seq");
            sequence && sequence->is_int64())
            last_sequence_ = sequence->get_int64();
        const std::string type = text_of(frame, "type");
        json::value* const data_value = frame.if_contains("data");
        if (data_value == nullptr || !data_value->is_object()) co_return;
        json::object& data = data_value->get_object();
        const std::string chat = text_of(data, "chatKey");

        if (type == "hello") {
            const json::value* const resumed = data.if_contains("resumed");
            if (resumed == nullptr || *resumed != json::value(true)) co_await catch_up();
        } else if (type == "reset") {
            co_await catch_up();
        } else if (type == "chat.requested") {
            co_await hand_over(Task::Kind::accept, chat, json::object());
        } else if (type == "chat.message") {
            co_await hand_over(Task::Kind::hear, chat, std::move(data));
        } else if (type == "chat.ended") {
            co_await hand_over(Task::Kind::forget, chat, json::object());
            // One more chat can be taken now.
            co_await hand_over_list("requested", Task::Kind::accept);
        }
    }

    // Finds what happened while the stream was away.
    asio::awaitable<void> catch_up() {
        co_await hand_over_list("engaged", Task::Kind::catch_up);
        co_await hand_over_list("requested", Task::Kind::accept);
    }

    asio::awaitable<void> hand_over_list(std::string state, Task::Kind kind) {
        ApiRequest request{.target = "/api/v1/chats?state=" + state, .token = token_};
        const ApiReply reply = co_await api_.send(std::move(request));
        const json::value* const chats = reply.object().if_contains("chats");
        if (!reply.is_success() || chats == nullptr || !chats->is_array()) {
            complain("list_failed", reply);
            co_return;
        }
        for (const json::value& chat : chats->get_array()) {
            if (!chat.is_object()) continue;
            const std::string key = text_of(chat.get_object(), "chatKey");
            co_await hand_over(kind, key, json::object());
        }
    }

    asio::awaitable<void> hand_over(Task::Kind kind, std::string chat, json::object data) {
        Lane& lane = *lanes_[std::hash<std::string>()(chat) % lanes_.size()];
        Task task{.kind = kind, .chat = std::move(chat), .data = std::move(data)};
        co_await lane.tasks.async_send(error_code(), std::move(task), as_result);
    }

    // ---- The chats of one lane, one thing after the other

    asio::awaitable<void> work(Lane* lane) {
        while (true) {
            const auto [closed, task] = co_await lane->tasks.async_receive(as_result);
            if (closed) co_return;
            co_await carry_out(lane, task);
        }
    }

    asio::awaitable<void> carry_out(Lane* lane, Task task) {
        const std::string path = "/api/v1/chats/" + task.chat;
        switch (task.kind) {
            case Task::Kind::forget: {
                lane->script.forget(task.chat);
                log_info("chat_ended", {{"chat", task.chat}});
                break;
            }
            case Task::Kind::hear: {
                co_await make_calls(lane, path, lane->script.hear(task.data));
                break;
            }
            case Task::Kind::accept: {
                if (lane->script.knows(task.chat)) break;
                const ApiReply reply = co_await call(lane, verb::post, path + "/accept", "");
                if (!reply.is_success()) break;  // somebody else was faster
                log_info("chat_accepted", {{"chat", task.chat}});
                co_await make_calls(lane, path, lane->script.resume(reply.object()));
                break;
            }
            case Task::Kind::catch_up: {
                const ApiReply reply = co_await call(lane, verb::get, path, "");
                if (!reply.is_success()) break;
                co_await make_calls(lane, path, lane->script.resume(reply.object()));
                break;
            }
        }
    }

    asio::awaitable<void> make_calls(Lane* lane, std::string path, std::vector<EchoCall> calls) {
        for (const EchoCall& one : calls) {
            const ApiReply reply =
                co_await call(lane, verb::post, path + "/" + one.action, one.body);
            // The chat has ended meanwhile, or there is no way through: the rest is of no use.
            if (!reply.is_success()) co_return;
        }
    }

    // Tries again what may pass. The key makes sure that nothing is said twice.
    asio::awaitable<ApiReply> call(Lane* lane, verb method, std::string target, std::string body) {
        ApiRequest request{.method = method, .target = std::move(target), .token = token_};
        request.body = std::move(body);
        if (method == verb::post) request.idempotency_key = random_uuid().str();
        ApiReply reply;
        for (int tries = 0; tries < tries_max && !is_stopping_; ++tries) {
            reply = co_await lane->connection.send(request);
            if (reply.status != 0 && reply.status < 500) break;
            lane->pause.expires_after(pause_after(tries));
            co_await lane->pause.async_wait(as_result);
        }
        if (reply.status == 401) lose_token(request.token);
        if (!reply.is_success() && reply.status != 409) complain("call_failed", reply);
        co_return reply;
    }

    // The log-in is over: the stream ends, and a new log-in begins.
    void lose_token(const std::string& token) {
        if (token != token_) return;
        token_.clear();
        if (stream_) stream_->cancel();
    }

    void complain(std::string_view event, const ApiReply& reply) const {
        if (is_stopping_) return;
        log_warning(event, {{"status", reply.status},
                            {"detail", reply.status == 0 ? reply.problem
                                                         : text_of(reply.object(), "detail")}});
    }

    asio::any_io_executor executor_;
    const EchoAgentOptions options_;
    const ServerAddress server_;
    ApiConnection api_;
    asio::steady_timer pause_;
    std::vector<std::unique_ptr<Lane>> lanes_;
    std::optional<StreamConnection> stream_;
    std::string token_;
    std::optional<std::int64_t> last_sequence_;
    bool is_stopping_ = false;
    int result_ = exit_code::ok;
    std::function<void()> done_;
};

}  // namespace

int run_echo_agent(const EchoAgentOptions& options) {
    const auto server = parse_server_address(options.url);
    if (!server) {
        log_error("url_refused", {{"url", options.url}, {"detail", "write http://host:port"}});
        return exit_code::usage;
    }
    asio::io_context context(1);
    EchoAgent agent(context, options, *server);
    asio::signal_set signals(context, SIGTERM, SIGINT);
    // What still waits, a stream's own timers, waits for nothing now.
    agent.when_done([&context] { context.stop(); });
    asio::steady_timer patience(context);
    signals.async_wait([&](const error_code& error, int) {
        if (error) return;
        agent.stop();
        // An answer that never comes must not keep the program alive.
        patience.expires_after(leave_patience);
        patience.async_wait([&context](const error_code&) { context.stop(); });
    });
    agent.start();
    context.run();
    return agent.result();
}

std::string find_password(std::string_view text, std::string_view username) {
    std::optional<std::string_view> first;
    while (!text.empty()) {
        std::string_view line = take_until(text, '\n');
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!first) first = line;
        if (line.starts_with(username) && line.substr(username.size()).starts_with(' '))
            return std::string(line.substr(username.size() + 1));
    }
    return std::string(first.value_or(""));
}

}  // namespace rejoinder::app

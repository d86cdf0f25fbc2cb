#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "app/api/authentication.hpp"
#include "app/api/login_limits.hpp"
#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/time.hpp"
#include "domain/effects.hpp"
#include "domain/request.hpp"
#include "http/response.hpp"
#include "http/ticket.hpp"
#include "protocol/api_login.hpp"

namespace rejoinder::app::api {

// Log-ins and log-outs under way.
//
// A log-in asks the core for the password's hash, has it checked by one of a few workers (that is
// slow on purpose), and then has the core open it. A user who is not there costs the same check,
// so the time taken tells nothing. Who fails too often has to wait before the next try. The workers
// also hash new passwords.
//
// Thread-safe; only the workers wait.
class Logins {
public:
    struct Config {
        std::size_t workers = 1;
        // Log-ins and log-outs under way at the most.
        std::size_t pending_max = 64;
        Duration lifetime = std::chrono::hours{12};
        LoginLimits::Config limits = {};
    };
    struct Links {
        std::function<bool(domain::Request, domain::Caller)> submit;
        std::function<void(http::Ticket, http::Response)> answer;
    };

    // `clock` outlives this.
    Logins(Config config, Links links, const Clock& clock);
    ~Logins() { stop(); }

    Logins(const Logins&) = delete;
    Logins& operator=(const Logins&) = delete;

    // Begins a log-in from `network`. Returns the refusal when too many are under way, or too many
    // have failed for this account or from this network; otherwise the answer comes from a worker
    // or from `release`.
    std::optional<http::Response> log_in(protocol::api::Login login, http::Ticket ticket,
                                         Transport transport, std::uint64_t network);

    // Begins a log-out. Fails with `overloaded` when too many are under way.
    Result<void> log_out(domain::AgentRequest request, http::Ticket ticket, Transport transport);

    // Has `password` hashed and hands `request`, an `agent::SetPassword` without its hash, to the
    // core, for a caller of kind `agent`. Fails likewise.
    Result<void> set_password(domain::AgentRequest request, std::string password,
                              http::Ticket ticket);

    // The core's answer to one of the callers of kind `login`. Returns the answer to the client if
    // it is due now.
    std::optional<http::Response> release(domain::Reply reply);
    std::optional<http::Response> release(const domain::Refusal& refusal);

    // Refuses what waits for a worker and ends the workers.
    void stop();

    // The hash of a random text that nobody has, as costly to check as agents' own: what the
    // password of somebody who is not there is checked against.
    static constexpr std::string_view decoy_hash =
        "$argon2id$v=19$m=65536,t=2,p=1$"
        "410QQLlsdHjkxexm+42u5g$3t7NEGEIVxwrWXlQ9xvnV4ilnGNXh1OHf2SJRr4+HZM";

private:
    enum class Stage : std::uint8_t { finding, checking, opening, logging_out, hashing };

    struct Pending {
        Stage stage = Stage::finding;
        Transport transport = Transport::plain;
        std::string password;
        std::string token;
        LoginLimits::Try made = {};
    };

    // A password to check; an empty hash fits none. With a request, one to hash for it.
    struct Check {
        domain::Caller caller;
        std::string password;
        std::string hash;
        AgentId agent;
        LoginLimits::Try made = {};
        std::optional<domain::AgentRequest> request = std::nullopt;
    };

    Result<void> begin(domain::Request request, http::Ticket ticket, Pending pending);
    std::optional<Pending> finish(domain::Caller caller);
    // Queues the check of a log-in. False when there is no such log-in.
    bool queue_check(domain::Caller caller, std::string hash, AgentId agent);
    void work();
    void check(Check check);
    void hash(Check hashed);
    void open(const Check& check);
    void give_back(const LoginLimits::Try& made);
    void answer(domain::Caller caller, const Error& error);

    const Config config_;
    const Links links_;
    const Clock& clock_;

    std::mutex mutex_;
    std::condition_variable wake_;
    LoginLimits limits_;
    std::unordered_map<std::uint64_t, Pending> pending_;
    std::deque<Check> checks_;
    bool is_stopping_ = false;
    std::vector<std::thread> workers_;
};

}  // namespace rejoinder::app::api

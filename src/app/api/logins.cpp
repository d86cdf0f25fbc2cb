#include "app/api/logins.hpp"

#include <sodium.h>

#include <new>
#include <utility>

#include "app/api/render.hpp"
#include "app/caller.hpp"
#include "app/password.hpp"
#include "app/random.hpp"

namespace rejoinder::app::api {

namespace {

constexpr std::string_view wrong_credentials =
    "The organization, the username or the password is wrong";
constexpr std::string_view too_many_failed =
    "Too many log-ins have failed. Wait a little before the next one";

http::Response refuse_for(Duration wait) {
    http::Response response = render(Error{Errc::too_many_requests, std::string(too_many_failed)});
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    response.add_header("Retry-After", std::to_string(seconds));
    return response;
}

void wipe(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

}  // namespace

Logins::Logins(Config config, Links links, const Clock& clock)
    : config_(config), links_(std::move(links)), clock_(clock), limits_(config.limits) {
    for (std::size_t i = 0; i < config_.workers; ++i) workers_.emplace_back([this] { work(); });
}

std::optional<http::Response> Logins::log_in(protocol::api::Login login, http::Ticket ticket,
                                             Transport transport, std::uint64_t network) {
    auto made = LoginLimits::make_try(login.organization, login.username, network);
    {
        const std::scoped_lock lock(mutex_);
        if (const auto wait = limits_.count(made, clock_.now())) return refuse_for(*wait);
    }
    domain::FindCredentials find{std::move(login.organization), std::move(login.username)};
    Pending pending{
        .transport = transport, .password = std::move(login.password), .token = {}, .made = made};
    const auto begun = begin(std::move(find), ticket, std::move(pending));
    if (begun) return std::nullopt;
    give_back(made);
    return render(begun.error());
}

Result<void> Logins::log_out(domain::AgentRequest request, http::Ticket ticket,
                             Transport transport) {
    Pending pending{
        .stage = Stage::logging_out, .transport = transport, .password = {}, .token = {}};
    return begin(std::move(request), ticket, std::move(pending));
}

Result<void> Logins::set_password(domain::AgentRequest request, std::string password,
                                  http::Ticket ticket) {
    const domain::Caller caller = make_caller(CallerKind::agent, ticket);
    {
        const std::scoped_lock lock(mutex_);
        if (is_stopping_ || pending_.size() >= config_.pending_max) return fail(Errc::overloaded);
        pending_.insert_or_assign(caller.id,
                                  Pending{.stage = Stage::hashing, .password = {}, .token = {}});
        checks_.push_back({caller, std::move(password), {}, {}, {}, std::move(request)});
    }
    wake_.notify_one();
    return {};
}

Result<void> Logins::begin(domain::Request request, http::Ticket ticket, Pending pending) {
    const domain::Caller caller = make_caller(CallerKind::login, ticket);
    {
        const std::scoped_lock lock(mutex_);
        if (is_stopping_ || pending_.size() >= config_.pending_max) return fail(Errc::overloaded);
        pending_.insert_or_assign(caller.id, std::move(pending));
    }
    if (links_.submit(std::move(request), caller)) return {};
    finish(caller);
    return fail(Errc::overloaded);
}

std::optional<http::Response> Logins::release(domain::Reply reply) {
    if (reply.outcome == domain::Outcome::credentials) {
        queue_check(reply.caller, std::move(reply.body), reply.agent);
        return std::nullopt;
    }
    const auto pending = finish(reply.caller);
    if (!pending) return std::nullopt;
    http::Response response = render(std::move(reply));
    response.add_header("Set-Cookie",
                        pending->stage == Stage::logging_out
                            ? cleared_cookie(pending->transport)
                            : token_cookie(pending->token, config_.lifetime, pending->transport));
    return response;
}

std::optional<http::Response> Logins::release(const domain::Refusal& refusal) {
    const Errc code = refusal.error.code;
    const bool is_unknown = code == Errc::not_found || code == Errc::unauthorized;
    if (is_unknown && queue_check(refusal.caller, {}, {})) return std::nullopt;
    const auto pending = finish(refusal.caller);
    if (!pending) return std::nullopt;
    if (pending->stage == Stage::finding) give_back(pending->made);
    return render(refusal.error);
}

void Logins::stop() {
    std::deque<Check> left;
    {
        const std::scoped_lock lock(mutex_);
        is_stopping_ = true;
        left.swap(checks_);
    }
    wake_.notify_all();
    for (std::thread& worker : workers_) worker.join();
    workers_.clear();
    for (const Check& check : left) answer(check.caller, Error{Errc::overloaded});
}

std::optional<Logins::Pending> Logins::finish(domain::Caller caller) {
    const std::scoped_lock lock(mutex_);
    auto node = pending_.extract(caller.id);
    return node.empty() ? std::nullopt : std::optional(std::move(node.mapped()));
}

bool Logins::queue_check(domain::Caller caller, std::string hash, AgentId agent) {
    {
        const std::scoped_lock lock(mutex_);
        const auto found = pending_.find(caller.id);
        if (is_stopping_ || found == pending_.end()) return false;
        Pending& pending = found->second;
        if (pending.stage != Stage::finding) return false;
        pending.stage = Stage::checking;
        checks_.push_back(
            {caller, std::move(pending.password), std::move(hash), agent, std::move(pending.made)});
    }
    wake_.notify_one();
    return true;
}

void Logins::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return is_stopping_ || !checks_.empty(); });
        if (is_stopping_) return;
        Check next = std::move(checks_.front());
        checks_.pop_front();
        lock.unlock();
        next.request ? hash(std::move(next)) : check(std::move(next));
        lock.lock();
    }
}

void Logins::check(Check check) {
    const bool is_known = !check.hash.empty();
    const bool fits =
        password::verify(is_known ? std::string_view(check.hash) : decoy_hash, check.password);
    wipe(check.password);
    if (!is_known || !fits) {
        return answer(check.caller, Error{Errc::unauthorized, std::string(wrong_credentials)});
    }
    {
        const std::scoped_lock lock(mutex_);
        limits_.forgive(check.made);
    }
    open(check);
}

void Logins::hash(Check hashed) {
    try {
        if (auto& action = hashed.request->action) {
            auto& change = std::get<domain::agent::Administer>(*action).what;
            std::get<domain::agent::SetPassword>(change).password_hash =
                password::hash(hashed.password);
        }
    } catch (const std::bad_alloc&) {
        return answer(hashed.caller, Error{Errc::overloaded});
    }
    wipe(hashed.password);
    if (!finish(hashed.caller)) return;
    if (!links_.submit(*std::move(hashed.request), hashed.caller))
        links_.answer(ticket_of(hashed.caller), render(Error{Errc::overloaded}));
}

void Logins::open(const Check& check) {
    domain::OpenLogin login{.agent = check.agent,
                            .token = random_token(),
                            .token_hash = {},
                            .expires_at = clock_.now() + config_.lifetime};
    login.token_hash = hash_of(login.token);
    {
        const std::scoped_lock lock(mutex_);
        const auto found = pending_.find(check.caller.id);
        if (found == pending_.end()) return;
        found->second.stage = Stage::opening;
        found->second.token = login.token;
    }
    if (!links_.submit(std::move(login), check.caller)) {
        answer(check.caller, Error{Errc::overloaded});
    }
}

void Logins::give_back(const LoginLimits::Try& made) {
    const std::scoped_lock lock(mutex_);
    limits_.give_back(made);
}

void Logins::answer(domain::Caller caller, const Error& error) {
    if (finish(caller)) links_.answer(ticket_of(caller), render(error));
}

}  // namespace rejoinder::app::api

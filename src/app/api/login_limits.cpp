#include "app/api/login_limits.hpp"

#include <algorithm>

#include "app/api/authentication.hpp"
#include "base/record_id.hpp"

namespace rejoinder::app::api {

TryMeter::TryMeter(std::size_t tries, Duration window)
    : step_(std::max(window / static_cast<Duration::rep>(tries), Duration{1})),
      window_(step_ * static_cast<Duration::rep>(tries)) {}

Duration TryMeter::wait(const std::string& subject, Instant now) {
    const auto found = full_again_.find(subject);
    if (found != full_again_.end())
        return std::max(found->second + step_ - window_ - now, Duration::zero());
    if (full_again_.size() < subjects_max) return Duration::zero();
    erase_if(full_again_, [&](const auto& entry) { return entry.second <= now; });
    return full_again_.size() < subjects_max ? Duration::zero() : step_;
}

void TryMeter::take(const std::string& subject, Instant now) {
    Instant& full_again = full_again_[subject];
    full_again = std::max(full_again, now) + step_;
}

void TryMeter::give_back(const std::string& subject) {
    if (const auto found = full_again_.find(subject); found != full_again_.end())
        found->second -= step_;
}

LoginLimits::Try LoginLimits::make_try(std::string_view organization, std::string_view username,
                                       std::uint64_t network) {
    // An id has a short and a long form.
    const auto id = OrganizationId::parse(organization);
    std::string account = id ? id->str() : std::string(organization);
    account += '\0';
    account += username;
    // A name may be as long as a body: what is kept of it may not.
    return {hash_of(account), std::to_string(network)};
}

LoginLimits::LoginLimits(const Config& config)
    : accounts_(config.failures_max, config.window),
      networks_(config.failures_per_address_max, config.window) {}

std::optional<Duration> LoginLimits::count(const Try& made, Instant now) {
    const Duration wait =
        std::max(accounts_.wait(made.account, now), networks_.wait(made.network, now));
    if (wait > Duration::zero()) return wait;
    accounts_.take(made.account, now);
    networks_.take(made.network, now);
    return std::nullopt;
}

void LoginLimits::forgive(const Try& made) {
    accounts_.give_all_back(made.account);
    networks_.give_back(made.network);
}

void LoginLimits::give_back(const Try& made) {
    accounts_.give_back(made.account);
    networks_.give_back(made.network);
}

}  // namespace rejoinder::app::api

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash_map.hpp"
#include "base/time.hpp"

namespace rejoinder::app::api {

// How many tries one subject has, out of a number that comes back evenly within a time.
class TryMeter {
public:
    // What is counted at the same time at the most; a subject beyond it has to wait.
    static constexpr std::size_t subjects_max = 65'536;

    TryMeter(std::size_t tries, Duration window);

    // How long the subject has to wait for its next try; zero when it has one now.
    Duration wait(const std::string& subject, Instant now);
    void take(const std::string& subject, Instant now);
    void give_back(const std::string& subject);
    void give_all_back(const std::string& subject) { full_again_.erase(subject); }

private:
    const Duration step_;    // in which one try comes back
    const Duration window_;  // in which all of them do
    // When a subject has all of its tries again. Those that have are dropped when room is needed.
    HashMap<std::string, Instant> full_again_;
};

// Holds back those who guess passwords.
//
// Each try counts against the account it names and against the network it comes from, and is given
// back when the password was right or was never checked. An account that is not there counts like
// one that is, so that a refusal tells nothing. Not thread-safe.
class LoginLimits {
public:
    struct Config {
        std::size_t failures_max = 10;
        std::size_t failures_per_address_max = 100;
        Duration window = std::chrono::minutes{5};
    };

    // Who tries, and for which account.
    struct Try {
        std::string account;
        std::string network;
    };
    static Try make_try(std::string_view organization, std::string_view username,
                        std::uint64_t network);

    explicit LoginLimits(const Config& config);

    // Counts a try. When it may not be made, returns how long it is until one may.
    std::optional<Duration> count(const Try& made, Instant now);
    // The password was right: what was tried before is forgotten for the account.
    void forgive(const Try& made);
    // The password was not checked.
    void give_back(const Try& made);

private:
    TryMeter accounts_;
    TryMeter networks_;
};

}  // namespace rejoinder::app::api

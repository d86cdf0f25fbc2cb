#include "app/duration.hpp"

#include <array>
#include <charconv>
#include <cstdint>

namespace rejoinder::app {
namespace {

using namespace std::chrono_literals;

struct Unit {
    std::string_view name;
    Duration length;
};

constexpr std::array units = {Unit{"h", 1h}, Unit{"m", 1min}, Unit{"s", 1s}, Unit{"ms", 1ms}};
constexpr Duration longest = 10'000h;

}  // namespace

std::optional<Duration> parse_duration(std::string_view text) {
    std::uint64_t count = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, count);
    if (error != std::errc()) return std::nullopt;
    const std::string_view name(rest, end);
    for (const Unit& unit : units) {
        if (unit.name != name) continue;
        if (count > static_cast<std::uint64_t>(longest / unit.length)) return std::nullopt;
        return static_cast<Duration::rep>(count) * unit.length;
    }
    return std::nullopt;
}

std::string duration_text(Duration duration) {
    if (duration == Duration::zero()) return "0s";
    for (const Unit& unit : units) {
        if (duration % unit.length == Duration::zero())
            return std::to_string(duration / unit.length) + std::string(unit.name);
    }
    return {};
}

}  // namespace rejoinder::app

#include "domain/affinity.hpp"

#include <array>

namespace rejoinder::domain {
namespace {

// FNV-1a over the id, then the finalizer of SplitMix64 so that neighbours differ in every bit.
template <class Bytes>
std::uint64_t mix(const Bytes& bytes, std::uint64_t salt) {
    std::uint64_t value = 14695981039346656037ULL ^ salt;
    for (const auto byte : bytes)
        value = (value ^ static_cast<std::uint8_t>(byte)) * 1099511628211ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

constexpr std::uint64_t offset_salt = 0x6f666673;

}  // namespace

std::uint32_t affinity_token(const SessionId& session, std::int64_t generation) {
    return static_cast<std::uint32_t>(mix(session.bytes(), static_cast<std::uint64_t>(generation)));
}

std::string affinity_text(std::uint32_t token) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text(8, '0');
    for (std::size_t place = text.size(); place-- > 0; token >>= 4)
        text[place] = digits[token & 15];
    return text;
}

std::int64_t offset_base(const SessionId& session) {
    constexpr std::uint64_t span = (1ULL << 30) - 1;
    return static_cast<std::int64_t>(mix(session.bytes(), offset_salt) % span) + 1;
}

Uuid agent_session(const AgentId& agent, Instant since) {
    const auto salt = static_cast<std::uint64_t>(epoch_milliseconds(since));
    std::array<std::uint8_t, 16> bytes{};
    std::uint64_t value = mix(agent.view(), salt);
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        if (place == sizeof value) value = mix(agent.view(), ~salt);
        bytes[place] = static_cast<std::uint8_t>(value >> (8 * (place % sizeof value)));
    }
    return Uuid::from_random(bytes);
}

}  // namespace rejoinder::domain

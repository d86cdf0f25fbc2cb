#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder {

// 128 bits, written as 36 characters in lower case.
class Uuid {
public:
    constexpr Uuid() = default;

    // A random (version 4) UUID from 16 random bytes.
    static Uuid from_random(std::array<std::uint8_t, 16> bytes);
    // Reads the 36-character form, in either case.
    static std::optional<Uuid> parse(std::string_view text);

    std::string str() const;
    const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }

    auto operator<=>(const Uuid&) const = default;

private:
    std::array<std::uint8_t, 16> bytes_{};
};

// Names one client's session; also the chat key of the chat in it.
class SessionId : public Uuid {
public:
    constexpr SessionId() = default;
    explicit constexpr SessionId(const Uuid& uuid) : Uuid(uuid) {}
    static std::optional<SessionId> parse(std::string_view text) {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional(SessionId(*uuid)) : std::nullopt;
    }
    auto operator<=>(const SessionId&) const = default;
};

// Names a file that was asked for or sent in a chat.
class FileId : public Uuid {
public:
    constexpr FileId() = default;
    explicit constexpr FileId(const Uuid& uuid) : Uuid(uuid) {}
    static std::optional<FileId> parse(std::string_view text) {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional(FileId(*uuid)) : std::nullopt;
    }
    auto operator<=>(const FileId&) const = default;
};

}  // namespace rejoinder

template <>
struct std::hash<rejoinder::SessionId> {
    std::size_t operator()(const rejoinder::SessionId& id) const noexcept {
        // The bytes are random already: any eight of them spread well.
        std::size_t value = 0;
        std::memcpy(&value, id.bytes().data(), sizeof value);
        return value;
    }
};

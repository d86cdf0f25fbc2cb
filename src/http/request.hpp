#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace rejoinder::http {

enum class Method : std::uint8_t { get, head, post, put, patch, del, options, other };

// The method's name as on the wire; empty for `other`.
std::string_view name_of(Method method);

// True when two header names (or other ASCII words) differ in case at most.
bool is_same_word(std::string_view a, std::string_view b);

struct HeaderField {
    std::string_view name;   // as the client wrote it
    std::string_view value;  // without surrounding blanks
};

// One request, as its client sent it: nothing is decoded. Every view in it is valid only during
// `Handler::handle`.
struct Request {
    Method method = Method::other;
    std::string_view target;  // as sent, `/chat/rest/System/Messages?ack=-1`
    std::string_view path;    // the part before `?`, without scheme and host; never decoded
    std::string_view query;   // the part behind `?`, see `http/query.hpp`
    std::string_view body;    // whole; chunks are joined
    std::span<const HeaderField> headers;  // in the order sent
    boost::asio::ip::address peer;         // the other end of the socket
    bool is_tls = false;
    bool is_upgrade = false;  // asks to become a WebSocket, see `Server::accept_web_socket`

    // The first value of the header `name`, in any case; nothing when it was not sent.
    std::optional<std::string_view> header(std::string_view name) const;

    // Calls `visit(value)` for each header `name`, in the order sent.
    template <class Visit>
    void for_each_header(std::string_view name, Visit&& visit) const {
        for (const HeaderField& field : headers) {
            if (is_same_word(field.name, name)) visit(field.value);
        }
    }
};

}  // namespace rejoinder::http

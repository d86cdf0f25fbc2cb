#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "http/socket.hpp"
#include "http/tls.hpp"

namespace rejoinder::http {

// One connection's bytes, plain or by TLS. Nothing here blocks: what cannot be done yet says which
// readiness of the socket to wait for.
class Transport {
public:
    enum class Outcome : std::uint8_t { done, wants_read, wants_write, closed };
    struct Step {
        Outcome outcome;
        std::size_t bytes = 0;  // moved; at least 1 when `done`
    };

    Transport(Socket socket, SslPtr ssl) : socket_(std::move(socket)), ssl_(std::move(ssl)) {}

    bool is_tls() const { return ssl_ != nullptr; }

    // Goes on with the TLS handshake until it is done or failed (`closed`).
    Step handshake();

    // `closed` when the peer has finished sending, orderly or not. `bytes` is not empty.
    Step read(std::span<char> bytes);
    Step write(std::string_view bytes);

    // Decrypted bytes are at hand that no readiness of the socket will tell of.
    bool has_pending() const;

    // Tells the peer that nothing more will be sent.
    void finish_sending();

    void close();

    Socket& socket() { return socket_; }

    // Takes it apart, for another kind of stream to go on with.
    Socket release_socket() { return std::move(socket_); }
    SslPtr release_ssl() { return std::move(ssl_); }

private:
    Step tls_step(int result) const;

    Socket socket_;
    SslPtr ssl_;
};

}  // namespace rejoinder::http

#include "http/transport.hpp"

#include <openssl/err.h>

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <limits>

namespace rejoinder::http {
namespace {

int tls_size(std::size_t size) {
    return static_cast<int>(std::min(size, std::size_t{std::numeric_limits<int>::max()}));
}

bool is_not_yet(const ErrorCode& error) {
    return error == boost::asio::error::would_block || error == boost::asio::error::try_again ||
           error == boost::asio::error::interrupted;
}

}  // namespace

Transport::Step Transport::handshake() {
    ERR_clear_error();
    const int result = SSL_do_handshake(ssl_.get());
    return result == 1 ? Step{Outcome::done, 1} : tls_step(result);
}

Transport::Step Transport::read(std::span<char> bytes) {
    if (ssl_) {
        ERR_clear_error();
        return tls_step(SSL_read(ssl_.get(), bytes.data(), tls_size(bytes.size())));
    }
    ErrorCode error;
    const std::size_t read =
        socket_.receive(boost::asio::buffer(bytes.data(), bytes.size()), 0, error);
    if (!error) return {Outcome::done, read};
    return {is_not_yet(error) ? Outcome::wants_read : Outcome::closed};
}

Transport::Step Transport::write(std::string_view bytes) {
    if (ssl_) {
        ERR_clear_error();
        return tls_step(SSL_write(ssl_.get(), bytes.data(), tls_size(bytes.size())));
    }
    ErrorCode error;
    const std::size_t written =
        socket_.send(boost::asio::buffer(bytes.data(), bytes.size()), 0, error);
    if (!error) return {Outcome::done, written};
    return {is_not_yet(error) ? Outcome::wants_write : Outcome::closed};
}

bool Transport::has_pending() const { return ssl_ && SSL_has_pending(ssl_.get()) == 1; }

void Transport::finish_sending() {
    if (ssl_) {
        ERR_clear_error();
        SSL_shutdown(ssl_.get());
        ERR_clear_error();
    }
    ErrorCode ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
}

void Transport::close() {
    ErrorCode ignored;
    socket_.close(ignored);
}

Transport::Step Transport::tls_step(int result) const {
    if (result > 0) return {Outcome::done, static_cast<std::size_t>(result)};
    switch (SSL_get_error(ssl_.get(), result)) {
        case SSL_ERROR_WANT_READ:
            return {Outcome::wants_read};
        case SSL_ERROR_WANT_WRITE:
            return {Outcome::wants_write};
        default:
            return {Outcome::closed};
    }
}

}  // namespace rejoinder::http

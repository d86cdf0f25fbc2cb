#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <mutex>
#include <string>

#include "base/error.hpp"

namespace rejoinder::http {

struct SslFree {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
using SslPtr = std::unique_ptr<SSL, SslFree>;

// The server's certificate, ready for handshakes. Thread-safe.
class TlsContext {
public:
    // `certificate` and `key` name PEM files; the certificate's leaf comes first.
    TlsContext(std::string certificate, std::string key);

    // Reads the files. Fails with `internal` and a detail for the operator, and keeps what it had,
    // when they cannot be read or do not belong together.
    Result<void> load();

    // The server's end of a new connection over the socket `descriptor`, which stays the caller's.
    // Nothing when memory is short, or when nothing was loaded.
    SslPtr open(int descriptor);

private:
    using ContextPtr = std::unique_ptr<SSL_CTX, SslFree>;

    std::string certificate_;
    std::string key_;
    std::mutex mutex_;
    ContextPtr context_;
};

// The newest entry of this thread's OpenSSL error queue, which is emptied.
std::string take_tls_error();

}  // namespace rejoinder::http

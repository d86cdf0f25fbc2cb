#include "http/tls.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <sys/socket.h>

#include <array>
#include <utility>

#include "base/check.hpp"

namespace rejoinder::http {
namespace {

// OpenSSL's own socket BIO lets a dead peer raise SIGPIPE; this one does not.
int write_without_signal(BIO* bio, const char* bytes, std::size_t size, std::size_t* written) {
    int descriptor = -1;
    BIO_get_fd(bio, &descriptor);
    const ssize_t sent = ::send(descriptor, bytes, size, MSG_NOSIGNAL);
    BIO_clear_retry_flags(bio);
    if (sent > 0) {
        *written = static_cast<std::size_t>(sent);
        return 1;
    }
    if (BIO_sock_should_retry(static_cast<int>(sent)) != 0) BIO_set_retry_write(bio);
    return 0;
}

BIO_METHOD* make_socket_method() {
    const BIO_METHOD* original = BIO_s_socket();
    BIO_METHOD* method = BIO_meth_new(BIO_TYPE_SOCKET, "socket");
    CHECK(method != nullptr);
    BIO_meth_set_write_ex(method, write_without_signal);
    BIO_meth_set_read(method, BIO_meth_get_read(original));
    BIO_meth_set_ctrl(method, BIO_meth_get_ctrl(original));
    BIO_meth_set_create(method, BIO_meth_get_create(original));
    BIO_meth_set_destroy(method, BIO_meth_get_destroy(original));
    return method;
}

// Made once and kept until the process ends.
const BIO_METHOD* socket_method() {
    static BIO_METHOD* const method = make_socket_method();
    return method;
}

}  // namespace

TlsContext::TlsContext(std::string certificate, std::string key)
    : certificate_(std::move(certificate)), key_(std::move(key)) {}

Result<void> TlsContext::load() {
    ERR_clear_error();
    ContextPtr context(SSL_CTX_new(TLS_server_method()));
    CHECK(context);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE);
    // A parked connection keeps no record buffers, and a write may go on from another buffer.
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                        SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    if (SSL_CTX_use_certificate_chain_file(context.get(), certificate_.c_str()) != 1) {
        return fail(Errc::internal,
                    "cannot use the certificate " + certificate_ + ": " + take_tls_error());
    }
    if (SSL_CTX_use_PrivateKey_file(context.get(), key_.c_str(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(context.get()) != 1) {
        return fail(Errc::internal, "cannot use the key " + key_ + ": " + take_tls_error());
    }
    const std::lock_guard lock(mutex_);
    context_ = std::move(context);
    return {};
}

SslPtr TlsContext::open(int descriptor) {
    SslPtr ssl;
    {
        const std::lock_guard lock(mutex_);
        if (context_) ssl.reset(SSL_new(context_.get()));
    }
    BIO* bio = ssl ? BIO_new(socket_method()) : nullptr;
    if (bio == nullptr) return {};
    BIO_set_fd(bio, descriptor, BIO_NOCLOSE);
    SSL_set_bio(ssl.get(), bio, bio);
    SSL_set_accept_state(ssl.get());
    return ssl;
}

std::string take_tls_error() {
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    if (code == 0) return "no reason given";
    std::array<char, 256> text{};
    ERR_error_string_n(code, text.data(), text.size());
    return text.data();
}

}  // namespace rejoinder::http

#pragma once

#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdio>
#include <memory>
#include <string>

namespace rejoinder::http {

// A self-signed certificate in two files of the test's own, made anew by each `write`.
class TestCertificate {
public:
    explicit TestCertificate(const std::string& name)
        : certificate(testing::TempDir() + name + ".crt"),
          key(testing::TempDir() + name + ".key") {}
    ~TestCertificate() {
        std::remove(certificate.c_str());
        std::remove(key.c_str());
    }
    TestCertificate(const TestCertificate&) = delete;
    TestCertificate& operator=(const TestCertificate&) = delete;

    void write(const char* common_name) const {
        const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pair(
            EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), EVP_PKEY_free);
        const std::unique_ptr<X509, decltype(&X509_free)> x509(X509_new(), X509_free);
        ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(x509.get()), 0);
        X509_gmtime_adj(X509_getm_notAfter(x509.get()), 3600);
        X509_set_pubkey(x509.get(), pair.get());
        X509_NAME* name = X509_get_subject_name(x509.get());
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>(common_name), -1, -1, 0);
        X509_set_issuer_name(x509.get(), name);
        ASSERT_GT(X509_sign(x509.get(), pair.get(), EVP_sha256()), 0);

        const File certificate_file(std::fopen(certificate.c_str(), "w"), std::fclose);
        const File key_file(std::fopen(key.c_str(), "w"), std::fclose);
        ASSERT_TRUE(certificate_file && key_file);
        PEM_write_X509(certificate_file.get(), x509.get());
        PEM_write_PrivateKey(key_file.get(), pair.get(), nullptr, nullptr, 0, nullptr, nullptr);
    }

    // The common name of the certificate the other end of `ssl` has shown.
    static std::string name_of_peer(SSL* ssl) {
        const std::unique_ptr<X509, decltype(&X509_free)> x509(SSL_get1_peer_certificate(ssl),
                                                               X509_free);
        char name[64] = {};
        if (x509) {
            X509_NAME_get_text_by_NID(X509_get_subject_name(x509.get()), NID_commonName, name,
                                      sizeof name);
        }
        return name;
    }

    const std::string certificate;
    const std::string key;

private:
    using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;
};

}  // namespace rejoinder::http

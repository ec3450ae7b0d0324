// OpenSSL, just enough to sign oneself.

#include "tests/support/certificates.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>
#include <fstream>
#include <memory>

namespace suivant::tests {

namespace {

constexpr long one_day = 24 * 60 * 60;

template <class Write>
void to_file(const std::string& path, Write write) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{
      std::fopen(path.c_str(), "w"), std::fclose};
  write(file.get());
}

} // namespace

certificate_files::certificate_files(const std::string& name) {
  auto pattern
      = (std::filesystem::temp_directory_path() / "suivant-XXXXXX").string();
  folder_ = ::mkdtemp(pattern.data());
  replace(name);
}

certificate_files::~certificate_files() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void certificate_files::replace(const std::string& name) {
  const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> pair{EVP_EC_gen("P-256"),
                                                            EVP_PKEY_free};
  const std::unique_ptr<X509, void (*)(X509*)> shown{X509_new(), X509_free};
  X509_set_version(shown.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(shown.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(shown.get()), 0);
  X509_gmtime_adj(X509_getm_notAfter(shown.get()), one_day);
  X509_set_pubkey(shown.get(), pair.get());
  auto* subject = X509_get_subject_name(shown.get());
  X509_NAME_add_entry_by_txt(
      subject, "CN", MBSTRING_UTF8,
      reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(shown.get(), subject);
  X509_sign(shown.get(), pair.get(), EVP_sha256());
  to_file(certificate(),
          [&](std::FILE* file) { PEM_write_X509(file, shown.get()); });
  to_file(key(), [&](std::FILE* file) {
    PEM_write_PrivateKey(file, pair.get(), nullptr, nullptr, 0, nullptr,
                         nullptr);
  });
}

void certificate_files::spoil() {
  std::ofstream{certificate()} << "not a certificate\n";
}

} // namespace suivant::tests

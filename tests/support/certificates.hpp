// Self-signed certificates, made on the spot.

#pragma once

#include <filesystem>
#include <string>

namespace suivant::tests {

class certificate_files {
public:
  explicit certificate_files(const std::string& name);
  ~certificate_files();

  certificate_files(const certificate_files&) = delete;
  certificate_files& operator=(const certificate_files&) = delete;

  /// Another certificate with another key in the same files.
  void replace(const std::string& name);

  /// Something that is no certificate.
  void spoil();

  std::string certificate() const {
    return (folder_ / "certificate.pem").string();
  }
  std::string key() const {
    return (folder_ / "key.pem").string();
  }

private:
  std::filesystem::path folder_;
};

} // namespace suivant::tests

// Encrypted connections, and the certificate they show.

#pragma once

#include "net/plain_stream.hpp"

#include <filesystem>
#include <mutex>

namespace boost::asio::ssl {
class context;
}

namespace suivant::net {

/// A certificate with its key, read from files that may be replaced while
/// connections made with the old ones go on. Thread-safe.
class certificate {
public:
  /// Throws std::runtime_error in words if the files are not good.
  certificate(std::string certificate_file, std::string key_file);
  ~certificate();

  /// Reads the files again. Throws like the constructor and keeps the old.
  void reload();

  /// Reloads if the files have changed since they were last read or tried;
  /// says whether it did.
  bool reload_if_changed();

  std::shared_ptr<boost::asio::ssl::context> current() const;

private:
  std::filesystem::file_time_type newest_change() const;

  const std::string certificate_file_;
  const std::string key_file_;
  mutable std::mutex mutex_;
  std::shared_ptr<boost::asio::ssl::context> current_;
  std::filesystem::file_time_type tried_;
};

std::shared_ptr<byte_stream> tls_stream(tcp_socket socket,
                                        const certificate& shown);

} // namespace suivant::net

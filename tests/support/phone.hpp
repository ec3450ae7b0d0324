// A WebSocket client as a browser would be, by Beast, so that both ends were
// not written by the same people. With a deadline on everything.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace suivant::tests {

class phone {
public:
  struct manner {
    std::string path = "/live";
    std::string protocol = "suivant.v1";
    std::string origin;
    bool encrypted = false;
    int receive_bytes = 0; // Of the kernel's buffer; 0: as it likes.
    std::string cookie;
    std::string language;
  };

  explicit phone(std::uint16_t port);
  phone(std::uint16_t port, const manner& how);
  ~phone();

  phone(phone&&) noexcept;
  phone& operator=(phone&&) = delete;

  void say(const std::string& text);

  /// The next message; nothing once the server has closed or went silent.
  std::optional<std::string> hear();

  /// The code with which the server closed; 0 if it has not.
  std::uint16_t close_code() const;

  /// Says goodbye in good order.
  void leave();

  /// The common name of the server's certificate.
  std::string certificate_name() const;

  class body;

private:
  std::unique_ptr<body> body_;
};

} // namespace suivant::tests

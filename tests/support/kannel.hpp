// A real gateway for text messages on free ports: Kannel, with its own fake of
// a telephone network. What it sends out arrives nowhere but here.

#pragma once

#include "net/post/sms_gateway.hpp"
#include "tests/support/child_process.hpp"

#include <memory>
#include <optional>

namespace suivant::tests {

/// What the network was given, in one part.
struct sms_part {
  std::string from;
  std::string to;
  std::string text;     // UTF-8.
  bool unicode = false; // Came as UCS-2.
  bool of_several = false;

  bool operator==(const sms_part&) const = default;
};

class kannel {
public:
  /// `inbound`: the address where texts from phones are told, may have a query;
  /// empty: nowhere. Callbacks are said again each second until they are heard.
  explicit kannel(std::string inbound = {});
  ~kannel();
  kannel(const kannel&) = delete;
  kannel& operator=(const kannel&) = delete;

  std::string url() const;
  /// To reach it; without a callback.
  net::sms_settings settings() const;

  /// Nobody takes texts any more; `start` goes on with the same ports.
  void stop();
  void start();
  /// The network behind it: texts wait while it is away.
  void stop_network();
  void start_network();

  /// Somebody's phone writes to a number. Without spaces in both.
  void write(const std::string& from, const std::string& to,
             const std::string& text);
  /// All that the network has got; waits until it is so many parts.
  std::vector<sms_part> received(std::size_t count) const;
  std::vector<sms_part> received_so_far() const;

private:
  std::filesystem::path folder_;
  std::uint16_t admin_port_ = free_port();
  std::uint16_t box_port_ = free_port();
  std::uint16_t network_port_ = free_port();
  std::uint16_t send_port_ = free_port();
  std::unique_ptr<child_process> bearerbox_;
  std::unique_ptr<child_process> smsbox_;
  std::unique_ptr<child_process> network_;
  std::vector<sms_part> before_; // Of networks that were stopped.
};

} // namespace suivant::tests

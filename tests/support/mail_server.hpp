// A real server for mail on a free port, which takes what comes, and refuses
// it or goes away when it is told to.

#pragma once

#include "net/post/mail_gateway.hpp"
#include "tests/support/child_process.hpp"

#include <boost/json.hpp>

namespace suivant::tests {

class certificate_files;

struct received_mail {
  std::string from; // Of the envelope.
  std::string to;
  bool secure = false;
  std::string user;    // Who logged in.
  std::string subject; // Decoded, like the texts.
  std::string sender;
  std::string text;
  std::string html;
  boost::json::object headers; // Lower-case names; whole lines as they came.
  boost::json::array files;    // name, type, method, content
};

class mail_server {
public:
  /// With a certificate it speaks STARTTLS, and wants the log-in "suivant"
  /// with "secret".
  explicit mail_server(const certificate_files* shown = nullptr);

  /// To reach it: from "rdv@valmont.example".
  net::mail_settings settings() const;

  /// Answers the next one so, once, at "mail" (the sender), "rcpt" (the
  /// addressee) or "data" (the mail itself; there 0: it is gone without a
  /// word). Several wait their turn.
  void misbehave(const std::string& at, int code);

  /// All that it has taken; waits until it is so many.
  std::vector<received_mail> received(std::size_t count);
  std::size_t received_so_far() const;

private:
  const certificate_files* shown_;
  child_process node_;
  std::uint16_t port_ = 0;
  std::size_t faults_ = 0;
};

} // namespace suivant::tests

// The way out for mail: SMTP. Knows addresses and words; nothing of offices.

#pragma once

#include "net/post/sending.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace suivant::net {

/// Whether what goes to the mail server is encrypted.
enum class mail_tls {
  required, // By STARTTLS, or not sent.
  optional, // If the server can.
  never,
  implicit, // From the first byte, on a port of its own (465).
};

struct mail_settings {
  std::string server; // A name or an address; empty: no mail is sent.
  std::uint16_t port = 25;
  mail_tls tls = mail_tls::required;
  std::string user; // Empty: no log-in.
  std::string password;
  std::string from;   // "rdv@ville.example.org": what people see.
  std::string domain; // Of ids and of addresses for bounces; empty: as `from`.
  std::string authorities; // PEM file, trusted in place of the machine's own.
  std::chrono::milliseconds time{60'000}; // For one try.
  unsigned connections = 2;               // At a time; 1 to 16.
  std::size_t most_waiting = 10'000;      // More are turned away: later.
};

/// Texts are UTF-8; what would break a header is dropped from one.
struct mail {
  std::string to;        // An address.
  std::string from_name; // Before the address of the settings.
  std::string subject;
  std::string text;
  std::string html;                        // The same words; empty: none.
  std::string calendar;                    // iCalendar; empty: none.
  std::string calendar_method = "PUBLISH"; // As it stands in there.
  std::string language;                    // "fr"
  std::string id;     // "mairie.2s.1": of the header Message-ID, before "@".
  std::string bounce; // "bounce+…": who is told, before "@"; empty: `from`.
  std::string link;   // To see and change it all; empty: none.
  std::chrono::system_clock::time_point written; // Of the header Date.
};

/// Whether a mail could go there: "name@domain", in ASCII.
bool is_mail_address(std::string_view text);

/// All of a mail's headers but those of its parts, as they are sent.
std::vector<std::string> headers_of(const mail& it, const mail_settings& by);

/// Thread-safe; has threads of its own.
class mail_gateway {
public:
  /// Throws std::runtime_error if the settings will not do.
  explicit mail_gateway(mail_settings with);
  ~mail_gateway();

  void send(mail it, sending_ended then);
  /// Drops what waits; what is under way is ended. Nobody may send any more.
  void close();

private:
  struct inside;
  std::unique_ptr<inside> inside_;
};

} // namespace suivant::net

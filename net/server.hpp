// The listener: takes connections, answers HTTP, carries the live channel.
// Knows sockets and words; what they mean is the handlers' business.

#pragma once

#include "net/live_hub.hpp"

namespace suivant::net {

class assets;
class metrics;

struct server_limits {
  std::size_t header_bytes = 16 * 1024;          // More is answered 431.
  std::size_t body_bytes = 1024 * 1024;          // More is answered 413.
  std::chrono::milliseconds header_time{10'000}; // Slower is answered 408.
  std::chrono::milliseconds body_time{30'000};   // Slower is answered 408.
  std::chrono::milliseconds idle_time{60'000};   // Between two requests.
  std::chrono::milliseconds answer_time{15'000}; // Slower is answered 503.
  std::chrono::milliseconds send_time{120'000};  // Slower readers are cut.
  std::chrono::milliseconds drain_time{5'000};   // To finish, on stop.
  std::size_t connections = 18'000;
  // A town hall's visitors may all come from one address, so both are wide.
  std::size_t connections_per_address = 4'000;
  double requests_per_second = 200; // Per address; more is answered 429.
  double request_burst = 1'000;     // Saved up while an address is quiet.
};

struct server_settings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080; // 0: any free one.
  unsigned threads = 1;      // At most 255.
  server_limits limits;
  live_limits live;
  std::string live_path = "/live"; // Event streams: this and "/events".
  std::string protocol = "suivant.v1";
  /// Addresses or networks ("10.0.0.0/8") whose X-Forwarded-For and
  /// X-Forwarded-Proto are believed.
  std::vector<std::string> trusted_proxies;
  /// Addresses or networks to which no limit per address applies.
  std::vector<std::string> exempt = {"127.0.0.0/8", "::1"};
  /// Pages from elsewhere that may open a live connection, besides our own:
  /// "https://www.example.org".
  std::vector<std::string> allowed_origins;
  /// Files in PEM form; TLS is spoken if both are given.
  std::string certificate;
  std::string private_key;
};

struct services {
  http_handler answer;
  live_events live;
  /// Static pages, looked at before `answer` is asked. May be null.
  std::shared_ptr<assets> pages;
  /// Where to count. May be null.
  std::shared_ptr<metrics> counts;
  /// For what the listener itself says no to. May be empty: then only the
  /// error's name is said.
  refusal_words words;
  /// Told in words what an operator should know. May be empty.
  std::function<void(const std::string&)> complain;
};

/// Callbacks come from its io threads, several at once if it has several.
class server {
public:
  /// Does not listen yet, so that handlers can be built upon the `hub`.
  explicit server(server_settings settings);
  ~server();

  live_hub& hub();

  /// Throws std::runtime_error in words if it cannot listen or read the
  /// certificate.
  void start(services handlers);

  std::uint16_t port() const;

  /// Reads certificate and key again; false, with the old ones still in use,
  /// if they are not good. Happens by itself when the files change.
  bool reload_certificates();

  /// Stops listening, lets running requests finish within the drain time,
  /// ends live connections with 1001 and joins the threads. Not to be called
  /// from a callback. After it the hub listens politely and does nothing.
  void stop();

private:
  class body;
  std::unique_ptr<body> body_;
};

} // namespace suivant::net

// Another program on the web that hears of events: a real server on a port of
// its own, which may answer badly, late or not at all, and be down.

#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace suivant::tests {

class certificate_files;

struct received {
  std::string path;
  std::map<std::string, std::string> headers; // Lower-case names.
  std::string body;
  int answered = 0; // Status; 0: nothing.
};

class receiver {
public:
  /// Speaks TLS if it is given a certificate.
  explicit receiver(const certificate_files* shown = nullptr);
  ~receiver();
  receiver(const receiver&) = delete;
  receiver& operator=(const receiver&) = delete;

  /// From now on; 0: takes the request and says nothing.
  void answer(int status, const std::string& header = {});
  /// Nobody listens any more; `start` listens on the same port.
  void stop();
  void start();

  std::uint16_t port() const {
    return port_;
  }
  std::string url(const std::string& path = "/hear") const;

  /// Waits until so many requests have come in all; fails the test if they do
  /// not. Gives all of them.
  std::vector<received> heard(std::size_t count);
  std::vector<received> so_far() const;
  /// Of the events that were taken: "visit_booked" …
  std::vector<std::string> kinds_taken() const;

private:
  struct tls;

  void listen();
  void take(int connection);

  std::shared_ptr<tls> tls_;
  std::uint16_t port_ = 0;
  std::atomic<int> listens_ = -1;
  std::thread thread_;
  mutable std::mutex guard_;
  std::condition_variable comes_;
  std::vector<received> all_;
  std::vector<int> silent_; // Connections that hear nothing.
  int status_ = 200;
  std::string header_;
};

} // namespace suivant::tests

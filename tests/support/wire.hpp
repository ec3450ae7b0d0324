// A raw connection to the server under test, byte by byte, with a deadline on
// every read so that no test ever hangs or sleeps.

#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace suivant::tests {

inline constexpr std::chrono::milliseconds patience{5'000};

struct wire_answer {
  int status = 0; // 0: the connection ended instead.
  std::map<std::string, std::string> headers; // Lower-case names.
  std::string body;
};

class wire {
public:
  explicit wire(std::uint16_t port, const std::string& from = "127.0.0.1",
                int receive_bytes = 0);
  ~wire();

  wire(wire&& other) noexcept;
  wire(const wire&) = delete;
  wire& operator=(const wire&) = delete;
  wire& operator=(wire&&) = delete;

  void send(std::string_view bytes);

  /// The next response; `bodiless` for the answer to HEAD.
  wire_answer read_answer(bool bodiless = false);

  /// All bytes up to and including `mark`; nothing if the other side ends or
  /// the deadline passes before it comes.
  std::optional<std::string> read_until(std::string_view mark);
  std::optional<std::string> read_bytes(std::size_t count);

  /// Whether the other side ends the connection before the deadline.
  bool ends();

  int descriptor() const {
    return descriptor_;
  }

private:
  bool read_more();

  int descriptor_;
  std::string in_;
};

/// "GET path" with a Host header and whatever else is given.
std::string get(const std::string& path, const std::string& headers = {});
std::string post(const std::string& path, const std::string& body,
                 const std::string& headers = {});

/// The request that opens a WebSocket on /live.
std::string upgrade_request(const std::string& headers = {},
                            const std::string& protocol = "suivant.v1");

/// A masked frame as a client sends it.
std::string client_frame(int opcode, std::string_view payload,
                         bool last = true);

} // namespace suivant::tests

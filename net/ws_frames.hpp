// WebSocket frames (RFC 6455), as bytes to words and words to bytes. Pure:
// knows no socket, keeps nothing while no bytes are half-read.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace suivant::net {

enum class ws_kind : std::uint8_t {
  text = 1,
  close = 8,
  ping = 9,
  pong = 10,
  fault = 255, // The peer broke the rules; `code` says which.
};

/// Why a connection ends, as RFC 6455 section 7.4 numbers it.
namespace close_code {
inline constexpr std::uint16_t normal = 1000;
inline constexpr std::uint16_t going_away = 1001;
inline constexpr std::uint16_t protocol_error = 1002;
inline constexpr std::uint16_t not_text = 1003;
inline constexpr std::uint16_t none_given = 1005;
inline constexpr std::uint16_t not_utf8 = 1007;
inline constexpr std::uint16_t policy = 1008;
inline constexpr std::uint16_t too_big = 1009;
inline constexpr std::uint16_t try_later = 1013;
} // namespace close_code

struct ws_event {
  ws_kind kind;
  std::string text;       // The message, the ping's payload, the reason.
  std::uint16_t code = 0; // Of a close or a fault.
};

/// Reads what one client sends. Costs no heap while it is `idle`.
class ws_reader {
public:
  explicit ws_reader(std::size_t message_bytes);

  void feed(std::string_view bytes);

  /// The next whole message or control frame, if one is complete. After a
  /// close or a fault there is never another.
  std::optional<ws_event> next();

  /// Nothing is half-read: the reader may be thrown away and made anew.
  bool idle() const;

private:
  struct header;

  std::string_view unread() const;
  std::optional<header> read_header() const;
  std::uint16_t objection_to(const header& head) const;
  std::string take_payload(const header& head);
  std::optional<ws_event> control(const header& head, std::string payload);
  std::optional<ws_event> data(const header& head, std::string payload);
  ws_event fault(std::uint16_t code);

  std::size_t message_bytes_;

  std::string bytes_;
  std::size_t taken_ = 0; // Of `bytes_`, already given out.
  std::string message_;   // Fragments so far.
  bool in_message_ = false;
  bool over_ = false;
};

/// One unmasked, final frame, as a server sends it.
std::string ws_frame(ws_kind kind, std::string_view payload);

/// Cuts an overlong reason at a whole character.
std::string ws_close_frame(std::uint16_t code, std::string_view reason);

/// Takes the first of several frames made by `ws_frame` off `frames`.
std::string_view next_payload(std::string_view& frames);

} // namespace suivant::net

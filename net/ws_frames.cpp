// The frame layer of RFC 6455, section 5, from the server's side.

#include "net/ws_frames.hpp"

#include "net/words.hpp"

#include <algorithm>
#include <utility>

namespace suivant::net {

namespace {

constexpr std::uint8_t continuation = 0;
constexpr std::uint8_t binary = 2;
constexpr std::size_t control_bytes = 125;
constexpr std::size_t mask_bytes = 4;

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const auto sign : bytes)
    value = value << 8 | static_cast<std::uint8_t>(sign);
  return value;
}

void put_big_endian(std::string& into, std::uint64_t value, int bytes) {
  for (auto shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
    into += static_cast<char>(value >> shift & 0xFF);
}

/// 1004 to 1006 and 1015 never travel; 3000 to 4999 belong to applications.
bool may_be_sent(std::uint64_t code) {
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014)
         || (code >= 3000 && code <= 4999);
}

bool is_control(std::uint8_t opcode) {
  return (opcode & 8) != 0;
}

} // namespace

struct ws_reader::header {
  bool last;
  bool reserved;
  bool masked;
  bool padded = false; // The length could have been written shorter.
  std::uint8_t opcode;
  std::uint64_t length;
  std::size_t size; // Of the header itself, mask included.
};

ws_reader::ws_reader(std::size_t message_bytes)
    : message_bytes_{message_bytes} {}

void ws_reader::feed(std::string_view bytes) {
  if (over_)
    return;
  bytes_.erase(0, std::exchange(taken_, 0));
  bytes_ += bytes;
}

std::optional<ws_event> ws_reader::next() {
  while (!over_) {
    const auto head = read_header();
    if (!head)
      return std::nullopt;
    // Refused before its payload arrives, so that nobody can make us hold it.
    if (const auto code = objection_to(*head); code != 0)
      return fault(code);
    if (unread().size() - head->size < head->length)
      return std::nullopt;
    auto payload = take_payload(*head);
    auto event = is_control(head->opcode) ? control(*head, std::move(payload))
                                          : data(*head, std::move(payload));
    if (event)
      return event;
  }
  return std::nullopt;
}

bool ws_reader::idle() const {
  return unread().empty() && !in_message_;
}

std::string_view ws_reader::unread() const {
  return std::string_view{bytes_}.substr(taken_);
}

std::optional<ws_reader::header> ws_reader::read_header() const {
  const auto bytes = unread();
  if (bytes.size() < 2)
    return std::nullopt;
  const auto first = static_cast<std::uint8_t>(bytes[0]);
  const auto second = static_cast<std::uint8_t>(bytes[1]);
  header head{.last = (first & 0x80) != 0,
              .reserved = (first & 0x70) != 0,
              .masked = (second & 0x80) != 0,
              .opcode = static_cast<std::uint8_t>(first & 0x0F),
              .length = second & 0x7Fu,
              .size = 2};
  const std::size_t extra = head.length == 126 ? 2 : head.length == 127 ? 8 : 0;
  // Rules about the first two bytes are told without waiting for the rest.
  if (head.reserved || !head.masked)
    return head;
  if (bytes.size() < head.size + extra)
    return std::nullopt;
  if (extra != 0) {
    head.length = big_endian(bytes.substr(2, extra));
    head.padded = head.length < (extra == 2 ? 126u : 65'536u);
  }
  head.size += extra + mask_bytes;
  if (bytes.size() < head.size && head.length <= message_bytes_)
    return std::nullopt;
  return head;
}

std::uint16_t ws_reader::objection_to(const header& head) const {
  if (head.reserved || !head.masked || head.padded)
    return close_code::protocol_error;
  if (is_control(head.opcode)) {
    const auto known = head.opcode >= 8 && head.opcode <= 10;
    const auto fits = head.last && head.length <= control_bytes;
    return known && fits ? 0 : close_code::protocol_error;
  }
  if (head.opcode > binary)
    return close_code::protocol_error;
  if ((head.opcode == continuation) != in_message_)
    return close_code::protocol_error;
  if (head.opcode == binary)
    return close_code::not_text;
  if (head.length > message_bytes_ - message_.size())
    return close_code::too_big;
  return 0;
}

std::string ws_reader::take_payload(const header& head) {
  const auto mask = unread().substr(head.size - mask_bytes, mask_bytes);
  std::string payload{unread().substr(head.size, head.length)};
  for (std::size_t i = 0; i < payload.size(); ++i)
    payload[i] = static_cast<char>(payload[i] ^ mask[i % mask_bytes]);
  taken_ += head.size + head.length;
  return payload;
}

std::optional<ws_event> ws_reader::control(const header& head,
                                           std::string payload) {
  const auto kind = static_cast<ws_kind>(head.opcode);
  if (kind != ws_kind::close)
    return ws_event{.kind = kind, .text = std::move(payload)};
  if (payload.size() == 1)
    return fault(close_code::protocol_error);
  if (payload.empty()) {
    over_ = true;
    return ws_event{ws_kind::close, {}, close_code::none_given};
  }
  const auto code = big_endian(std::string_view{payload}.substr(0, 2));
  if (!may_be_sent(code))
    return fault(close_code::protocol_error);
  payload.erase(0, 2);
  if (!is_utf8(payload))
    return fault(close_code::not_utf8);
  over_ = true;
  return ws_event{ws_kind::close, std::move(payload),
                  static_cast<std::uint16_t>(code)};
}

std::optional<ws_event> ws_reader::data(const header& head,
                                        std::string payload) {
  in_message_ = !head.last;
  if (message_.empty())
    message_ = std::move(payload);
  else
    message_ += payload;
  if (!head.last)
    return std::nullopt;
  auto whole = std::exchange(message_, std::string{});
  if (!is_utf8(whole))
    return fault(close_code::not_utf8);
  return ws_event{.kind = ws_kind::text, .text = std::move(whole)};
}

ws_event ws_reader::fault(std::uint16_t code) {
  over_ = true;
  in_message_ = false;
  std::string{}.swap(bytes_);
  taken_ = 0;
  std::string{}.swap(message_);
  return {ws_kind::fault, {}, code};
}

std::string ws_frame(ws_kind kind, std::string_view payload) {
  std::string frame;
  frame.reserve(payload.size() + 10);
  frame += static_cast<char>(0x80 | static_cast<std::uint8_t>(kind));
  if (payload.size() < 126) {
    frame += static_cast<char>(payload.size());
  } else if (payload.size() < 65'536) {
    frame += static_cast<char>(126);
    put_big_endian(frame, payload.size(), 2);
  } else {
    frame += static_cast<char>(127);
    put_big_endian(frame, payload.size(), 8);
  }
  return frame += payload;
}

std::string ws_close_frame(std::uint16_t code, std::string_view reason) {
  auto room = std::min(reason.size(), control_bytes - 2);
  while (room > 0 && room < reason.size() && (reason[room] & 0xC0) == 0x80)
    --room;
  std::string payload;
  put_big_endian(payload, code, 2);
  payload += reason.substr(0, room);
  return ws_frame(ws_kind::close, payload);
}

std::string_view next_payload(std::string_view& frames) {
  const auto second = static_cast<std::uint8_t>(frames[1]);
  const std::size_t extra = second == 126 ? 2 : second == 127 ? 8 : 0;
  const auto length = extra == 0 ? second : big_endian(frames.substr(2, extra));
  const auto payload = frames.substr(2 + extra, length);
  frames.remove_prefix(2 + extra + length);
  return payload;
}

} // namespace suivant::net

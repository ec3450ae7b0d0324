// Plain blocking sockets with poll.

#include "tests/support/wire.hpp"

#include <array>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace suivant::tests {

namespace {

sockaddr_in endpoint(const std::string& address, std::uint16_t port) {
  sockaddr_in result{};
  result.sin_family = AF_INET;
  result.sin_port = htons(port);
  inet_pton(AF_INET, address.c_str(), &result.sin_addr);
  return result;
}

std::string lower(std::string text) {
  for (auto& sign : text)
    sign = static_cast<char>(std::tolower(static_cast<unsigned char>(sign)));
  return text;
}

} // namespace

wire::wire(std::uint16_t port, const std::string& from, int receive_bytes)
    : descriptor_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
  if (receive_bytes > 0)
    ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &receive_bytes,
                 sizeof receive_bytes);
  const auto here = endpoint(from, 0);
  const auto there = endpoint("127.0.0.1", port);
  if (::bind(descriptor_, reinterpret_cast<const sockaddr*>(&here), sizeof here)
          != 0
      || ::connect(descriptor_, reinterpret_cast<const sockaddr*>(&there),
                   sizeof there)
             != 0)
    throw std::runtime_error{"cannot connect"};
}

wire::~wire() {
  if (descriptor_ >= 0)
    ::close(descriptor_);
}

wire::wire(wire&& other) noexcept
    : descriptor_{std::exchange(other.descriptor_, -1)},
      in_{std::move(other.in_)} {}

void wire::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count
        = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0)
      return; // What matters is what the other side says to it.
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

bool wire::read_more() {
  pollfd readable{descriptor_, POLLIN, 0};
  if (::poll(&readable, 1, static_cast<int>(patience.count())) != 1)
    return false;
  std::array<char, 65'536> bytes;
  const auto count = ::recv(descriptor_, bytes.data(), bytes.size(), 0);
  if (count <= 0)
    return false;
  in_.append(bytes.data(), static_cast<std::size_t>(count));
  return true;
}

std::optional<std::string> wire::read_until(std::string_view mark) {
  for (;;) {
    if (const auto found = in_.find(mark); found != in_.npos) {
      auto result = in_.substr(0, found + mark.size());
      in_.erase(0, result.size());
      return result;
    }
    if (!read_more())
      return std::nullopt;
  }
}

std::optional<std::string> wire::read_bytes(std::size_t count) {
  while (in_.size() < count)
    if (!read_more())
      return std::nullopt;
  auto result = in_.substr(0, count);
  in_.erase(0, count);
  return result;
}

wire_answer wire::read_answer(bool bodiless) {
  wire_answer answer;
  auto head = read_until("\r\n\r\n");
  if (!head)
    return answer;
  answer.status = std::stoi(head->substr(9, 3));
  for (auto from = head->find("\r\n") + 2; from + 2 < head->size();) {
    const auto end = head->find("\r\n", from);
    const auto line = head->substr(from, end - from);
    const auto colon = line.find(": ");
    auto& value = answer.headers[lower(line.substr(0, colon))];
    value += (value.empty() ? "" : ", ") + line.substr(colon + 2);
    from = end + 2;
  }
  const auto size = answer.headers.find("content-length");
  if (!bodiless && size != answer.headers.end())
    answer.body = read_bytes(std::stoul(size->second)).value_or("");
  return answer;
}

bool wire::ends() {
  while (read_more())
    in_.clear();
  char byte;
  pollfd readable{descriptor_, POLLIN, 0};
  return ::poll(&readable, 1, 0) == 1
         && ::recv(descriptor_, &byte, 1, MSG_DONTWAIT) <= 0;
}

std::string get(const std::string& path, const std::string& headers) {
  return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

std::string post(const std::string& path, const std::string& body,
                 const std::string& headers) {
  return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
         + std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body;
}

std::string upgrade_request(const std::string& headers,
                            const std::string& protocol) {
  return get("/live",
             "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
             "Sec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Protocol: "
                 + protocol + "\r\n" + headers);
}

std::string client_frame(int opcode, std::string_view payload, bool last) {
  constexpr std::array<char, 4> mask{0x12, 0x34, 0x56, 0x78};
  std::string frame;
  frame += static_cast<char>(opcode | (last ? 0x80 : 0));
  if (payload.size() < 126) {
    frame += static_cast<char>(0x80 | payload.size());
  } else {
    frame += static_cast<char>(0x80 | 126);
    frame += static_cast<char>(payload.size() >> 8);
    frame += static_cast<char>(payload.size() & 0xFF);
  }
  frame.append(mask.data(), mask.size());
  for (std::size_t i = 0; i < payload.size(); ++i)
    frame += static_cast<char>(payload[i] ^ mask[i % 4]);
  return frame;
}

} // namespace suivant::tests

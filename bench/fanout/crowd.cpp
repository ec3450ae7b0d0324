// Connects, reads, takes frames apart.

#include "bench/fanout/crowd.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace suivant::bench {

namespace {

constexpr std::size_t stamp_size = 17;
constexpr std::size_t in_flight = 64;             // Handshakes at once.
constexpr std::uint64_t give_up = 10'000'000'000; // Nanoseconds.

// A frame as a client sends it, masked with zeros.
std::string client_frame(std::string_view text) {
  std::string frame{"\x81"};
  if (text.size() < 126) {
    frame += static_cast<char>(0x80 | text.size());
  } else {
    frame += static_cast<char>(0x80 | 126);
    frame += static_cast<char>(text.size() >> 8);
    frame += static_cast<char>(text.size() & 0xFF);
  }
  return frame.append(4, '\0').append(text);
}

} // namespace

std::uint64_t now() {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000
         + static_cast<std::uint64_t>(time.tv_nsec);
}

std::string stamped(std::uint64_t due, std::size_t size) {
  std::array<char, stamp_size + 1> stamp;
  std::snprintf(stamp.data(), stamp.size(), "T%016llx",
                static_cast<unsigned long long>(due));
  std::string text{stamp.data()};
  text.resize(size, '.');
  return text;
}

std::optional<std::uint64_t> stamp_of(std::string_view text) {
  if (text.size() < stamp_size || text[0] != 'T')
    return std::nullopt; // A snapshot or a ping.
  std::uint64_t due = 0;
  std::from_chars(text.data() + 1, text.data() + stamp_size, due, 16);
  return due;
}

double delays::at(double share) {
  if (seen_.empty())
    return 0;
  const auto place
      = static_cast<std::size_t>(share * static_cast<double>(seen_.size() - 1));
  std::nth_element(seen_.begin(),
                   seen_.begin() + static_cast<std::ptrdiff_t>(place),
                   seen_.end());
  return static_cast<double>(seen_[place]) / 1e6;
}

crowd::crowd(std::uint16_t port, std::string path, int run)
    : port_{port}, path_{std::move(path)},
      from_{INADDR_LOOPBACK + (static_cast<std::uint32_t>(run) + 1) * 256},
      epoll_{::epoll_create1(0)} {}

crowd::~crowd() {
  for (const auto& one : phones_)
    ::close(one.descriptor);
  ::close(epoll_);
}

bool crowd::connect(const std::vector<int>& topics) {
  phones_.reserve(topics.size());
  const auto begun = now();
  for (const auto topic : topics) {
    if (!begin(topic))
      return false;
    while (phones_.size() - open_ - failed_ >= in_flight)
      read(std::chrono::milliseconds{1});
  }
  while (open_ + failed_ < topics.size() && now() - begun < give_up * 6)
    read(std::chrono::milliseconds{1});
  return open_ == topics.size();
}

bool crowd::begin(int topic) {
  const auto one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  // Resets instead of TIME_WAIT: the next run needs the ports.
  const linger at_once{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(one, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  const int late = 1;
  ::setsockopt(one, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &late, sizeof late);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(from_);
  if (::bind(one, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
    return false;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port_);
  if (::connect(one, reinterpret_cast<sockaddr*>(&address), sizeof address)
      != 0)
    return false;
  auto path = path_;
  path.replace(path.find("%d"), 2, std::to_string(topic));
  const auto request = "GET " + path
                       + " HTTP/1.1\r\nHost: localhost\r\n"
                         "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                         "Sec-WebSocket-Version: 13\r\n"
                         "Sec-WebSocket-Protocol: suivant.v1\r\n\r\n";
  ::send(one, request.data(), request.size(), MSG_NOSIGNAL);
  epoll_event event{.events = EPOLLIN, .data = {.u64 = phones_.size()}};
  ::epoll_ctl(epoll_, EPOLL_CTL_ADD, one, &event);
  phones_.push_back({.descriptor = one, .open = false, .rest = {}});
  return true;
}

void crowd::read(std::chrono::microseconds most, std::size_t personal) {
  std::array<epoll_event, 512> events;
  static std::array<char, 262'144> bytes;
  const timespec wait{.tv_sec = 0,
                      .tv_nsec = static_cast<long>(most.count()) * 1000};
  const auto count = ::epoll_pwait2(
      epoll_, events.data(), static_cast<int>(events.size()), &wait, nullptr);
  for (auto i = 0; i < count; ++i) {
    const auto which = events[static_cast<std::size_t>(i)].data.u64;
    auto& one = phones_[which];
    const auto read
        = ::recv(one.descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (read <= 0) {
      ++failed_;
      ::epoll_ctl(epoll_, EPOLL_CTL_DEL, one.descriptor, nullptr);
      continue;
    }
    const std::string_view piece{bytes.data(), static_cast<std::size_t>(read)};
    if (one.rest.empty()) {
      take(which, piece, now(), which < personal);
    } else {
      const auto whole = std::exchange(one.rest, {}).append(piece);
      take(which, whole, now(), which < personal);
    }
  }
}

void crowd::take(std::size_t which, std::string_view bytes, std::uint64_t at,
                 bool personal) {
  auto& one = phones_[which];
  if (!one.open) {
    const auto end = bytes.find("\r\n\r\n");
    if (end == bytes.npos) {
      one.rest = bytes;
      return;
    }
    bytes.remove_prefix(end + 4);
    one.open = true;
    ++open_;
    if (greeting) {
      const auto word = client_frame(greeting(which));
      ::send(one.descriptor, word.data(), word.size(), MSG_NOSIGNAL);
    }
  }
  while (bytes.size() >= 2) {
    const auto second = static_cast<std::uint8_t>(bytes[1]);
    const std::size_t header = second == 126 ? 4 : 2;
    if (bytes.size() < header)
      break;
    const std::size_t size = second == 126
                                 ? static_cast<std::uint8_t>(bytes[2]) * 256u
                                       + static_cast<std::uint8_t>(bytes[3])
                                 : second;
    if (bytes.size() < header + size)
      break;
    const auto text = bytes.substr(header, size);
    bytes.remove_prefix(header + size);
    if (const auto due = due_of(text))
      (personal ? mine : all).note(at > *due ? at - *due : 0);
  }
  one.rest = bytes;
}

} // namespace suivant::bench

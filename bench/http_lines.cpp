#include "bench/http_lines.hpp"

#include "config/demo.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace suivant::bench {
namespace {

[[noreturn]] void fail(std::string_view why) {
  fmt::print(stderr, "{}\n", why);
  std::exit(1);
}

constexpr auto networks_of_hosts = std::uint32_t{256}; // 127.0.x.0/24

int connected(std::uint16_t port, std::uint32_t network) {
  const auto made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto here = sockaddr_in{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK + network * networks_of_hosts);
  if (::bind(made, reinterpret_cast<sockaddr*>(&here), sizeof here) != 0)
    fail("no such address");
  auto there = sockaddr_in{};
  there.sin_family = AF_INET;
  there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  there.sin_port = htons(port);
  const auto yes = 1;
  ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (::connect(made, reinterpret_cast<sockaddr*>(&there), sizeof there) != 0)
    fail("nobody listens");
  return made;
}

std::string_view after(std::string_view text, std::string_view mark) {
  const auto found = text.find(mark);
  return found == text.npos ? std::string_view{}
                            : text.substr(found + mark.size());
}

std::size_t number(std::string_view text) {
  auto value = std::size_t{0};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

} // namespace

std::string http_answer::member(std::string_view name) const {
  const auto value = after(body, fmt::format("\"{}\":\"", name));
  return std::string{value.substr(0, value.find('"'))};
}

http_lines::http_lines(std::uint16_t port, std::size_t count, networks from)
    : port_{port}, from_{from}, epoll_{::epoll_create1(EPOLL_CLOEXEC)},
      lines_(count) {
  for (auto i = std::size_t{0}; i < count; ++i)
    connect(i);
}

void http_lines::connect(std::size_t which) {
  const auto network
      = from_ == networks::many ? static_cast<std::uint32_t>(which) : 0;
  lines_[which].descriptor = connected(port_, network);
  auto event = epoll_event{.events = EPOLLIN, .data = {.u64 = which}};
  ::epoll_ctl(epoll_, EPOLL_CTL_ADD, lines_[which].descriptor, &event);
}

http_lines::~http_lines() {
  for (const auto& it : lines_)
    ::close(it.descriptor);
  ::close(epoll_);
}

void http_lines::ask(std::size_t which, std::string_view request,
                     listener then) {
  auto& it = lines_[which];
  if (it.descriptor < 0)
    connect(which);
  it.then = std::move(then);
  ++under_way_;
  const auto sent
      = ::send(it.descriptor, request.data(), request.size(), MSG_NOSIGNAL);
  if (sent != static_cast<ssize_t>(request.size()))
    fail("a request could not be sent");
}

void http_lines::listen(std::chrono::milliseconds most) {
  static auto bytes = std::array<char, 65'536>{};
  auto events = std::array<epoll_event, 256>{};
  const auto count
      = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()),
                     static_cast<int>(most.count()));
  for (auto i = 0; i < count; ++i) {
    auto& it = lines_[events[static_cast<std::size_t>(i)].data.u64];
    const auto read = ::recv(it.descriptor, bytes.data(), bytes.size(), 0);
    if (read <= 0 && it.then)
      fail("the server ended a connection");
    if (read <= 0) { // It was idle for too long.
      ::close(std::exchange(it.descriptor, -1));
      continue;
    }
    it.read.append(bytes.data(), static_cast<std::size_t>(read));
    take(it);
  }
}

void http_lines::finish() {
  while (under_way_ > 0)
    listen(std::chrono::milliseconds{100});
}

void http_lines::take(line& from) {
  const auto text = std::string_view{from.read};
  const auto end = text.find("\r\n\r\n");
  if (end == text.npos || !from.then)
    return;
  const auto head = text.substr(0, end);
  const auto size = number(after(head, "Content-Length: "));
  if (text.size() < end + 4 + size)
    return;
  const auto whole = std::exchange(from.read, {});
  const auto then = std::exchange(from.then, nullptr);
  --under_way_;
  const auto seen = std::string_view{whole};
  then({static_cast<int>(number(seen.substr(9, 3))), seen.substr(0, end),
        seen.substr(end + 4, size)});
}

std::string http_request(std::string_view method, std::string_view path,
                         std::string_view headers, std::string_view body) {
  return fmt::format(
      "{} {} HTTP/1.1\r\nHost: localhost\r\n{}"
      "Content-Type: application/json\r\n"
      "Content-Length: {}\r\n\r\n{}",
      method, path, headers, body.size(), body);
}

std::string signed_in(http_lines& lines, std::string_view name) {
  auto headers = std::string{};
  const auto body = fmt::format(R"({{"name":"{}","password":"{}"}})", name,
                                config::demo_password);
  lines.ask(0, http_request("POST", "/api/v1/sessions", {}, body),
            [&](const http_answer& it) {
              const auto cookie = after(it.head, "suivant_session=");
              headers = fmt::format(
                  "Cookie: suivant_session={}\r\nX-Csrf: {}\r\n",
                  cookie.substr(0, cookie.find(';')), it.member("csrf"));
            });
  lines.finish();
  return headers;
}

} // namespace suivant::bench

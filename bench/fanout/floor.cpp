// The floor under every fan-out: one loop, one plain send() of the same bytes
// to each socket, nothing else. Not a server to be used: it checks nothing,
// keeps nothing and loses what a socket does not take at once.
//
//   floor PORT     GET /sub/<topic> upgrades, POST /pub/<topic> sends to all

#include "net/http_reply.hpp"
#include "net/ws_frames.hpp"
#include "net/ws_handshake.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using namespace suivant::net;

constexpr std::size_t most_descriptors = 20'000;
constexpr int not_listening = -1;

struct client {
  int topic = not_listening;
  std::size_t place = 0;
};

class floor_server {
public:
  explicit floor_server(std::uint16_t port)
      : epoll_{::epoll_create1(0)},
        listener_{::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)},
        clients_(most_descriptors), unread_(most_descriptors) {
    const int yes = 1;
    ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    here.sin_port = htons(port);
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&here), sizeof here) != 0
        || ::listen(listener_, 4096) != 0)
      std::exit(1);
    watch(listener_);
  }

  void run() {
    std::array<epoll_event, 512> events;
    for (;;) {
      const auto count = ::epoll_wait(epoll_, events.data(),
                                      static_cast<int>(events.size()), -1);
      for (auto i = 0; i < count; ++i) {
        const auto from = events[static_cast<std::size_t>(i)].data.fd;
        if (from == listener_)
          accept_all();
        else
          read(from);
      }
    }
  }

private:
  void watch(int descriptor) {
    epoll_event event{.events = EPOLLIN, .data = {.fd = descriptor}};
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event);
  }

  void accept_all() {
    for (;;) {
      const auto client = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK);
      if (client < 0)
        return;
      const int yes = 1;
      ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
      watch(client);
    }
  }

  void read(int from) {
    static std::array<char, 65'536> bytes;
    const auto count = ::recv(from, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count < 0)
      return;
    if (count == 0) {
      leave(from);
      ::close(from);
      return;
    }
    if (of(from).topic != not_listening)
      return; // Phones have nothing to say here.
    unread_of(from).append(bytes.data(), static_cast<std::size_t>(count));
    while (take_request(from)) {
    }
  }

  bool take_request(int from) {
    auto& in = unread_of(from);
    const auto head = in.find("\r\n\r\n");
    if (head == in.npos)
      return false;
    const auto topic = std::atoi(in.c_str() + in.find("b/") + 2);
    if (in.starts_with("GET")) {
      join(from, topic);
      std::string{}.swap(in);
      return false;
    }
    const auto length = in.find("Content-Length: ");
    const auto size
        = static_cast<std::size_t>(std::atoi(in.c_str() + length + 16));
    if (in.size() < head + 4 + size)
      return false;
    publish(topic, in.substr(head + 4, size));
    in.erase(0, head + 4 + size);
    say(from, "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
    return true;
  }

  void join(int who, int topic) {
    request asked;
    const auto& in = unread_of(who);
    asked.headers
        = {{"sec-websocket-key", in.substr(in.find("-Key: ") + 6, 24)}};
    say(who, reply_head(upgrade_answer(asked, "suivant.v1"), {}, 0));
    auto& members = members_of(topic);
    of(who) = {topic, members.size()};
    members.push_back(who);
  }

  void leave(int who) {
    if (of(who).topic == not_listening)
      return;
    auto& members = members_of(of(who).topic);
    members[of(who).place] = members.back();
    of(members.back()).place = of(who).place;
    members.pop_back();
    of(who) = {};
  }

  void publish(int topic, const std::string& text) {
    const auto frame = ws_frame(ws_kind::text, text);
    for (const auto who : members_of(topic))
      say(who, frame);
  }

  static void say(int to, const std::string& bytes) {
    ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  }

  client& of(int descriptor) {
    return clients_[static_cast<std::size_t>(descriptor)];
  }
  std::string& unread_of(int descriptor) {
    return unread_[static_cast<std::size_t>(descriptor)];
  }
  std::vector<int>& members_of(int topic) {
    const auto place = static_cast<std::size_t>(topic);
    if (place >= topics_.size())
      topics_.resize(place + 1);
    return topics_[place];
  }

  int epoll_;
  int listener_;
  std::vector<client> clients_;
  std::vector<std::string> unread_;
  std::vector<std::vector<int>> topics_;
};

} // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("usage: floor PORT\n", stderr);
    return 2;
  }
  floor_server{static_cast<std::uint16_t>(std::atoi(words[1]))}.run();
}

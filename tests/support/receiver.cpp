// Plain sockets and OpenSSL, one connection after another.

#include "tests/support/receiver.hpp"

#include "net/words.hpp"
#include "tests/support/certificates.hpp"
#include "tests/support/wire.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <openssl/ssl.h>

#include <functional>
#include <memory>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace suivant::tests {
namespace {

using context = std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)>;
using talk = std::unique_ptr<SSL, void (*)(SSL*)>;

received parsed(const std::string& head) {
  auto it = received{};
  auto rest = std::string_view{head};
  auto line = rest.substr(0, rest.find("\r\n"));
  net::next_part(line, ' ');
  it.path = net::next_part(line, ' ');
  while (!rest.empty()) {
    const auto end = std::min(rest.find("\r\n"), rest.size());
    auto one = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 2, rest.size()));
    const auto name = net::next_part(one, ':');
    it.headers[net::lower_case(name)] = net::trimmed(one);
  }
  return it;
}

} // namespace

struct receiver::tls {
  context it{SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
};

receiver::receiver(const certificate_files* shown) {
  if (shown != nullptr) {
    tls_ = std::make_shared<tls>();
    SSL_CTX_use_certificate_file(tls_->it.get(), shown->certificate().c_str(),
                                 SSL_FILETYPE_PEM);
    SSL_CTX_use_PrivateKey_file(tls_->it.get(), shown->key().c_str(),
                                SSL_FILETYPE_PEM);
  }
  start();
}

receiver::~receiver() {
  stop();
}

void receiver::answer(int status, const std::string& header) {
  const auto lock = std::lock_guard{guard_};
  status_ = status;
  header_ = header;
}

void receiver::start() {
  const auto made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const auto yes = 1;
  ::setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  auto here = sockaddr_in{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  here.sin_port = htons(port_);
  auto* address = reinterpret_cast<sockaddr*>(&here);
  auto size = socklen_t{sizeof here};
  BOOST_REQUIRE(::bind(made, address, size) == 0);
  BOOST_REQUIRE(::listen(made, 16) == 0);
  ::getsockname(made, address, &size);
  port_ = ntohs(here.sin_port);
  listens_ = made;
  thread_ = std::thread{[this] { listen(); }};
}

void receiver::stop() {
  if (!thread_.joinable())
    return;
  const auto was = listens_.exchange(-1);
  ::shutdown(was, SHUT_RDWR); // Wakes the one that waits in accept.
  thread_.join();
  ::close(was);
  for (const auto connection : silent_)
    ::close(connection);
  silent_.clear();
}

std::string receiver::url(const std::string& path) const {
  return (tls_ ? "https://localhost:" : "http://127.0.0.1:")
         + std::to_string(port_) + path;
}

void receiver::listen() {
  for (;;) {
    const auto socket = listens_.load();
    if (socket < 0)
      return;
    const auto connection = ::accept(socket, nullptr, nullptr);
    if (connection >= 0)
      take(connection);
  }
}

void receiver::take(int connection) {
  auto over = talk{nullptr, SSL_free};
  if (tls_) {
    over.reset(SSL_new(tls_->it.get()));
    SSL_set_fd(over.get(), connection);
    if (SSL_accept(over.get()) != 1) {
      over.reset();
      ::close(connection);
      return;
    }
  }
  const auto read = [&](char* into, std::size_t most) -> long {
    return over ? SSL_read(over.get(), into, static_cast<int>(most))
                : ::recv(connection, into, most, 0);
  };
  auto bytes = std::string{};
  auto it = received{};
  auto wanted = std::string::npos;
  while (bytes.size() < wanted) {
    auto part = std::array<char, 4096>{};
    const auto count = read(part.data(), part.size());
    if (count <= 0)
      break;
    bytes.append(part.data(), static_cast<std::size_t>(count));
    const auto head = bytes.find("\r\n\r\n");
    if (head == std::string::npos || wanted != std::string::npos)
      continue;
    it = parsed(bytes.substr(0, head));
    wanted = head + 4 + std::stoul(it.headers["content-length"]);
  }
  // Whoever is killed in the middle of a word has said nothing.
  if (bytes.size() < wanted) {
    over.reset();
    ::close(connection);
    return;
  }
  it.body = bytes.substr(std::min(bytes.find("\r\n\r\n"), bytes.size()));
  it.body.erase(0, std::min<std::size_t>(4, it.body.size()));
  auto answer = std::string{};
  {
    const auto lock = std::lock_guard{guard_};
    it.answered = status_;
    if (status_ == 0)
      silent_.push_back(connection);
    else
      answer = "HTTP/1.1 " + std::to_string(status_) + " So\r\n" + header_
               + "Content-Length: 0\r\n\r\n";
    all_.push_back(std::move(it));
  }
  comes_.notify_all();
  if (answer.empty())
    return;
  if (over)
    SSL_write(over.get(), answer.data(), static_cast<int>(answer.size()));
  else
    ::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
  over.reset();
  ::close(connection);
}

std::vector<received> receiver::heard(std::size_t count) {
  auto lock = std::unique_lock{guard_};
  const auto came = comes_.wait_for(lock, 2 * patience,
                                    [&] { return all_.size() >= count; });
  BOOST_REQUIRE_MESSAGE(came, all_.size() << " of " << count << " came");
  return all_;
}

std::vector<received> receiver::so_far() const {
  const auto lock = std::lock_guard{guard_};
  return all_;
}

std::vector<std::string> receiver::kinds_taken() const {
  auto kinds = std::vector<std::string>{};
  for (const auto& it : so_far())
    if (it.answered == 200)
      kinds.emplace_back(boost::json::parse(it.body).at("type").as_string());
  return kinds;
}

} // namespace suivant::tests

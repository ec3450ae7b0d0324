#include "cli/http_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <sstream>

namespace suivant::cli {

namespace asio = boost::asio;
namespace http = boost::beast::http;

struct http_client::connection {
  explicit connection(std::uint16_t port) {
    socket.connect({asio::ip::address_v4::loopback(), port});
    // Small questions must not wait to be sent together.
    socket.set_option(asio::ip::tcp::no_delay{true});
  }

  asio::io_context io{1};
  asio::ip::tcp::socket socket{io};
  boost::beast::flat_buffer buffer;
};

namespace {

// More would only fill the server's reading buffer.
constexpr auto most_at_once = std::size_t{32};

using question = http::request<http::string_body>;
using answer = http::response<http::string_body>;

question written(const http_question& it) {
  auto out = question{http::string_to_verb(it.method), it.target, 11};
  out.set(http::field::host, "localhost");
  for (const auto& [name, value] : it.headers)
    out.set(name, value);
  if (!it.body.empty())
    out.set(http::field::content_type, "application/json");
  out.body() = it.body;
  out.prepare_payload();
  return out;
}

std::string cookie_in(const answer& it) {
  const auto set = it[http::field::set_cookie];
  return std::string{set.substr(0, set.find(';'))};
}

} // namespace

http_client::http_client(std::uint16_t port) : port_{port} {}

http_client::~http_client() = default;

void http_client::send(const http_question& what, listener then) {
  auto text = std::ostringstream{};
  text << written(what);
  unsent_ += text.str();
  waiting_.push_back(std::move(then));
  if (waiting_.size() >= most_at_once)
    flush();
}

void http_client::flush() {
  if (waiting_.empty())
    return;
  auto answers = std::vector<http_answer>{};
  try {
    answers = exchange(unsent_);
  } catch (const boost::system::system_error&) {
    open_.reset();
    answers = exchange(unsent_);
  }
  unsent_.clear();
  auto listeners = std::vector<listener>{};
  listeners.swap(waiting_);
  for (auto i = std::size_t{0}; i < listeners.size(); ++i)
    listeners[i](answers[i]);
}

http_answer http_client::ask(const http_question& what) {
  auto heard = http_answer{};
  send(what, [&](const http_answer& it) { heard = it; });
  flush();
  return heard;
}

std::vector<http_answer> http_client::exchange(const std::string& questions) {
  if (open_ == nullptr)
    open_ = std::make_unique<connection>(port_);
  asio::write(open_->socket, asio::buffer(questions));
  auto answers = std::vector<http_answer>{};
  while (answers.size() < waiting_.size()) {
    auto in = answer{};
    http::read(open_->socket, open_->buffer, in);
    answers.push_back({static_cast<int>(in.result_int()), std::move(in.body()),
                       cookie_in(in)});
  }
  return answers;
}

} // namespace suivant::cli

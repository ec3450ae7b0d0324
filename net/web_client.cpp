#include "net/web_client.hpp"

#include "net/web_address.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <charconv>
#include <set>
#include <stdexcept>
#include <thread>

namespace suivant::net {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using error_code = boost::system::error_code;

constexpr auto http_1_1 = 11;
constexpr auto most_header_bytes = 16u * 1024u;
constexpr auto longest_wait = 24 * 3600;

address_bytes bytes_of(const asio::ip::address& it) {
  return read_address(it.to_string()).value_or(address_bytes{});
}

std::chrono::seconds seconds_in(std::string_view text) {
  auto seconds = 0;
  const auto* end = text.data() + text.size();
  const auto [rest, why] = std::from_chars(text.data(), end, seconds);
  if (why != std::errc{} || rest != end)
    seconds = 0; // A date, or nonsense: our own pause will do.
  return std::chrono::seconds{std::clamp(seconds, 0, longest_wait)};
}

/// What all conversations share.
struct surroundings {
  asio::io_context io{1};
  ssl::context tls{ssl::context::tls_client};
  address_set allowed;
  std::chrono::milliseconds time;
};

/// One question, from the look-up of the name to as much of the answer as is
/// wanted. Lives as long as something is under way.
class conversation : public std::enable_shared_from_this<conversation> {
public:
  using listener = std::function<void(const web_answer&)>;

  conversation(surroundings& with, web_question what, listener then)
      : with_{with}, what_{std::move(what)}, then_{std::move(then)},
        resolver_{with.io}, timer_{with.io}, stream_{with.io, with.tls} {}

  void begin() {
    const auto read = read_web_address(what_.url);
    if (!read)
      return end("malformed");
    address_ = *read;
    timer_.expires_after(with_.time);
    timer_.async_wait([self = shared_from_this()](error_code stopped) {
      if (!stopped)
        self->end("timeout");
    });
    resolver_.async_resolve(
        address_.host, address_.port,
        [self = shared_from_this()](error_code failed, const auto& found) {
          failed ? self->end("unknown_host") : self->choose(found);
        });
  }

  void drop() {
    then_ = nullptr;
    stop();
  }

private:
  // What the name means is looked up once: nobody can name another address
  // between the look and the connection.
  void choose(const tcp::resolver::results_type& found) {
    auto good = std::vector<tcp::endpoint>{};
    for (const auto& it : found)
      if (may_reach(it.endpoint()))
        good.push_back(it.endpoint());
    if (good.empty())
      return end("not_allowed");
    asio::async_connect(
        socket(), good,
        [self = shared_from_this()](error_code failed, const tcp::endpoint&) {
          failed ? self->end("unreachable") : self->greet();
        });
  }

  bool may_reach(const tcp::endpoint& it) const {
    const auto bytes = bytes_of(it.address());
    return with_.allowed.has(bytes) || (address_.secure && is_public(bytes));
  }

  void greet() {
    if (!address_.secure)
      return ask(socket());
    error_code failed;
    stream_.set_verify_mode(ssl::verify_peer, failed);
    stream_.set_verify_callback(ssl::host_name_verification{address_.host},
                                failed);
    if (failed
        || SSL_set_tlsext_host_name(stream_.native_handle(),
                                    address_.host.c_str())
               != 1)
      return end("tls");
    stream_.async_handshake(ssl::stream_base::client,
                            [self = shared_from_this()](error_code refused) {
                              refused ? self->end("tls")
                                      : self->ask(self->stream_);
                            });
  }

  template <class Stream>
  void ask(Stream& over) {
    const auto verb = http::string_to_verb(what_.method);
    request_ = {verb, address_.target, http_1_1};
    request_.set(http::field::host, address_.authority());
    request_.set(http::field::user_agent, "Suivant");
    if (verb == http::verb::post)
      request_.set(http::field::content_type, "application/json");
    request_.set(http::field::connection, "close");
    for (const auto& [name, value] : what_.headers)
      request_.set(name, value);
    request_.body() = std::move(what_.body);
    request_.prepare_payload();
    asked_ = true;
    http::async_write(
        over, request_,
        [self = shared_from_this(), &over](error_code failed, std::size_t) {
          failed ? self->end("cut_off") : self->listen(over);
        });
  }

  template <class Stream>
  void listen(Stream& over) {
    parser_.header_limit(most_header_bytes);
    parser_.body_limit(boost::none); // We stop by ourselves.
    http::async_read_header(
        over, buffer_, parser_,
        [self = shared_from_this(), &over](error_code failed, std::size_t) {
          if (failed)
            self->end("no_answer");
          else
            self->read_body(over);
        });
  }

  // How it ended is known by now, whatever becomes of the rest.
  template <class Stream>
  void read_body(Stream& over) {
    if (parser_.is_done()
        || parser_.get().body().size() >= what_.most_answer_bytes)
      return end({});
    http::async_read_some(
        over, buffer_, parser_,
        [self = shared_from_this(), &over](error_code failed, std::size_t) {
          failed ? self->end({}) : self->read_body(over);
        });
  }

  void end(std::string error) {
    if (!then_)
      return;
    auto told = web_answer{.error = std::move(error), .asked = asked_};
    if (parser_.is_header_done()) {
      auto& head = parser_.get();
      told.error.clear();
      told.body = head.body().substr(0, what_.most_answer_bytes);
      const auto later = head[http::field::retry_after];
      told.status = head.result_int();
      told.retry_after = seconds_in({later.data(), later.size()});
    }
    stop();
    std::exchange(then_, nullptr)(told);
  }

  void stop() {
    error_code ignored;
    timer_.cancel();
    resolver_.cancel();
    socket().close(ignored);
  }

  tcp::socket& socket() {
    return stream_.next_layer();
  }

  surroundings& with_;
  web_question what_;
  listener then_;
  web_address address_;
  tcp::resolver resolver_;
  asio::steady_timer timer_;
  ssl::stream<tcp::socket> stream_;
  http::request<http::string_body> request_;
  boost::beast::flat_buffer buffer_{most_header_bytes};
  http::response_parser<http::string_body> parser_;
  bool asked_ = false;
};

} // namespace

struct web_client::inside {
  explicit inside(const web_client_settings& settings)
      : with{.allowed = address_set{settings.allowed}, .time = settings.time},
        works{with.io.get_executor()} {
    with.tls.set_default_verify_paths();
    error_code failed;
    if (!settings.authorities.empty())
      with.tls.load_verify_file(settings.authorities, failed);
    if (failed)
      throw std::runtime_error{"cannot read the authorities in "
                               + settings.authorities};
    thread = std::thread{[this] { with.io.run(); }};
  }

  surroundings with;
  asio::executor_work_guard<asio::io_context::executor_type> works;
  std::set<std::weak_ptr<conversation>, std::owner_less<>> open;
  std::thread thread;
};

web_client::web_client(web_client_settings with)
    : inside_{std::make_unique<inside>(with)} {}

web_client::~web_client() {
  close();
}

void web_client::post(web_question what,
                      std::function<void(const web_answer&)> then) {
  asio::post(inside_->with.io, [in = inside_.get(), what = std::move(what),
                                then = std::move(then)]() mutable {
    std::erase_if(in->open, [](const auto& it) { return it.expired(); });
    const auto it = std::make_shared<conversation>(in->with, std::move(what),
                                                   std::move(then));
    in->open.insert(it);
    it->begin();
  });
}

void web_client::close() {
  if (!inside_->thread.joinable())
    return;
  asio::post(inside_->with.io, [in = inside_.get()] {
    for (const auto& it : in->open)
      if (const auto still = it.lock())
        still->drop();
  });
  inside_->works.reset();
  inside_->thread.join();
}

} // namespace suivant::net

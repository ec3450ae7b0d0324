// One of two files that include Beast: it takes ten seconds to compile.

#include "net/request_reader.hpp"

#include "net/words.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <iterator>

namespace suivant::net {

namespace http = boost::beast::http;

struct request_reader::parser {
  http::request_parser<http::string_body> it;
};

namespace {

int status_for(const boost::system::error_code& failed) {
  if (failed == http::error::body_limit)
    return 413;
  if (failed == http::error::header_limit)
    return 431;
  if (failed == http::error::bad_version)
    return 505;
  return 400;
}

} // namespace

request_reader::request_reader(std::size_t header_bytes, std::size_t body_bytes)
    : parser_{std::make_unique<parser>()} {
  parser_->it.header_limit(static_cast<std::uint32_t>(header_bytes));
  parser_->it.body_limit(body_bytes);
  parser_->it.eager(true);
}

request_reader::~request_reader() = default;

request_reader::outcome request_reader::feed(std::string& bytes) {
  auto& it = parser_->it;
  while (!it.is_done()) {
    boost::system::error_code failed;
    const auto taken
        = it.put(boost::asio::const_buffer{bytes.data(), bytes.size()}, failed);
    bytes.erase(0, taken);
    if (failed == http::error::need_more || (!failed && taken == 0))
      return outcome::hungry;
    if (failed) {
      status_ = status_for(failed);
      return outcome::broken;
    }
  }
  return outcome::complete;
}

int request_reader::status() const {
  return status_;
}

bool request_reader::has_header() const {
  return parser_->it.is_header_done();
}

std::string_view request_reader::header(std::string_view name) const {
  return parser_->it.get()[name];
}

bool request_reader::wants_permission() const {
  return has_header() && !parser_->it.is_done()
         && same_word(parser_->it.get()[http::field::expect], "100-continue");
}

bool request_reader::keeps_alive() const {
  return parser_->it.keep_alive();
}

bool request_reader::needs_host() const {
  return parser_->it.get().version() >= 11;
}

std::string request_reader::target() const {
  return std::string{parser_->it.get().target()};
}

request request_reader::take() {
  auto message = parser_->it.release();
  request result;
  result.method = std::string{message.method_string()};
  result.headers.reserve(
      static_cast<std::size_t>(std::distance(message.begin(), message.end())));
  for (const auto& field : message)
    result.headers.emplace_back(lower_case(field.name_string()),
                                std::string{field.value()});
  result.body = std::move(message.body());
  return result;
}

} // namespace suivant::net

// Bytes to one HTTP request. Behind it is Beast's parser, in one file.

#pragma once

#include "net/http.hpp"

namespace suivant::net {

class request_reader {
public:
  enum class outcome { hungry, complete, broken };

  request_reader(std::size_t header_bytes, std::size_t body_bytes);
  ~request_reader();

  /// Takes what belongs to this request off the front of `bytes`.
  outcome feed(std::string& bytes);

  /// The status to answer a broken one with.
  int status() const;

  bool has_header() const;
  /// As far as it was read; empty when absent.
  std::string_view header(std::string_view name) const;
  /// The client waits for "100 Continue" before it sends the body.
  bool wants_permission() const;
  bool keeps_alive() const;
  /// Before HTTP/1.1 nobody had to say which host they meant.
  bool needs_host() const;
  /// The request target as sent: path and query.
  std::string target() const;

  /// Once complete; leaves peer, path and query to the caller.
  request take();

private:
  struct parser;
  std::unique_ptr<parser> parser_;
  int status_ = 400;
};

} // namespace suivant::net

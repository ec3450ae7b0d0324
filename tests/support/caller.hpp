// Somebody who asks the server over HTTP as a page does: with a cookie, a
// csrf token, a visit's link, and keys. Every answer is held against its
// description.

#pragma once

#include "tests/support/wire.hpp"

#include <boost/json.hpp>

#include <memory>

namespace suivant::tests {

using json_value = boost::json::value;

/// The value of a text such as {"version":1}.
json_value json_of(std::string_view text);

/// A new idempotency key.
std::string new_key();

struct heard {
  int status = 0;
  std::map<std::string, std::string> headers;
  std::string text;
  json_value body; // Null unless the text is JSON.

  std::string error() const; // Empty for none.
  /// A member by JSON pointer; null when there is none.
  json_value at(std::string_view pointer) const;
};

class caller {
public:
  explicit caller(std::uint16_t port) : port_{port} {}

  heard get(const std::string& path);
  heard post(const std::string& path, const json_value& body,
             const std::string& key = {});
  heard put(const std::string& path, const json_value& body);
  heard remove(const std::string& path);
  /// As it is, on a connection that stays open over calls.
  heard ask(const std::string& method, const std::string& target,
            const std::optional<std::string>& body = {},
            const std::string& headers = {});

  /// Under a new key: POST /api/v1/offices/{office}/commands/{name}.
  heard command(const std::string& office, const std::string& name,
                const json_value& fields, const std::string& key = new_key());

  heard sign_in(const std::string& name);
  heard sign_in(const std::string& name, const std::string& password);

  std::string cookie; // "suivant_session=…"
  std::string csrf;
  std::string link; // Of a visit.
  std::string key;  // Of a partner.
  std::string language = "en";

private:
  std::string own_headers(const std::string& method) const;
  wire_answer exchange(const std::string& request, bool bodiless);

  std::uint16_t port_;
  std::unique_ptr<wire> wire_;
};

} // namespace suivant::tests

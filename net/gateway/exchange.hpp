// One request on its way to an answer: who asks, in which language, and the
// few ways to answer.

#pragma once

#include "actors/access/access_door.hpp"
#include "actors/access/key_ring.hpp"
#include "actors/common/json_codec.hpp"
#include "actors/office/front_door.hpp"
#include "net/http.hpp"

namespace suivant::gateway {

struct services;

/// What the asker is signed in by, a person or else a screen; empty for
/// nobody.
std::string_view pass_of(const net::request& it);
/// The key of a partner, "Authorization: Bearer <key>"; empty for none.
std::string_view key_in(const net::request& it);

/// The body of a request is of another kind than JSON, or does not say.
struct not_json {};

/// {"error","message"} and what more there is to say, in "fr" or "en".
net::response refusal_in(std::string_view language, int status,
                         std::string_view error, json::object more = {});

class exchange {
public:
  exchange(const services& with, net::request request, net::responder answer);

  const services& with;
  const net::request request;
  const std::string_view language;
  const access::person who; // Null for nobody.
  /// Whose key it came with; null for none, or one that nobody has.
  const access::partner partner;

  /// A part of the path that the route names: "{office}". Set by the router.
  std::vector<std::string> parts;

  // -- answering, once --------------------------------------------------------

  void answer(int status, const json::value& body) const;
  void answer(net::response ready) const;
  void nothing() const; // 204

  /// {"error","message"} and what more there is to say.
  void refuse(int status, std::string_view error, json::object more = {}) const;
  net::response refusal(int status, std::string_view error,
                        json::object more = {}) const;
  void refuse(access::refused why) const;
  void refuse(no_answer why) const;
  void refuse(storage::trouble why) const;
  /// Bad input: says what is wrong with it.
  void refuse(const json::unreadable& why) const;

  // -- reading ----------------------------------------------------------------

  /// The body as a JSON object; an empty body is an empty object. Throws
  /// `json::unreadable` or `not_json`.
  json::object body() const;
  /// From the Idempotency-Key header; empty when there is none. Throws
  /// `json::unreadable` when it is not 8 to 64 harmless characters.
  std::string key() const;
  std::string key_needed() const;

private:
  net::responder answer_;
};

/// Alive until the last callback that may still answer is gone.
using talk = std::shared_ptr<const exchange>;

/// Whether the asker may do this here. If not, has answered: 401, or 403 for
/// a missing right or csrf token.
bool allowed(const exchange& it, const office_id& office, access::right what);

/// As the rules of this office see who asks; only of somebody who is signed in.
office::asker asker_in(const exchange& it, const office_id& office);

/// The key of the request with its asker's name before it, for two people's
/// pages may, by mistake, make the same key. Empty when there is none.
std::string key_of_staff(const exchange& it);

/// What `asking` needs besides the answer: told to the asker in their words.
std::function<void(no_answer)> or_refuse(talk it);

} // namespace suivant::gateway

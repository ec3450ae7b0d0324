// The way from pages to accounts, sessions and screens. Callable from any
// thread; hashing a password takes long and happens elsewhere.

#pragma once

#include "actors/access/requests.hpp"
#include "storage/result.hpp"

#include <functional>
#include <memory>

namespace suivant::access {

class registry;

/// What a request is answered with when rules and disk say yes.
template <class Request>
struct yes_to {
  using type = accepted;
};
template <>
struct yes_to<sign_in> {
  using type = signed_in;
};
template <>
struct yes_to<list_accounts> {
  using type = account_views;
};
template <>
struct yes_to<begin_pairing> {
  using type = pairing_begun;
};
template <>
struct yes_to<claim_pairing> {
  using type = pairing_claimed;
};
template <>
struct yes_to<list_devices> {
  using type = device_views;
};
template <>
struct yes_to<make_key> {
  using type = key_made;
};
template <>
struct yes_to<list_keys> {
  using type = key_views;
};
template <>
struct yes_to<make_hook> {
  using type = hook_made;
};
template <class Request>
using answer_to = answer<typename yes_to<Request>::type>;

} // namespace suivant::access

namespace caf {
class actor_system;
}

namespace suivant {

class access_door {
public:
  access_door(caf::actor_system& system,
              std::shared_ptr<access::registry> registry);
  ~access_door();

  /// One of the two is called once, on some thread of the actors;
  /// `otherwise` when the disk says no: it is full, or whatever else it has.
  template <class Request>
  void ask(Request asked, std::function<void(access::answer_to<Request>)> then,
           std::function<void(storage::trouble)> otherwise);

  /// Nobody may ask any more.
  void close();

private:
  struct inside;
  std::unique_ptr<inside> inside_;
};

} // namespace suivant

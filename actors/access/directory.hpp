// Who is signed in, for the threads that answer requests: a look-up that waits
// for nobody. Filled by the registry; decides nothing.

#pragma once

#include "actors/access/session.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace suivant::access {

/// Somebody signed in, a person or a screen.
struct who {
  std::string session{}; // Names it without being the cookie.
  std::string name{};    // Account or screen.
  bool device = false;
  role_map roles{};
  std::string language{};
  std::string csrf{};
};
using person = std::shared_ptr<const who>;

bool may(const who& it, const office_id& office, right what);
/// What came in the header fits the session.
bool csrf_fits(const who& it, std::string_view sent);

/// A session as it was last written, and when it was really last seen.
struct presence {
  access::session session;
  instant last_seen{};
};

/// Thread-safe.
class directory {
public:
  directory(wall_clock clock, session_limits limits);
  ~directory();

  /// Null for nobody, or nobody any more. Whom it finds counts as seen.
  person who_is(std::string_view cookie) const;

  /// The same by `who::session`, without counting as seen: for connections
  /// that stay open longer than their right to.
  person who_has(const std::string& session) const;

  // -- for the registry -------------------------------------------------------

  void put(const session& it, person who);
  void forget(const std::string& session);
  std::vector<presence> everybody() const;

private:
  struct entry;
  struct inside;

  std::unique_ptr<inside> inside_;
};

} // namespace suivant::access

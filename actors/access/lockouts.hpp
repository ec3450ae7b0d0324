// Who has to wait after wrong passwords, and until when. Counts by name and
// origin, whether anybody has the name or not: a difference would tell.
// Kept in memory alone, as what is typed as a name may be a password.

#pragma once

#include "actors/access/access.hpp"

namespace suivant::access {

/// Where a try comes from.
struct origin {
  std::string text; // Hash of a network, of a browser or of a session.
  /// One that the account has let in before. It counts for itself: it neither
  /// suffers from what others do nor adds to it.
  bool is_trusted = false;
};

class lockouts {
public:
  explicit lockouts(const lock_limits& limits) : limits_{limits} {}

  /// The end of the wait; in the past if there is none.
  instant locked_until(const std::string& name, const origin& from) const;
  /// The same for all whom the name does not know.
  instant locked_until(const std::string& name) const;

  /// Returns until when it locks; an instant of 0 if it does not.
  instant note_failure(const std::string& name, const origin& from,
                       instant now);

  /// The right password came from there.
  void forgive(const std::string& name, const origin& from);
  /// The name has a new password.
  void forget(const std::string& name);

private:
  attempts find(const std::string& key) const;
  instant add_failure(const std::string& key, int most, instant now);
  void make_room(instant now);

  const lock_limits limits_;
  std::map<std::string, attempts> counted_;
};

} // namespace suivant::access

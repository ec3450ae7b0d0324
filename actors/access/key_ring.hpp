// Which partner holds a key, for the threads that answer requests: a look-up
// that waits for nobody. Filled by the registry; decides nothing.

#pragma once

#include "actors/access/api_key.hpp"

#include <map>
#include <memory>
#include <shared_mutex>

namespace suivant::access {

using partner = std::shared_ptr<const api_key>;

/// Thread-safe.
class key_ring {
public:
  /// Null for nobody, or nobody any more.
  partner who_has(std::string_view key) const;

  /// Null when the office has no partner of that name.
  partner find(const office_id& office, const std::string& name) const;
  /// Of one office, by name.
  std::vector<api_key> of(const office_id& office) const;

  // -- for the registry -------------------------------------------------------

  void put(api_key it);
  void forget(const std::string& id);
  bool has(const std::string& id) const;

private:
  mutable std::shared_mutex guard_;
  std::map<std::string, partner> by_id_;
};

} // namespace suivant::access

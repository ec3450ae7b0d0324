// All web hooks of a folder, for the threads that need to know them: filled by
// the registry, which writes them down; decides nothing.

#pragma once

#include "actors/hooks/hook.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace suivant::hooks {

/// Thread-safe.
class hook_book {
public:
  /// Null when there is none.
  std::shared_ptr<const hook> find(const office_id& office,
                                   const std::string& name) const;
  std::vector<hook> of(const office_id& office) const;
  std::vector<hook> all() const;
  bool has_any(const office_id& office) const;

  void put(hook it);
  void forget(const office_id& office, const std::string& name);

private:
  using key = std::pair<office_id, std::string>;

  mutable std::mutex guard_;
  std::map<key, std::shared_ptr<const hook>> hooks_;
};

} // namespace suivant::hooks

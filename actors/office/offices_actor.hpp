// The actor that knows which offices there are: starts each when it is first
// asked for, and at once again when it has fallen.

#pragma once

#include "actors/office/office_actor.hpp"

#include <mutex>
#include <unordered_map>

namespace suivant {

/// The offices that have been started and have not fallen, so that nobody
/// needs to ask for one that is there. For any thread.
class started_offices {
public:
  /// Invalid for an office that is not there, or not any more.
  office_actor find(const office_id& wanted) const;
  void put(const office_id& id, const office_actor& office);
  /// Only if it is still this one, and no successor.
  void remove(const office_id& id, const caf::actor_addr& fallen);

private:
  mutable std::mutex mutex_;
  std::unordered_map<std::string, office_actor> offices_;
};

struct find_office {
  office_id id;
  bool create = false; // It need not exist yet.
};
struct office_found {
  office_actor office; // Invalid when there is no such office.
};

/// Answered once every started office has looked at the clock.
struct tick_all {};

using offices_actor = handle<office_found(find_office), ticked(tick_all)>;

offices_actor spawn_offices(caf::actor_system& system,
                            std::shared_ptr<const office_context> context,
                            std::shared_ptr<started_offices> started);

} // namespace suivant

// The way from pages and offices to the hooks. Callable from any thread.

#pragma once

#include "actors/hooks/hooks_actor.hpp"

namespace suivant {

class hooks_door {
public:
  hooks_door(caf::actor_system& system,
             std::shared_ptr<const hooks::context> context);
  ~hooks_door();

  /// Of an office without hooks this costs a look-up.
  void written(const office_id& office, office::fact_number newest);
  void changed();
  void look();
  void tend(tend_hook what);
  /// `then` is called once, unless the hooks have been closed.
  void states(const office_id& office, std::function<void(hook_states)> then);

  void close();

private:
  struct inside;
  std::unique_ptr<inside> inside_;
};

} // namespace suivant

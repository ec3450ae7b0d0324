#include "actors/common/clerk.hpp"

#include "actors/messages.hpp"

#include <caf/actor_system.hpp>

namespace suivant {
namespace {

class clerk_keeper {
public:
  using address = clerk_actor;
  static inline const char* name = "clerk";

  explicit clerk_keeper(clerk_actor::pointer self) : self_{self} {}

  clerk_actor::behavior_type start() {
    return {[this](errand& it) { it.run(self_); }};
  }

private:
  clerk_actor::pointer self_;
};

} // namespace

clerk_actor spawn_clerk(caf::actor_system& system) {
  return spawn_keeper<clerk_keeper>(system);
}

} // namespace suivant

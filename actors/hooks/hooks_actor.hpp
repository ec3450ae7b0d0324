// The actor that tells hooks what happens: on a thread of its own, for it
// reads the log and writes marks; no office ever waits for it.

#pragma once

#include "actors/common/caf_bridge.hpp"
#include "actors/hooks/hook_sender.hpp"

namespace suivant {

/// The book of hooks has changed.
struct hooks_changed {};
/// Facts of an office up to this one are on disk.
struct facts_written {
  office_id office;
  office::fact_number newest = 0;
};
struct hook_answered {
  office_id office;
  std::string name;
  std::uint64_t turn = 0;
  hooks::answer told;
};
/// Something may be due: said by itself once a second, and by clocks of tests.
struct look_at_hooks {
  bool again = false; // And so on.
};

struct tend_hook {
  enum class what { pause, resume, send_again };
  office_id office;
  std::string name;
  what wish = what::pause;
  office::fact_number from = 0; // Of `send_again`.
};

struct hook_states_asked {
  office_id office;
};
struct hook_state {
  hooks::hook what;
  hooks::mark at;
  office::fact_number newest = 0; // Of its office, on disk.
};
using hook_states = std::vector<hook_state>;

using hooks_actor = handle<void(hooks_changed), void(facts_written),
                           void(hook_answered), void(look_at_hooks),
                           void(tend_hook), hook_states(hook_states_asked)>;

hooks_actor spawn_hooks(caf::actor_system& system,
                        std::shared_ptr<const hooks::context> context);

} // namespace suivant

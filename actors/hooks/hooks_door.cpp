#include "actors/hooks/hooks_door.hpp"

#include "actors/common/clerk.hpp"
#include "actors/messages.hpp"

#include <mutex>

namespace suivant {
namespace {

constexpr auto answer_limit = std::chrono::seconds{10};

} // namespace

struct hooks_door::inside {
  std::shared_ptr<const hooks::context> context;
  std::mutex guard; // Offices may still write while we close.
  hooks_actor hooks;
  clerk_actor clerk;

  template <class Message>
  void say(Message it) {
    const auto lock = std::lock_guard{guard};
    if (hooks)
      tell_from_outside(hooks, std::move(it));
  }
};

hooks_door::hooks_door(caf::actor_system& system,
                       std::shared_ptr<const hooks::context> context)
    : inside_{std::make_unique<inside>()} {
  inside_->hooks = spawn_hooks(system, context);
  inside_->clerk = spawn_clerk(system);
  inside_->context = std::move(context);
}

hooks_door::~hooks_door() {
  close();
}

void hooks_door::written(const office_id& office, office::fact_number newest) {
  if (inside_->context->book->has_any(office))
    inside_->say(facts_written{office, newest});
}

void hooks_door::changed() {
  inside_->say(hooks_changed{});
}

void hooks_door::look() {
  inside_->say(look_at_hooks{});
}

void hooks_door::tend(tend_hook what) {
  inside_->say(std::move(what));
}

void hooks_door::states(const office_id& office,
                        std::function<void(hook_states)> then) {
  const auto lock = std::lock_guard{inside_->guard};
  if (!inside_->clerk)
    return;
  auto run = [hooks = inside_->hooks, office,
              then = std::move(then)](clerk_actor::pointer self) {
    suivant::ask(
        self, hooks, answer_limit, hook_states_asked{office},
        [then](hook_states& all) { then(std::move(all)); },
        [then](const caf::error&) { then({}); });
  };
  tell_from_outside(inside_->clerk, errand{std::move(run)});
}

void hooks_door::close() {
  const auto lock = std::lock_guard{inside_->guard};
  if (!inside_->hooks)
    return;
  stop(inside_->clerk);
  stop(inside_->hooks);
  inside_->hooks = hooks_actor{};
  inside_->clerk = clerk_actor{};
}

} // namespace suivant

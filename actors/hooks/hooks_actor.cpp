#include "actors/hooks/hooks_actor.hpp"

#include "actors/messages.hpp"

namespace suivant {
namespace {

class hooks_keeper {
public:
  using address = hooks_actor;
  static inline const char* name = "hooks";

  explicit hooks_keeper(hooks_actor::pointer self) : self_{self} {}

  hooks_actor::behavior_type
  start(std::shared_ptr<const hooks::context> context) {
    context_ = std::move(context);
    learn();
    look({true});
    return {
        [this](const hooks_changed&) { learn(); },
        [this](const facts_written& it) { hear(it); },
        [this](const hook_answered& it) { take(it); },
        [this](const look_at_hooks& it) { look(it); },
        [this](const tend_hook& it) { tend(it); },
        [this](const hook_states_asked& it) { return states(it.office); },
    };
  }

private:
  using key = std::pair<office_id, std::string>;

  void learn() {
    auto known = std::map<key, hooks::hook>{};
    for (auto& it : context_->book->all())
      known.emplace(key{it.office, it.name}, std::move(it));
    std::erase_if(senders_, [&](const auto& it) {
      const auto found = known.find(it.first);
      return found == known.end() || found->second != it.second.whom();
    });
    for (auto& [which, it] : known)
      if (!senders_.contains(which))
        drive(
            senders_.emplace(which, hooks::hook_sender{context_, std::move(it)})
                .first->second);
  }

  void hear(const facts_written& it) {
    for (auto& [which, sender] : senders_)
      if (which.first == it.office) {
        sender.heard(it.newest);
        drive(sender);
      }
  }

  void take(const hook_answered& it) {
    const auto found = senders_.find({it.office, it.name});
    if (found == senders_.end())
      return;
    found->second.told(it.turn, it.told);
    drive(found->second);
  }

  void look(const look_at_hooks& it) {
    for (auto& [which, sender] : senders_)
      drive(sender);
    if (it.again)
      tell_later(self_, self_, context_->limits.waking, look_at_hooks{true});
  }

  void tend(const tend_hook& it) {
    const auto found = senders_.find({it.office, it.name});
    if (found == senders_.end())
      return;
    switch (it.wish) {
    case tend_hook::what::pause:
      return found->second.pause();
    case tend_hook::what::resume:
      found->second.resume();
      break;
    case tend_hook::what::send_again:
      found->second.send_again(it.from);
      break;
    }
    drive(found->second);
  }

  hook_states states(const office_id& office) const {
    auto all = hook_states{};
    for (const auto& [which, it] : senders_)
      if (which.first == office)
        all.push_back({it.whom(), it.at(), it.newest()});
    return all;
  }

  void drive(hooks::hook_sender& sender) {
    auto out = sender.next();
    if (!out)
      return;
    const auto& whom = sender.whom();
    context_->web->post(
        std::move(*out),
        [self = hooks_actor{self_}, office = whom.office, name = whom.name,
         turn = sender.turn()](const hooks::answer& it) {
          tell_from_outside(self, hook_answered{office, name, turn, it});
        });
  }

  hooks_actor::pointer self_;
  std::shared_ptr<const hooks::context> context_;
  std::map<key, hooks::hook_sender> senders_;
};

} // namespace

hooks_actor spawn_hooks(caf::actor_system& system,
                        std::shared_ptr<const hooks::context> context) {
  return spawn_keeper<hooks_keeper, caf::detached>(system, std::move(context));
}

} // namespace suivant

#include "actors/access/access_actor.hpp"

#include "actors/access/registry.hpp"
#include "actors/messages.hpp"

namespace suivant {
namespace {

using namespace access;

// Between two looks for sessions that have ended. Nobody waits for it: the
// directory itself lets nobody in whose time is over.
constexpr auto sweep_pause = std::chrono::minutes{10};

caf::error failed(const storage::failure& why) {
  const auto full = why.kind == storage::trouble::disk_full;
  return caf::make_error(full ? disk_is_full : disk_has_failed, why.detail);
}

template <class T>
caf::result<answer<T>> told(outcome<T> what) {
  if (auto* yes = std::get_if<T>(&what))
    return answer<T>{std::move(*yes)};
  if (const auto* no = std::get_if<refused>(&what))
    return answer<T>{*no};
  return failed(std::get<storage::failure>(what));
}

class access_keeper {
public:
  using address = access_actor;
  static inline const char* name = "access";

  explicit access_keeper(access_actor::pointer self) : self_{self} {}

  access_actor::behavior_type start(std::shared_ptr<registry> with) {
    registry_ = std::move(with);
    sweep_up();
    return {
        [this](const sign_in& asked) { return told(registry_->answer(asked)); },
        [this](const sign_out& asked) {
          return told(registry_->answer(asked));
        },
        [this](const create_account& asked) {
          return told(registry_->answer(asked));
        },
        [this](const change_password& asked) {
          return told(registry_->answer(asked));
        },
        [this](const reset_password& asked) {
          return told(registry_->answer(asked));
        },
        [this](const set_roles& asked) {
          return told(registry_->answer(asked));
        },
        [this](const set_disabled& asked) {
          return told(registry_->answer(asked));
        },
        [this](const list_accounts& asked) {
          return told(registry_->answer(asked));
        },
        [this](const begin_pairing& asked) {
          return told(registry_->answer(asked));
        },
        [this](const claim_pairing& asked) {
          return told(registry_->answer(asked));
        },
        [this](const confirm_pairing& asked) {
          return told(registry_->answer(asked));
        },
        [this](const list_devices& asked) {
          return told(registry_->answer(asked));
        },
        [this](const remove_device& asked) {
          return told(registry_->answer(asked));
        },
        [this](const make_key& asked) {
          return told(registry_->answer(asked));
        },
        [this](const revoke_key& asked) {
          return told(registry_->answer(asked));
        },
        [this](const list_keys& asked) {
          return told(registry_->answer(asked));
        },
        [this](const make_hook& asked) {
          return told(registry_->answer(asked));
        },
        [this](const remove_hook& asked) {
          return told(registry_->answer(asked));
        },
        [this](const note_hook_tended& asked) {
          return told(registry_->answer(asked));
        },
        [this](const note_persons_viewed& asked) {
          return told(registry_->answer(asked));
        },
        [this](const sweep&) { sweep_up(); },
    };
  }

private:
  // A sweep that could not be written is made up for by the next one.
  void sweep_up() {
    static_cast<void>(registry_->answer(sweep{}));
    tell_later(self_, self_, sweep_pause, sweep{});
  }

  access_actor::pointer self_;
  std::shared_ptr<registry> registry_;
};

} // namespace

access_actor spawn_access(caf::actor_system& system,
                          std::shared_ptr<access::registry> registry) {
  return spawn_keeper<access_keeper, caf::detached>(system,
                                                    std::move(registry));
}

} // namespace suivant

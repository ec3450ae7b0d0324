#include "actors/access/access_door.hpp"

#include "actors/common/clerk.hpp"
#include "actors/journal/journal_actor.hpp"
#include "actors/messages.hpp"

#include <caf/actor_system.hpp>

namespace suivant {
namespace {

constexpr auto answer_limit = std::chrono::seconds{10};

storage::trouble trouble_of(const caf::error& why) {
  return why == disk_is_full ? storage::trouble::disk_full
                             : storage::trouble::disk;
}

} // namespace

struct access_door::inside {
  access_actor access;
  clerk_actor clerk;
};

access_door::access_door(caf::actor_system& system,
                         std::shared_ptr<access::registry> registry)
    : inside_{std::make_unique<inside>(inside{
          spawn_access(system, std::move(registry)), spawn_clerk(system)})} {}

access_door::~access_door() {
  close();
}

void access_door::close() {
  if (!inside_->access)
    return;
  stop(inside_->clerk);
  stop(inside_->access);
  *inside_ = {};
}

template <class Request>
void access_door::ask(Request asked,
                      std::function<void(access::answer_to<Request>)> then,
                      std::function<void(storage::trouble)> otherwise) {
  auto run = [access = inside_->access, asked = std::move(asked),
              then = std::move(then),
              otherwise = std::move(otherwise)](clerk_actor::pointer self) {
    suivant::ask(
        self, access, answer_limit, asked,
        [then](access::answer_to<Request>& it) { then(std::move(it)); },
        [otherwise](const caf::error& why) { otherwise(trouble_of(why)); });
  };
  tell_from_outside(inside_->clerk, errand{std::move(run)});
}

#define SUIVANT_ANSWERED(Request)                                              \
  template void access_door::ask(                                              \
      Request, std::function<void(access::answer_to<Request>)>,                \
      std::function<void(storage::trouble)>);

SUIVANT_ANSWERED(access::sign_in)
SUIVANT_ANSWERED(access::sign_out)
SUIVANT_ANSWERED(access::create_account)
SUIVANT_ANSWERED(access::change_password)
SUIVANT_ANSWERED(access::reset_password)
SUIVANT_ANSWERED(access::set_roles)
SUIVANT_ANSWERED(access::set_disabled)
SUIVANT_ANSWERED(access::list_accounts)
SUIVANT_ANSWERED(access::begin_pairing)
SUIVANT_ANSWERED(access::claim_pairing)
SUIVANT_ANSWERED(access::confirm_pairing)
SUIVANT_ANSWERED(access::list_devices)
SUIVANT_ANSWERED(access::remove_device)
SUIVANT_ANSWERED(access::make_key)
SUIVANT_ANSWERED(access::revoke_key)
SUIVANT_ANSWERED(access::list_keys)
SUIVANT_ANSWERED(access::make_hook)
SUIVANT_ANSWERED(access::remove_hook)
SUIVANT_ANSWERED(access::note_hook_tended)
SUIVANT_ANSWERED(access::note_persons_viewed)
#undef SUIVANT_ANSWERED

} // namespace suivant

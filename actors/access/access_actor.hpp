// The actor that owns accounts, sessions and screens: a thin shell around the
// registry, on a thread of its own because a password takes long to check.

#pragma once

#include "actors/access/requests.hpp"
#include "actors/common/caf_bridge.hpp"

#include <caf/sec.hpp>

namespace suivant {

namespace access {
class registry;
}

/// The kinds of error, told apart because a full disk is for people to mend.
inline constexpr auto disk_is_full = caf::sec::runtime_error;
inline constexpr auto disk_has_failed = caf::sec::unexpected_response;

/// Answers are errors only if the disk says no.
using access_actor
    = handle<access::answer<access::signed_in>(access::sign_in),
             access::answer<access::accepted>(access::sign_out),
             access::answer<access::accepted>(access::create_account),
             access::answer<access::accepted>(access::change_password),
             access::answer<access::accepted>(access::reset_password),
             access::answer<access::accepted>(access::set_roles),
             access::answer<access::accepted>(access::set_disabled),
             access::answer<access::account_views>(access::list_accounts),
             access::answer<access::pairing_begun>(access::begin_pairing),
             access::answer<access::pairing_claimed>(access::claim_pairing),
             access::answer<access::accepted>(access::confirm_pairing),
             access::answer<access::device_views>(access::list_devices),
             access::answer<access::accepted>(access::remove_device),
             access::answer<access::key_made>(access::make_key),
             access::answer<access::accepted>(access::revoke_key),
             access::answer<access::key_views>(access::list_keys),
             access::answer<access::hook_made>(access::make_hook),
             access::answer<access::accepted>(access::remove_hook),
             access::answer<access::accepted>(access::note_hook_tended),
             access::answer<access::accepted>(access::note_persons_viewed),
             void(access::sweep)>;

/// From here on `registry` is the actor's alone; take `who_is_here()` before.
access_actor spawn_access(caf::actor_system& system,
                          std::shared_ptr<access::registry> registry);

} // namespace suivant

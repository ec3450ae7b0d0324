// What many commands of an office have in common.

#pragma once

#include "actors/common/ids.hpp"
#include "actors/outbox/message.hpp"

#include <cstdint>
#include <string>

namespace suivant::office {

/// Which visit is meant, as the asker last saw it. A page that saw an older
/// `version` is refused and shown the present state; 0 means "as it is now".
struct visit_ref {
  visit_id id;
  std::uint32_t version = 0;
};

/// A person's data under their own key. The rules only carry it about.
struct sealed_person {
  std::string key; // Names the key; empty when nothing is known.
  std::string box; // Base64 of the encrypted JSON.
  /// Keyed hash of the number that texts go to; empty: none.
  std::string phone = {};
  office::telephone telephone = office::telephone::none;
  bool email = false; // There is an address.

  bool operator==(const sealed_person&) const = default;
};

/// How a visitor came to the office: `phone` is the page on their own, `call`
/// is somebody on the staff who answered theirs.
enum class channel { phone, reception, kiosk, sms, web, call, partner };

/// How much one partner may take through its door; 0: no limit. Filled in by
/// the gateway, never sent.
struct door_quota {
  int open_holds = 0;     // At a time.
  int bookings_a_day = 0; // Made on one business day, holds counted with them.
  int share_percent = 0;  // Of the public places of an opening, at a time.
};

enum class outcome { served, not_possible, documents_missing, redirected };

/// What becomes of the parked visits of an agent who leaves.
enum class parked { refuse, keep, give_to_pool, requeue };

} // namespace suivant::office

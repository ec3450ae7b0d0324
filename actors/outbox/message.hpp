// A message that somebody is owed: what it is about, the way it takes, and how
// far it has come. Its text is made when it is sent, and stored nowhere.

#pragma once

#include "actors/common/ids.hpp"
#include "actors/common/instant.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace suivant::office {

/// By which way somebody hears of us.
enum class way { none, sms, email, letter };

/// What a message is about.
enum class occasion {
  code,           // That proves that an address is one's own.
  booked,         // An appointment is made,
  moved,          // has another start, or a seat at last,
  cancelled,      // or is off: by the visitor, or by the office.
  reminder,       // It is soon.
  ticket,         // The place in line, for phones that are not smart.
  nth,            // Only so many are before them: as they asked to be told.
  turn,           // They are called.
  missed,         // They were called, and did not come.
  called_off,     // The office called it off; here is the voucher.
  priority_offer, // A place is kept for them, from the list of a campaign,
  earlier_offer,  // or because they wait for an earlier start.
  survey,         // How was it?
};

/// How far a message is on its way.
enum class delivery {
  waiting,   // Not handed to anybody yet.
  sending,   // About to be; after a crash nobody knows whether it was.
  handed,    // The gateway has it.
  delivered, // And the phone.
  failed,    // Nobody can bring it there.
  dropped,   // Too late, or no longer needed.
};

/// No more will become of it by itself.
constexpr bool is_settled(delivery of) {
  return of >= delivery::delivered;
}

/// The key is the visit, `about`, `which` and `by`: there is never a second
/// one of these.
struct message {
  std::uint32_t number = 0; // Counted from 1, for each visit.
  occasion about = occasion::booked;
  std::string which; // Of several: the start reminded of, the call …
  way by = way::sms;
  bool falls_back = false; // Goes the other way if this one fails.
  delivery now = delivery::waiting;
  instant since;     // When it came to that.
  instant due;       // Not before.
  instant not_after; // Dropped then, if it has not been sent.
  int tries = 0;
  int places = 0;  // Before them in line, of `nth` and `ticket`.
  std::string why; // It failed or was dropped: "late", "seen", "refused" …

  bool operator==(const message&) const = default;
};

/// "priority_offer"
std::string_view name_of(occasion about);

/// How a number for telephones can be used.
enum class telephone { none, mobile, landline, unusable };

} // namespace suivant::office

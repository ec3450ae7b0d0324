// Which message a gateway speaks of: our own name for it, and the same with a
// signature, so that nobody else can say what became of one.

#pragma once

#include "actors/common/crypto.hpp"
#include "actors/common/ids.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace suivant::gateway {

struct message_id {
  office_id office;
  visit_id visit;
  std::uint32_t number = 0;

  bool operator==(const message_id&) const = default;
};

/// "mairie.2s.1": lower-case letters, digits, "-" and "." only.
std::string text_of(const message_id& it);

/// The same and 64 bits of signature: "mairie.2s.1.9f3a72c10b4455aa".
std::string signed_text_of(const crypto::key& secret, const message_id& it);
/// Nothing unless this folder has signed it. Case does not matter.
std::optional<message_id> message_signed(const crypto::key& secret,
                                         std::string_view text);

/// "bounce+<signed text>", which stands before "@" in the address that is told
/// of a mail that could not be brought.
std::string bounce_name_of(const crypto::key& secret, const message_id& it);
/// From such an address, or from all of a bounce that names it: a mail, or the
/// notification of RFC 3464. The first that is ours.
std::optional<message_id> bounced(const crypto::key& secret,
                                  std::string_view text);

/// Whether a notification says that it is for good: a status "5.…", or none at
/// all; "4.…" and "Action: delayed" are not.
bool is_final_bounce(std::string_view text);

} // namespace suivant::gateway

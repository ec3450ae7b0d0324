// What a survey's link carries: how the visit went, so that answers can be
// understood, and nothing that leads back to whose it was.

#pragma once

#include "actors/common/crypto.hpp"
#include "actors/common/instant.hpp"
#include "actors/office/visit.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace suivant::gateway {

struct survey_slip {
  office_id office;
  service_id service; // Empty of a sensitive one: links are seen by others.
  int waited = 0;     // Seconds, 0 or more.
  int served = 0;
  instant ended;  // The beginning of that hour, in UTC.
  int gauge = -1; // Percent of the site's at the end; -1: not known.
  /// Of the visit: the same on each try, and not to be read back.
  std::string nonce;

  bool operator==(const survey_slip&) const = default;
};

/// Of a visit that was served.
survey_slip survey_slip_of(const crypto::key& secret, const office_id& office,
                           const office::visit& it, int gauge,
                           bool is_sensitive = false);

/// About 70 letters that may stand in an address; signed with 96 bits.
std::string text_of(const crypto::key& secret, const survey_slip& it);
/// Nothing unless this folder has signed it.
std::optional<survey_slip> survey_slip_from(const crypto::key& secret,
                                            std::string_view text);

} // namespace suivant::gateway

// How long a text message is, as phones count it. Pure; the alphabet is that
// of 3GPP TS 23.038.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace suivant::office {

struct sms_size {
  bool unicode = false; // UCS-2, for GSM-7 lacks a character.
  int units = 0;        // Septets; in UCS-2 16 bits each.
  int parts = 0;        // Of 160 units, or 153 each; 70 or 67. 0: no text.
  /// What GSM-7 lacks: each character once, in order.
  std::vector<std::string> forcing;

  bool operator==(const sms_size&) const = default;
};

/// `text` is UTF-8; what is not counts as a replacement character.
sms_size size_of_sms(std::string_view text);

/// Whether all of it is in GSM-7.
bool is_gsm(std::string_view text);

/// The same words in fewer parts: quotes, dashes and spaces as phones have
/// them, and letters without accents that GSM-7 lacks ("août", "ç") if that
/// makes fewer parts.
std::string for_sms(std::string_view text);

} // namespace suivant::office

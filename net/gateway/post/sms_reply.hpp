// What somebody is answered who sent a text. Pure.

#pragma once

#include "actors/office/refusals.hpp"
#include "net/gateway/post/compose.hpp"
#include "net/gateway/post/sms_step.hpp"

namespace suivant::gateway {

struct sms_reply {
  std::string key;      // Of the usual words: "reply.left".
  std::string language; // "fr"; in others there are no such words.
  office_id office;
  std::shared_ptr<const office::setup> setup;
  office::shared_visit visit; // Null: about none.
  std::optional<line_place> place;
  std::string from; // When they may arrive: "09:00"; empty: not said.
  std::string link; // Of the visit; may be empty.
  std::string public_address;
  instant now;
};

std::string words_of(const sms_reply& it);

/// Why the office says no, as a key for `words_of`: words of our own, or none,
/// then those that pages have will do.
std::string words_for_refusal(office::refusal why);

} // namespace suivant::gateway

// Puts a message into words: a text for a phone, or a mail. Decides nothing,
// stores nothing; the same letter gives the same words.

#pragma once

#include "actors/common/crypto.hpp"
#include "actors/outbox/text_template.hpp"
#include "actors/post/post_port.hpp"
#include "net/gateway/persons.hpp"

namespace suivant::gateway {

/// What a message is made of besides the letter.
struct writing {
  person_data person;
  std::string link;           // Of the visit: "<office>.<token>"; may be empty.
  std::string public_address; // "https://accueil.example.org"
  std::string code_address;   // What a code proves: see confirmation_code.
  std::string organizer;      // Mail address in the calendar's file.
  std::string sender;         // Of texts, if the office has none of its own.
  crypto::key secret{};
  instant now;
};

struct composed_mail {
  std::string subject;
  std::string text;
  std::string html;
  std::string calendar; // Empty: no calendar's file.
  std::string calendar_method;
  std::string language;
  std::string from_name; // Of the office.
};

/// One part of GSM-7 where it can be, and with the usual words never more than
/// two; see for_sms.
std::string compose_sms(const post::letter& what, const writing& with);
composed_mail compose_mail(const post::letter& what, const writing& with);

/// All that a text may name, as it is on a phone or in a mail.
enum class medium { sms, mail };
office::template_values values_of(const post::letter& what, const writing& with,
                                  medium on, std::string_view language);

/// The words before anything stands in them: the office's own, or the usual
/// ones. For the page where they are changed. `language`: "fr" or "en".
office::text_setup usual_words(office::occasion about,
                               std::string_view language);

/// What comes of words, as they leave.
std::string sms_of(std::string_view words,
                   const office::template_values& values);
std::string mail_of(std::string_view words,
                    const office::template_values& values);

/// An example of each variable, for a page that shows what comes of a text.
office::template_values example_values(std::string_view language);

} // namespace suivant::gateway

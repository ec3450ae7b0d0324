#include "net/gateway/post/compose.hpp"

#include "actors/booking/ics.hpp"
#include "actors/common/calendar.hpp"
#include "actors/outbox/sms_text.hpp"
#include "net/gateway/post/mail_html.hpp"
#include "net/gateway/post/message_subject.hpp"
#include "net/gateway/post/usual_words.hpp"
#include "net/gateway/texts.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

using office::occasion;
using office::text_setup;

struct text_member {
  std::string text_setup::* of;
  const char* name;
};
constexpr auto sms_words = text_member{&text_setup::sms, "sms"};
constexpr auto subject_words = text_member{&text_setup::subject, "subject"};
constexpr auto mail_words = text_member{&text_setup::mail, "mail"};

constexpr auto fall_back = std::string_view{"fr"};

const std::string* own_words(const post::letter& what, const service_id& of,
                             std::string_view language, text_member part) {
  for (const auto& it : what.setup->messages.texts)
    if (it.about == what.what.about && it.service == of
        && it.language == language && !(it.*part.of).empty())
      return &(it.*part.of);
  return nullptr;
}

// Of this service, then of all.
const std::string* own_words_in(const post::letter& what,
                                std::string_view language, text_member part) {
  const auto* service = message_subject{what}.service();
  if (service != nullptr)
    if (const auto* own = own_words(what, service->id, language, part))
      return own;
  return own_words(what, {}, language, part);
}

bool is_off(occasion about) {
  return about == occasion::cancelled || about == occasion::called_off;
}

// Two that are told of the same occasion, and must not read alike: who waits
// for a seat has none, and who stood in line had no appointment. Empty: as the
// occasion says.
std::string_view special_case(const post::letter& what) {
  const auto about = what.what.about;
  const auto* claim = message_subject{what}.claim();
  const auto is_made = about == occasion::booked || about == occasion::moved;
  if (is_made && claim && claim->waiting)
    return "seat";
  return is_off(about) && !claim ? "line_off" : "";
}

// The office's own in the language of the visitor; in one that we do not speak
// those of the language that all fall back to; and then the usual ones.
std::string words_of(const post::letter& what, text_member part) {
  const auto& language = what.visit->language;
  if (const auto special = special_case(what); !special.empty())
    return usual_word(usual_language(language),
                      std::string{special} + '.' + part.name);
  if (const auto* own = own_words_in(what, language, part))
    return *own;
  if (!has_usual_words(language))
    if (const auto* own = own_words_in(what, fall_back, part))
      return *own;
  return usual_words(what.what.about, language).*part.of;
}

// Names in the language of the visitor if there are some; all else as usual.
std::string_view language_of_values(const post::letter& what) {
  return usual_language(what.visit->language);
}

// What was left out may leave lines behind that say nothing.
std::string tidied(std::string text) {
  for (auto at = text.find("\n\n\n"); at != text.npos; at = text.find("\n\n\n"))
    text.erase(at, 1);
  while (text.ends_with('\n') || text.ends_with(' '))
    text.pop_back();
  return text;
}

std::string location_of(const message_subject& of, std::string_view language) {
  const auto* site = of.site_gone_to();
  auto text = said_in(language, site ? site->name : of.setup().name);
  if (const auto& address = of.setup().messages.address; !address.empty())
    text += ", " + address;
  std::ranges::replace(text, '\n', ' ');
  return text;
}

bool has_calendar(const message_subject& of) {
  const auto about = of.letter().what.about;
  return of.visit().appointment && !of.visit().appointment->claim.waiting
         && (about == occasion::booked || about == occasion::moved
             || is_off(about));
}

// The same appointment for calendars as that of the visit's own page.
std::string calendar_of(const message_subject& of, const writing& with,
                        const office::template_values& values,
                        const std::string& method) {
  const auto& visit = of.visit();
  const auto said = [&](std::string_view name) {
    const auto found = values.find(name);
    return found == values.end() ? std::string{} : found->second;
  };
  const auto entry = booking::calendar_entry{
      .uid = visit.token_hash + '@' + of.letter().office.text,
      .sequence = visit.version,
      .cancelled = is_off(of.letter().what.about),
      .time = visit.appointment->claim.time,
      .written = with.now,
      .summary = said("service"),
      .location = location_of(of, language_of_values(of.letter())),
      .description = said("bring"),
      .url = said("link"),
      .organizer = with.organizer};
  return booking::ics_to_send(entry, zone_called(of.zone()), method);
}

} // namespace

text_setup usual_words(occasion about, std::string_view language) {
  const auto spoken = usual_language(language);
  const auto of = [&](const char* part) {
    return usual_word(spoken, std::string{key_of(about)} + '.' + part);
  };
  return {.about = about,
          .language = std::string{spoken},
          .sms = of("sms"),
          .subject = of("subject"),
          .mail = of("mail")};
}

std::string sms_of(std::string_view words,
                   const office::template_values& values) {
  return office::for_sms(mail_of(words, values));
}

std::string mail_of(std::string_view words,
                    const office::template_values& values) {
  return tidied(office::filled(words, values));
}

std::string compose_sms(const post::letter& what, const writing& with) {
  const auto values
      = values_of(what, with, medium::sms, language_of_values(what));
  return sms_of(words_of(what, sms_words), values);
}

composed_mail compose_mail(const post::letter& what, const writing& with) {
  const auto language = language_of_values(what);
  const auto of = message_subject{what};
  const auto values = values_of(what, with, medium::mail, language);
  auto out = composed_mail{
      .subject = mail_of(words_of(what, subject_words), values),
      .text = mail_of(words_of(what, mail_words), values),
      .language = what.visit->language.empty() ? std::string{language}
                                               : what.visit->language,
      .from_name = said_in(language, what.setup->name)};
  if (has_calendar(of)) {
    out.calendar_method = is_off(what.what.about) ? "CANCEL" : "PUBLISH";
    out.calendar = calendar_of(of, with, values, out.calendar_method);
  }
  out.html = html_of(out.text, out.subject, out.language, out.from_name);
  out.text += '\n';
  return out;
}

} // namespace suivant::gateway

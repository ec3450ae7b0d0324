// What a visit and its set-up say to the variables of a text.

#include "actors/common/calendar.hpp"
#include "actors/outbox/message_rules.hpp"
#include "actors/outbox/sms_words.hpp"
#include "net/gateway/post/compose.hpp"
#include "net/gateway/post/confirmation_code.hpp"
#include "net/gateway/post/message_subject.hpp"
#include "net/gateway/post/shown_time.hpp"
#include "net/gateway/post/survey_slip.hpp"
#include "net/gateway/post/usual_words.hpp"
#include "net/gateway/texts.hpp"
#include "net/gateway/voucher.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

using office::template_values;

constexpr auto longest_name = std::size_t{80};
constexpr auto longest_reason = std::size_t{200};

std::string on_one_line(std::string text, std::string_view between) {
  for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
    text.replace(at, 1, between);
  std::erase_if(text, [](char it) {
    return static_cast<unsigned char>(it) < 0x20 || it == 0x7f;
  });
  return text;
}

// Anybody may book for anybody's address: nobody makes us send them words of
// their own, or a link.
std::string name_shown(const std::string& given) {
  const auto is_odd = [](char it) {
    return static_cast<unsigned char>(it) < 0x20
           || std::string_view{"/:@<>()[]{}\\|=%&?!#*+0123456789\x7f"}.find(it)
                  != std::string_view::npos;
  };
  return given.size() > longest_name || std::ranges::any_of(given, is_odd)
             ? std::string{}
             : given;
}

std::string reason_shown(const std::string& given) {
  const auto leads_away
      = given.find("://") != given.npos || given.find("www.") != given.npos;
  return leads_away || given.size() > longest_reason ? std::string{}
                                                     : on_one_line(given, " ");
}

void add_office(template_values& to, const message_subject& of, medium on,
                std::string_view language) {
  const auto& setup = of.setup();
  to["office"] = on_one_line(said_in(language, setup.name), " ");
  to["phone"] = on_one_line(setup.messages.phone, " ");
  to["address"] = on == medium::sms ? on_one_line(setup.messages.address, ", ")
                                    : setup.messages.address;
  const auto* site = of.site_gone_to();
  const auto name = site ? said_in(language, site->name) : std::string{};
  to["site"] = name == to["office"] ? std::string{} : on_one_line(name, " ");
}

void add_service(template_values& to, const message_subject& of, medium on,
                 std::string_view language) {
  const auto* service = of.service();
  if (service == nullptr || of.is_sensitive()) {
    to["service"]
        = usual_word(language, of.claim() ? "word.appointment" : "word.visit");
    return;
  }
  to["service"] = on_one_line(said_in(language, service->name), " ");
  if (on == medium::sms)
    return;
  to["bring"] = said_in(language, service->bring);
  to["instructions"] = said_in(language, service->instructions);
}

std::string place_shown(booking::place_type it, std::string_view language) {
  using enum booking::place_type;
  switch (it) {
  case phone:
    return usual_word(language, "word.phone");
  case video:
    return usual_word(language, "word.video");
  case home:
    return usual_word(language, "word.home");
  case counter:
    break;
  }
  return {};
}

std::string start_shown(std::string_view language, const template_values& of) {
  return office::filled(usual_word(language, "word.start"), of);
}

void add_times(template_values& to, const message_subject& of,
               const writing& with, medium on, std::string_view language) {
  const auto clocks = zone_called(of.zone());
  const auto has_year = on == medium::mail;
  if (const auto* claim = of.claim()) {
    to["date"] = date_shown(clocks, claim->time.from, language, has_year);
    to["time"] = time_shown(clocks, claim->time.from, language);
    to["start"] = start_shown(language, to);
    to["place_type"] = place_shown(claim->place, language);
  }
  if (const auto until = of.offered_until()) {
    const auto time = time_shown(clocks, *until, language);
    const auto is_today = wall_time_of(clocks, *until).day
                          == wall_time_of(clocks, with.now).day;
    to["until"]
        = is_today ? time
                   : start_shown(
                         language,
                         {{"date", date_shown(clocks, *until, language, false)},
                          {"time", time}});
  }
}

void add_line(template_values& to, const message_subject& of,
              std::string_view language) {
  const auto& visit = of.visit();
  to["number"] = visit.number;
  if (const auto places = of.letter().places; places > 0)
    to["places"] = std::to_string(places);
  if (const auto* it = office::find(of.setup(), visit.now.counter))
    to["counter"] = on_one_line(said_in(language, it->name), " ");
}

// Who can be answered: a name cannot.
bool can_be_answered(const message_subject& of, const writing& with) {
  const auto& own = of.setup().messages.sender;
  const auto& sender = own.empty() ? with.sender : own;
  return std::ranges::none_of(sender, [](char it) {
    return (it >= 'a' && it <= 'z') || (it >= 'A' && it <= 'Z');
  });
}

void add_links(template_values& to, const message_subject& of,
               const writing& with, std::string_view language) {
  const auto& letter = of.letter();
  if (!with.link.empty())
    to["link"] = with.public_address + "/ticket/#" + with.link;
  if (can_be_answered(of, with))
    to["cancel"] = office::cancel_word(language);
  else
    to["web"] = to["link"];
  if (letter.what.about == office::occasion::survey)
    to["survey_link"]
        = with.public_address + "/survey/#"
          + text_of(with.secret,
                    survey_slip_of(with.secret, letter.office, of.visit(),
                                   letter.gauge, of.is_sensitive()));
}

} // namespace

template_values values_of(const post::letter& what, const writing& with,
                          medium on, std::string_view language) {
  const auto of = message_subject{what};
  const auto& visit = of.visit();
  auto values = template_values{};
  values["name"] = name_shown(with.person.name);
  if (const auto persons = of.persons(); persons > 1)
    values["persons"] = std::to_string(persons);
  values["reason"] = reason_shown(visit.now.reason);
  add_office(values, of, on, language);
  add_service(values, of, on, language);
  add_times(values, of, with, on, language);
  add_line(values, of, language);
  add_links(values, of, with, language);
  if (visit.appointment)
    values["voucher"] = voucher_of(with.secret, what.office, visit);
  if (what.what.about == office::occasion::code)
    values["code"] = confirmation_code(with.secret, what.office, visit.id,
                                       with.code_address);
  return values;
}

} // namespace suivant::gateway

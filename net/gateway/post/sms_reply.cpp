#include "net/gateway/post/sms_reply.hpp"

#include "actors/common/calendar.hpp"
#include "net/gateway/post/message_subject.hpp"
#include "net/gateway/post/shown_time.hpp"
#include "net/gateway/post/usual_words.hpp"
#include "net/gateway/texts.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

using office::template_values;

constexpr auto longest_words = std::size_t{60};

// As many as a text has room for.
std::string words_to_join(const office::setup& by) {
  auto out = std::string{};
  for (const auto& it : by.messages.join)
    if (out.size() + it.word.size() < longest_words)
      out += (out.empty() ? "" : ", ") + it.word;
  return out;
}

void add_place(template_values& to, const sms_reply& of,
               std::string_view language) {
  if (!of.place)
    return;
  if (of.place->before > 0)
    to["places"] = std::to_string(of.place->before);
  else
    to["next"] = usual_word(language, "reply.word.next");
  if (of.place->high < 0)
    return;
  to["wait"] = office::filled(usual_word(language, "reply.word.wait"),
                              {{"low", std::to_string(of.place->low)},
                               {"high", std::to_string(of.place->high)}});
}

// Until when who is late keeps their place, and then what they are before.
void add_times_of_late(template_values& to, const message_subject& of,
                       std::string_view language) {
  const auto* claim = of.claim();
  if (claim == nullptr)
    return;
  const auto& rules = of.setup().booking.services;
  const auto found
      = std::ranges::find(rules, claim->service, &booking::service_rule::id);
  const auto rule = found == rules.end() ? booking::service_rule{} : *found;
  const auto clocks = zone_called(of.zone());
  const auto shown = [&](int minutes) {
    return time_shown(clocks, claim->time.from + std::chrono::minutes{minutes},
                      language);
  };
  to["kept"] = shown(rule.in_time);
  if (rule.with_bonus > rule.in_time)
    to["bonus"] = shown(rule.with_bonus);
}

post::letter letter_for(const sms_reply& of) {
  static const auto nobody = std::make_shared<const office::visit>();
  auto it = post::letter{};
  it.office = of.office;
  it.setup = of.setup;
  it.visit = of.visit ? of.visit : nobody;
  const auto is_offered
      = of.visit && of.visit->offer && of.key == "reply.offered";
  it.what.about
      = is_offered ? office::occasion::earlier_offer : office::occasion::booked;
  return it;
}

template_values values_for(const sms_reply& of, std::string_view language) {
  const auto letter = letter_for(of);
  auto with = writing{};
  with.link = of.link;
  with.public_address = of.public_address;
  with.now = of.now;
  auto values = values_of(letter, with, medium::sms, language);
  values["words"] = words_to_join(*of.setup);
  values["from"] = of.from;
  add_place(values, of, language);
  add_times_of_late(values, message_subject{letter}, language);
  return values;
}

} // namespace

std::string words_of(const sms_reply& it) {
  const auto language = usual_language(it.language);
  const auto values = values_for(it, language);
  if (const auto& own = usual_word(language, it.key); !own.empty())
    return office::filled(own, values);
  // A page's words for a refusal: what the office is called stands before.
  return values.find("office")->second + ": " + message(language, it.key);
}

std::string words_for_refusal(office::refusal why) {
  const auto name = std::string{office::name_of(why)};
  const auto own = "reply.no." + name;
  return usual_word("fr", own).empty() ? "refusal." + name : own;
}

} // namespace suivant::gateway

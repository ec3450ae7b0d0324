// The words of messages: which there are, and what would come of others.

#include "actors/office/office_describe.hpp"
#include "actors/outbox/sms_text.hpp"
#include "net/gateway/handle_setup.hpp"
#include "net/gateway/post/compose.hpp"
#include "net/gateway/post/mail_html.hpp"
#include "net/gateway/post/usual_words.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/texts.hpp"

#include <array>

namespace suivant::gateway {
namespace {

using access::right;
using boost::json::array;
using office::occasion;
using office::text_part;

constexpr auto longest = std::size_t{20'000}; // Bytes, of each part.
constexpr auto languages = std::array<std::string_view, 2>{"fr", "en"};

json::object words_in(const office::text_setup& it) {
  return {{"sms", it.sms}, {"subject", it.subject}, {"mail", it.mail}};
}

json::object occasion_in_words(const office::setup& office, occasion about) {
  auto usual = json::object{};
  for (const auto language : languages)
    usual[language] = words_in(usual_words(about, language));
  auto names = array{};
  for (const auto name : office::variables_of(about))
    names.emplace_back(name);
  return {{"about", json::write(about)},
          {"route", json::write(office::route_of(office.messages, about))},
          {"variables", std::move(names)},
          {"usual", std::move(usual)}};
}

array occasions_in_words(const office::setup& office) {
  auto all = array{};
  for (auto at = 0; at <= static_cast<int>(occasion::survey); ++at)
    all.push_back(occasion_in_words(office, static_cast<occasion>(at)));
  return all;
}

array services_in_words(const office::setup& office) {
  auto all = array{};
  for (const auto& it : office.services)
    all.push_back(
        json::object{{"id", it.id.text}, {"name", json::write(it.name)}});
  return all;
}

// With the names of the office itself, so that people know what they look at.
office::template_values examples_for(const office::setup& office,
                                     const office::text_setup& words) {
  auto values = example_values(words.language);
  values["office"] = said_in(words.language, office.name);
  if (!office.messages.phone.empty())
    values["phone"] = office.messages.phone;
  if (!office.messages.address.empty())
    values["address"] = office.messages.address;
  if (const auto* service = office::find(office, words.service))
    values["service"] = said_in(words.language, service->name);
  return values;
}

json::object in_words(const office::sms_size& it) {
  return {{"units", it.units},
          {"parts", it.parts},
          {"alphabet", it.unicode ? "UCS-2" : "GSM-7"},
          {"culprits", json::write(it.forcing)}};
}

void add_problems(array& into, const std::string& text, occasion about,
                  text_part part, std::string_view name) {
  for (const auto& it : office::problems_in(text, about, part))
    into.push_back(json::object{
        {"part", name}, {"what", it.what}, {"variable", it.variable}});
}

array problems_of(const office::text_setup& it) {
  auto all = array{};
  add_problems(all, it.sms, it.about, text_part::sms, "sms");
  add_problems(all, it.subject, it.about, text_part::subject, "subject");
  add_problems(all, it.mail, it.about, text_part::mail, "mail");
  return all;
}

json::object shown(const office::setup& office, const office::text_setup& it) {
  const auto values = examples_for(office, it);
  const auto sms = sms_of(it.sms, values);
  const auto subject = mail_of(it.subject, values);
  const auto text = mail_of(it.mail, values);
  return {{"sms", sms},
          {"sms_size", in_words(office::size_of_sms(sms))},
          {"subject", subject},
          {"text", text},
          {"html", html_of(text, subject, it.language,
                           said_in(it.language, office.name))},
          {"problems", problems_of(it)}};
}

// What is left empty is in the usual words, as it will be.
office::text_setup wanted_in(const exchange& it) {
  auto wish = office::text_setup{};
  json::read(it.body(), wish, json::unknown::refuse);
  const auto usual = usual_words(wish.about, wish.language);
  for (const auto part :
       {&office::text_setup::sms, &office::text_setup::subject,
        &office::text_setup::mail}) {
    if ((wish.*part).size() > longest)
      throw json::unreadable{"text: is too long"};
    if ((wish.*part).empty())
      wish.*part = usual.*part;
  }
  return wish;
}

} // namespace

void handle::office_texts(talk it) {
  const auto known = setup_to_manage(*it);
  if (!known)
    return;
  it->answer(200, json::object{{"version", version_of(*known)},
                               {"name", json::write(known->name)},
                               {"messages", json::write(known->messages)},
                               {"services", services_in_words(*known)},
                               {"occasions", occasions_in_words(*known)}});
}

void handle::preview_texts(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, right::configure))
    return;
  const auto wish = wanted_in(*it);
  if (const auto known = setup_in_force(*it, office))
    it->answer(200, shown(*known, wish));
}

} // namespace suivant::gateway

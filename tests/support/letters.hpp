// Messages of a small town hall, as they are handed to be put into words.

#pragma once

#include "actors/common/calendar.hpp"
#include "net/gateway/post/compose.hpp"

namespace suivant::tests {

using namespace std::chrono_literals;

inline instant utc_time(int year, unsigned month, unsigned day,
                        std::chrono::minutes of) {
  return instant{std::chrono::sys_days{std::chrono::year{year}
                                       / std::chrono::month{month}
                                       / std::chrono::day{day}}}
         + of;
}

/// Tuesday 10 March 2026, nine o'clock in Paris.
inline const auto that_tuesday = utc_time(2026, 3, 10, 8h);

inline office::setup writing_town(const std::string& zone = "Europe/Paris") {
  auto it = office::setup{};
  it.name = {{"fr", "Mairie de Valmont"}, {"en", "Valmont town hall"}};
  it.zone = zone;
  auto passports = office::service_setup{};
  passports.id = service_id{"passport"};
  passports.name = {{"fr", "Passeport"}, {"en", "Passport"}};
  passports.bring = {{"fr", "une photo récente, l'ancien passeport"},
                     {"en", "a recent photo, the old passport"}};
  auto shelter = passports;
  shelter.id = service_id{"shelter"};
  shelter.name = {{"fr", "Violences conjugales"}, {"en", "Domestic violence"}};
  shelter.bring = {{"fr", "la plainte"}, {"en", "the complaint"}};
  shelter.sensitive = true;
  it.services = {passports, shelter};
  auto counter = office::counter_setup{};
  counter.id = counter_id{"three"};
  counter.name = {{"fr", "Guichet 3"}, {"en", "Counter 3"}};
  it.counters = {counter};
  auto site = booking::site_setup{};
  site.id = booking::site_id{"annexe"};
  site.name = {{"fr", "Annexe des Tilleuls"}, {"en", "Linden annexe"}};
  site.zone = zone;
  it.booking.sites = {site};
  it.messages.on = true;
  it.messages.phone = "01 23 45 67 89";
  it.messages.address = "1 place de la Mairie\n99999 Valmont";
  return it;
}

inline booking::claim claim_at(instant start,
                               const std::string& service = "passport") {
  auto it = booking::claim{};
  it.site = booking::site_id{"annexe"};
  it.service = service_id{service};
  it.time = {start, start + 15min};
  return it;
}

/// A visit with everything that any message speaks of.
inline office::visit visit_told_of(const std::string& language, instant start,
                                   const std::string& service = "passport") {
  auto it = office::visit{};
  it.id = visit_id{1234};
  it.version = 5;
  it.number = "A012";
  it.language = language;
  it.token_hash = "00112233445566778899aabbccddeeff";
  it.joined = start - 20min;
  it.now.service = service_id{service};
  it.now.counter = counter_id{"three"};
  it.now.last_call = start + 2min;
  it.now.since = start + 12min;
  auto booked = office::appointment{};
  booked.claim = claim_at(start, service);
  it.appointment = std::move(booked);
  return it;
}

inline post::letter letter_about(office::occasion about, office::visit of,
                                 office::setup by = writing_town()) {
  using enum office::occasion;
  const auto is_offer = about == priority_offer || about == earlier_offer;
  if (is_offer) {
    auto offered = office::offer{};
    offered.claim = of.appointment->claim;
    offered.claim.time.from += 24h;
    offered.claim.time.to += 24h;
    offered.until = of.appointment->claim.time.from + 3h;
    of.offer = std::move(offered);
  }
  if (about == cancelled || about == called_off)
    of.now.reason = "fermeture exceptionnelle";
  if (about == ticket || about == nth || about == turn || about == missed)
    of.appointment.reset();
  auto it = post::letter{};
  it.office = office_id{"valmont"};
  it.what.about = about;
  it.what.number = 2;
  it.visit = std::make_shared<const office::visit>(std::move(of));
  it.setup = std::make_shared<const office::setup>(std::move(by));
  it.places = 3;
  it.gauge = 55;
  return it;
}

inline gateway::writing written_with() {
  auto it = gateway::writing{};
  it.person.name = "Camille Martin";
  it.link = "valmont.0123456789abcdef0123456789abcdef";
  it.public_address = "https://rdv.valmont.example";
  it.code_address = "+33612345678";
  it.organizer = "rdv@valmont.example";
  it.secret.fill(7);
  it.now = that_tuesday - 48h;
  return it;
}

} // namespace suivant::tests

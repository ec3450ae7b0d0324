// A small town hall for tests of the rules: three counters, three queues.

#pragma once

#include "actors/office/office.hpp"

namespace suivant::tests {

using namespace std::chrono_literals;

/// Monday 23 November 2026, as the town hall counts its days.
inline constexpr auto monday
    = business_day{std::chrono::year{2026} / std::chrono::November / 23};

/// Minutes after nine o'clock UTC on that Monday.
inline instant minute(int after_nine) {
  return instant{monday} + 9h + std::chrono::minutes{after_nine};
}

inline const auto residence = service_id{"residence"};
inline const auto permits = service_id{"permits"};
inline const auto passports = service_id{"passports"};
inline const auto weddings = service_id{"weddings"};
inline const auto night_shelter = service_id{"shelter"};
inline const auto hall = queue_id{"hall"};
inline const auto papers = queue_id{"papers"};
inline const auto night = queue_id{"night"};
inline const auto one = counter_id{"one"};
inline const auto two = counter_id{"two"};
inline const auto three = counter_id{"three"};

inline const auto amelie = office::asker{office::role::agent, "amelie"};
inline const auto bruno = office::asker{office::role::agent, "bruno"};
inline const auto chief = office::asker{office::role::supervisor, "chief"};
inline const auto kiosk = office::asker{office::role::device, "kiosk"};
inline const auto phone = office::asker{office::role::visitor, ""};
inline const auto machine = office::asker{};

inline office::queue_setup queue_named(const queue_id& id, const char* prefix) {
  auto queue = office::queue_setup{};
  queue.id = id;
  queue.name = {{"fr", id.text}};
  queue.prefix = prefix;
  return queue;
}

inline office::service_setup service_named(const service_id& id,
                                           const queue_id& queue) {
  auto service = office::service_setup{};
  service.id = id;
  service.name = {{"fr", id.text}};
  service.queue = queue;
  return service;
}

inline office::counter_setup counter_named(const counter_id& id,
                                           std::vector<service_id> serves) {
  auto counter = office::counter_setup{};
  counter.id = id;
  counter.name = {{"fr", "Guichet " + id.text}};
  counter.label = id.text;
  counter.serves = std::move(serves);
  return counter;
}

/// Counter one serves all but weddings, two only residence, three all.
inline office::setup town_hall() {
  auto setup = office::setup{};
  setup.name = {{"fr", "Mairie"}, {"en", "Town hall"}};
  setup.queues = {queue_named(hall, "A"), queue_named(papers, "B"),
                  queue_named(night, "N")};
  setup.queues[2].continuous = true;
  setup.services
      = {service_named(residence, hall), service_named(permits, hall),
         service_named(passports, papers), service_named(weddings, papers),
         service_named(night_shelter, night)};
  setup.services[3].walk_in = false;
  setup.counters
      = {counter_named(one, {residence, permits, passports, night_shelter}),
         counter_named(two, {residence}),
         counter_named(
             three, {passports, residence, permits, weddings, night_shelter})};
  return setup;
}

inline office::take_ticket ticket_for(const service_id& service) {
  auto asked = office::take_ticket{};
  asked.service = service;
  return asked;
}

inline office::take_ticket ticket_for(const service_id& service,
                                      office::priority granted) {
  auto asked = ticket_for(service);
  asked.priority = granted;
  return asked;
}

/// The visit as it is now, or as it was seen at `version`.
inline office::visit_ref visit_no(std::uint64_t number,
                                  std::uint32_t version = 0) {
  return {{number}, version};
}

} // namespace suivant::tests

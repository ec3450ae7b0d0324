// A hall of two desks where each appointment takes one of two agents, and what
// its agenda shows.

#pragma once

#include "actors/office/agenda_view.hpp"
#include "tests/support/booked_hall.hpp"

namespace suivant::tests {

using namespace suivant::office;

inline const auto roux = booking::resource_id{"roux"};
inline const auto haddad = booking::resource_id{"haddad"};

inline booking::resource_setup agent(const booking::resource_id& id) {
  return {.id = id,
          .site = mairie_site,
          .name = {{"fr", id.text}},
          .skills = {residence, weddings}};
}

// Two desks, and an agent for each appointment: two at a time.
inline setup with_agents() {
  auto setup = booked_hall(2);
  setup.booking.resources = {agent(roux), agent(haddad)};
  setup.booking.services[0].needs = {{}};
  return setup;
}

inline booking::resource_id who_has(const given& story, std::uint64_t visit) {
  return story.visit_now(visit).appointment->claim.resources.at(0);
}

inline agenda_question monday_only() {
  return {.first = monday, .last = monday};
}

inline std::vector<std::uint64_t>
shown(const given& story, const agenda_question& asked, int at_minute = 1) {
  auto out = std::vector<std::uint64_t>{};
  for (const auto& it :
       agenda_of(story.now(), asked, minute(at_minute)).entries)
    out.push_back(it.visit->id.number);
  return out;
}

} // namespace suivant::tests

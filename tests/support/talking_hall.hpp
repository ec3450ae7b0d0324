// The town hall with appointments that tells people things.

#pragma once

#include "actors/outbox/messages.hpp"
#include "tests/support/booked_hall.hpp"

#include <algorithm>

namespace suivant::tests {

inline office::setup talking_hall() {
  auto setup = booked_hall();
  setup.messages.on = true;
  setup.messages.phone = "01 23 45 67 89";
  setup.messages.reminders = {{.days = 1}, {.minutes = 60}};
  return setup;
}

/// Known by key alone; reached as said.
inline office::sealed_person reached(bool by_text, bool by_mail) {
  return {.key = "key",
          .box = "box",
          .phone = by_text ? "hash" : "",
          .telephone
          = by_text ? office::telephone::mobile : office::telephone::none,
          .email = by_mail};
}

inline office::confirm_booking confirm_for(std::uint64_t visit,
                                           office::sealed_person person) {
  return {.visit = visit_no(visit), .person = std::move(person)};
}

/// Visit 1 is booked for Tuesday at nine, one minute ago.
inline given booked_by(office::sealed_person person,
                       const office::setup& setup = talking_hall()) {
  return given{setup, clocks_known()}
      .after(1, hold_at(24 * 60), phone)
      .after(2, confirm_for(1, std::move(person)), phone);
}

inline office::take_ticket ticket_of(office::sealed_person person) {
  auto asked = ticket_for(residence);
  asked.person = std::move(person);
  return asked;
}

/// Visit 1 is called to counter one.
inline given called(office::sealed_person person = reached(true, false)) {
  return given{talking_hall(), clocks_known()}
      .after(0, office::sign_in{one, {"amelie"}}, amelie)
      .after(1, ticket_of(std::move(person)), phone)
      .after(2, office::call_next{one}, amelie);
}

/// "booked/sms waiting, booked/email waiting": all of a visit, by number.
inline std::string messages(const given& story, std::uint64_t visit) {
  static constexpr const char* ways[] = {"none", "sms", "email", "letter"};
  static constexpr const char* how[]
      = {"waiting", "sending", "handed", "delivered", "failed", "dropped"};
  auto out = std::string{};
  for (const auto& it : office::messages_of(story.now(), {visit})) {
    out += (out.empty() ? "" : ", ") + std::string{name_of(it.about)} + '/'
           + ways[static_cast<int>(it.by)] + ' '
           + how[static_cast<int>(it.now)];
    if (!it.why.empty())
      out += " (" + it.why + ')';
  }
  return out;
}

inline const office::message&
message_no(const given& story, std::uint64_t visit, std::uint32_t number) {
  const auto* it = office::find_message(story.now(), {visit}, number);
  BOOST_REQUIRE(it != nullptr);
  return *it;
}

// -- what the gateways' driver says -------------------------------------------

inline office::begin_sending may_go(std::uint64_t visit, std::uint32_t number) {
  return {visit_no(visit), number};
}

inline office::note_handing came_to(std::uint64_t visit, std::uint32_t number,
                                    office::handing is,
                                    const std::string& why = {},
                                    int tries = 1) {
  return {visit_no(visit), number, tries, is, why};
}

} // namespace suivant::tests

// Lets a test of the rules read as a sentence:
//   given(town_hall()).after(0, ticket_for(residence)).when(5,
//   command).then(..)

#pragma once

#include "actors/office/invariants.hpp"
#include "actors/office/office_json.hpp"
#include "actors/office/staging.hpp"
#include "tests/support/town_hall.hpp"

#include <boost/test/unit_test.hpp>

namespace suivant::tests {

inline std::string spoken(const office::decision& decision) {
  if (const auto* no = std::get_if<office::refusal>(&decision))
    return "refusal " + std::string{office::name_of(*no)};
  if (const auto* known = std::get_if<office::answered>(&decision))
    return "the answer of fact " + std::to_string(known->last);
  auto text = std::string{};
  for (const auto& each : std::get<office::events>(decision))
    text += office::to_json(office::fact{.what = each}) + '\n';
  return text.empty() ? "nothing" : text;
}

/// Tells a story to an office, command by command, and checks how it ends.
/// Minutes count from nine o'clock on Monday; the office knows its set-up.
class given {
public:
  explicit given(const office::setup& setup = town_hall(),
                 const booking::zones& clocks = {}) {
    after(0, office::configure{setup, clocks});
  }

  /// Something that is granted.
  given& after(int at_minute, const office::command& asked,
               const office::asker& by = machine, const std::string& key = {}) {
    when(at_minute, asked, by, key);
    const auto* events = std::get_if<office::events>(&decision_);
    BOOST_REQUIRE_MESSAGE(events, "granted, but got " << spoken(decision_));
    stage(state_, *events, {asked, by, key},
          std::max(minute(at_minute), state_.last_at));
    for (const auto& broken : broken_invariants(state_))
      BOOST_ERROR(broken);
    return *this;
  }

  /// What the story is about.
  given& when(int at_minute, const office::command& asked,
              const office::asker& by = machine, const std::string& key = {}) {
    const auto at = minute(at_minute);
    return when({at, std::chrono::floor<std::chrono::days>(at - 3h)}, asked, by,
                key);
  }

  given& when(const moment& at, const office::command& asked,
              const office::asker& by = machine, const std::string& key = {}) {
    decision_ = decide(state_, {asked, by, key}, at);
    return *this;
  }

  void then(const office::decision& expected) const {
    BOOST_TEST((decision_ == expected), "expected " << spoken(expected)
                                                    << " but got "
                                                    << spoken(decision_));
  }

  void then_nothing() const {
    then(office::events{});
  }

  /// Whom a call was for; zero when nobody was called.
  std::uint64_t called() const {
    const auto* call = last_event<office::visit_called>();
    return call == nullptr ? 0 : call->visit.number;
  }

  /// The newest of the decided events, if it is of this kind.
  template <class Event>
  const Event* last_event() const {
    const auto* events = std::get_if<office::events>(&decision_);
    if (events == nullptr || events->empty())
      return nullptr;
    return std::get_if<Event>(&events->back());
  }

  const office::state& now() const {
    return state_;
  }

  const office::visit& visit_now(std::uint64_t number) const {
    return state_.visits.at({number});
  }

  /// The line of a queue, by visit.
  std::vector<std::uint64_t> line(const queue_id& queue) const {
    auto visits = std::vector<std::uint64_t>{};
    for (const auto& at : state_.queues.at(queue).line)
      visits.push_back(at.visit.number);
    return visits;
  }

private:
  office::state state_;
  office::decision decision_;
};

} // namespace suivant::tests

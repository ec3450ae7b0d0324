// Whatever happens in an office that tells people things: nothing is said
// twice, nothing late, nothing is lost, and replay knows it all.

#include "tests/support/random_office.hpp"
#include "tests/support/talking_hall.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

constexpr auto steps = 6'000;

// Whoever comes can be reached, in one way or another.
void make_reachable(command& asked, int chance) {
  const auto person = reached(chance % 3 != 0, chance % 2 == 0);
  if (auto* ticket = std::get_if<take_ticket>(&asked))
    ticket->person = person;
  else if (auto* sure = std::get_if<confirm_booking>(&asked))
    sure->person = person;
  else if (auto* made = std::get_if<book>(&asked))
    made->person = person;
}

class talking_office {
public:
  explicit talking_office(std::uint32_t seed)
      : dice_{seed}, world_{seed, {setup_of()}, clocks_known()} {
    carry_out({configure{setup_of(), clocks_known()}, machine, {}},
              {minute(0), monday});
  }

  void live() {
    for (auto i = 0; i < steps; ++i) {
      const auto when = world_.next_moment();
      if (dice_() % 2 == 0)
        carry_out({about_messages(), machine, {}}, when);
      else {
        auto asked = world_.ask(now_);
        if (!std::holds_alternative<configure>(asked.what)) {
          make_reachable(asked.what, static_cast<int>(dice_() % 6));
          carry_out(asked, when);
        }
      }
    }
  }

  void check() const {
    auto again = state{};
    for (const auto& it : log_)
      evolve(again, it);
    BOOST_TEST((again == now_));
    BOOST_TEST((again.alarms == now_.alarms));
    const auto read = state_from_json(to_json(now_));
    BOOST_TEST((read == now_));
    BOOST_TEST((read.alarms == now_.alarms));
    BOOST_TEST((read.noticed == now_.noticed));
    BOOST_TEST(sent_ > steps / 300, "only " << sent_ << " were sent");
  }

private:
  static setup setup_of() {
    auto setup = talking_hall();
    setup.booking.openings[0].public_places = 3;
    setup.messages.survey.questions
        = {{.id = "wait", .label = {{"fr", "L'attente ?"}}}};
    return setup;
  }

  int roll(int most) {
    return static_cast<int>(dice_() % static_cast<unsigned>(most));
  }

  // Mostly of those who are owed something, and lately.
  visit_id somebody() {
    if (now_.messages.empty() || roll(4) == 0)
      return std::next(now_.visits.begin(),
                       roll(static_cast<int>(now_.visits.size())))
          ->id;
    const auto many = static_cast<int>(now_.messages.size());
    return std::prev(now_.messages.end(), 1 + roll(std::min(many, 5)))->first;
  }

  // Mostly what the post does; sometimes what nobody should.
  command about_messages() {
    if (now_.visits.size() == 0 || roll(40) == 0)
      return begin_day{};
    const auto to = visit_ref{somebody()};
    const auto all = messages_of(now_, to.id);
    const auto many = static_cast<int>(all.size());
    const auto number
        = static_cast<std::uint32_t>(roll(3) == 0 ? 1 + roll(many + 1) : many);
    const auto tries = all.empty() ? 1 : all.back().tries;
    switch (roll(9)) {
    case 0:
    case 1:
    case 2:
      return begin_sending{to, number};
    case 3:
    case 4:
      return note_handing{to, number, tries, static_cast<handing>(roll(4))};
    case 5:
      return note_receipt{to, number, roll(3) > 0};
    case 6:
      return ask_notice{to, roll(4)};
    case 7:
      return note_seen{to};
    default:
      return roll(2) == 0 ? command{stop_messages{"hash"}}
                          : command{allow_messages{"hash"}};
    }
  }

  void carry_out(const request& asked, const moment& when) {
    const auto decided = decide(now_, asked, when);
    const auto* all = std::get_if<events>(&decided);
    if (all == nullptr)
      return;
    const auto at = std::max(when.at, now_.last_at);
    for (const auto& it : *all)
      happen({now_.last_fact + 1, at, {}, asked.key, it});
    for (const auto& broken : broken_invariants(now_))
      BOOST_REQUIRE_MESSAGE(false, broken << " after " << name_of(asked.what));
    if (!all->empty())
      BOOST_REQUIRE(!now_.alarms.is_due(now_.last_at));
  }

  void happen(fact it) {
    log_.push_back(it);
    nothing_is_said_twice_or_late(it);
    evolve(now_, it);
    for (auto& more : messages_after(now_, it.what, it.at))
      happen({now_.last_fact + 1, it.at, {}, {}, std::move(more)});
  }

  void nothing_is_said_twice_or_late(const fact& it) {
    if (const auto* due = std::get_if<message_due>(&it.what)) {
      const auto& what = due->message;
      BOOST_REQUIRE(
          said_.insert({due->to, what.about, what.which, what.by}).second);
    } else if (const auto* going = std::get_if<message_sending>(&it.what)) {
      const auto* what = find_message(now_, going->to, going->number);
      BOOST_REQUIRE(what->now == delivery::waiting);
      BOOST_REQUIRE(it.at <= what->not_after);
      ++sent_;
    }
  }

  std::mt19937 dice_;
  random_office world_;
  state now_;
  std::vector<fact> log_;
  std::set<std::tuple<visit_id, occasion, std::string, way>> said_;
  int sent_ = 0;
};

} // namespace

BOOST_AUTO_TEST_SUITE(any_office_that_tells)

BOOST_AUTO_TEST_CASE(says_each_thing_once_and_in_time) {
  for (const auto seed : {21u, 22u, 23u}) {
    auto office = talking_office{seed};
    office.live();
    office.check();
  }
}

BOOST_AUTO_TEST_SUITE_END()

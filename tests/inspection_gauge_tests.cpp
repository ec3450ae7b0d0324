// What `verify` says of people inside, and of who was absent and came.

#include "cli/inspection.hpp"
#include "tests/support/guarded_hall.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

// Looks at promises so seldom that only each fact itself can give it away.
struct followed_house {
  cli::inspection seen{1'000};

  bool happens(event what, int at_minute) {
    return seen.take({seen.state().last_fact + 1,
                      minute(at_minute),
                      "system",
                      {},
                      std::move(what)});
  }

  void asked(int at_minute, const command& what, const asker& by = machine) {
    const auto at = minute(at_minute);
    const auto decided = decide(seen.state(), {what, by, {}}, {at, monday});
    BOOST_REQUIRE_MESSAGE(std::holds_alternative<events>(decided),
                          spoken(decided));
    for (const auto& event : std::get<events>(decided))
      BOOST_REQUIRE(happens(event, at_minute));
  }

  void full_house() {
    asked(0, configure{guarded(1), clocks_known()});
    asked(1, sign_in{one, {"amelie"}}, amelie);
    asked(1, ticket_for(residence), phone);
    asked(2, count_inside{mairie_site, 1}, amelie);
  }

  std::string problems() {
    seen.finish();
    auto all = std::string{};
    for (const auto& it : seen.problems())
      all += it + '\n';
    return all;
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(inspecting_people_inside, followed_house)

BOOST_AUTO_TEST_CASE(a_call_into_a_full_site_is_found) {
  full_house();
  happens(visit_called{{1}, one, {"amelie"}, {}}, 3);
  happens(people_counted{mairie_site, -1, minute(90)}, 4);
  BOOST_TEST(
      (problems().find("lets visit 1 into a full site") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(one_that_is_marked_is_none) {
  full_house();
  asked(3, call_next{one, true, "rain"}, chief);
  asked(4, start{visit_no(1)}, amelie);
  asked(5, park{visit_no(1), "photos"}, amelie);
  asked(6, resume{visit_no(1), one}, amelie);
  BOOST_TEST(problems().empty(), problems());
}

BOOST_AUTO_TEST_CASE(who_was_absent_and_came_is_counted_once) {
  asked(0, configure{booked_hall(), clocks_known()});
  asked(0, book_at(60), amelie);
  asked(60, mark_absent{visit_no(1)}, amelie);
  asked(60, undo{visit_no(1)}, amelie);
  asked(61, mark_absent{visit_no(1)}, amelie);
  BOOST_TEST(seen.counts().otherwise == 1u);
  asked(62, arrive{visit_no(1)}, amelie);
  asked(62, undo{visit_no(1)}, amelie);
  BOOST_TEST(seen.counts().otherwise == 1u);
  asked(63, arrive{visit_no(1)}, amelie);
  BOOST_TEST(seen.counts().otherwise == 0u);
  BOOST_TEST(seen.counts().open == 1u);
  BOOST_TEST(problems().empty(), problems());
}

BOOST_AUTO_TEST_SUITE_END()

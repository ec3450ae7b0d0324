// The times of a day on the live channel: what others take goes at once, what
// they give back returns, and nobody is told what they did not ask for.

#include "tests/support/live_page.hpp"
#include "tests/support/taking_appointments.hpp"

using namespace suivant;
using namespace suivant::tests;

namespace {

struct looking_at_a_day : taking_appointments {
  live_page page{here.port()};

  std::string topic(const std::string& service = "papers",
                    const std::string& day = tuesday) const {
    return "slots/" + office + '/' + service + "/town/1/counter/" + day;
  }

  void subscribe(const std::string& wanted) {
    page.say(object{{"subscribe", wanted}});
  }

  static bool has(const json_value& frame, instant start) {
    const auto& slots = frame.at("snapshot").at("slots").as_array();
    return std::ranges::any_of(
        slots, [start](const auto& it) { return it.at("start") == ms(start); });
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(live_slots, looking_at_a_day)

BOOST_AUTO_TEST_CASE(a_time_goes_when_it_is_taken_and_returns) {
  subscribe(topic());
  const auto first = page.hear_of(topic());
  BOOST_TEST(has(first, on_tuesday(10h)));

  auto by = booked(on_tuesday(10h));
  const auto then = page.hear_of(topic());
  BOOST_TEST(!has(then, on_tuesday(10h)));
  BOOST_TEST(has(then, on_tuesday(11h)));
  BOOST_TEST(then.at("n").as_int64() == first.at("n").as_int64() + 1);

  BOOST_TEST(by.post("/api/v1/visit/cancel", object{}, new_key()).status
             == 200);
  BOOST_TEST(has(page.hear_of(topic()), on_tuesday(10h)));
}

BOOST_AUTO_TEST_CASE(other_days_stay_quiet) {
  subscribe(topic("papers", "2026-03-11"));
  page.hear_of(topic("papers", "2026-03-11"));
  booked(on_tuesday(10h));
  subscribe(topic());
  const auto next = page.hear();
  BOOST_TEST(next.at("topic") == json_value(topic()));
  BOOST_TEST(!has(next, on_tuesday(10h)));
}

BOOST_AUTO_TEST_CASE(who_looks_at_another_day_leaves_the_first) {
  subscribe(topic());
  page.hear_of(topic());
  subscribe(topic("papers", "2026-03-11"));
  page.hear_of(topic("papers", "2026-03-11"));
  booked(on_tuesday(10h));
  page.say(object{{"ping", 1}});
  BOOST_TEST(page.hear().as_object().contains("pong"));
}

BOOST_AUTO_TEST_CASE(what_there_is_not_is_not_told) {
  subscribe(topic("nothing"));
  subscribe("slots/nowhere/papers/town/1/counter/2026-03-10");
  const auto no = page.hear();
  BOOST_TEST(no.at("error") == "office_unknown");
  for (const auto* wrong :
       {"slots/x", "slots/x/papers/town/one/counter/2026-03-10",
        "slots/x/papers/town/1/moon/2026-03-10",
        "slots/x/papers/town/1/counter/someday"}) {
    page.say_text(R"({"subscribe":")" + std::string{wrong} + R"("})");
    BOOST_TEST(page.hear().at("error") == "unreadable");
  }
}

BOOST_AUTO_TEST_SUITE_END()

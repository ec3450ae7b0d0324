// How hooks fare by the rules: pauses, giving up, what outsiders are told, and
// how it is signed.

#include "actors/hooks/hook_json.hpp"
#include "tests/support/booked_hall.hpp"

using namespace suivant;
using namespace suivant::hooks;
using namespace suivant::tests;
using namespace std::chrono_literals;

namespace {

constexpr auto most = hooks::limits{};
const auto down = answer{.error = "unreachable"};

mark failed_for(std::chrono::hours time) {
  auto it = after_try({}, 7, down, minute(0), 1, most);
  return after_try(it, 7, {.status = 503}, minute(0) + time, 1, most);
}

/// What outsiders hear of a story of an office.
struct heard_story {
  office::state office;
  known_visits visits;
  std::vector<public_event> events;

  heard_story() {
    asked(0, office::configure{booked_hall(3), clocks_known()}, machine);
  }

  void asked(int at, const office::command& what, const office::asker& by) {
    const auto when = moment{
        minute(at), std::chrono::floor<std::chrono::days>(minute(at) - 3h)};
    const auto decided = office::decide(office, {what, by, {}}, when);
    BOOST_TEST_REQUIRE(std::holds_alternative<office::events>(decided),
                       spoken(decided));
    for (const auto& event : std::get<office::events>(decided)) {
      const auto by_name = office::signature_of(by);
      const auto fact
          = office::fact{office.last_fact + 1, when.at, by_name, {}, event};
      if (auto told = visits.take(fact))
        events.push_back(*told);
      evolve(office, fact);
    }
  }

  std::vector<std::string> kinds() const {
    auto all = std::vector<std::string>{};
    for (const auto& it : events)
      all.emplace_back(it.kind);
    return all;
  }
};

} // namespace

BOOST_AUTO_TEST_SUITE(hook_rules)

// -- pauses -------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(pauses_double_up_to_an_hour_and_are_spread) {
  BOOST_TEST((pause_after(1, 1, most) == 5s));
  BOOST_TEST((pause_after(2, 1, most) == 10s));
  BOOST_TEST((pause_after(4, 1, most) == 40s));
  BOOST_TEST((pause_after(30, 1, most) == 1h));
  BOOST_TEST((pause_after(3, 0, most) == 10s));
  BOOST_TEST((pause_after(3, 0.5, most) == 15s));
}

BOOST_AUTO_TEST_CASE(a_success_forgets_what_went_before) {
  const auto it
      = after_try(failed_for(1h), 8, {.status = 204}, minute(90), 1, most);
  BOOST_TEST(it.done == 8u);
  BOOST_TEST(it.tries == 0);
  BOOST_TEST(it.last_error == "");
  BOOST_TEST((it.failing_since == instant{}));
  BOOST_TEST((it.last_success == minute(90)));
}

BOOST_AUTO_TEST_CASE(a_failure_stays_where_it_is_and_says_why) {
  const auto it = failed_for(1h);
  BOOST_TEST(it.done == 0u);
  BOOST_TEST(it.tries == 2);
  BOOST_TEST(it.last_error == "503");
  BOOST_TEST((it.failing_since == minute(0)));
  BOOST_TEST((it.next_try == minute(60) + 10s));
  BOOST_TEST(!it.paused);
}

BOOST_AUTO_TEST_CASE(a_receiver_that_asks_for_time_gets_it_up_to_an_hour) {
  const auto busy = answer{.status = 429, .not_before = 90s};
  BOOST_TEST(
      (after_try({}, 1, busy, minute(0), 1, most).next_try == minute(0) + 90s));
  const auto lazy = answer{.status = 503, .not_before = 48h};
  BOOST_TEST(
      (after_try({}, 1, lazy, minute(0), 1, most).next_try == minute(60)));
}

BOOST_AUTO_TEST_CASE(a_receiver_that_is_gone_is_left_alone) {
  const auto it = after_try({}, 1, {.status = 410}, minute(0), 1, most);
  BOOST_TEST(it.paused);
  BOOST_TEST(it.done == 0u);
}

BOOST_AUTO_TEST_CASE(a_redirection_is_no_success) {
  for (const auto status : {301, 302, 307, 308, 400, 404, 500})
    BOOST_TEST(!is_received({.status = status}), status);
  for (const auto status : {200, 202, 204})
    BOOST_TEST(is_received({.status = status}), status);
}

// -- giving up ----------------------------------------------------------------

BOOST_AUTO_TEST_CASE(what_is_old_is_given_up_once_all_has_failed_for_a_day) {
  const auto now = minute(0) + 24h;
  BOOST_TEST(is_too_late(failed_for(24h), minute(0), now, most));
  BOOST_TEST(!is_too_late(failed_for(24h), minute(1), now, most));
  auto late = after_try({}, 7, down, minute(1), 1, most);
  BOOST_TEST(!is_too_late(late, minute(-600), now, most));
}

BOOST_AUTO_TEST_CASE(what_was_paused_for_days_is_still_tried) {
  auto paused = mark{.paused = true};
  BOOST_TEST(!is_too_late(paused, minute(0), minute(0) + 100h, most));
}

BOOST_AUTO_TEST_CASE(what_is_given_up_is_listed_together) {
  auto it = failed_for(24h);
  it = after_giving_up(it, 7, minute(0) + 24h);
  it = after_giving_up(it, 9, minute(1) + 24h);
  BOOST_TEST(it.done == 9u);
  BOOST_REQUIRE_EQUAL(it.given_up.size(), 1u);
  BOOST_TEST(it.given_up[0].first == 7u);
  BOOST_TEST(it.given_up[0].last == 9u);
  BOOST_TEST(it.given_up[0].count == 2);
  BOOST_TEST(it.given_up[0].error == "503");
  it = after_try(it, 12, {.status = 200}, minute(2) + 24h, 1, most);
  it.last_error = "timeout";
  it = after_giving_up(it, 15, minute(0) + 50h);
  BOOST_TEST(it.given_up.size() == 2u);
  BOOST_TEST((mark_from(to_json(it)) == it));
}

// -- what outsiders hear ------------------------------------------------------

BOOST_AUTO_TEST_CASE(outsiders_hear_the_steps_of_an_appointment) {
  auto story = heard_story{};
  story.asked(1, hold_at(60), office::asker{office::role::partner, "wish"});
  story.asked(2, confirm(1), office::asker{office::role::partner, "wish"});
  story.asked(3,
              office::move_booking{.visit = visit_no(1), .start = minute(75)},
              phone);
  story.asked(70, office::arrive{visit_no(1)}, amelie);
  story.asked(71, office::sign_in{one, agent_id{"amelie"}}, amelie);
  story.asked(75, office::call_next{one}, amelie);
  story.asked(76, office::start{visit_no(1)}, amelie);
  story.asked(90, office::finish{visit_no(1)}, amelie);
  BOOST_TEST(story.kinds()
                 == (std::vector<std::string>{
                     "visit_booked", "booking_moved", "visit_arrived",
                     "visit_called", "service_started", "visit_finished"}),
             boost::test_tools::per_element());
  BOOST_TEST(story.events[0].by == "partner");
  BOOST_TEST(story.events[1].by == "visitor");
  BOOST_TEST((story.events[1].visit.start == minute(75)));
  BOOST_TEST(story.events[2].visit.number == "A001");
  BOOST_TEST((story.events[3].counter == one));
  BOOST_TEST(story.events[5].outcome == "served");
  for (const auto& it : story.events)
    BOOST_TEST(it.visit.door == "wish");
}

BOOST_AUTO_TEST_CASE(an_appointment_given_back_is_cancelled) {
  auto story = heard_story{};
  story.asked(1, book_at(60), amelie);
  story.asked(2, office::leave{visit_no(1)}, phone);
  story.asked(3, ticket_for(residence), phone);
  story.asked(4, office::leave{visit_no(2)}, phone);
  BOOST_TEST(story.kinds()
                 == (std::vector<std::string>{"visit_booked", "visit_cancelled",
                                              "ticket_taken", "visit_left"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_body_has_no_word_about_the_person) {
  auto story = heard_story{};
  auto asked = book_at(60);
  asked.person = {"key-of-ada", "sealed-box"};
  asked.person_key = "known-as-ada";
  asked.token_hash = "hash-of-link";
  asked.reason = "typed by somebody";
  story.asked(1, asked, amelie);
  const auto body = body_of(office_id{"mairie"}, story.events.at(0));
  const auto is_in = [&](const std::string& text) {
    return body.find(text) != std::string::npos;
  };
  for (const auto* secret : {"ada", "sealed", "hash-of", "typed", "amelie"})
    BOOST_TEST(!is_in(secret), secret);
  BOOST_TEST(
      is_in(R"("type":"visit_booked","timestamp":"2026-11-23T09:01:00)"));
  BOOST_TEST(is_in(R"("start":"2026-11-23T10:00:00.000Z")"));
}

// -- signatures ---------------------------------------------------------------

// The example of RFC 4231, test case 2.
BOOST_AUTO_TEST_CASE(signatures_are_hmac_sha256) {
  const auto made = crypto::hmac_sha256("Jefe", "what do ya want for nothing?");
  BOOST_TEST(crypto::to_base64(made)
             == "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
}

// The example of the description of Standard Webhooks.
BOOST_AUTO_TEST_CASE(signatures_are_those_of_standard_webhooks) {
  const auto at = instant{std::chrono::seconds{1614265330}};
  const auto headers = signed_headers("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                                      "msg_p5jXN8AQM9LWM0D4loKWxJek", at,
                                      R"({"test": 2432232314})");
  BOOST_TEST(headers.at(0).first == "webhook-id");
  BOOST_TEST(headers.at(1).second == "1614265330");
  BOOST_TEST(headers.at(2).second
             == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

BOOST_AUTO_TEST_CASE(each_secret_is_another) {
  const auto one_more = new_secret();
  BOOST_TEST(one_more.starts_with("whsec_"));
  BOOST_TEST(one_more != new_secret());
}

BOOST_AUTO_TEST_SUITE_END()

// What a text from a phone asks of the office, and what it is answered.

#include "actors/office/office.hpp"
#include "actors/outbox/sms_text.hpp"
#include "net/gateway/post/sms_reply.hpp"
#include "net/gateway/post/usual_words.hpp"
#include "tests/support/letters.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::gateway;
using namespace suivant::tests;
using office::phase;
using office::shared_visit;

namespace {

office::setup spoken_town() {
  auto town = writing_town();
  town.messages.join = {{"PASSEPORT", service_id{"passport"}},
                        {"AIDE SOCIALE", service_id{"shelter"}}};
  return town;
}

shared_visit visit_in(phase now, std::uint64_t number = 1,
                      instant start = that_tuesday) {
  auto it = visit_told_of("fr", start);
  it.id = visit_id{number};
  it.now.phase = now;
  if (now == phase::booked)
    it.number.clear();
  else
    it.appointment = {};
  return std::make_shared<const office::visit>(it);
}

shared_visit offered(std::uint64_t number, instant until) {
  auto it = *visit_in(phase::booked, number);
  it.offer
      = office::offer{.claim = claim_at(that_tuesday - 24h), .until = until};
  return std::make_shared<const office::visit>(it);
}

sms_step step_of(const std::string& text, std::vector<shared_visit> visits,
                 std::optional<line_place> place = {},
                 const office::setup& town = spoken_town()) {
  return step_for(
      {office::read_sms(text, town.messages.join), "hash", visits, town},
      place);
}

template <class Command>
Command asked(const sms_step& it) {
  BOOST_REQUIRE(it.ask);
  BOOST_REQUIRE(std::holds_alternative<Command>(*it.ask));
  return std::get<Command>(*it.ask);
}

std::string said(const std::string& key, const shared_visit& of,
                 const std::string& language = "en",
                 std::optional<line_place> place = {}) {
  auto it = sms_reply{};
  it.key = key;
  it.language = language;
  it.office = office_id{"valmont"};
  it.setup = std::make_shared<const office::setup>(spoken_town());
  it.visit = of;
  it.place = place;
  it.now = that_tuesday;
  return words_of(it);
}

} // namespace

BOOST_AUTO_TEST_SUITE(sms_steps)

BOOST_AUTO_TEST_CASE(a_word_takes_a_ticket_in_its_line) {
  const auto ticket = asked<office::take_ticket>(step_of("JOIN passeport", {}));
  BOOST_TEST(ticket.service.text == "passport");
  BOOST_TEST((ticket.channel == office::channel::sms));
  BOOST_TEST(ticket.language == "en");
  BOOST_TEST(
      asked<office::take_ticket>(step_of("Rejoindre passeport", {})).language
      == "fr");
  // Which of two?
  BOOST_TEST(step_of("JOIN", {}).say == "reply.which");
  BOOST_TEST(step_of("JOIN sky", {}).say == "reply.which");
  auto small = spoken_town();
  small.messages.join.pop_back();
  BOOST_TEST(
      asked<office::take_ticket>(step_of("JOIN", {}, {}, small)).service.text
      == "passport");
  small.messages.join.clear();
  BOOST_TEST(step_of("JOIN", {}, {}, small).say == "reply.help");
}

BOOST_AUTO_TEST_CASE(who_waits_there_already_is_told_where) {
  const auto waiting = visit_in(phase::waiting);
  const auto step = step_of("PASSEPORT", {waiting});
  BOOST_TEST(!step.ask);
  BOOST_TEST(step.say == "reply.waiting");
  BOOST_TEST((step.about == waiting));
  // An appointment to come is no place in line.
  BOOST_TEST(step_of("PASSEPORT", {visit_in(phase::booked)}).ask.has_value());
}

BOOST_AUTO_TEST_CASE(status_is_about_what_comes_first) {
  const auto booked = visit_in(phase::booked, 1, that_tuesday + 24h);
  const auto sooner = visit_in(phase::booked, 2, that_tuesday);
  const auto waiting = visit_in(phase::waiting, 3);
  const auto called = visit_in(phase::called, 4);
  BOOST_TEST((step_of("STATUS", {booked, sooner}).about == sooner));
  BOOST_TEST((step_of("STATUS", {booked, waiting}).about == waiting));
  BOOST_TEST((step_of("STATUS", {waiting, called}).about == called));
  BOOST_TEST(step_of("STATUS", {called}).say == "reply.called");
  BOOST_TEST(step_of("STATUS", {visit_in(phase::missed)}).say
             == "reply.missed");
  BOOST_TEST(step_of("STATUS", {offered(5, that_tuesday)}).say
             == "reply.offered");
  BOOST_TEST(step_of("STATUS", {visit_in(phase::held)}).say == "reply.none");
  BOOST_TEST(step_of("STATUS", {}).say == "reply.none");
}

BOOST_AUTO_TEST_CASE(who_is_late_lets_as_many_pass_as_the_minutes_hold) {
  const auto waiting = visit_in(phase::waiting, 7);
  // Three before them in half an hour: seven and a half minutes each.
  const auto place = line_place{3, 20, 20, 40};
  const auto pass
      = asked<office::let_pass>(step_of("RETARD 20", {waiting}, place));
  BOOST_TEST(pass.places == 2);
  BOOST_TEST(pass.visit.id.number == 7u);
  BOOST_TEST(passed_within(1, place, 10, 10) == 1);
  BOOST_TEST(passed_within(600, place, 10, 10) == 10);
  BOOST_TEST(passed_within(600, {3, 2, 20, 40}, 10, 10) == 2);
  BOOST_TEST(passed_within(25, {3, 9, -1, -1}, 10, 10) == 2);
  BOOST_TEST(passed_within(25, {0, 0, 0, 0}, 0, 10) == 1);

  BOOST_TEST((asked<office::requeue>(step_of("LATE", {visit_in(phase::missed)}))
                  .visit.id
              == visit_id{1}));
  BOOST_TEST(step_of("LATE 10", {visit_in(phase::booked)}).say == "reply.late");
  BOOST_TEST(!step_of("LATE 10", {visit_in(phase::booked)}).ask);
  BOOST_TEST(step_of("LATE 10", {visit_in(phase::called)}).say
             == "reply.called");
}

BOOST_AUTO_TEST_CASE(what_comes_first_is_cancelled_and_nobody_at_a_counter) {
  const auto booked = visit_in(phase::booked, 1);
  const auto waiting = visit_in(phase::waiting, 2);
  const auto serving = visit_in(phase::serving, 3);
  BOOST_TEST(
      (asked<office::leave>(step_of("ANNULER", {booked, waiting})).visit.id
       == visit_id{2}));
  BOOST_TEST(
      (asked<office::leave>(step_of("CANCEL", {serving, booked})).visit.id
       == visit_id{1}));
}

// So that a text that is told twice is answered as it was the first time.
BOOST_AUTO_TEST_CASE(the_office_is_asked_also_when_there_is_nobody) {
  for (const auto* text : {"CANCEL", "LATE 10", "PASS 2", "ARRIVED"}) {
    const auto step = step_of(text, {});
    BOOST_TEST((office::subject_of(*step.ask) == visit_id{}), text);
    BOOST_TEST(step.otherwise == "reply.none", text);
  }
  for (const auto* text : {"YES", "NO"}) {
    const auto step = step_of(text, {visit_in(phase::waiting)});
    BOOST_TEST((office::subject_of(*step.ask) == visit_id{}), text);
    BOOST_TEST(step.otherwise == "reply.no_offer", text);
  }
}

BOOST_AUTO_TEST_CASE(the_offer_that_ends_first_is_answered) {
  const auto visits = std::vector{offered(1, that_tuesday + 3h),
                                  offered(2, that_tuesday + 1h)};
  const auto yes = asked<office::accept_offer>(step_of("Oui", visits));
  BOOST_TEST((yes.visit.id == visit_id{2}));
  BOOST_TEST((yes.start == that_tuesday - 24h));
  BOOST_TEST((asked<office::decline_offer>(step_of("NO", visits)).visit.id
              == visit_id{2}));
}

BOOST_AUTO_TEST_CASE(texts_pass_places_arrivals_and_help) {
  const auto waiting = visit_in(phase::waiting, 2);
  BOOST_TEST(asked<office::let_pass>(step_of("PASS 3", {waiting})).places == 3);
  BOOST_TEST(asked<office::let_pass>(step_of("PASS", {waiting})).places == 1);
  BOOST_TEST(asked<office::let_pass>(step_of("PASS 300", {waiting})).places
             == 10);
  const auto arrival
      = asked<office::arrive>(step_of("Arrivé", {visit_in(phase::booked, 4)}));
  BOOST_TEST((arrival.visit.id == visit_id{4}));
  BOOST_TEST((arrival.by == office::entrance::link));
  BOOST_TEST(step_of("ARRIVED", {waiting}).say == "reply.waiting");
  BOOST_TEST(asked<office::stop_messages>(step_of("STOP", {})).phone == "hash");
  BOOST_TEST(asked<office::allow_messages>(step_of("START", {})).phone
             == "hash");
  BOOST_TEST(step_of("Combien ça coûte ?", {waiting}).say == "reply.help");
}

BOOST_AUTO_TEST_CASE(what_a_message_says_anyway_is_not_said_twice) {
  auto town = spoken_town();
  const auto booked = visit_in(phase::booked);
  const auto left = step_of("CANCEL", {booked});
  BOOST_TEST(is_told_by_text(town, *booked, left));
  BOOST_TEST(!is_told_by_text(town, *visit_in(phase::waiting), left));
  town.messages.routes[office::occasion::cancelled] = office::route::off;
  BOOST_TEST(!is_told_by_text(town, *booked, left));
  const auto yes = step_of("YES", {offered(1, that_tuesday)});
  BOOST_TEST(is_told_by_text(town, *booked, yes));
}

BOOST_AUTO_TEST_CASE(answers_say_what_there_is_to_say) {
  const auto waiting = visit_in(phase::waiting);
  BOOST_TEST(said("reply.waiting", waiting, "en", line_place{4, 5, 10, 20})
             == "Valmont town hall: number A012, 4 before you, about 10 to 20 "
                "min. Answer LATE 10 or CANCEL.");
  BOOST_TEST(said("reply.waiting", waiting, "fr", line_place{0, 5, -1, -1})
             == "Mairie de Valmont : numéro A012, vous êtes le prochain. "
                "Répondez RETARD 10 ou ANNULER.");
  BOOST_TEST(said("reply.late", visit_in(phase::booked))
             == "Valmont town hall: your place of 09:00 is kept until 09:10. "
                "Until 09:30 you still come before those without appointment.");
  BOOST_TEST(said("reply.left", waiting)
             == "Valmont town hall: cancelled, number A012: Passport.");
  BOOST_TEST(said("reply.left", visit_in(phase::booked))
             == "Valmont town hall: cancelled: Passport, Tuesday 10 March at "
                "09:00.");
  BOOST_TEST(said("reply.none", nullptr)
             == "Valmont town hall: we know of no visit under your number. To "
                "join a line: JOIN PASSEPORT, AIDE SOCIALE. Phone 01 23 45 67 "
                "89");
  BOOST_TEST(said(words_for_refusal(office::refusal::queue_is_closed), nullptr)
             == "Valmont town hall: This queue is closed at the moment. Please "
                "ask at the reception.");
  BOOST_TEST(words_for_refusal(office::refusal::nobody_to_let_pass)
             == "reply.no.nobody_to_let_pass");
}

BOOST_AUTO_TEST_CASE(answers_fit_in_one_text) {
  const auto visit = offered(1, that_tuesday);
  for (const auto* language : {"fr", "en"})
    for (const auto* key : {"help",         "which",
                            "none",         "no_offer",
                            "waiting",      "passed",
                            "arrived",      "called",
                            "serving",      "missed",
                            "parked",       "booked",
                            "postponed",    "offered",
                            "late",         "left",
                            "accepted",     "declined",
                            "stopped",      "started",
                            "no.too_early", "no.nobody_to_let_pass"}) {
      const auto text
          = office::for_sms(said(std::string{"reply."} + key, visit, language,
                                 line_place{4, 5, 10, 20}));
      const auto size = office::size_of_sms(text);
      BOOST_TEST(size.parts == 1, language << ' ' << key << ": " << size.units
                                           << " in " << size.parts << ": "
                                           << text);
    }
}

BOOST_AUTO_TEST_SUITE_END()

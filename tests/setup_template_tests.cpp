// Each template makes what people can book, fits into an office, and says what
// is wrong with what was filled in.

#include "actors/office/setup_questions.hpp"
#include "actors/office/setup_template.hpp"
#include "tests/support/given.hpp"
#include "tests/support/hall_with_bookings.hpp"
#include "tests/support/on_the_wall.hpp"

#include <fstream>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;
using boost::json::object;

namespace {

// A Friday.
const auto friday = date("2026-11-27");

setup_template template_in(const std::string& name) {
  auto in = std::ifstream{std::string{SUIVANT_SOURCE_DIR} + "/config/templates/"
                          + name + ".json"};
  return template_from_json(
      json::parse(std::string{std::istreambuf_iterator<char>{in}, {}}));
}

setup parisian_hall() {
  auto hall = booked_hall();
  hall.zone = "Europe/Paris";
  hall.booking.sites[0].zone = "Europe/Paris";
  return hall;
}

merging made(const std::string& name, const object& given = {},
             const setup& office = parisian_hall(),
             clash otherwise = clash::refuse) {
  return filled_in(template_in(name), office, friday, given, otherwise);
}

std::string problems_of(const merging& it) {
  auto text = std::string{};
  for (const auto& each : it.problems)
    text += each.where + ' ' + each.what + '\n';
  return text;
}

std::string problems_with(const object& given) {
  return problems_of(made("distribution", given));
}

/// An office set up like this, on Friday afternoon.
given opened(const setup& office) {
  auto tried = trial_of(office);
  BOOST_REQUIRE_MESSAGE(tried.problems.empty(),
                        tried.problems.front().where
                            << ' ' << tried.problems.front().what);
  return given{tried.wanted, tried.clocks};
}

hold_slot hold_of(const char* service, const std::string& start,
                  int persons = 1) {
  auto asked = hold_slot{};
  asked.service = {service};
  asked.start = at(start);
  asked.persons = persons;
  return asked;
}

confirm_booking confirm(std::uint64_t visit) {
  auto asked = confirm_booking{};
  asked.visit = visit_no(visit);
  return asked;
}

constexpr auto friday_evening = 4 * 1440 + 9 * 60; // Minutes after Monday nine.

} // namespace

BOOST_AUTO_TEST_SUITE(templates)

BOOST_AUTO_TEST_CASE(a_household_books_in_a_distribution) {
  auto office = opened(made("distribution").setup);
  office.after(friday_evening, hold_of("masques", "2026-11-30 09:00", 5), phone)
      .after(friday_evening, confirm(1), phone);
  BOOST_TEST((office.visit_now(1).now.phase == phase::booked));
  office.when(friday_evening, hold_of("masques", "2026-11-30 09:00", 7), phone)
      .then(refusal::too_many_persons);
  office.when(friday_evening, hold_of("masques", "2026-11-28 09:00"), phone)
      .then(refusal::outside_opening);
}

BOOST_AUTO_TEST_CASE(
    people_share_a_session_in_the_pool_and_then_it_is_cleaned) {
  auto office = opened(made("pool-session", {{"seats", 8}}).setup);
  office.after(friday_evening, hold_of("piscine", "2026-12-01 10:00", 5), phone)
      .after(friday_evening, hold_of("piscine", "2026-12-01 10:00", 3), phone)
      .when(friday_evening, hold_of("piscine", "2026-12-01 10:00"), phone)
      .then(refusal::session_full);
  office.when(friday_evening, hold_of("piscine", "2026-12-01 11:30"), phone)
      .then(refusal::start_not_offered);
  office.after(friday_evening, hold_of("piscine", "2026-12-01 12:00"), phone);
}

BOOST_AUTO_TEST_CASE(cars_book_at_the_waste_centre_with_what_residents_bring) {
  const auto setup = made("waste-centre", {{"places", 1}}).setup;
  BOOST_TEST(find(setup, service_id{"dechetterie"})
                 ->bring.at("fr")
                 .starts_with("Réservé aux habitants"));
  auto office = opened(setup);
  office
      .after(friday_evening, hold_of("dechetterie", "2026-11-30 09:00"), phone)
      .when(friday_evening, hold_of("dechetterie", "2026-11-30 09:00"), phone)
      .then(refusal::slot_taken);
}

BOOST_AUTO_TEST_CASE(two_doses_are_booked_in_one_step_with_two_professionals) {
  auto office = opened(made("vaccination").setup);
  office.after(friday_evening, hold_of("vaccination-1", "2026-11-30 09:00"),
               phone);
  auto second = hold_of("vaccination-2", "2026-12-14 09:00");
  second.follows = {1};
  office.when(friday_evening, second, phone).then(refusal::not_in_interval);
  second.start = at("2026-12-21 09:00");
  office.after(friday_evening, second, phone)
      .after(friday_evening, confirm(1), phone);
  BOOST_TEST((office.visit_now(1).now.phase == phase::booked));
  BOOST_TEST((office.visit_now(2).now.phase == phase::booked));
  BOOST_TEST(office.visit_now(1).appointment->claim.resources.size() == 2u);
  // One doctor and one nurse: nobody else at the same time.
  office
      .when(friday_evening, hold_of("vaccination-1", "2026-11-30 09:00"), phone)
      .then(refusal::nobody_available);
}

BOOST_AUTO_TEST_CASE(there_are_as_many_professionals_as_are_named) {
  const auto setup
      = made("vaccination",
             {{"doctors", json::parse(R"(["Dr Martin", "Dr Diallo"])")}})
            .setup;
  BOOST_REQUIRE(setup.booking.resources.size() == 3u);
  BOOST_TEST(setup.booking.resources[1].name.at("fr") == "Dr Diallo");
  BOOST_TEST(setup.booking.services.back().needs[0].among.size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_form_fits_the_office_as_it_is) {
  auto office = parisian_hall();
  office.queues[0].prefix = "M";
  office.services[0].id = {"masques"};
  const auto form = form_for(template_in("distribution"), office, friday);
  const auto value_of = [&](const char* id) {
    for (const auto& it : form.at("parameters").as_array())
      if (it.at("id") == id)
        return it.at("value");
    return json::value{};
  };
  BOOST_TEST(value_of("id") == "masques2");
  BOOST_TEST(value_of("prefix") == "Z");
  BOOST_TEST(value_of("where") == "mairie");
  BOOST_TEST(value_of("first") == "2026-11-30");
  BOOST_TEST(value_of("last") == "2026-12-04");
}

BOOST_AUTO_TEST_CASE(an_office_without_appointments_gets_its_first_site) {
  const auto it = made("distribution", {}, town_hall());
  BOOST_REQUIRE(it.problems.empty());
  BOOST_REQUIRE(it.setup.booking.sites.size() == 1u);
  BOOST_TEST(it.setup.booking.sites[0].name.at("en") == "Town hall");
  BOOST_TEST(trial_of(it.setup).problems.empty());
}

BOOST_AUTO_TEST_CASE(what_is_filled_in_wrongly_is_all_named) {
  const auto text = [](const char* json) { return json::parse(json); };
  BOOST_TEST(problems_with({{"id", "Masques !"}, {"minutes", 0}})
             == "parameters.id is_malformed\n"
                "parameters.minutes is_out_of_range\n");
  BOOST_TEST(problems_with({{"hours", text(R"(["9-12"])")}})
             == "parameters.hours is_malformed\n");
  BOOST_TEST(problems_with({{"hours", text(R"(["12:00-09:00"])")}})
             == "parameters.hours is_malformed\n");
  BOOST_TEST(problems_with({{"weekdays", text("[]")}})
             == "parameters.weekdays is_empty\n");
  BOOST_TEST(problems_with({{"first", "2026-02-30"}})
             == "parameters.first is_malformed\n");
  BOOST_TEST(problems_with({{"name", ""}}) == "parameters.name is_malformed\n");
  BOOST_TEST(problems_with({{"where", "gymnase"}})
             == "parameters.where is_unknown\n");
  BOOST_TEST(problems_with({{"where", "gymnase"}, {"where_name", "Gymnase"}})
             == "");
  BOOST_TEST(problems_with({{"colour", "red"}})
             == "parameters.colour is_unknown\n");
}

BOOST_AUTO_TEST_CASE(filling_in_the_same_again_changes_nothing) {
  const auto once = made("vaccination").setup;
  const auto again
      = made("vaccination", {{"id", "vaccination"}, {"prefix", "V"}}, once);
  BOOST_TEST(problems_of(again) == "");
  BOOST_TEST((again.setup == once));
}

BOOST_AUTO_TEST_CASE(an_id_that_stands_for_something_else_is_refused) {
  const auto same = object{{"id", "masques"}, {"prefix", "M"}};
  const auto once = made("distribution", same).setup;
  auto other = same;
  other["minutes"] = 10;
  BOOST_TEST(problems_of(made("distribution", other, once))
             == "services.masques is_taken\n"
                "booking.openings.masques is_taken\n"
                "booking.services.masques is_taken\n");
  const auto replaced = made("distribution", other, once, clash::replace);
  BOOST_TEST(problems_of(replaced) == "");
  BOOST_TEST(find(replaced.setup, service_id{"masques"})->minutes == 10);
}

BOOST_AUTO_TEST_CASE(counters_and_sites_that_are_there_are_used) {
  auto part = setup{};
  part.services = {service_named(service_id{"masks"}, hall)};
  part.counters = {counter_named(two, {{"masks"}})};
  part.booking.sites = parisian_hall().booking.sites;
  part.booking.sites[0].gauge = 30;
  const auto it = merged(parisian_hall(), part, clash::refuse);
  BOOST_TEST(it.problems.empty());
  BOOST_TEST(it.setup.counters.size() == 3u);
  BOOST_TEST((it.setup.counters[1].serves
              == std::vector<service_id>{residence, {"masks"}}));
  BOOST_TEST(it.setup.booking.sites.size() == 1u);
  BOOST_TEST(it.setup.booking.sites[0].gauge == 30);
}

BOOST_AUTO_TEST_SUITE_END()

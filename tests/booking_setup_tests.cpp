// What a set-up of appointments must be like, and that nothing of it, or of a
// claim, is lost when it is written down.

#include "actors/booking/booking_json.hpp"
#include "tests/support/appointments.hpp"

using namespace suivant;
using namespace suivant::booking;
using namespace suivant::tests;

namespace {

// -- everything there is, and nothing at its default --------------------------

site_setup large_hall() {
  return {.id = {"hall"},
          .name = named("Mairie"),
          .gauge = 40,
          .holidays = {.region = region::reunion,
                       .rules = {{.name = "feast",
                                  .kind = holiday_kind::nth_weekday,
                                  .month = 6,
                                  .day = 3,
                                  .days_after = 4,
                                  .on = {weekday::friday, -1},
                                  .first_year = 2020,
                                  .last_year = 2030}},
                       .without = {"ascension"},
                       .also = {date("2026-12-24")},
                       .except = {date("2026-11-11")}},
          .closed = {{{date("2026-08-01"), 600}, {date("2026-08-03"), 0}}}};
}

resource_setup pool() {
  return {.id = {"pool"},
          .site = {"hall"},
          .name = named("Bassin"),
          .kind = resource_kind::room,
          .skills = {{"passport"}},
          .gauge = 30,
          .shared = true,
          .shifts = {{.days = every_day(), .hours = {{0, 1440}}}},
          .absent = {{{date("2026-08-01"), 600}, {date("2026-08-01"), 660}}}};
}

opening_setup every_second_month() {
  return {.id = {"mornings"},
          .site = {"hall"},
          .name = named("Le matin"),
          .days = {.first = date("2026-01-05"),
                   .every = repeats::monthly,
                   .interval = 2,
                   .on = {{weekday::sunday, -2}},
                   .until = date("2027-01-05"),
                   .except = {date("2026-02-02")},
                   .also = {date("2026-02-03")}},
          .hours = {from_to("09:00", "10:00")},
          .instead = {{date("2026-02-03"), {from_to("08:00", "09:00")}}},
          .services = {{"passport"}, {"course"}},
          .public_places = 3,
          .staff_places = 2,
          .families = {{"papers", 1}},
          .step = 20};
}

opening_setup fair() {
  return {.id = {"fair"},
          .site = {"hall"},
          .name = named("Foire"),
          .days = {.first = date("2026-07-14"), .on = {{weekday::tuesday}}},
          .hours = {from_to("10:00", "18:00")},
          .on_holidays = true,
          .services = {{"passport"}},
          .grid = grid::packed};
}

service_rule passport() {
  return {.id = {"passport"},
          .family = "papers",
          .minutes = {15, 25},
          .each_more = 5,
          .least_persons = 2,
          .most_persons = 6,
          .before = 5,
          .after = 10,
          .after_may_pass_closing = false,
          .notice = 30,
          .horizon_days = 90,
          .release = release::continuous,
          .needs
          = {{.kind = resource_kind::room, .count = 1, .among = {{"pool"}}}},
          .places = {place_type::home, place_type::video},
          .limits = {.a_day = 1, .in_30_days = 2, .at_one_time = true},
          .change_notice = 60,
          .cancel_notice = 120,
          .sensitive = true};
}

setup large_town() {
  return {.gap = gap::sum,
          .sites = {large_hall()},
          .resources = {pool()},
          .openings = {every_second_month(), fair()},
          .services
          = {passport(),
             {.id = {"course"}, .steps = 3, .seats = 12, .waiting_seats = 4}}};
}

// -- what may be wrong with it ------------------------------------------------

template <class Change>
std::string problems_after(Change change) {
  auto town = large_town();
  change(town);
  auto text = std::string{};
  for (const auto& it : problems_in(town, all_zones()))
    text += it.where + ' ' + it.what + '\n';
  return text;
}

using changing = void (*)(setup&);

void each_is_refused(
    const std::vector<std::pair<changing, const char*>>& known) {
  for (const auto& [change, problem] : known)
    BOOST_TEST(problems_after(change) == std::string{problem} + '\n');
}

} // namespace

BOOST_AUTO_TEST_SUITE(setting_up_appointments)

BOOST_AUTO_TEST_CASE(a_town_as_it_should_be_has_no_problems) {
  BOOST_TEST(problems_after([](setup&) {}) == "");
  BOOST_TEST(problems_in(small_town(), all_zones()).empty());
  BOOST_TEST(problems_in({}, {}).empty());
}

BOOST_AUTO_TEST_CASE(sites_are_named_and_their_clocks_are_known) {
  each_is_refused({
      {[](setup& it) { it.sites[0].name = {}; }, "sites.hall.name is_empty"},
      {[](setup& it) { it.sites[0].zone = "Europe/Atlantis"; },
       "sites.hall.zone is_unknown"},
      {[](setup& it) { it.sites[0].gauge = -1; },
       "sites.hall.gauge is_out_of_range"},
      {[](setup& it) { it.sites.push_back(it.sites[0]); },
       "sites.hall.id is_not_unique"},
      {[](setup& it) { it.sites[0].holidays.rules[0].month = 0; },
       "sites.hall.holidays.rules.month is_out_of_range"},
      {[](setup& it) { it.sites[0].closed[0].to = it.sites[0].closed[0].from; },
       "sites.hall.closed is_out_of_range"},
  });
  BOOST_TEST(problems_after([](setup& it) {
               it.sites.push_back({.id = {"Grand Hall"}, .name = named("x")});
             })
             == "sites.Grand Hall.id is_malformed\n");
}

BOOST_AUTO_TEST_CASE(resources_belong_to_a_site_and_know_what_they_can) {
  each_is_refused({
      {[](setup& it) { it.resources[0].site = {"annexe"}; },
       "resources.pool.site is_unknown"},
      {[](setup& it) { it.resources[0].skills = {{"wedding"}}; },
       "resources.pool.skills is_unknown"},
      {[](setup& it) { it.resources[0].gauge = 201; },
       "resources.pool.gauge is_out_of_range"},
      {[](setup& it) { it.resources[0].gauge = 0; },
       "resources.pool.shared is_malformed"},
      {[](setup& it) { it.resources[0].kind = resource_kind::device; },
       "resources.pool.gauge is_out_of_range"},
      {[](setup& it) { it.resources[0].shifts[0].hours = {}; },
       "resources.pool.shifts.hours is_empty"},
      {[](setup& it) { it.resources[0].shifts[0].hours = {{600, 540}}; },
       "resources.pool.shifts.hours is_out_of_range"},
      {[](setup& it) { it.resources[0].absent[0].to.minute = 540; },
       "resources.pool.absent is_out_of_range"},
  });
}

BOOST_AUTO_TEST_CASE(openings_have_hours_services_and_places) {
  each_is_refused({
      {[](setup& it) { it.openings[0].site = {"annexe"}; },
       "openings.mornings.site is_unknown"},
      {[](setup& it) { it.openings[0].hours = {}; },
       "openings.mornings.hours is_empty"},
      {[](setup& it) { it.openings[0].hours = {from_to("12:00", "09:00")}; },
       "openings.mornings.hours is_out_of_range"},
      {[](setup& it) { it.openings[0].hours = {from_to("12:00", "12:00")}; },
       "openings.mornings.hours is_out_of_range"},
      {[](setup& it) { it.openings[0].hours = {from_to("22:00", "26:00")}; },
       "openings.mornings.hours is_out_of_range"},
      {[](setup& it) { it.openings[0].instead[0].hours = {{5, 5}}; },
       "openings.mornings.instead.hours is_out_of_range"},
      {[](setup& it) {
         it.openings[0].instead.push_back(it.openings[0].instead[0]);
       },
       "openings.mornings.instead.day is_not_unique"},
      {[](setup& it) { it.openings[0].services = {}; },
       "openings.mornings.services is_empty"},
      {[](setup& it) { it.openings[0].services = {{"wedding"}}; },
       "openings.mornings.services is_unknown"},
      {[](setup& it) { it.openings[0].public_places = -1; },
       "openings.mornings.public_places is_out_of_range"},
      {[](setup& it) { it.openings[0].staff_places = 201; },
       "openings.mornings.staff_places is_out_of_range"},
      {[](setup& it) { it.openings[0].families[""] = 1; },
       "openings.mornings.families is_empty"},
      {[](setup& it) { it.openings[0].step = 0; },
       "openings.mornings.step is_out_of_range"},
      {[](setup& it) { it.openings[0].days.interval = 0; },
       "openings.mornings.days.interval is_out_of_range"},
      {[](setup& it) { it.openings[0].on_holidays = true; },
       "openings.mornings.on_holidays is_malformed"},
      {[](setup& it) { it.openings[1].days.on = {}; },
       "openings.fair.days.on is_empty"},
      {[](setup& it) { it.openings[1].services = {{"course"}}; },
       "openings.fair.grid is_malformed"},
  });
}

BOOST_AUTO_TEST_CASE(services_last_and_are_limited_in_every_respect) {
  each_is_refused({
      {[](setup& it) { it.services[0].minutes = {}; },
       "services.passport.minutes is_empty"},
      {[](setup& it) { it.services[0].steps = 2; },
       "services.passport.minutes is_malformed"},
      {[](setup& it) { it.services[0].minutes[1] = 0; },
       "services.passport.minutes is_out_of_range"},
      {[](setup& it) { it.services[0].least_persons = 7; },
       "services.passport.least_persons is_out_of_range"},
      {[](setup& it) { it.services[0].before = 241; },
       "services.passport.before is_out_of_range"},
      {[](setup& it) { it.services[0].after = -1; },
       "services.passport.after is_out_of_range"},
      {[](setup& it) { it.services[0].notice = -1; },
       "services.passport.notice is_out_of_range"},
      {[](setup& it) { it.services[0].horizon_days = 731; },
       "services.passport.horizon_days is_out_of_range"},
      {[](setup& it) { it.services[0].places = {}; },
       "services.passport.places is_empty"},
      {[](setup& it) { it.services[0].needs[0].count = 2; },
       "services.passport.needs.count is_out_of_range"},
      {[](setup& it) { it.services[0].needs[0].among = {{"sauna"}}; },
       "services.passport.needs.among is_unknown"},
      {[](setup& it) {
         it.services[0].needs.push_back({.kind = resource_kind::room});
       },
       "services.passport.needs.kind is_not_unique"},
      {[](setup& it) { it.services[0].needs.resize(9); },
       "services.passport.needs is_out_of_range"},
      {[](setup& it) { it.services[0].waiting_seats = 1; },
       "services.passport.waiting_seats is_out_of_range"},
      {[](setup& it) { it.services[1].each_more = 5; },
       "services.course.each_more is_malformed"},
      {[](setup& it) { it.services[0].limits.a_day = -1; },
       "services.passport.limits.a_day is_out_of_range"},
      {[](setup& it) { it.services[0].change_notice = -1; },
       "services.passport.change_notice is_out_of_range"},
  });
}

BOOST_AUTO_TEST_CASE(nothing_is_lost_when_it_is_written_down) {
  const auto town = large_town();
  const auto text = boost::json::serialize(to_json(town));
  BOOST_TEST((setup_from_json(json::parse(text)) == town));
  BOOST_TEST((setup_from_json(json::parse("{}")) == setup{}));
  BOOST_CHECK_THROW(setup_from_json(json::parse(R"({"rooms": []})")),
                    json::unreadable);
  const auto known
      = claim{.site = {"hall"},
              .opening = {"mornings"},
              .service = {"passport"},
              .family = "papers",
              .time = {at("2026-06-01 09:00"), at("2026-06-01 09:15")},
              .before = 5,
              .after = 10,
              .persons = 3,
              .place = place_type::video,
              .by_public = false,
              .resources = {{"pool"}},
              .seats = 12,
              .waiting = true,
              .overbooked = true,
              .above_gauge = true,
              .sensitive = true,
              .person = "a1b2",
              .at = at("2026-05-01 12:00")};
  const auto written = boost::json::serialize(to_json(known));
  BOOST_TEST((claim_from_json(json::parse(written)) == known));
  BOOST_TEST((claim_from_json(json::parse(R"({"of_a_later_version": 1})"))
              == claim{}));
}

BOOST_AUTO_TEST_SUITE_END()

// The agenda over HTTP: what it shows to whom, who is absent, what spreadsheets
// and calendar programs are given.

#include "tests/support/planning.hpp"

using namespace suivant;
using namespace suivant::tests;
using boost::json::object;

BOOST_FIXTURE_TEST_SUITE(api_agenda, planning)

// -- the agenda ---------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_agenda_shows_persons_to_those_who_ask_and_may) {
  booked("permits", on_tuesday(10h), {{"person", person("Mme Martin")}});
  const auto plain = agenda();
  BOOST_TEST(plain.at("/visits").as_array().size() == 1u);
  BOOST_TEST(plain.at("/visits/0/local") == "2026-03-10T10:00+01:00");
  BOOST_TEST(!has(plain.text, "Martin"));
  BOOST_TEST(agenda("&persons=true").at("/visits/0/person/name")
             == "Mme Martin");
  BOOST_TEST(!has(agenda("&persons=true&of=9999").text, "Martin"));
  auto olga = here.staff("olga");
  const auto day = path("/agenda?first=2026-03-10&last=2026-03-10");
  BOOST_TEST(olga.get(day).status == 200);
  BOOST_TEST(olga.get(day + "&persons=true").status == 403);
  BOOST_TEST(here.visitor().get(day).status == 401);
  BOOST_TEST(rachid.get(path("/agenda?first=2026-03-10")).status == 400);
  BOOST_TEST(rachid.get(path("/agenda?first=2026-03-10&last=2026-12-10")).status
             == 422);
}

BOOST_AUTO_TEST_CASE(the_agenda_is_narrowed_to_what_is_asked_for) {
  booked("papers", on_tuesday(9h));
  booked("permits", on_tuesday(10h));
  const auto count = [&](const std::string& more) {
    return agenda(more).at("/visits").as_array().size();
  };
  BOOST_TEST(count("") == 2u);
  BOOST_TEST(count("&service=papers") == 1u);
  BOOST_TEST(count("&resource=roux") + count("&resource=haddad") == 1u);
  BOOST_TEST(count("&site=elsewhere") == 0u);
}

BOOST_AUTO_TEST_CASE(a_table_of_the_agenda_is_safe_to_open) {
  booked("papers", on_tuesday(9h),
         {{"person", person("=cmd|'/c calc'!A0, \"x\"", "+33612345678")}});
  const auto file = rachid.get(
      path("/agenda.csv?first=2026-03-10&last=2026-03-10&persons=true"));
  BOOST_TEST(file.status == 200);
  BOOST_TEST(
      file.text.starts_with("\xEF\xBB\xBF"
                            "Day,From,To,Service"));
  BOOST_TEST(has(file.text, "\r\n2026-03-10,09:00,09:15,Papiers,Town hall,"));
  BOOST_TEST(has(file.text, "\"'=cmd|'/c calc'!A0, \"\"x\"\"\","));
  BOOST_TEST(has(file.text, ",'+33612345678,"));
  const auto plain
      = rachid.get(path("/agenda.csv?first=2026-03-10&last=2026-03-10"));
  BOOST_TEST(!has(plain.text, "cmd"));
}

BOOST_AUTO_TEST_CASE(the_agenda_of_a_counter_is_that_of_who_sits_there) {
  booked("permits", on_tuesday(10h));
  booked("permits", on_tuesday(10h));
  const auto all = agenda();
  BOOST_TEST(all.at("/counters/2/id") == "3");
  BOOST_TEST(all.at("/resources/0/counter") == "3");
  const auto here = agenda("&counter=3");
  BOOST_TEST_REQUIRE(here.at("/visits").as_array().size() == 1u);
  BOOST_TEST(here.at("/visits/0/resources/0") == "roux");
  BOOST_TEST(here.at("/visits/0/counters/0") == "3");
  BOOST_TEST(agenda("&counter=4").at("/visits").as_array().empty());
}

// -- absences -----------------------------------------------------------------

BOOST_AUTO_TEST_CASE(an_absence_tells_whom_it_touches_and_touches_nobody) {
  const auto id
      = booked("permits", on_tuesday(10h), {{"person", person("Mme Martin")}});
  const auto who
      = std::string{agenda().at("/visits/0/resources/0").as_string()};
  const auto asked = path("/absences/touched?resource=" + who
                          + "&from=2026-03-10T09:00&to=2026-03-10T24:00");
  const auto told = sophie.get(asked + "&persons=true");
  BOOST_REQUIRE_MESSAGE(told.status == 200, told.text);
  BOOST_TEST(told.at("/visits/0/id") == id);
  BOOST_TEST(told.at("/visits/0/others_are_free") == true);
  BOOST_TEST(told.at("/visits/0/person/name") == "Mme Martin");

  const auto absence = away(who.c_str(), 9, 24);
  BOOST_TEST(rachid.command(office, "add_absence", absence).status == 403);
  BOOST_TEST(sophie.command(office, "add_absence", absence).status == 200);
  const auto seen = agenda();
  BOOST_TEST(seen.at("/visits/0/on_duty") == false);
  BOOST_TEST(seen.at("/visits/0/start") == ms(on_tuesday(10h)));

  const auto moved = rachid.command(
      office, "move_booking", about(id, {{"start", ms(on_tuesday(10h))}}));
  BOOST_TEST(moved.status == 200, moved.text);
  BOOST_TEST(agenda().at("/visits/0/on_duty") == true);
  BOOST_TEST(sophie.command(office, "remove_absence", absence).status == 200);
  BOOST_TEST(sophie
                 .get(path("/absences/touched?resource=x&from=2026-03-10T09:"
                           "00&to=2026-03-10T10:00"))
                 .error()
             == "no_such_resource");
}

BOOST_AUTO_TEST_CASE(a_time_that_is_none_is_refused) {
  const auto status = [&](const std::string& from) {
    return sophie
        .get(path("/absences/touched?resource=roux&to=2026-03-10T10:00&from="
                  + from))
        .status;
  };
  BOOST_TEST(status("2026-03-10T09:00") == 200);
  BOOST_TEST(status("2026-03-10T24:30") == 400);
  BOOST_TEST(status("2026-03-10T09:75") == 400);
  BOOST_TEST(status("2026-03-10") == 400);
  BOOST_TEST(status("2026-03-10T-9:00") == 400);
  BOOST_TEST(status("2026-03-10T10:00") == 422);
}

// -- calendars for other programs ---------------------------------------------

BOOST_AUTO_TEST_CASE(a_calendar_names_nobody_unless_a_supervisor_says_so) {
  booked("permits", on_tuesday(10h), {{"person", person("Mme Martin")}});
  const auto who
      = std::string{agenda().at("/visits/0/resources/0").as_string()};
  const auto open = [&](bool names) {
    const auto made = sophie.command(
        office, "open_feed", object{{"resource", who}, {"names", names}});
    BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
    return std::string{"/api/v1/calendars/"}
           + std::string{made.at("/token").as_string()} + ".ics";
  };
  BOOST_TEST(
      rachid.command(office, "open_feed", object{{"resource", who}}).status
      == 403);
  auto program = here.visitor();
  const auto first = open(false);
  const auto plain = program.get(first);
  BOOST_TEST(plain.status == 200);
  BOOST_TEST(has(plain.text, "DTSTART;TZID=Europe/Paris:20260310T100000\r\n"));
  BOOST_TEST(!has(plain.text, "Martin"));
  BOOST_TEST(!has(plain.text, "Permis"), "a sensitive service");

  const auto second = open(true);
  BOOST_TEST(program.get(first).status == 404, "the newest link only");
  BOOST_TEST(has(program.get(second).text, "Mme Martin"));
  BOOST_TEST(
      sophie.command(office, "close_feed", object{{"resource", who}}).status
      == 200);
  BOOST_TEST(program.get(second).status == 404);
  BOOST_TEST(program.get("/api/v1/calendars/nonsense").status == 404);
  BOOST_TEST(
      program.get("/api/v1/calendars/nowhere." + std::string(32, 'a')).status
      == 404);
}

BOOST_AUTO_TEST_CASE(a_counter_has_a_calendar_too) {
  booked("permits", on_tuesday(10h));
  booked("permits", on_tuesday(10h));
  const auto made
      = sophie.command(office, "open_feed", object{{"counter", "3"}});
  BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
  BOOST_TEST(agenda().at("/counters/2/feed/names") == false);
  const auto address = "/api/v1/calendars/"
                       + std::string{made.at("/token").as_string()} + ".ics";
  auto program = here.visitor();
  const auto file = program.get(address);
  BOOST_TEST(has(file.text, "X-WR-CALNAME:Guichet 3\r\n"));
  BOOST_TEST(has(file.text, "DTSTART;TZID=Europe/Paris:20260310T100000\r\n"));
  const auto first = file.text.find("BEGIN:VEVENT");
  BOOST_TEST(file.text.find("BEGIN:VEVENT", first + 1) == file.text.npos,
             "one of the two agents sits there");
  BOOST_TEST(
      sophie.command(office, "open_feed", object{{"counter", "x"}}).error()
      == "no_such_counter");
  BOOST_TEST(
      sophie.command(office, "close_feed", object{{"counter", "3"}}).status
      == 200);
  BOOST_TEST(program.get(address).status == 404);
}

BOOST_AUTO_TEST_SUITE_END()

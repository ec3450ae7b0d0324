// What administrators, screens and machines ask over HTTP: set-ups, pairing,
// codes to print, health, and the clock of tests.

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdio>
#include <fstream>

using namespace suivant;
using namespace suivant::tests;
using boost::json::object;

namespace {

/// What a command of the shell prints.
std::string printed_by(const std::string& command) {
  auto text = std::string{};
  auto* from = ::popen(command.c_str(), "r");
  auto bytes = std::array<char, 4096>{};
  while (const auto count = std::fread(bytes.data(), 1, bytes.size(), from))
    text.append(bytes.data(), count);
  ::pclose(from);
  return text;
}

bool can_read_codes() {
  return !printed_by("command -v zbarimg").empty()
         && !printed_by("command -v rsvg-convert").empty();
}

/// What a phone's camera would read from the picture.
std::string read_code(const std::string& svg) {
  const auto stem = town().folder().string() + "-code";
  std::ofstream{stem + ".svg"} << svg;
  auto text = printed_by("rsvg-convert -w 600 " + stem + ".svg -o " + stem
                         + ".png && zbarimg -q --raw " + stem + ".png");
  std::filesystem::remove(stem + ".svg");
  std::filesystem::remove(stem + ".png");
  while (text.ends_with('\n'))
    text.pop_back();
  return text;
}

struct office_there : as_described {
  std::string office = town().new_office();
  std::string path = "/api/v1/offices/" + office;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_office, office_there)

// -- set-up -------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_set_up_is_read_changed_and_holds_at_once) {
  auto adam = town().staff("adam");
  auto setup = adam.get(path + "/setup").body;
  BOOST_TEST(setup.at("zone") == "Europe/Paris");
  setup.at("services").at(0).as_object()["name"] = object{{"fr", "Tampons"}};
  setup.at("name").as_object()["en"] = "Renamed annex";
  BOOST_TEST(adam.put(path + "/setup", setup).status == 200);
  BOOST_TEST(adam.get(path + "/setup").body == setup);
  auto anybody = town().visitor();
  BOOST_TEST(anybody.get(path).at("/services/0/name/fr") == "Tampons");
  const auto list = anybody.get("/api/v1/offices");
  BOOST_TEST(list.text.find("Renamed annex") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wrong_set_up_is_refused_with_each_of_its_problems) {
  auto adam = town().staff("adam");
  auto setup = small_setup();
  setup.as_object()["zone"] = "Europe/Valmont";
  setup.at("services").at(0).as_object()["queue"] = "nowhere";
  setup.at("queues").at(1).as_object()["prefix"] = "H";
  const auto no = adam.put(path + "/setup", setup);
  BOOST_TEST(no.status == 422);
  BOOST_TEST(no.error() == "setup_is_invalid");
  BOOST_TEST(no.at("/problems/0/where") == "queues.desk.prefix");
  BOOST_TEST(no.at("/problems/1/where") == "services.papers.queue");
  BOOST_TEST(no.at("/problems/2/where") == "zone");
  setup = small_setup();
  setup.as_object()["colour"] = "blue";
  BOOST_TEST(adam.put(path + "/setup", setup).status == 400);
}

BOOST_AUTO_TEST_CASE(what_is_in_use_is_not_set_up_away) {
  join(town(), office, "permits");
  auto adam = town().staff("adam");
  auto setup = small_setup();
  setup.at("services").as_array().pop_back();
  for (auto& counter : setup.at("counters").as_array())
    counter.at("serves").as_array().pop_back();
  const auto no = adam.put(path + "/setup", setup);
  BOOST_TEST(no.status == 409);
  BOOST_TEST(no.error() == "setup_still_in_use");
}

BOOST_AUTO_TEST_CASE(only_administrators_set_up) {
  auto sophie = town().staff("sophie");
  BOOST_TEST(sophie.put(path + "/setup", small_setup()).status == 403);
  auto adam = town().staff("adam");
  BOOST_TEST(adam.get("/api/v1/offices/nowhere/setup").status == 404);
  BOOST_TEST(adam.put("/api/v1/offices/No%20Such/setup", small_setup()).status
                 == 422,
             "an office's name is part of addresses");
}

// -- screens ------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_screen_shows_a_code_and_is_let_in) {
  auto screen = town().visitor();
  const auto begun = screen.post("/api/v1/pairings", object{});
  BOOST_TEST(begun.status == 200);
  const auto claim = object{{"secret", begun.at("/secret")}};
  BOOST_TEST(screen.post("/api/v1/pairings/claim", claim).status == 202);

  auto sophie = town().staff("sophie");
  const auto wish = [&](const char* kind) {
    return object{
        {"code", begun.at("/code")}, {"kind", kind}, {"name", "Écran du hall"}};
  };
  BOOST_TEST(sophie.post(path + "/pairings", wish("agent")).status == 422);
  BOOST_TEST(sophie.post(path + "/pairings", wish("toaster")).status == 400);
  BOOST_TEST(
      town().staff("amelie").post(path + "/pairings", wish("board")).status
      == 403);
  BOOST_TEST(sophie.post(path + "/pairings", wish("board")).status == 204);

  const auto in = screen.post("/api/v1/pairings/claim", claim);
  BOOST_TEST(in.status == 200);
  BOOST_TEST(in.at("/device") == true);
  const auto cookie = in.headers.at("set-cookie");
  BOOST_TEST(cookie.starts_with("suivant_device="));
  BOOST_TEST(cookie.find("HttpOnly") != std::string::npos);
  screen.cookie = cookie.substr(0, cookie.find(';'));
  BOOST_TEST(screen.get("/api/v1/sessions/mine").at("/name")
             == "Écran du hall");
  BOOST_TEST(screen.get(path + "/search?q=xx").status == 403);
}

BOOST_AUTO_TEST_CASE(a_kiosk_gives_tickets_and_nothing_else) {
  auto kiosk = town().visitor();
  const auto begun = kiosk.post("/api/v1/pairings", object{});
  town().staff("sophie").post(path + "/pairings",
                              object{{"code", begun.at("/code")},
                                     {"kind", "kiosk"},
                                     {"name", "Borne"}});
  const auto in = kiosk.post("/api/v1/pairings/claim",
                             object{{"secret", begun.at("/secret")}});
  const auto cookie = in.headers.at("set-cookie");
  kiosk.cookie = cookie.substr(0, cookie.find(';'));
  kiosk.csrf = in.at("/csrf").as_string();
  const auto made
      = kiosk.command(office, "take_ticket", object{{"service", "papers"}});
  BOOST_TEST(made.status == 200);
  BOOST_TEST(made.at("/visit/channel") == "kiosk");
  BOOST_TEST(
      kiosk.command(office, "call_next", json_of(R"({"counter":"1"})")).status
      == 403);
}

BOOST_AUTO_TEST_CASE(a_wrong_code_pairs_nothing) {
  auto sophie = town().staff("sophie");
  const auto no = sophie.post(path + "/pairings",
                              object{{"code", "ZZZZZZ"}, {"name", "x"}});
  BOOST_TEST(no.status == 404);
  BOOST_TEST(no.error() == "pairing_unknown");
  BOOST_TEST(town()
                 .visitor()
                 .post("/api/v1/pairings/claim", object{{"secret", "0"}})
                 .status
             == 404);
}

// -- codes to print -----------------------------------------------------------

BOOST_AUTO_TEST_CASE(codes_lead_to_the_door_and_to_the_ticket) {
  auto one = join(town(), office);
  auto rachid = town().staff("rachid");
  const auto poster = town().visitor().get(path + "/poster.svg");
  const auto own = one.by.get("/api/v1/visit/qr.svg");
  const auto slip = rachid.post(path + "/qr", object{{"token", one.by.link}});
  for (const auto& picture : {poster, own, slip}) {
    BOOST_TEST(picture.status == 200);
    BOOST_TEST(picture.headers.at("content-type") == "image/svg+xml");
    BOOST_TEST(picture.text.starts_with("<svg "));
  }
  if (!can_read_codes())
    return; // Nothing here has eyes.
  BOOST_TEST(read_code(poster.text) == "http://localhost/join/" + office);
  BOOST_TEST(read_code(own.text) == "http://localhost/ticket/#" + one.by.link);
  BOOST_TEST(read_code(slip.text) == "http://localhost/ticket/#" + one.by.link);
}

BOOST_AUTO_TEST_CASE(there_is_no_code_for_what_is_not_there) {
  auto rachid = town().staff("rachid");
  BOOST_TEST(rachid.get("/api/v1/offices/nowhere/poster.svg").status == 404);
  const auto zeros = std::string(32, '0');
  for (const auto& link : {std::string{}, std::string{"nonsense"},
                           office + '.' + zeros, "nowhere." + zeros}) {
    auto stranger = town().visitor();
    stranger.link = link;
    const auto no = stranger.get("/api/v1/visit/qr.svg");
    BOOST_TEST(no.status == 404, link);
    BOOST_TEST(no.error() == "link_unknown");
  }
  BOOST_TEST(
      rachid.post(path + "/qr", object{{"token", office + '.' + zeros}}).status
      == 404);
  for (const auto* token : {"", "nonsense", "https://example.org/",
                            "mairie.0123456789abcdef0123456789abcdef"})
    BOOST_TEST(rachid.post(path + "/qr", object{{"token", token}}).status
                   == 404,
               token);
  BOOST_TEST(rachid.post(path + "/qr", object{{"token", 3}}).status == 404);
}

// -- machines -----------------------------------------------------------------

BOOST_AUTO_TEST_CASE(machines_learn_how_the_server_is) {
  auto machine = town().visitor();
  BOOST_TEST(machine.get("/healthz").at("/status") == "ok");
  BOOST_TEST(machine.get("/readyz").at("/status") == "ready");
  const auto counts = machine.get("/metrics");
  BOOST_TEST(counts.headers.at("content-type") == "text/plain; version=0.0.4");
  BOOST_TEST(counts.text.find("# TYPE") != std::string::npos);
  BOOST_TEST(machine.ask("HEAD", "/healthz").status == 200);
  BOOST_TEST(machine.get("/api/openapi.json").at("/openapi") == "3.1.0");
  BOOST_TEST(machine.get("/api/asyncapi.json").at("/asyncapi") == "3.0.0");
}

BOOST_AUTO_TEST_CASE(only_a_server_of_tests_lets_its_clock_be_set) {
  auto tests = town().visitor();
  const auto before = tests.get("/api/v1/test-clock").at("/now");
  const auto after
      = tests.put("/api/v1/test-clock", json_of(R"({"advance": 1000})"));
  BOOST_TEST(after.at("/now").to_number<std::int64_t>()
             == before.to_number<std::int64_t>() + 1000);
  BOOST_TEST(
      tests.put("/api/v1/test-clock", json_of(R"({"now": "noon"})")).status
      == 400);
  const auto real = house{std::nullopt};
  const auto wish = json_of(R"({"advance": 1000})");
  BOOST_TEST(real.visitor().get("/api/v1/test-clock").status == 404);
  BOOST_TEST(real.visitor().put("/api/v1/test-clock", wish).status == 404);
}

BOOST_AUTO_TEST_SUITE_END()

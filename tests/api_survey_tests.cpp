// A survey over HTTP: who holds a slip is asked and answers once, and those
// who lead the office see what came of it, and of whom nothing.

#include "actors/access/folder_secret.hpp"
#include "net/gateway/post/survey_slip.hpp"
#include "tests/support/described.hpp"
#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using boost::json::object;

namespace {

json_value asking_setup() {
  auto setup = small_setup();
  setup.as_object()["messages"] = json_of(R"({
    "on": true, "phone": "01 23 45 67 89",
    "survey": {"questions": [
      {"id": "welcome", "label": {"fr": "Accueil ?", "en": "Welcome?"},
       "kind": "scale", "required": true},
      {"id": "how", "label": {"fr": "Comment ?", "en": "=How?"},
       "kind": "choice", "services": ["papers"],
       "options": [{"id": "bus", "name": {"fr": "En bus", "en": "By bus"}},
                   {"id": "foot", "name": {"fr": "À pied", "en": "On foot"}}]},
      {"id": "more", "label": {"fr": "Plus ?", "en": "More?"},
       "kind": "text"}]}})");
  return setup;
}

// What signs the slips of a folder that a server has open.
crypto::key secret_of(const house& in) {
  auto log = storage::log::open_read_only(in.folder());
  BOOST_REQUIRE(log);
  const auto secret = access::folder_secret(*log);
  BOOST_REQUIRE(secret);
  return *secret;
}

struct an_asking_office : as_described {
  std::string office = town().new_office();
  caller sophie = town().staff("sophie");
  int slips = 0;

  an_asking_office() {
    auto adam = town().staff("adam");
    const auto made
        = adam.put("/api/v1/offices/" + office + "/setup", asking_setup());
    BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
  }

  std::string slip(const std::string& service = "papers", int minutes = 3,
                   int gauge = 60, instant ended = monday_morning) {
    auto it = gateway::survey_slip{.office = {office},
                                   .service = {service},
                                   .waited = minutes * 60,
                                   .served = 300,
                                   .ended = ended,
                                   .gauge = gauge};
    it.nonce = office + std::to_string(++slips);
    return gateway::text_of(secret_of(town()), it);
  }
  heard asked(const std::string& slip) const {
    return town().visitor().ask("GET", "/api/v1/survey", {}, by(slip));
  }
  heard answered(const std::string& slip, const object& answers) const {
    return town().visitor().ask(
        "POST", "/api/v1/survey",
        boost::json::serialize(object{{"answers", answers}}), by(slip));
  }
  heard results(const std::string& days, const std::string& file = {}) {
    return sophie.get("/api/v1/offices/" + office + "/survey-results" + file
                      + '?' + days);
  }

private:
  static std::string by(const std::string& slip) {
    return "Authorization: Survey " + slip
           + "\r\nContent-Type: application/json\r\n";
  }
};

constexpr auto that_day = "from=2026-03-09&to=2026-03-09";

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_survey, an_asking_office)

BOOST_AUTO_TEST_CASE(who_holds_a_slip_is_asked_about_their_service) {
  const auto papers = asked(slip());
  BOOST_TEST(papers.status == 200, papers.text);
  BOOST_TEST(papers.at("/office/id").as_string() == office);
  BOOST_TEST(papers.at("/service/fr") == "Papiers");
  BOOST_TEST(papers.at("/questions").as_array().size() == 3u);
  BOOST_TEST(papers.at("/questions/1/options/0/name/en") == "By bus");
  BOOST_TEST(asked(slip("permits")).at("/questions").as_array().size() == 2u);
  // Of a sensitive service nothing is said.
  BOOST_TEST(asked(slip("")).at("/service").is_null());
}

BOOST_AUTO_TEST_CASE(a_slip_answers_once) {
  const auto mine = slip();
  const auto first = answered(mine, {{"welcome", "5"}, {"how", "bus"}});
  BOOST_TEST(first.status == 200, first.text);
  BOOST_TEST(first.at("/repeated") == false);
  const auto again = answered(mine, {{"welcome", "1"}});
  BOOST_TEST(again.status == 200, again.text);
  BOOST_TEST(again.at("/repeated") == true);
  BOOST_TEST(results(that_day).at("/answers") == 1);
  BOOST_TEST(results(that_day).at("/questions/0/options/4/count") == 1);
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_refused) {
  BOOST_TEST(asked("").error() == "survey_unknown");
  auto changed = slip();
  changed.back() = changed.back() == 'A' ? 'B' : 'A';
  BOOST_TEST(asked(changed).error() == "survey_unknown");
  BOOST_TEST(answered(changed, {{"welcome", "5"}}).error() == "survey_unknown");
  const auto old
      = slip("papers", 3, 60, monday_morning - std::chrono::days{31});
  BOOST_TEST(asked(old).error() == "survey_is_over");
  BOOST_TEST(answered(old, {{"welcome", "5"}}).error() == "survey_is_over");
  const auto mine = slip();
  for (const auto& wrong : {object{}, object{{"welcome", "6"}},
                            object{{"welcome", "5"}, {"how", "boat"}},
                            object{{"welcome", "5"}, {"who", "me"}}})
    BOOST_TEST(answered(mine, wrong).error() == "survey_answers_wrong");
  BOOST_TEST(answered(mine, {{"welcome", "5"}}).status == 200);
}

BOOST_AUTO_TEST_CASE(results_are_counted_by_day_and_by_part) {
  for (auto i = 0; i < 5; ++i)
    answered(slip("papers", 3, 60), {{"welcome", "5"}, {"how", "foot"}});
  for (auto i = 0; i < 6; ++i)
    answered(slip("permits", 40, 90),
             {{"welcome", "2"}, {"more", "Trop long"}});
  answered(slip("papers", 3, 60, monday_morning - std::chrono::days{1}),
           {{"welcome", "1"}});
  const auto all = results(that_day);
  BOOST_TEST(all.status == 200, all.text);
  BOOST_TEST(all.at("/answers") == 11);
  BOOST_TEST(all.at("/questions/1/options/1/count") == 5);
  BOOST_TEST(all.at("/groups/0/group") == "papers");
  BOOST_TEST(all.at("/groups/0/means/0/mean").to_number<double>() == 5.0);
  BOOST_TEST(all.at("/groups/1/means/0/mean").to_number<double>() == 2.0);
  BOOST_TEST(all.at("/texts").as_array().size() == 6u);
  BOOST_TEST(results("from=2026-03-08&to=2026-03-09").at("/answers") == 12);
  BOOST_TEST(results("from=2026-03-10&to=2026-03-11").at("/answers") == 0);

  const auto table = results(that_day, ".csv");
  BOOST_TEST(table.status == 200);
  BOOST_TEST(table.text.find("'=How?,choice,,,On foot,5,") != table.text.npos);
  BOOST_TEST(table.text.find("Welcome?,scale,waited,30-,,6,2.00")
             != table.text.npos);
  BOOST_TEST(table.text.find("More?,text,,,Trop long,,") != table.text.npos);
}

BOOST_AUTO_TEST_CASE(only_those_who_lead_the_office_see_them) {
  const auto path = "/api/v1/offices/" + office + "/survey-results?" + that_day;
  BOOST_TEST(town().visitor().get(path).status == 401);
  BOOST_TEST(town().staff("amelie").get(path).status == 403);
  for (const auto* wrong :
       {"", "from=2026-03-09", "from=2026-03-09&to=2026-03-08",
        "from=2020-03-09&to=2026-03-09", "from=yesterday&to=2026-03-09"})
    BOOST_TEST(results(wrong).status == 400, wrong);
  BOOST_TEST(sophie
                 .get(std::string{"/api/v1/offices/nowhere/survey-results?"}
                      + that_day)
                 .status
             == 404);
}

BOOST_AUTO_TEST_SUITE_END()

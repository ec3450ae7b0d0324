// The form of a service over HTTP: what it asks is public, what is answered is
// sealed, and what does not fit is said answer by answer.

#include "tests/support/taking_appointments.hpp"

using namespace suivant;
using namespace suivant::tests;

namespace {

struct asking_a_form : taking_appointments {
  asking_a_form() {
    auto setup = setup_with_appointments();
    auto& papers = setup.at("services").at(0).as_object();
    papers["instructions"] = json_of(R"({"fr": "Venez avec vos enfants."})");
    papers["form"] = json_of(R"([
      {"id": "reason", "label": {"fr": "Motif"}, "kind": "choice",
       "required": true,
       "options": [{"id": "first", "name": {"fr": "Premi\u00e8re demande"}}]},
      {"id": "children", "label": {"fr": "Enfants"}, "kind": "number",
       "most": 9}])");
    const auto made = adam.put(path("/setup"), setup);
    BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
  }

  caller holder() {
    auto by = here.visitor();
    by.link = hold(on_tuesday(10h)).at("/token").as_string();
    return by;
  }

  static heard confirm(caller& by, object answers) {
    return by.post("/api/v1/visit/confirm",
                   object{{"person",
                           {{"name", "Ada"},
                            {"phone", "0612345678"},
                            {"answers", std::move(answers)}}}},
                   new_key());
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_form, asking_a_form)

BOOST_AUTO_TEST_CASE(everybody_sees_what_will_be_asked) {
  const auto all = anybody.get(path("/booking"));
  BOOST_TEST(all.at("/services/0/form/0/id") == "reason");
  BOOST_TEST(all.at("/services/0/form/1/most") == 9);
  BOOST_TEST(all.at("/services/0/instructions/fr")
             == "Venez avec vos enfants.");
}

BOOST_AUTO_TEST_CASE(wrong_answers_are_named_and_the_time_stays_kept) {
  auto by = holder();
  const auto no = confirm(by, {{"children", "ten"}, {"colour", "blue"}});
  BOOST_TEST(no.status == 422);
  BOOST_TEST(no.error() == "answers_wrong");
  BOOST_TEST(no.at("/wrong") == json_of(R"([
    {"field": "reason", "what": "is_missing"},
    {"field": "children", "what": "is_malformed"},
    {"field": "colour", "what": "is_unknown"}])"));
  BOOST_TEST(confirm(by, {{"reason", "first"}}).status == 201);
}

BOOST_AUTO_TEST_CASE(answers_are_for_those_who_may_see_the_person) {
  auto by = holder();
  const auto sure = confirm(by, {{"reason", "first"}, {"children", "2"}});
  BOOST_REQUIRE_MESSAGE(sure.status == 201, sure.text);
  BOOST_TEST(sure.text.find("first") == std::string::npos);
  BOOST_TEST(by.get("/api/v1/visit").text.find("first") == std::string::npos);
  const auto visit = std::to_string(sure.at("/visit/id").to_number<int>());
  here.set_clock(on_tuesday(9h + 50min));
  BOOST_TEST(by.post("/api/v1/visit/arrive", object{}, new_key()).status
             == 200);
  auto sophie = here.staff("sophie");
  const auto person = sophie.get(path("/visits/" + visit + "/person"));
  BOOST_TEST(person.at("/answers/children") == "2");
}

BOOST_AUTO_TEST_SUITE_END()

// What visitors say about themselves: sealed before it is stored, shown only
// to staff who may see it, and every look written down.

#include "storage/log.hpp"
#include "tests/support/described.hpp"
#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

using namespace suivant;
using namespace suivant::tests;
using boost::json::object;

namespace {

constexpr auto name = "Wilhelmine Quatrevingt";
constexpr auto phone_number = "+33698765432";

std::string everything_in(const std::filesystem::path& folder) {
  auto all = std::ostringstream{};
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator{folder})
    if (entry.is_regular_file() && entry.file_size() > 0)
      all << std::ifstream{entry.path(), std::ios::binary}.rdbuf();
  return all.str();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

struct reception : as_described {
  std::string office = town().new_office();
  std::string path = "/api/v1/offices/" + office;
  caller rachid = town().staff("rachid");

  std::int64_t take() {
    const auto wish
        = object{{"service", "papers"},
                 {"person", {{"name", name}, {"phone", phone_number}}}};
    const auto made = rachid.command(office, "take_ticket", wish);
    BOOST_REQUIRE_EQUAL(made.status, 200);
    return made.at("/visit/id").to_number<std::int64_t>();
  }

  std::string person_path(std::int64_t visit) const {
    return path + "/visits/" + std::to_string(visit) + "/person";
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_persons, reception)

BOOST_AUTO_TEST_CASE(a_name_is_in_no_file_of_the_folder_in_clear) {
  take();
  auto own = town().visitor();
  const auto joined = own.post(
      path + "/tickets",
      object{{"service", "papers"}, {"name", "Zacharie Inconnu"}}, new_key());
  BOOST_TEST(joined.status == 201);
  const auto stored = everything_in(town().folder());
  BOOST_TEST(has(stored, "ticket_taken"), "the log is what was looked at");
  BOOST_TEST(!has(stored, "Quatrevingt"));
  BOOST_TEST(!has(stored, "98765432"));
  BOOST_TEST(!has(stored, "Zacharie"));
}

BOOST_AUTO_TEST_CASE(staff_who_may_see_a_person_do_and_others_do_not) {
  const auto visit = take();
  const auto seen = rachid.get(person_path(visit));
  BOOST_TEST(seen.at("/name") == name);
  BOOST_TEST(seen.at("/phone") == phone_number);
  BOOST_TEST(town().staff("amelie").get(person_path(visit)).status == 200);
  const auto no = town().staff("olga").get(person_path(visit));
  BOOST_TEST(no.status == 403, "operators see no people");
  BOOST_TEST(!has(no.text, "Quatrevingt"));
  BOOST_TEST(town().visitor().get(person_path(visit)).status == 401);
}

BOOST_AUTO_TEST_CASE(who_is_described_anew_is_no_longer_known_as_before) {
  const auto visit = take();
  rachid.command(
      office, "describe_person",
      about(visit,
            {{"person", {{"name", "Ada Nouvelle"}, {"note", "malvoyante"}}}}));
  const auto seen = rachid.get(person_path(visit));
  BOOST_TEST(seen.at("/name") == "Ada Nouvelle");
  BOOST_TEST(seen.at("/note") == "malvoyante");
  BOOST_TEST(seen.at("/phone").is_null());
  const auto unknown = rachid.get(person_path(9999));
  BOOST_TEST(unknown.status == 200);
  BOOST_TEST(unknown.text == "{}");
}

BOOST_AUTO_TEST_CASE(people_are_found_by_name_number_and_phone) {
  const auto visit = take();
  for (const auto* words : {"quatrevingt", "WILHELM", "H001", "98765"}) {
    const auto found = rachid.get(path + "/search?q=" + words);
    BOOST_TEST(found.at("/0/id") == visit, words);
    BOOST_TEST(found.at("/0/name") == name, words);
  }
  BOOST_TEST(rachid.get(path + "/search?q=nobody").text == "[]");
  BOOST_TEST(rachid.get(path + "/search?q=w").text == "[]", "too short");
  BOOST_TEST(rachid.get(path + "/search").text == "[]");
}

BOOST_AUTO_TEST_CASE(every_look_at_a_person_is_noted_without_the_words) {
  const auto visit = take();
  const auto look = rachid.get(person_path(visit));
  const auto search = rachid.get(path + "/search?q=quatrevingt");
  BOOST_TEST(look.status == 200);
  BOOST_TEST(search.status == 200);
  const auto log = storage::log::open_read_only(town().folder());
  BOOST_REQUIRE(log);
  auto looks = 0;
  auto searches = 0;
  const auto read = log->read("audit", 1, [&](auto, auto record, const auto&) {
    const auto text = std::string{record};
    BOOST_TEST(!has(text, "uatrevingt"));
    if (has(text, '"' + office + '"') && has(text, "\"rachid\"")) {
      looks += has(text, "person_viewed") ? 1 : 0;
      searches += has(text, "persons_searched") ? 1 : 0;
    }
    return true;
  });
  BOOST_TEST(static_cast<bool>(read));
  BOOST_TEST(looks == 1);
  BOOST_TEST(searches == 1);
}

BOOST_AUTO_TEST_CASE(nothing_public_says_who_somebody_is) {
  take();
  auto anybody = town().visitor();
  for (const auto& where :
       {path, std::string{"/api/v1/offices"}, std::string{"/metrics"}}) {
    const auto seen = anybody.get(where);
    BOOST_TEST(seen.status == 200, where);
    BOOST_TEST(!has(seen.text, "Quatrevingt"), where);
  }
}

BOOST_AUTO_TEST_CASE(a_person_with_too_much_to_say_is_refused) {
  for (const auto* member : {"name", "phone", "email", "note"}) {
    const auto person = object{{member, std::string(5000, 'x')}};
    const auto no
        = rachid.command(office, "take_ticket",
                         object{{"service", "papers"}, {"person", person}});
    BOOST_TEST(no.status == 400, member);
  }
  const auto wish
      = object{{"service", "papers"}, {"person", {{"name", "A"}, {"age", 3}}}};
  BOOST_TEST(rachid.command(office, "take_ticket", wish).status == 400);
}

BOOST_AUTO_TEST_SUITE_END()

// What the link of a service that meets by video must be like.

#include "actors/booking/setup_rules.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::booking;

namespace {

std::string problems_with(const std::string& link,
                          std::vector<place_type> places
                          = {place_type::counter, place_type::video}) {
  auto town = setup{};
  town.services = {{.id = {"advice"},
                    .minutes = {15},
                    .places = std::move(places),
                    .video_link = link}};
  auto text = std::string{};
  for (const auto& it : problems_in(town, {}))
    text += it.where + ' ' + it.what + '\n';
  return text;
}

const auto malformed = std::string{"services.advice.video_link is_malformed\n"};

} // namespace

BOOST_AUTO_TEST_SUITE(booking_by_video)

BOOST_AUTO_TEST_CASE(a_link_has_one_place_for_the_room) {
  BOOST_TEST(problems_with("") == "");
  BOOST_TEST(problems_with("https://visio.example/{room}") == "");
  BOOST_TEST(problems_with("https://visio.example/{room}?lang=fr#start") == "");
  BOOST_TEST(problems_with("https://visio.example/") == malformed,
             "all would meet in one room");
  BOOST_TEST(problems_with("https://visio.example/{room}/{room}") == malformed);
}

BOOST_AUTO_TEST_CASE(a_link_is_an_address_that_browsers_keep_secret) {
  BOOST_TEST(problems_with("http://visio.example/{room}") == malformed);
  BOOST_TEST(problems_with("javascript:alert({room})") == malformed);
  BOOST_TEST(problems_with("https://visio.example/ {room}") == malformed);
  BOOST_TEST(problems_with("https://visio.example/{room}\n") == malformed);
  BOOST_TEST(problems_with("https://visio.example/{room}\">") == malformed);
  BOOST_TEST(problems_with("https://x/{room}" + std::string(200, 'a'))
             == malformed);
}

BOOST_AUTO_TEST_CASE(a_link_is_for_a_service_that_meets_by_video) {
  BOOST_TEST(
      problems_with("https://visio.example/{room}", {place_type::counter})
      == "services.advice.places is_malformed\n");
}

BOOST_AUTO_TEST_SUITE_END()

// Texts between people's phones and the office, all the way: the server, a
// real gateway, and its fake of a telephone network.

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"
#include "tests/support/kannel.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace suivant;
using namespace suivant::tests;

namespace {

constexpr auto theirs = "33612345678";
constexpr auto ours = "36000";
constexpr auto inbound_key = "tell-nobody";
constexpr auto our_office = "annexe";

json_value speaking_setup() {
  auto setup = small_setup();
  setup.as_object()["messages"] = json_of(R"({
    "on": true, "phone": "01 23 45 67 89", "quiet_from": 0, "quiet_to": 0,
    "join": [{"word": "PAPIERS", "service": "papers"}]})");
  return setup;
}

/// An office that people can write to, in a world of its own.
class town_that_answers {
public:
  town_that_answers() {
    const auto made
        = annexe().put(std::string{"/api/v1/offices/"} + our_office + "/setup",
                       speaking_setup());
    BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
  }

  caller annexe() const {
    return house_.staff("adam");
  }
  /// Somebody writes; gives what the network has got, once it is so many.
  std::string written(const std::string& text, std::size_t count) {
    network_.write(theirs, ours, text);
    return newest(count);
  }
  std::string newest(std::size_t count) const {
    const auto got = network_.received(count);
    BOOST_REQUIRE_EQUAL(got.size(), count);
    BOOST_TEST(got.back().to.ends_with(theirs));
    return got.back().text;
  }
  /// As the gateway tells it, without the gateway.
  heard told(const std::string& text, const std::string& id,
             const std::string& key = inbound_key) const {
    return house_.visitor().get(
        std::string{"/api/v1/post/inbound?key="} + key + "&office=" + our_office
        + "&from=" + theirs + "&to=" + ours + "&id=" + id + "&text=" + text);
  }
  std::size_t received_so_far() const {
    return network_.received_so_far().size();
  }
  void advance(milliseconds by) const {
    house_.advance(by);
  }
  std::size_t waiting() const {
    const auto shown
        = house_.visitor().get(std::string{"/api/v1/offices/"} + our_office);
    return shown.at("/services/0/waiting").to_number<std::size_t>();
  }

private:
  std::uint16_t port_ = free_port();
  kannel network_{"http://127.0.0.1:" + std::to_string(port_)
                  + "/api/v1/post/inbound?key=" + inbound_key
                  + "&office=" + our_office};
  house house_{monday_morning, [this](config::program_options& options) {
                 options.settings.net.port = port_;
                 options.settings.public_address = "https://s.example";
                 options.settings.sms = network_.settings();
                 options.settings.sms.inbound_key = inbound_key;
                 options.settings.post.waking = milliseconds{20};
               }};
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(messages_end_to_end, as_described)

BOOST_AUTO_TEST_CASE(a_whole_visit_by_text) {
  auto town = town_that_answers{};
  const auto ticket = town.written("REJOINDRE papiers", 1);
  BOOST_TEST(has(ticket, "H001"), ticket);
  BOOST_TEST(town.waiting() == 1u);
  const auto status = town.written("STATUT", 2);
  BOOST_TEST(has(status, "H001, vous etes le prochain"), status);
  const auto again = town.written("papiers", 3);
  BOOST_TEST(has(again, "H001"), again);
  BOOST_TEST(town.waiting() == 1u);
  const auto off = town.written("ANNULER", 4);
  BOOST_TEST(has(off, "annulé, numéro H001"), off);
  BOOST_TEST(town.waiting() == 0u);
  const auto none = town.written("STATUS", 5);
  BOOST_TEST(has(none, "no visit under your number"), none);
}

BOOST_AUTO_TEST_CASE(who_says_stop_gets_nothing_more) {
  auto town = town_that_answers{};
  town.written("JOIN papiers", 1);
  BOOST_TEST(has(town.written("STOP", 2), "no more texts"));
  auto adam = town.annexe();
  adam.command(our_office, "sign_in", json_of(R"({"counter": "1"})"));
  const auto called
      = adam.command(our_office, "call_next", json_of(R"({"counter": "1"})"));
  BOOST_TEST(called.status == 200, called.text);
  town.advance(std::chrono::seconds{10}); // Now the office would say so.
  // What is asked for is answered all the same.
  const auto status = town.written("STATUS", 3);
  BOOST_TEST(has(status, "Should you miss it"), status);
  BOOST_TEST(has(town.written("START", 4), "our texts again"));
}

BOOST_AUTO_TEST_CASE(a_text_told_twice_happens_once_and_is_answered_alike) {
  auto town = town_that_answers{};
  BOOST_TEST(town.told("JOIN%20papiers", "one").status == 200);
  town.newest(1);
  BOOST_TEST(town.told("JOIN%20papiers", "one").status == 200);
  BOOST_TEST(town.waiting() == 1u);

  BOOST_TEST(town.told("CANCEL", "two").status == 200);
  const auto first = town.newest(2);
  BOOST_TEST(town.told("JOIN", "three").status == 200);
  BOOST_TEST(has(town.newest(3), "H002"));
  const auto repeated = town.told("CANCEL", "two");
  BOOST_TEST(repeated.status == 200);
  BOOST_TEST(repeated.text.empty());
  BOOST_TEST(town.newest(4) == first);
  BOOST_TEST(town.waiting() == 1u);
}

BOOST_AUTO_TEST_CASE(nobody_speaks_for_a_phone_without_the_key) {
  auto town = town_that_answers{};
  BOOST_TEST(town.told("JOIN", "one", "guessed").error() == "unknown");
  BOOST_TEST(town.told("JOIN", "one", "").error() == "unknown");
  BOOST_TEST(town.waiting() == 0u);
}

BOOST_AUTO_TEST_CASE(who_writes_without_end_is_not_answered_without_end) {
  auto town = town_that_answers{};
  auto answered = 0;
  while (town.told("HELP", std::to_string(answered)).status == 200)
    BOOST_REQUIRE_LT(++answered, 100);
  BOOST_TEST(answered == 20);
  BOOST_TEST(town.told("HELP", "more").error() == "too_many");
}

BOOST_AUTO_TEST_SUITE_END()

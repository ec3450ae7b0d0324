// When nothing can be written any more: who asks for a change is told so in
// words, who looks still sees, and afterwards nothing has happened twice.

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"
#include "tests/support/live_page.hpp"

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace suivant;
using namespace suivant::tests;
using boost::json::object;

namespace {

void fill_disk(config::program_options& options) {
  options.settings.log.free_bytes_kept
      = std::numeric_limits<std::uint64_t>::max();
}

struct full_house : as_described {
  house in;
  std::string office = in.new_office();
  guest one = join(in, office);
  caller sophie = in.staff("sophie");

  full_house() {
    in.stop();
    in.start(fill_disk);
  }
  /// The same session, at the server of now.
  caller page() const {
    auto it = in.visitor();
    it.cookie = sophie.cookie;
    it.csrf = sophie.csrf;
    return it;
  }
  caller phone() const {
    auto it = in.visitor();
    it.link = one.by.link;
    return it;
  }
  heard ask_for_ticket(const std::string& key) const {
    return in.visitor().post("/api/v1/offices/" + office + "/tickets",
                             json_of(R"({"service": "papers"})"), key);
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_trouble, full_house)

BOOST_AUTO_TEST_CASE(a_full_disk_is_said_in_words_and_people_still_see) {
  for (auto times = 0; times < 3; ++times) {
    const auto no = ask_for_ticket(new_key());
    BOOST_TEST(no.status == 503);
    BOOST_TEST(no.error() == "disk_full");
    BOOST_TEST(no.at("/message").as_string().size() > 30);
    BOOST_TEST(phone().get("/api/v1/visit").at("/rank") == 0);
    BOOST_TEST(phone().post("/api/v1/visit/leave", object{}).status == 503);
    const auto command
        = page().command(office, "sign_in", json_of(R"({"counter": "1"})"));
    BOOST_TEST(command.error() == "disk_full");
    const auto view = in.visitor().get("/api/v1/offices/" + office);
    BOOST_TEST(view.at("/services/0/waiting") == 1);
  }
  BOOST_TEST(in.visitor().get("/readyz").status == 503);
  BOOST_TEST(in.visitor().get("/healthz").status == 200);
  auto signing_in = in.visitor().sign_in("amelie");
  BOOST_TEST(signing_in.status == 503);
  BOOST_TEST(signing_in.error() == "disk_full");
  signing_in = in.visitor().sign_in("amelie", "a wrong password");
  BOOST_TEST(signing_in.error() == "disk_full");
  BOOST_TEST(page().get("/api/v1/sessions/mine").status == 200);
}

BOOST_AUTO_TEST_CASE(screens_go_on_while_the_disk_is_full) {
  auto ticket = ticket_page{in.port(), one.by.link};
  BOOST_TEST(ask_for_ticket(new_key()).status == 503);
  const auto told = phone().get("/api/v1/visit");
  BOOST_TEST(told.at("/rank") == 0);
  const auto desk = snapshot_of("desk/" + office, in.port(), sophie.cookie);
  BOOST_TEST(desk.at("snapshot").at("visits").as_object().size() == 1);
}

BOOST_AUTO_TEST_CASE(what_was_refused_for_want_of_room_has_not_happened) {
  const auto key = new_key();
  BOOST_TEST(ask_for_ticket(key).status == 503);
  in.stop();
  in.start();
  const auto made = ask_for_ticket(key);
  BOOST_TEST(made.status == 201);
  BOOST_TEST(made.at("/number") == "H002");
  BOOST_TEST(made.at("/repeated") == false);
  BOOST_TEST(ask_for_ticket(key).at("/repeated") == true);
  BOOST_TEST(in.visitor().get("/readyz").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()

// A server is killed while it tells two thousand people, by a real gateway,
// that their appointment is off: each of them hears it, and hears it once.
// SUIVANT_CRASH_SEED chooses the moments.

#include "tests/crash/server_process.hpp"
#include "tests/support/kannel.hpp"
#include "tests/support/storage_folder.hpp"
#include "tests/support/taking_appointments.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>

using namespace suivant;
using namespace suivant::tests;

namespace {

constexpr auto people = 2'000;
constexpr auto kills = 3;

std::uint32_t seed() {
  const auto* text = std::getenv("SUIVANT_CRASH_SEED");
  return text == nullptr ? std::random_device{}()
                         : static_cast<std::uint32_t>(std::stoul(text));
}

// A week from now, at nine: far enough for whatever hour it is.
instant start_of_all() {
  const auto now = std::chrono::system_clock::now();
  return instant{std::chrono::floor<std::chrono::days>(now)} + 7 * 24h + 9h;
}

// Two hundred desks, and short words.
json_value crowded_setup() {
  const auto day = std::chrono::year_month_day{
      std::chrono::floor<std::chrono::days>(start_of_all())};
  auto setup = setup_with_appointments();
  auto& booking = setup.at("booking").as_object();
  booking["sites"].at(0).as_object()["zone"] = "Etc/UTC";
  auto& opening = booking["openings"].at(0).as_object();
  opening["days"] = object{{"first", json::text_of(day)}};
  opening["public_places"] = 200;
  opening["hours"] = json_of(R"([{"from": 540, "to": 720}])");
  setup.as_object()["messages"] = json_of(R"({
    "on": true, "phone": "0123456789",
    "routes": {"booked": "off"}, "quiet_from": 0, "quiet_to": 0,
    "texts": [{"about": "called_off", "language": "fr", "sms":
      "{{office}} {{date}} {{phone}} {{link}}"}]})");
  return setup;
}

class hard_post {
public:
  hard_post() {
    auto out = std::ofstream{settings_};
    out << "public_address = \"https://v.example\"\n[sms]\n"
           "gateway = \"kannel\"\nurl = \""
        << network.url()
        << "\"\nuser = \"suivant\"\npassword = \"secret\"\n"
           "callback = \"http://127.0.0.1:"
        << port_
        << "\"\nper_second = 500\nat_once = 32\nunsure_seconds = 15\n"
           "[net]\nrequests_per_second = 5000\n";
  }

  std::unique_ptr<server_process> started() const {
    auto server
        = std::make_unique<server_process>(disk_.folder, settings_, port_);
    BOOST_TEST_REQUIRE(server->is_ready());
    return server;
  }

  void book_all() const {
    const auto server = started();
    auto adam = caller{port_};
    adam.sign_in("adam");
    const auto made = adam.put("/api/v1/offices/crowd/setup", crowded_setup());
    BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
    auto sophie = caller{port_};
    sophie.sign_in("sophie");
    for (auto i = 0; i < people; ++i)
      book(sophie, i);
  }

  void call_all_off() const {
    auto sophie = caller{port_};
    sophie.sign_in("sophie");
    const auto day
        = json::text_of(std::chrono::floor<std::chrono::days>(start_of_all()));
    const auto said
        = sophie.post("/api/v1/offices/crowd/campaigns",
                      object{{"id", "flood"},
                             {"reason", "flood"},
                             {"of", {{"first", day}, {"last", day}}}},
                      "mass-cancel-0001");
    BOOST_REQUIRE_MESSAGE(said.status == 201, said.text);
  }

  void sign_in() const {
    auto sophie = caller{port_};
    sophie.sign_in("sophie");
  }

  kannel network;

private:
  static void book(caller& staff, int i) {
    const auto start = start_of_all() + std::chrono::minutes{15} * (i / 200);
    const auto said = staff.command(
        "crowd", "book",
        object{{"service", "papers"},
               {"start", ms(start)},
               {"person", {{"phone", "06120" + std::to_string(10'000 + i)}}}});
    BOOST_REQUIRE_MESSAGE(said.status == 200, said.text);
  }

  storage_folder disk_;
  std::uint16_t port_ = free_port();
  std::string settings_ = (disk_.place / "suivant.toml").string();
};

} // namespace

BOOST_AUTO_TEST_SUITE(a_server_that_is_killed_telling_people)

BOOST_AUTO_TEST_CASE(has_told_each_of_them_once) {
  const auto chosen = seed();
  std::cout << "SUIVANT_CRASH_SEED=" << chosen << '\n';
  auto dice = std::mt19937{chosen};
  auto post = hard_post{};
  post.book_all();
  {
    const auto server = post.started();
    post.call_all_off();
    server->kill(std::chrono::milliseconds{200 + dice() % 800});
  }
  for (auto i = 1; i < kills; ++i) {
    std::cout << post.network.received_so_far().size() << " told\n";
    post.started()->kill(std::chrono::milliseconds{200 + dice() % 800});
  }
  const auto server = post.started();
  // A gateway with as many callbacks may take its time; signing in takes some.
  for (auto tries = 0;
       tries < 1'500 && post.network.received_so_far().size() < people; ++tries)
    post.sign_in();
  // Nothing more comes once all is known.
  server->kill(3s);
  auto times = std::map<std::string, int>{};
  for (const auto& it : post.network.received_so_far())
    ++times[it.to];
  BOOST_TEST(times.size() == std::size_t{people});
  for (const auto& [to, count] : times)
    BOOST_TEST(count == 1, to << " heard it " << count << " times");
}

BOOST_AUTO_TEST_SUITE_END()

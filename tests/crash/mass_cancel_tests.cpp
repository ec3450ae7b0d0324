// A server is killed while it calls off five thousand appointments: all of them
// are called off, each once, however often it is asked again.
// SUIVANT_CRASH_SEED chooses the moments.

#include "actors/common/json_codec.hpp"
#include "actors/office/invariants.hpp"
#include "tests/crash/crowded_office.hpp"
#include "tests/crash/server_process.hpp"
#include "tests/crash/signed_in.hpp"
#include "tests/support/wire.hpp"

#include <boost/json.hpp>

#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <thread>

using namespace suivant;
using namespace suivant::tests;

namespace {

constexpr auto appointments = 5'000;
constexpr auto key = "mass-cancel-0001";

std::uint32_t seed() {
  const auto* text = std::getenv("SUIVANT_CRASH_SEED");
  return text == nullptr ? std::random_device{}()
                         : static_cast<std::uint32_t>(std::stoul(text));
}

instant present() {
  return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

std::string mass_cancel(const crowded_days& days, const std::string& staff) {
  const auto body = boost::json::object{{"id", "flood"},
                                        {"reason", "flood"},
                                        {"of",
                                         {{"first", json::text_of(days.first)},
                                          {"last", json::text_of(days.last)}}}};
  return post("/api/v1/offices/" + crowded.text + "/campaigns",
              boost::json::serialize(body),
              staff + "Content-Type: application/json\r\nIdempotency-Key: "
                  + key + "\r\n");
}

struct outcome {
  std::map<visit_id, int> times; // How often each was postponed.
  int began = 0;
};

// Beside the server that may run, as an operator would.
outcome in_log(const storage_folder& disk) {
  const auto log = disk.look();
  storage_folder::must(log.verify(office::stream_of(crowded)));
  auto out = outcome{};
  auto now = office::state{};
  storage_folder::must(
      office::read_facts(log, crowded, 1, [&](const office::fact& it) {
        office::evolve(now, it);
        if (std::holds_alternative<office::campaign_began>(it.what))
          ++out.began;
        if (const auto* one = std::get_if<office::visit_postponed>(&it.what))
          ++out.times[one->visit];
        return true;
      }));
  for (const auto& broken : broken_invariants(now))
    BOOST_ERROR(broken);
  return out;
}

// Asks, and is killed so long after; whether it was all done by then.
bool killed_amid(const storage_folder& disk, const crowded_days& days,
                 std::chrono::milliseconds after) {
  auto server = server_process{disk.folder};
  BOOST_TEST_REQUIRE(server.is_ready());
  auto asking = wire{server.port()};
  asking.send(mass_cancel(days, signed_in(server.port())));
  server.kill(after);
  const auto found = in_log(disk);
  BOOST_TEST((found.times.empty() || found.times.size() == appointments));
  return !found.times.empty();
}

void all_are_called_off_once(std::chrono::milliseconds after) {
  const auto disk = storage_folder{};
  {
    auto server = server_process{disk.folder};
    BOOST_TEST_REQUIRE(server.is_ready());
  }
  const auto days = crowd(disk, appointments, present());
  const auto was_done = killed_amid(disk, days, after);
  std::cout << "killed after " << after.count()
            << " ms: " << (was_done ? "all were called off" : "nobody was")
            << '\n';
  auto server = server_process{disk.folder};
  BOOST_TEST_REQUIRE(server.is_ready());
  const auto staff = signed_in(server.port());
  for (const auto is_again : {was_done, true}) {
    auto asking = wire{server.port()};
    asking.send(mass_cancel(days, staff));
    const auto said = asking.read_answer();
    BOOST_TEST_REQUIRE(said.status == 201, said.body);
    const auto answer = boost::json::parse(said.body);
    BOOST_TEST(answer.at("repeated").as_bool() == is_again);
  }
  const auto found = in_log(disk);
  BOOST_TEST(found.began == 1);
  BOOST_TEST(found.times.size() == appointments);
  for (const auto& [visit, times] : found.times)
    BOOST_TEST_REQUIRE(times == 1, visit.number);
}

} // namespace

BOOST_AUTO_TEST_SUITE(a_server_that_is_killed_calling_off)

BOOST_AUTO_TEST_CASE(has_called_off_all_and_each_once) {
  const auto chosen = seed();
  std::cout << "SUIVANT_CRASH_SEED=" << chosen << '\n';
  auto dice = std::mt19937{chosen};
  all_are_called_off_once(std::chrono::milliseconds{dice() % 40});
  all_are_called_off_once(std::chrono::milliseconds{40 + dice() % 200});
  all_are_called_off_once(std::chrono::milliseconds{400});
}

BOOST_AUTO_TEST_SUITE_END()

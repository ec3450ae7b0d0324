// The server is killed while partners are told what happens, and sometimes
// their program is down as well: in the end they have heard of everything that
// anybody was promised, and in order.

#include "tests/crash/server_process.hpp"
#include "tests/support/caller.hpp"
#include "tests/support/receiver.hpp"
#include "tests/support/storage_folder.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <set>

using namespace suivant::tests;
using boost::json::object;

namespace {

constexpr auto rounds = 6;
constexpr auto tickets_a_round = 8;

constexpr auto setup = R"({
  "name": {"fr": "Mairie"},
  "zone": "Europe/Paris",
  "queues": [{"id": "hall", "name": {"fr": "Hall"}, "prefix": "H"}],
  "services": [{"id": "papers", "name": {"fr": "Papiers"}, "queue": "hall"}]
})";

struct hard_life {
  storage_folder disk;
  std::string settings = disk.folder.string() + ".toml";
  receiver ears;
  std::set<std::int64_t> promised;

  hard_life() {
    std::ofstream{settings}
        << "[hooks]\nallowed_networks = [\"127.0.0.0/8\"]\n";
  }
  ~hard_life() {
    std::filesystem::remove(settings);
  }

  std::unique_ptr<server_process> started() const {
    auto server = std::make_unique<server_process>(disk.folder, settings);
    BOOST_REQUIRE(server->is_ready());
    return server;
  }

  void set_up() {
    const auto server = started();
    auto adam = caller{server->port()};
    BOOST_REQUIRE_EQUAL(adam.sign_in("adam").status, 200);
    BOOST_REQUIRE_EQUAL(
        adam.put("/api/v1/offices/hall/setup", json_of(setup)).status, 200);
    BOOST_REQUIRE_EQUAL(adam.post("/api/v1/offices/hall/hooks",
                                  object{{"name", "all"}, {"url", ears.url()}})
                            .status,
                        201);
  }

  void take_tickets(std::uint16_t port) {
    auto visitor = caller{port};
    for (auto i = 0; i < tickets_a_round; ++i) {
      const auto taken = visitor.post("/api/v1/offices/hall/tickets",
                                      object{{"service", "papers"}}, new_key());
      BOOST_REQUIRE_EQUAL(taken.status, 201);
      promised.insert(taken.at("/visit").to_number<std::int64_t>());
    }
  }
};

std::int64_t number_in(const received& it, const char* name) {
  return json_of(it.body).at("data").at(name).to_number<std::int64_t>();
}

} // namespace

BOOST_AUTO_TEST_SUITE(hooks_and_power_cuts)

BOOST_AUTO_TEST_CASE(partners_hear_of_all_that_was_promised_and_in_order) {
  auto life = hard_life{};
  life.set_up();
  for (auto round = 0; round < rounds; ++round) {
    if (round % 3 == 1)
      life.ears.stop();
    const auto server = life.started();
    life.take_tickets(server->port());
    server->kill(std::chrono::milliseconds{7 * round});
    if (round % 3 == 1)
      life.ears.start();
  }
  const auto last = life.started();
  auto heard = std::set<std::int64_t>{};
  auto newest = std::int64_t{0};
  for (auto count = life.promised.size(); heard.size() < life.promised.size();
       ++count)
    for (const auto& it : life.ears.heard(count)) {
      const auto fact = number_in(it, "fact");
      if (heard.insert(number_in(it, "visit")).second)
        BOOST_TEST(fact > newest, "news come in order");
      newest = std::max(newest, fact);
    }
  BOOST_TEST(heard == life.promised, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

// The server is killed at any moment, over and over, with the same folder:
// what was promised is kept, and nothing happens twice.
// SUIVANT_CRASH_ROUNDS and SUIVANT_CRASH_SEED choose how long, and which way.

#include "actors/office/invariants.hpp"
#include "actors/office/office_log.hpp"
#include "storage/backup.hpp"
#include "tests/crash/server_process.hpp"
#include "tests/crash/signed_in.hpp"
#include "tests/crash/worker.hpp"
#include "tests/support/storage_folder.hpp"

#include <cstdlib>
#include <iostream>
#include <set>
#include <thread>

using namespace suivant;
using namespace suivant::tests;
namespace fs = std::filesystem;

namespace {

constexpr auto rounds_by_default = 50u;
const auto mairie = office_id{"mairie"};

std::uint32_t setting(const char* name, std::uint32_t otherwise) {
  const auto* text = std::getenv(name);
  return text == nullptr ? otherwise
                         : static_cast<std::uint32_t>(std::stoul(text));
}

std::string one_line(const deed& it) {
  return it.path + ' ' + it.key + " -> " + std::to_string(it.status) + ' '
         + boost::json::serialize(it.answer);
}

/// What of an answer may never be another when asked again.
boost::json::object promise_in(const deed& it) {
  auto kept = boost::json::object{};
  for (const auto* name : {"fact", "number", "token"})
    if (const auto* found = it.answer.if_contains(name))
      kept[name] = *found;
  if (const auto* visit = it.answer.if_contains("visit"))
    kept["visit"] = visit->is_object() ? visit->at("id") : *visit;
  return kept;
}

struct tally {
  std::size_t promised = 0;
  std::size_t unanswered = 0;
  std::size_t happened_unheard = 0;
  std::size_t killed_starting = 0;
};

// A folder that many servers own, one after another.
class hard_life {
public:
  explicit hard_life(std::uint32_t seed) : dice_{seed} {
    auto server = started();
    const auto staff = signed_in(server->port());
    for (auto i = 0u; i < 2; ++i)
      people_.push_back(make_visitors("visitors-" + std::to_string(i), roll()));
    for (auto i = 1u; i <= 3; ++i)
      people_.push_back(make_agent(std::to_string(i), staff, roll()));
  }

  void live_one_round() {
    const auto server = started();
    work_until_killed(*server, std::chrono::milliseconds{5 + dice_() % 246});
    const auto next = started();
    settle(next->port());
    look_at_log();
  }

  void die_while_starting() {
    auto server = server_process{disk_.folder};
    server.kill(std::chrono::milliseconds{dice_() % 120});
    ++tally_.killed_starting;
  }

  // The disk keeps a little less than the server was told.
  void lose_the_end_of_the_log() {
    {
      const auto server = started();
      work_until_killed(*server, std::chrono::milliseconds{200});
    }
    const auto file = newest_log_file();
    const auto size = fs::file_size(file);
    BOOST_TEST_REQUIRE(size > 16u);
    fs::resize_file(file, size - 1 - dice_() % 16);
    const auto next = started();
    forget_what_is_lost();
    settle(next->port());
    look_at_log();
  }

  const tally& so_far() const {
    return tally_;
  }

private:
  std::uint32_t roll() {
    return static_cast<std::uint32_t>(dice_());
  }

  std::unique_ptr<server_process> started() {
    auto server = std::make_unique<server_process>(disk_.folder);
    BOOST_TEST_REQUIRE(server->is_ready());
    return server;
  }

  void work_until_killed(server_process& server,
                         std::chrono::milliseconds after) {
    auto threads = std::vector<std::jthread>{};
    for (const auto& it : people_)
      threads.emplace_back([&it, port = server.port()] { it->work(port); });
    server.kill(after);
  }

  void settle(std::uint16_t port) {
    auto server = wire{port};
    for (const auto& person : people_) {
      BOOST_TEST(person->trouble().empty(), person->trouble());
      for (auto& it : person->done())
        if (it.is_promised())
          is_kept(server, it);
        else if (!it.is_acknowledged())
          happens_once(server, *person, it);
      person->forget();
    }
    links_open(server);
  }

  void is_kept(wire& server, const deed& promised) {
    ++tally_.promised;
    auto again = promised;
    BOOST_TEST_REQUIRE(ask(server, again), one_line(promised));
    BOOST_TEST(again.answer.at("repeated").as_bool(), one_line(again));
    BOOST_TEST(promise_in(again) == promise_in(promised),
               one_line(promised) << "\nnow " << one_line(again));
    if (promised.is_ticket())
      links_.emplace_back(promised.answer.at("token").as_string());
    keys_.insert(promised.key);
  }

  void happens_once(wire& server, worker& by, deed& unheard) {
    ++tally_.unanswered;
    BOOST_TEST_REQUIRE(ask(server, unheard), one_line(unheard));
    by.learn(unheard);
    if (!unheard.is_promised())
      return;
    if (unheard.answer.at("repeated").as_bool())
      ++tally_.happened_unheard;
    is_kept(server, unheard);
    --tally_.promised;
  }

  // A few of all that were ever given, oldest and newest alike.
  void links_open(wire& server) {
    for (auto i = 0; i < 10 && !links_.empty(); ++i) {
      const auto& link = links_[dice_() % links_.size()];
      server.send(
          get("/api/v1/visit", "Authorization: Visit " + link + "\r\n"));
      BOOST_TEST(server.read_answer().status == 200, link);
    }
  }

  // Beside the running server, as an operator would.
  void look_at_log() {
    const auto log = disk_.look();
    const auto checked = storage::check(log);
    BOOST_TEST(static_cast<bool>(checked));
    auto now = office::state{};
    auto newest_with = std::map<std::string, office::fact_number>{};
    auto follow = [&](const office::fact& it) {
      office::evolve(now, it);
      if (it.key.empty())
        return true;
      // All facts of one command are written together: a second time under
      // its key would stand apart.
      auto& last = newest_with[it.key];
      BOOST_TEST((last == 0 || last + 1 == it.number), it.key << " twice");
      last = it.number;
      return true;
    };
    storage_folder::must(office::read_facts(log, mairie, 1, follow));
    for (const auto& broken : broken_invariants(now))
      BOOST_ERROR(broken);
    auto in_log = std::set<std::string>{};
    for (const auto& [key, number] : newest_with)
      in_log.insert(key.substr(key.rfind(':') + 1));
    for (const auto& key : keys_)
      BOOST_TEST(in_log.contains(key), key << " was promised, and is gone");
    const auto from_snapshot
        = storage_folder::must(office::newest_state(log, mairie));
    BOOST_TEST((from_snapshot == now));
  }

  // Whatever the last, torn write held was asked by somebody: they ask again.
  void forget_what_is_lost() {
    auto kept = std::set<std::string>{};
    storage_folder::must(office::read_facts(
        disk_.look(), mairie, 1, [&](const office::fact& it) {
          kept.insert(it.key.substr(it.key.rfind(':') + 1));
          return true;
        }));
    auto lost = std::size_t{0};
    for (const auto& person : people_)
      for (auto& it : person->done())
        if (it.is_promised() && !kept.contains(it.key)) {
          it.status = 0;
          ++lost;
        }
    // One write holds what arrived together: at most one from each.
    BOOST_TEST(lost <= people_.size());
  }

  fs::path newest_log_file() const {
    auto newest = fs::path{};
    for (const auto& it : fs::recursive_directory_iterator{disk_.folder})
      if (it.path().extension() == ".log"
          && (newest.empty() || it.path().filename() > newest.filename()))
        newest = it.path();
    BOOST_TEST_REQUIRE(!newest.empty());
    return newest;
  }

  storage_folder disk_;
  std::mt19937 dice_;
  std::vector<std::unique_ptr<worker>> people_;
  std::vector<std::string> links_;
  std::set<std::string> keys_;
  tally tally_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(a_server_that_is_killed)

BOOST_AUTO_TEST_CASE(keeps_every_promise_and_does_nothing_twice) {
  const auto rounds = setting("SUIVANT_CRASH_ROUNDS", rounds_by_default);
  const auto seed = setting("SUIVANT_CRASH_SEED", std::random_device{}());
  std::cout << "SUIVANT_CRASH_SEED=" << seed << ", " << rounds << " rounds\n";
  auto life = hard_life{seed};
  for (auto round = 1u; round <= rounds; ++round) {
    BOOST_TEST_CONTEXT("round " << round) {
      if (round % 10 == 5)
        life.die_while_starting();
      if (round % 25 == 20)
        life.lose_the_end_of_the_log();
      life.live_one_round();
    }
  }
  const auto& all = life.so_far();
  std::cout << all.promised << " answers kept, " << all.unanswered
            << " without an answer, of which " << all.happened_unheard
            << " had happened; killed " << all.killed_starting
            << " times while starting\n";
  BOOST_TEST(all.promised > rounds);
}

BOOST_AUTO_TEST_SUITE_END()

// The journal itself, on a thread and a disk of its own: what comes while the
// disk is busy goes out together.

#include "actors/messages.hpp"
#include "tests/support/gated_disk.hpp"
#include "tests/support/storage_folder.hpp"

#include <caf/actor_system.hpp>

#include <future>

using namespace suivant;
using namespace suivant::tests;

namespace {

struct config : caf::actor_system_config {
  config() {
    know_messages<caf::id_block::suivant>(*this);
  }
};

struct busy_disk {
  storage_folder disk;
  std::shared_ptr<storage::log> log
      = std::make_shared<storage::log>(disk.open());
  config settings;
  caf::actor_system system{settings};
  journal_actor journal = spawn_journal(system, log);

  ~busy_disk() {
    stop(journal);
  }

  using answer = std::future<bool>;

  answer asked(const std::string& stream, storage::record_number last_seen,
               const std::string& record) {
    auto said = std::make_shared<std::promise<bool>>();
    const auto writer = system.spawn(
        [said](writer_actor::pointer it) -> writer_actor::behavior_type {
          return {[=](const appended& what) {
            said->set_value(!what.failed.has_value());
            it->quit();
          }};
        });
    tell_from_outside(journal,
                      append{{stream, last_seen, {record}}, {}, writer});
    return said->get_future();
  }

  static bool is_written(answer& of) {
    return of.get();
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(the_journal, busy_disk)

BOOST_AUTO_TEST_CASE(what_comes_while_the_disk_is_busy_shares_one_write) {
  const auto before = gated_disk::syncs();
  gated_disk::shut();
  auto first = asked("office/first", 0, "a");
  gated_disk::await_somebody();
  auto others = std::vector<answer>{};
  for (auto i = 0; i < 100; ++i)
    others.push_back(asked("office/" + std::to_string(i), 0, "b"));
  gated_disk::open();
  BOOST_TEST(is_written(first));
  for (auto& it : others)
    BOOST_TEST(is_written(it));
  BOOST_TEST(gated_disk::syncs() == before + 2);
}

BOOST_AUTO_TEST_CASE(one_that_lost_its_place_spoils_nothing_for_the_rest) {
  gated_disk::shut();
  auto first = asked("office/first", 0, "a");
  gated_disk::await_somebody();
  auto good = asked("office/good", 0, "b");
  auto late = asked("office/first", 0, "c");
  auto also_good = asked("office/also-good", 0, "d");
  gated_disk::open();
  BOOST_TEST(is_written(first));
  BOOST_TEST(is_written(good));
  BOOST_TEST(!is_written(late));
  BOOST_TEST(is_written(also_good));
  BOOST_TEST((storage_folder::records(*log, "office/first") == strings{"a"}));
}

BOOST_AUTO_TEST_CASE(one_writer_may_have_many_writes_on_the_way) {
  gated_disk::shut();
  auto all = std::vector<answer>{};
  all.push_back(asked("office/a", 0, "1"));
  gated_disk::await_somebody();
  for (auto i = 1u; i < 50; ++i)
    all.push_back(asked("office/a", i, std::to_string(i + 1)));
  gated_disk::open();
  for (auto& it : all)
    BOOST_TEST(is_written(it));
  BOOST_TEST(storage_folder::records(*log, "office/a").size() == 50u);
}

BOOST_AUTO_TEST_CASE(a_snapshot_is_kept_although_the_log_went_on) {
  auto first = asked("office/a", 0, "1");
  auto second = asked("office/a", 1, "2");
  BOOST_TEST(is_written(first));
  BOOST_TEST(is_written(second));
  tell_from_outside(journal, keep_snapshot{"office/a", 1, "as of one"});
  auto third = asked("office/a", 2, "3"); // Comes after it in the mailbox.
  BOOST_TEST(is_written(third));
  const auto taken = storage_folder::must(log->newest_snapshot("office/a"));
  BOOST_TEST(taken.at.number == 1u);
  BOOST_TEST(taken.bytes == "as of one");
  storage_folder::must(log->verify("office/a"));
}

BOOST_AUTO_TEST_SUITE_END()

// What a backup promises: one moment, sound, and brought back as it was.

#include "storage/backup.hpp"
#include "tests/support/storage_folder.hpp"
#include "tests/support/writer_process.hpp"

#include <fstream>

using namespace suivant;
using namespace suivant::storage;
using suivant::tests::strings;
using suivant::tests::writer_process;

namespace {

namespace fs = std::filesystem;

struct backups : tests::storage_folder {
  fs::path copy = place / "copy";
  fs::path back = place / "back";

  log filled() const {
    auto log = open();
    add(log, "office/a", {"one", "two"});
    add(log, "office/b", {"of b"});
    must(log.commit({}, {{tables::persons, "12", "sealed"}}));
    must(
        log.keep_snapshot("office/a", {must(log.end_of("office/a")), "state"}));
    return log;
  }

  static void is_as_filled(const fs::path& where) {
    const auto log = must(log::open(where, small()));
    BOOST_TEST(records(log, "office/a") == (strings{"one", "two"}));
    BOOST_TEST(records(log, "office/b") == strings{"of b"});
    BOOST_TEST(must(log.get(tables::persons, "12")) == "sealed");
    BOOST_TEST(must(log.newest_snapshot("office/a")).bytes == "state");
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(storage_backup, backups)

BOOST_AUTO_TEST_CASE(a_backup_holds_what_was_there_and_nothing_later) {
  auto log = filled();
  must(log.backup_to(copy));
  add(log, "office/a", {"later"});
  is_as_filled(copy);
}

BOOST_AUTO_TEST_CASE(a_backup_is_also_made_beside_a_running_server) {
  auto writer = writer_process{folder, "at_once"};
  for (auto i = 0; i < 20; ++i)
    BOOST_REQUIRE(writer.hear());
  must(look().backup_to(copy));
  const auto checked = must(check_folder(copy));
  BOOST_REQUIRE(checked.size() == 2u);
  BOOST_TEST(checked[0].end.number >= 38u);
  BOOST_TEST(checked[1].end.number == checked[0].end.number / 2);
}

BOOST_AUTO_TEST_CASE(a_backup_never_overwrites_anything) {
  const auto log = filled();
  fs::create_directories(copy);
  fails(log.backup_to(copy), trouble::conflict);
  must(log.backup_to(back / ""));
  is_as_filled(back);
}

BOOST_AUTO_TEST_CASE(what_an_interrupted_backup_left_is_swept_away) {
  const auto log = filled();
  fs::create_directories(place / "copy.partial" / "half");
  must(log.backup_to(copy));
  is_as_filled(copy);
  BOOST_TEST(!fs::exists(place / "copy.partial"));
}

BOOST_AUTO_TEST_CASE(a_restored_backup_is_as_it_was_and_the_backup_remains) {
  must(filled().backup_to(copy));
  fs::remove_all(folder);
  const auto checked = must(restore(copy, folder));
  BOOST_REQUIRE(checked.size() == 2u);
  BOOST_TEST(checked[0].name == "office/a");
  BOOST_TEST(checked[0].end.number == 2u);
  is_as_filled(folder);
  is_as_filled(copy);
}

BOOST_AUTO_TEST_CASE(a_damaged_backup_is_not_restored) {
  must(filled().backup_to(copy));
  for (const auto& it : fs::directory_iterator{copy})
    if (it.path().extension() == ".sst") {
      auto file = std::fstream{it.path(),
                               std::ios::binary | std::ios::in | std::ios::out};
      file.seekp(10);
      file.put('!');
    }
  fails(restore(copy, back), trouble::unreadable);
  BOOST_TEST(!fs::exists(back));
}

BOOST_AUTO_TEST_CASE(a_place_without_a_backup_restores_nothing) {
  fails(restore(copy, back), trouble::missing);
  BOOST_TEST(!fs::exists(back));
}

BOOST_AUTO_TEST_SUITE_END()

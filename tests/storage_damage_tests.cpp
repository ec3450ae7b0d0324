// What the log promises when bytes on disk are edited, cut off or gone bad.

#include "storage/keys.hpp"
#include "tests/support/storage_folder.hpp"

#include <rocksdb/db.h>

#include <csignal>
#include <fstream>
#include <functional>

#include <sys/mount.h>
#include <sys/resource.h>

using namespace suivant;
using namespace suivant::storage;
using suivant::tests::strings;

namespace {

namespace fs = std::filesystem;

using family_pointer = rocksdb::ColumnFamilyHandle*;

struct damage : tests::storage_folder {
  // Somebody with the right tools and bad intent.
  void edit(const std::string& family,
            const std::function<rocksdb::Status(rocksdb::DB&, family_pointer)>&
                change) const {
    auto names = strings{};
    auto status = rocksdb::DB::ListColumnFamilies({}, folder.string(), &names);
    BOOST_REQUIRE_MESSAGE(status.ok(), status.ToString());
    auto wanted = std::vector<rocksdb::ColumnFamilyDescriptor>{};
    for (const auto& name : names)
      wanted.emplace_back(name, rocksdb::ColumnFamilyOptions{});
    auto handles = std::vector<family_pointer>{};
    rocksdb::DB* db = nullptr;
    status = rocksdb::DB::Open({}, folder.string(), wanted, &handles, &db);
    BOOST_REQUIRE_MESSAGE(status.ok(), status.ToString());
    for (auto* handle : handles)
      if (handle->GetName() == family)
        status = change(*db, handle);
    BOOST_REQUIRE_MESSAGE(status.ok(), status.ToString());
    for (auto* handle : handles)
      BOOST_REQUIRE(db->DestroyColumnFamilyHandle(handle).ok());
    delete db;
  }

  void remove_record(record_number number) const {
    edit("events", [&](auto& db, auto* events) {
      return db.Delete({}, events, key_of("office/a", number));
    });
  }

  void change_last_letter(const std::string& family,
                          record_number number) const {
    edit(family, [&](auto& db, auto* events) {
      auto value = std::string{};
      const auto key = key_of("office/a", number);
      auto status = db.Get({}, events, key, &value);
      value.back() ^= 1;
      return status.ok() ? db.Put({}, events, key, value) : status;
    });
  }

  snapshot snapshot_here(const log& log, std::string bytes) const {
    return {must(log.end_of("office/a")), std::move(bytes)};
  }

  fs::path newest_write_ahead_file() const {
    auto newest = fs::path{};
    for (const auto& it : fs::directory_iterator{folder})
      if (it.path().extension() == ".log" && it.path() > newest)
        newest = it.path();
    return newest;
  }

  void write_each_alone(int count) const {
    auto log = open();
    for (auto i = 1; i <= count; ++i)
      add(log, "office/a", {std::to_string(i) + std::string(600, '.')});
  }

  void flip_byte(const fs::path& file, std::uintmax_t at) const {
    auto it
        = std::fstream{file, std::ios::binary | std::ios::in | std::ios::out};
    it.seekg(static_cast<std::streamoff>(at));
    const auto byte = static_cast<char>(it.get() ^ 1);
    it.seekp(static_cast<std::streamoff>(at));
    it.put(byte);
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(storage_damage, damage)

BOOST_AUTO_TEST_CASE(an_edited_record_is_found_and_named) {
  add(*std::make_unique<log>(open()), "office/a", {"one", "two", "three"});
  change_last_letter("events", 2);
  fails(open().verify("office/a"), trouble::unreadable, "office/a record 2");
  fails(look().verify("office/a"), trouble::unreadable, "office/a record 2");
}

BOOST_AUTO_TEST_CASE(a_missing_record_is_found_and_named) {
  add(*std::make_unique<log>(open()), "office/a", {"one", "two", "three"});
  remove_record(2);
  fails(open().verify("office/a"), trouble::unreadable, "record 2 is missing");
  auto log = open();
  const auto any = [](auto, auto, const auto&) { return true; };
  fails(log.read("office/a", 1, any), trouble::unreadable, "record 2");
}

BOOST_AUTO_TEST_CASE(a_past_without_its_beginning_is_found) {
  add(*std::make_unique<log>(open()), "office/a", {"one", "two"});
  remove_record(1);
  fails(open().verify("office/a"), trouble::unreadable, "record 1 is missing");
}

BOOST_AUTO_TEST_CASE(a_past_cut_off_before_its_snapshot_is_found) {
  {
    auto log = open();
    add(log, "office/a", {"one", "two", "three"});
    must(log.keep_snapshot("office/a", snapshot_here(log, "state")));
  }
  remove_record(3);
  fails(open().verify("office/a"), trouble::unreadable, "record 3 is missing");
}

BOOST_AUTO_TEST_CASE(a_damaged_snapshot_is_passed_over_for_an_older_one) {
  {
    auto log = open();
    add(log, "office/a", {"one"});
    must(log.keep_snapshot("office/a", snapshot_here(log, "older")));
    add(log, "office/a", {"two"});
    must(log.keep_snapshot("office/a", snapshot_here(log, "newer")));
  }
  change_last_letter("snapshots", 2);
  auto log = open();
  BOOST_TEST(must(log.newest_snapshot("office/a")).bytes == "older");
  BOOST_TEST(must(log.verify("office/a")).number == 2u);
}

BOOST_AUTO_TEST_CASE(a_write_torn_by_a_crash_is_dropped_and_no_other) {
  write_each_alone(80);
  const auto file = newest_write_ahead_file();
  fs::resize_file(file, fs::file_size(file) - 5);
  BOOST_TEST(must(look().verify("office/a")).number == 79u);
  BOOST_TEST(must(open().verify("office/a")).number == 79u);
  write_each_alone(3);
  BOOST_TEST(must(open().verify("office/a")).number == 82u);
}

BOOST_AUTO_TEST_CASE(a_write_of_which_only_zeros_arrived_is_dropped) {
  write_each_alone(80);
  const auto file = newest_write_ahead_file();
  const auto size = fs::file_size(file);
  fs::resize_file(file, size - 200);
  fs::resize_file(file, size);
  BOOST_TEST(must(open().verify("office/a")).number == 79u);
}

BOOST_AUTO_TEST_CASE(a_large_write_torn_in_its_middle_is_dropped_whole) {
  write_each_alone(10);
  const auto before = fs::file_size(newest_write_ahead_file());
  {
    auto log = open();
    add(log, "office/a", {std::string(200'000, 'x'), "with it"});
  }
  const auto file = newest_write_ahead_file();
  flip_byte(file, fs::file_size(file) - 100'000);
  BOOST_TEST(before > 0u);
  BOOST_TEST(must(open().verify("office/a")).number == 10u);
}

BOOST_AUTO_TEST_CASE(acknowledged_writes_gone_bad_are_never_dropped_silently) {
  write_each_alone(80);
  const auto file = newest_write_ahead_file();
  const auto size = fs::file_size(file);
  // Near the beginning, in the middle, and just before the last write.
  for (const auto at : {size / 10, size / 2, size - 900}) {
    flip_byte(file, at);
    fails(log::open(folder), trouble::unreadable, "acknowledged");
    flip_byte(file, at);
  }
  BOOST_TEST(must(open().verify("office/a")).number == 80u);
}

BOOST_AUTO_TEST_SUITE_END()

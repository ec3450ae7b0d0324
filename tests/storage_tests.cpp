// What the log promises while nothing goes wrong: order, all or nothing,
// snapshots, tables, a reader beside the writer.

#include "tests/support/storage_folder.hpp"
#include "tests/support/writer_process.hpp"

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

using namespace suivant;
using namespace suivant::storage;
using suivant::tests::strings;
using suivant::tests::writer_process;

namespace {

struct files : tests::storage_folder {
  static snapshot taken(const log& log, record_number number,
                        std::string bytes) {
    auto at = stream_end{};
    must(log.read("office/a", number, [&](auto n, auto, const auto& hash) {
      at = {n, hash};
      return false;
    }));
    return {at, std::move(bytes)};
  }

  bool some_file_contains(std::string_view word) const {
    for (const auto& it : std::filesystem::directory_iterator{folder}) {
      auto in = std::ifstream{it.path(), std::ios::binary};
      const auto bytes = std::string{std::istreambuf_iterator<char>{in}, {}};
      if (bytes.find(word) != std::string::npos)
        return true;
    }
    return false;
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(storage_log, files)

BOOST_AUTO_TEST_CASE(what_was_committed_is_read_back_in_order_after_reopening) {
  {
    auto log = open();
    add(log, "office/a", {"one", "two"});
    add(log, "office/ab", {"other"});
    add(log, "office/a", {"three", ""});
  }
  const auto log = open();
  BOOST_TEST(records(log, "office/a") == (strings{"one", "two", "three", ""}));
  BOOST_TEST(records(log, "office/ab") == strings{"other"});
  BOOST_TEST(must(log.streams()) == (strings{"office/a", "office/ab"}));
}

BOOST_AUTO_TEST_CASE(records_stay_in_order_beyond_two_hundred_and_fifty_five) {
  auto written = strings{};
  for (auto i = 0; i < 70'000; ++i)
    written.push_back(std::to_string(i));
  auto log = open();
  add(log, "office/a", written);
  BOOST_TEST((records(log, "office/a") == written));
  BOOST_TEST(must(log.verify("office/a")).number == 70'000u);
}

BOOST_AUTO_TEST_CASE(a_stream_nobody_wrote_to_is_empty_and_sound) {
  const auto log = open();
  BOOST_TEST((must(log.end_of("office/a")) == stream_end{}));
  BOOST_TEST((must(log.verify("office/a")) == stream_end{}));
  BOOST_TEST(records(log, "office/a").empty());
  BOOST_TEST(must(log.streams()).empty());
}

BOOST_AUTO_TEST_CASE(reading_begins_where_asked_and_stops_when_told) {
  auto log = open();
  add(log, "office/a", {"one", "two", "three"});
  BOOST_TEST(records(log, "office/a", 2) == (strings{"two", "three"}));
  BOOST_TEST(records(log, "office/a", 4).empty());
  auto seen = 0;
  must(log.read("office/a", 1,
                [&](auto, auto, const auto&) { return ++seen < 2; }));
  BOOST_TEST(seen == 2);
}

BOOST_AUTO_TEST_CASE(each_record_carries_the_hash_of_all_before_it) {
  auto log = open();
  add(log, "office/a", {"one", "two"});
  const auto known
      = "4495a46c136384a1e9dcf1abb71093bf4dcde061c5f5f1c8f3b8aae64a448aee";
  BOOST_TEST(hex(must(log.end_of("office/a")).hash) == known);
  BOOST_TEST(hex(must(log.verify("office/a")).hash) == known);
}

BOOST_AUTO_TEST_CASE(a_writer_who_missed_a_record_changes_nothing_at_all) {
  auto log = open();
  add(log, "office/a", {"one"});
  fails(log.commit({{"office/b", 0, {"of b"}}, {"office/a", 0, {"late"}}},
                   {{tables::outbox, "mark", "set"}}),
        trouble::conflict, "office/a");
  BOOST_TEST(records(log, "office/a") == strings{"one"});
  BOOST_TEST(records(log, "office/b").empty());
  fails(log.get(tables::outbox, "mark"), trouble::missing);
  fails(log.commit({{"office/a", 7, {"early"}}}), trouble::conflict);
  add(log, "office/a", {"two"});
  BOOST_TEST(must(log.verify("office/a")).number == 2u);
}

BOOST_AUTO_TEST_CASE(additions_to_one_stream_in_one_commit_follow_each_other) {
  auto log = open();
  must(log.commit({{"office/a", 0, {"one"}},
                   {"office/b", 0, {"of b"}},
                   {"office/a", 1, {"two", "three"}}}));
  BOOST_TEST(records(log, "office/a") == (strings{"one", "two", "three"}));
  fails(log.commit({{"office/a", 3, {"four"}}, {"office/a", 3, {"also four"}}}),
        trouble::conflict);
  BOOST_TEST(must(log.verify("office/a")).number == 3u);
}

BOOST_AUTO_TEST_CASE(rows_are_found_by_key_and_by_prefix_until_they_are_gone) {
  auto log = open();
  must(log.commit({}, {{tables::accounts, "ada/1", "x"},
                       {tables::accounts, "ada/2", "y"},
                       {tables::accounts, "bob/1", "z"},
                       {tables::sessions, "ada/1", "elsewhere"}}));
  BOOST_TEST(must(log.get(tables::accounts, "ada/2")) == "y");
  must(log.commit({}, {{tables::accounts, "ada/1", "", true}}));
  fails(log.get(tables::accounts, "ada/1"), trouble::missing);
  auto found = strings{};
  must(log.scan(tables::accounts, "ada/", [&](auto key, auto value) {
    found.push_back(std::string{key} + '=' + std::string{value});
    return true;
  }));
  BOOST_TEST(found == strings{"ada/2=y"});
  fails(log.get("no such table", "ada"), trouble::missing);
}

BOOST_AUTO_TEST_CASE(a_key_that_was_erased_and_scrubbed_is_in_no_file_left) {
  auto log = open();
  must(log.commit({{"office/a", 0, {"stays"}}},
                  {{tables::persons, "12", "secret-of-ada"},
                   {tables::persons, "13", "secret-of-bob"}}));
  BOOST_TEST(some_file_contains("secret-of-ada"));
  must(log.commit({}, {{tables::persons, "12", "", true}}));
  must(log.scrub(tables::persons));
  BOOST_TEST(!some_file_contains("secret-of-ada"));
  BOOST_TEST(must(log.get(tables::persons, "13")) == "secret-of-bob");
  BOOST_TEST(records(log, "office/a") == strings{"stays"});
}

BOOST_AUTO_TEST_CASE(only_the_newest_snapshots_are_kept) {
  auto log = open();
  add(log, "office/a", {"one", "two", "three"});
  for (const auto number : {1u, 2u, 3u})
    must(log.keep_snapshot("office/a",
                           taken(log, number, std::to_string(number))));
  BOOST_TEST(must(log.newest_snapshot("office/a")).bytes == "3");
  BOOST_TEST(must(log.newest_snapshot("office/a", 2)).bytes == "2");
  BOOST_TEST(must(log.newest_snapshot("office/a", 2)).at.number == 2u);
  fails(log.newest_snapshot("office/a", 1), trouble::missing);
  fails(log.newest_snapshot("office/b"), trouble::missing);
  BOOST_TEST(must(log.verify("office/a")).number == 3u);
}

BOOST_AUTO_TEST_CASE(a_snapshot_taken_twice_counts_once) {
  auto log = open();
  add(log, "office/a", {"one", "two"});
  must(log.keep_snapshot("office/a", taken(log, 1, "first")));
  for (const auto* bytes : {"again", "and again"})
    must(log.keep_snapshot("office/a", taken(log, 2, bytes)));
  BOOST_TEST(must(log.newest_snapshot("office/a")).bytes == "and again");
  BOOST_TEST(must(log.newest_snapshot("office/a", 1)).bytes == "first");
}

BOOST_AUTO_TEST_CASE(a_snapshot_of_records_not_on_disk_is_refused) {
  auto log = open();
  add(log, "office/a", {"one"});
  auto ahead = taken(log, 1, "ahead");
  ahead.at.number = 2;
  fails(log.keep_snapshot("office/a", ahead), trouble::conflict);
  auto other = taken(log, 1, "other");
  other.at.hash[0] ^= 1;
  fails(log.keep_snapshot("office/a", other), trouble::conflict);
}

BOOST_AUTO_TEST_CASE(a_reader_beside_the_writer_sees_more_only_when_it_asks) {
  auto writer = writer_process{folder, "when_asked"};
  BOOST_REQUIRE(writer.hear() == 0u);
  BOOST_REQUIRE(writer.ask() == 2u);
  auto reader = look();
  BOOST_TEST(must(reader.verify("office/a")).number == 2u);
  BOOST_REQUIRE(writer.ask() == 4u);
  BOOST_TEST(must(reader.end_of("office/a")).number == 2u);
  // Long enough for table files to be written, merged and removed.
  while (writer.ask() < 300u) {
  }
  must(reader.catch_up());
  BOOST_TEST(must(reader.verify("office/a")).number == 300u);
  BOOST_TEST(must(reader.verify("office/b")).number == 150u);
  BOOST_TEST(must(reader.get(tables::outbox, "newest")) == "300");
}

BOOST_AUTO_TEST_CASE(a_reader_can_change_nothing) {
  add(*std::make_unique<log>(open()), "office/a", {"one"});
  auto reader = look();
  fails(reader.commit({{"office/a", 1, {"two"}}}), trouble::disk);
  fails(reader.keep_snapshot("office/a", taken(reader, 1, "s")), trouble::disk);
  fails(reader.scrub(tables::persons), trouble::disk);
  BOOST_TEST(records(reader, "office/a") == strings{"one"});
}

BOOST_AUTO_TEST_CASE(
    a_reader_of_an_empty_place_is_told_so_and_creates_nothing) {
  fails(log::open_read_only(folder), trouble::missing);
  BOOST_TEST(!std::filesystem::exists(folder));
}

BOOST_AUTO_TEST_CASE(a_second_writer_is_turned_away_until_the_first_has_ended) {
  auto writer = writer_process{folder, "when_asked"};
  BOOST_REQUIRE(writer.hear() == 0u);
  fails(log::open(folder), trouble::conflict, "another process");
  BOOST_REQUIRE(writer.ask() == 2u);
  writer.kill();
  BOOST_TEST(records(open(), "office/a").size() == 2u);
}

BOOST_AUTO_TEST_CASE(many_may_write_and_read_at_once) {
  auto log = open();
  auto failures = std::atomic<int>{0};
  const auto work = [&](const std::string& stream) {
    for (auto last = record_number{0}; last < 20; ++last) {
      failures += !log.commit({{stream, last, {"one more"}}});
      failures += !log.verify("office/a");
    }
  };
  auto people = std::vector<std::thread>{};
  for (const auto* stream : {"office/a", "office/b", "office/c"})
    people.emplace_back(work, stream);
  for (auto& it : people)
    it.join();
  BOOST_TEST(failures == 0);
  for (const auto* stream : {"office/a", "office/b", "office/c"})
    BOOST_TEST(must(log.verify(stream)).number == 20u);
}

BOOST_AUTO_TEST_CASE(nobody_but_the_owner_may_look_into_the_folder) {
  open();
  const auto others
      = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
  const auto given = std::filesystem::status(folder).permissions();
  BOOST_TEST(((given & others) == std::filesystem::perms::none));
}

BOOST_AUTO_TEST_CASE(a_folder_of_an_unknown_format_is_left_alone) {
  must(open().commit({}, {{tables::meta, "storage_format", "2"}}));
  fails(log::open(folder), trouble::unreadable, "format 2");
  fails(log::open_read_only(folder), trouble::unreadable, "format 2");
}

BOOST_AUTO_TEST_SUITE_END()

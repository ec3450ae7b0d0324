// What the log promises when disks fill up or break and writers are killed.

#include "tests/support/storage_folder.hpp"
#include "tests/support/writer_process.hpp"

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>

using namespace suivant;
using namespace suivant::storage;
using suivant::tests::strings;
using suivant::tests::writer_process;

namespace {

namespace fs = std::filesystem;

// No file may grow beyond `bytes` while this lives: writes fail half-way,
// as on a disk that breaks.
class short_files {
public:
  explicit short_files(rlim_t bytes) {
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    BOOST_REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
    const auto limit = rlimit{bytes, before_.rlim_max};
    BOOST_REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
  }

  short_files(const short_files&) = delete;
  short_files& operator=(const short_files&) = delete;

  ~short_files() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

private:
  rlimit before_{};
  void (*handler_)(int) = SIG_DFL;
};

// A disk of its own, as small as wanted.
class small_disk {
public:
  small_disk(const fs::path& folder, const char* size) : folder_{folder} {
    fs::create_directories(folder);
    mounted_ = ::mount("tmpfs", folder.c_str(), "tmpfs", 0, size) == 0;
  }

  small_disk(const small_disk&) = delete;
  small_disk& operator=(const small_disk&) = delete;

  ~small_disk() {
    if (mounted_)
      ::umount2(folder_.c_str(), MNT_DETACH);
  }

  bool is_mounted() const {
    return mounted_;
  }

  void becomes(const char* size) const {
    BOOST_REQUIRE(::mount("", folder_.c_str(), "", MS_REMOUNT, size) == 0);
  }

private:
  fs::path folder_;
  bool mounted_ = false;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(storage_failure, tests::storage_folder)

BOOST_AUTO_TEST_CASE(a_write_that_fails_half_way_leaves_the_log_in_order) {
  auto log = open();
  add(log, "office/a", {"one"});
  {
    const auto broken = short_files{20'000};
    fails(log.commit({{"office/a", 1, {std::string(60'000, 'x')}}}),
          trouble::disk);
    BOOST_TEST(records(log, "office/a") == strings{"one"});
  }
  must(log.commit({{"office/a", 1, {"two"}}}));
  must(log.commit({{"office/a", 2, {"three"}}}));
  BOOST_TEST(records(log, "office/a") == (strings{"one", "two", "three"}));
  BOOST_TEST(must(log.verify("office/a")).number == 3u);
}

BOOST_AUTO_TEST_CASE(recovery_waits_for_readers_instead_of_harming_them) {
  auto log = open();
  add(log, "office/a", {"one", "two"});
  {
    const auto broken = short_files{20'000};
    fails(log.commit({{"office/a", 2, {std::string(60'000, 'x')}}}),
          trouble::disk);
  }
  must(log.read("office/a", 1, [&](auto, auto, const auto&) {
    fails(log.commit({{"office/a", 2, {"three"}}}), trouble::disk, "readers");
    return true;
  }));
  must(log.commit({{"office/a", 2, {"three"}}}));
  BOOST_TEST(must(log.verify("office/a")).number == 3u);
}

BOOST_AUTO_TEST_CASE(too_little_room_refuses_writes_while_reading_goes_on) {
  add(*std::make_unique<log>(open()), "office/a", {"one"});
  auto limits = small();
  limits.free_bytes_kept = UINT64_MAX;
  auto log = open(limits);
  fails(log.commit({{"office/a", 1, {"two"}}}), trouble::disk_full);
  fails(log.keep_snapshot("office/a", {must(log.end_of("office/a")), "state"}),
        trouble::disk_full);
  BOOST_TEST(records(log, "office/a") == strings{"one"});
}

BOOST_AUTO_TEST_CASE(a_disk_that_fills_up_loses_nothing_acknowledged) {
  const auto disk = small_disk{folder, "size=8m"};
  if (!disk.is_mounted()) {
    BOOST_TEST_MESSAGE("left out: this user may not mount a small disk");
    return;
  }
  auto acknowledged = record_number{0};
  {
    auto log = open();
    const auto record = std::string(20'000, 'x');
    while (log.commit({{"office/a", acknowledged, {record}}}))
      ++acknowledged;
    BOOST_TEST(acknowledged > 20u);
    BOOST_TEST(must(log.verify("office/a")).number == acknowledged);
    disk.becomes("size=64m");
    // The write that failed may turn out to be there, but never in part.
    if (!log.commit({{"office/a", acknowledged, {"more"}}}))
      ++acknowledged;
    add(log, "office/a", {"and more"});
  }
  BOOST_TEST(must(open().verify("office/a")).number >= acknowledged + 1);
}

BOOST_AUTO_TEST_CASE(whatever_was_acknowledged_survives_a_killed_writer) {
  auto acknowledged = record_number{0};
  for (const auto moments : {0, 1, 2, 5, 11, 23, 40, 61, 90, 130}) {
    auto writer = writer_process{folder, "at_once"};
    for (auto i = 0; i <= moments; ++i)
      if (const auto heard = writer.hear())
        acknowledged = *heard;
    writer.kill();
    while (const auto heard = writer.hear())
      acknowledged = *heard;
    const auto log = open();
    const auto end = must(log.verify("office/a")).number;
    // At most the one commit nobody was told about, and that one whole.
    BOOST_TEST((end == acknowledged || end == acknowledged + 2));
    BOOST_TEST(must(log.verify("office/b")).number == end / 2);
    if (end > 0)
      BOOST_TEST(must(log.get(tables::outbox, "newest"))
                 == std::to_string(end));
    must(log.read("office/a", 1, [](auto number, auto record, const auto&) {
      BOOST_TEST(record.starts_with(std::to_string(number) + ':'));
      return true;
    }));
  }
  BOOST_TEST(acknowledged > 200u);
}

BOOST_AUTO_TEST_SUITE_END()

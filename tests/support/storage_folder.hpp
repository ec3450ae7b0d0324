// A fresh folder for a log and short words to use it in tests.

#pragma once

#include "storage/log.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace suivant::tests {

using strings = std::vector<std::string>;

struct storage_folder {
  std::filesystem::path place
      = std::filesystem::temp_directory_path()
        / ("suivant-storage-" + std::to_string(::getpid()));
  std::filesystem::path folder = place / "data";

  storage_folder() {
    std::filesystem::remove_all(place);
    std::filesystem::create_directories(place);
  }

  ~storage_folder() {
    std::filesystem::remove_all(place);
  }

  static storage::log_limits small() {
    return {.free_bytes_kept = 0, .write_buffer_bytes = 1u << 20};
  }

  storage::log open(storage::log_limits limits = small()) const {
    return must(storage::log::open(folder, limits));
  }

  storage::log look() const {
    return must(storage::log::open_read_only(folder));
  }

  template <class T>
  static T must(storage::result<T> result) {
    if (!result)
      BOOST_FAIL(result.why().detail);
    return std::move(*result);
  }

  template <class T>
  static void fails(const storage::result<T>& result, storage::trouble kind,
                    std::string_view naming = "") {
    BOOST_REQUIRE(!result);
    BOOST_TEST((result.why().kind == kind), result.why().detail);
    BOOST_TEST(result.why().detail.find(naming) != std::string::npos,
               result.why().detail);
  }

  static strings records(const storage::log& log, std::string_view stream,
                         storage::record_number from = 1) {
    auto found = strings{};
    must(log.read(stream, from, [&](auto, auto record, const auto&) {
      found.emplace_back(record);
      return true;
    }));
    return found;
  }

  static void add(storage::log& log, const std::string& stream,
                  const strings& records) {
    const auto end = must(log.end_of(stream));
    must(log.commit({{stream, end.number, records}}));
  }
};

} // namespace suivant::tests
